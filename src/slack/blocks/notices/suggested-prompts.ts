import { formatDate } from '../../../citation.ts';
import type { MeetingListing } from '../../../listing.ts';
import { cutText } from '../../format/cut-text.ts';
import { defuseLinks } from '../../format/defuse-links.ts';
import { SLACK_LIMITS } from '../../format/slack-limits.ts';
import { visibleText } from '../../format/visible-text.ts';

const MAX_MESSAGE_CHARS = 300;
/** A prompt's title is shown on a button. */
const MAX_TITLE_CHARS = SLACK_LIMITS.buttonChars;
const MAX_NAME_CHARS = 110;

export type SuggestedPrompt = { title: string; message: string };

export type PromptMeeting = Pick<MeetingListing, 'committee' | 'date' | 'hasMinutes'>;

/**
 * What to ask of the newest meeting: what it decided, then its items by title, at most four in all. Of one that is yet
 * to come, what is on its agenda, what its papers recommend, and what was decided at the one `before` it. Slack puts a
 * message into the member's own mouth, so it holds no markup; none without a meeting.
 */
export function suggestedPrompts(
  meeting: PromptMeeting | undefined,
  { items = [], before }: { items?: { title: string }[]; before?: PromptMeeting | undefined } = {},
): SuggestedPrompt[] {
  if (!meeting) return [];
  const titles = [...new Set(items.map(({ title }) => visibleText(title)).filter(isPlain))];
  const prompts = meeting.hasMinutes ? promptsOfMinutes(meeting, titles) : promptsOfPapers(meeting, titles, before);
  return prompts.map(({ title, message }) => ({
    title: cutText(title, MAX_TITLE_CHARS),
    message: cutText(message, MAX_MESSAGE_CHARS),
  }));
}

function promptsOfMinutes(meeting: PromptMeeting, titles: string[]): SuggestedPrompt[] {
  const [date, which] = [formatDate(meeting.date), nameMeeting(meeting)];
  return [
    decidedAt(meeting),
    ...titles.map((title) => ({
      title,
      message: `What was resolved on ${cutText(title, MAX_NAME_CHARS)} at ${which}?`,
    })),
    { title: `Who was there on ${date}?`, message: `Who was present at ${which}?` },
  ].slice(0, SLACK_LIMITS.prompts);
}

function promptsOfPapers(meeting: PromptMeeting, titles: string[], before?: PromptMeeting): SuggestedPrompt[] {
  const [date, which] = [formatDate(meeting.date), nameMeeting(meeting)];
  const last = before ? [decidedAt(before)] : [];
  return [
    { title: `What is on the agenda on ${date}?`, message: `What is on the agenda of ${which}?` },
    ...titles.slice(0, SLACK_LIMITS.prompts - 1 - last.length).map((title) => ({
      title,
      message: `What is recommended in the report ${cutText(title, MAX_NAME_CHARS)} at ${which}?`,
    })),
    ...last,
  ];
}

function decidedAt(meeting: PromptMeeting): SuggestedPrompt {
  const date = formatDate(meeting.date);
  return { title: `What was decided on ${date}?`, message: `What was decided at ${nameMeeting(meeting)}?` };
}

function nameMeeting({ committee, date }: PromptMeeting): string {
  // Told by what is seen of it: what hides in a name hides a link, too.
  const seen = visibleText(committee);
  const name = isPlain(seen) ? `${cutText(seen, MAX_NAME_CHARS)} ` : '';
  return `the ${name}meeting of ${formatDate(date)}`;
}

/** A prompt is posted as the member's own words, which Slack reads as typed: no title that it could link is offered. */
function isPlain(text: string): boolean {
  return text !== '' && defuseLinks(text) === text && !/[<>*_~`]/.test(text);
}
