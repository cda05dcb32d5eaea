import { formatDate } from '../../../citation.ts';
import type { MeetingListing } from '../../../listing.ts';
import { cutText } from '../../format/cut-text.ts';
import { SLACK_LIMITS } from '../../format/slack-limits.ts';
import { visibleText } from '../../format/visible-text.ts';

/** A prompt's title is shown on a button. */
const MAX_MESSAGE_CHARS = 300;
const MAX_TITLE_CHARS = SLACK_LIMITS.buttonChars;

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
  const which = `the ${visibleText(meeting.committee)} meeting of ${formatDate(meeting.date)}`;
  const date = formatDate(meeting.date);
  const titles = [...new Set(items.map(({ title }) => visibleText(title)).filter((title) => title !== ''))];
  const prompts = [
    { title: `What was decided on ${date}?`, message: `What was decided at ${which}?` },
    ...titles.map((title) => ({ title, message: `What was resolved on ${cutText(title, 150)} at ${which}?` })),
    { title: `Who was there on ${date}?`, message: `Who was present at ${which}?` },
  ];
  return prompts.slice(0, SLACK_LIMITS.prompts).map(({ title, message }) => ({
    title: cutText(title, MAX_TITLE_CHARS),
    message: cutText(withoutTokens(message), MAX_MESSAGE_CHARS),
  }));
}

/** The message is posted as the member's own words: brackets that Slack could read go. */
function withoutTokens(text: string): string {
  return text
    .replace(/</g, '‹')
    .replace(/>/g, '›')
    .replace(/[@#](?=\w)/g, '$& ');
}
