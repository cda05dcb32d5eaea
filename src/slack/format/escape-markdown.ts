import { defuseLinks } from './defuse-links.ts';
import { visibleText } from './visible-text.ts';

/** What makes emphasis, code, links, struck-out words, tables and escapes anywhere in a line. */
const INLINE = /[\\`*_~[\]|]/g;
/** What makes a heading, list, rule or underlining at a line's start. */
const LINE_START = /^(#{1,6}(?=\s|$)|[-+=](?=[\s=-]|$)|\d{1,9}(?=[.)](?:\s|$)))/;
/** An entity would be decoded; every other `&` stays as it is. */
const ENTITY = /&(?=#?[a-z0-9]{1,32};)/gi;

/**
 * Somebody else's text for a `markdown` block or a stream: on one line, and read by Slack as the same words, whatever
 * Markdown, links, mentions or emoji codes stand in it. Slack reads `<…>` in Markdown too, so both brackets go.
 */
export function escapeMarkdown(text: string): string {
  return defuseLinks(visibleText(text))
    .replace(INLINE, '\\$&')
    .replace(LINE_START, (mark) => (/^\d/.test(mark) ? `${mark}\\` : `\\${mark}`))
    .replace(ENTITY, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}
