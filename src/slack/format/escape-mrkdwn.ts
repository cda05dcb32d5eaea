import { defuseLinks } from './defuse-links.ts';
import { visibleText } from './visible-text.ts';

/**
 * Somebody else's text for a message's `text` or a mrkdwn object: Slack's three characters as entities, so that no
 * `<…>` of theirs is read, and nothing left to link. A leading `>` would be a quotation even as an entity. Line feeds
 * stay with `lines`.
 */
export function escapeMrkdwn(text: string, options: { lines?: boolean } = {}): string {
  return escapeEntities(defuseLinks(visibleText(text, options)));
}

/** `&`, `<` and `>` as Slack wants them, in that order. */
export function escapeEntities(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** The most characters that one character can become in escapeMrkdwn, for measuring before escaping. */
export function mrkdwnWeight(character: string): number {
  if (character === '&') return 5;
  if (character === '<' || character === '>') return 4;
  return /[.:@#]/.test(character) ? 2 : 1;
}
