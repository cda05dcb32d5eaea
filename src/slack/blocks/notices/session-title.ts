import { cutText } from '../../format/cut-text.ts';
import { defuseLinks } from '../../format/defuse-links.ts';
import { visibleText } from '../../format/visible-text.ts';

/** Slack's limit for a session's title. */
const MAX_TITLE_CHARS = 200;

/**
 * A question as the title of the conversation that it began, at most 200 characters. Slack does not say how it reads a
 * title: no mention or link can be in one without angle brackets, and escapes might be shown as they are.
 */
export function sessionTitle(question: string): string {
  const defused = defuseLinks(visibleText(question)).replaceAll('<', '‹').replaceAll('>', '›');
  return cutText(defused, MAX_TITLE_CHARS);
}
