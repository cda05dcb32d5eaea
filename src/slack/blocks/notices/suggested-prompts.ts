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

/**
 * What to ask of a meeting: what it decided, then its items by title, at most four in all. Slack puts a message into
 * the member's own mouth, so it holds no markup; none without a meeting.
 */
export function suggestedPrompts(
  meeting: Pick<MeetingListing, 'committee' | 'date'> | undefined,
  items: { title: string }[] = [],
): SuggestedPrompt[] {
  if (!meeting) return [];
  const date = formatDate(meeting.date);
  const committee = isPlain(meeting.committee) ? `${cutText(visibleText(meeting.committee), MAX_NAME_CHARS)} ` : '';
  const which = `the ${committee}meeting of ${date}`;
  const titles = [...new Set(items.map(({ title }) => visibleText(title)).filter(isPlain))];
  const prompts = [
    { title: `What was decided on ${date}?`, message: `What was decided at ${which}?` },
    ...titles.map((title) => ({
      title,
      message: `What was resolved on ${cutText(title, MAX_NAME_CHARS)} at ${which}?`,
    })),
    { title: `Who was there on ${date}?`, message: `Who was present at ${which}?` },
  ];
  return prompts.slice(0, SLACK_LIMITS.prompts).map(({ title, message }) => ({
    title: cutText(title, MAX_TITLE_CHARS),
    message: cutText(message, MAX_MESSAGE_CHARS),
  }));
}

/** A prompt is posted as the member's own words, which Slack reads as typed: no title that it could link is offered. */
function isPlain(text: string): boolean {
  return text !== '' && defuseLinks(text) === text && !/[<>*_~`]/.test(text);
}
