import { escapeMrkdwn, mrkdwnWeight } from '../../format/escape-mrkdwn.ts';
import { splitText } from '../../format/split-text.ts';
import { visibleText } from '../../format/visible-text.ts';
import type { Unit } from './pack-messages.ts';
import { richParagraph } from './rich-text.ts';

/** Room for a part of a text: with its escapes and its citations it fits a section, a `text` and a message. */
export const MAX_PART_CHARS = 2_500;

/** A text as paragraphs, most often one; a long one is broken between sentences. */
export function textUnits(text: string): Unit[] {
  return splitParts(text).map((part) => ({ text: escapeMrkdwn(part), blocks: [richParagraph(part)] }));
}

/** A text in parts that each fit a paragraph; at least one. */
export function splitParts(text: string): string[] {
  const parts = splitText(visibleText(text), { max: MAX_PART_CHARS, weigh: mrkdwnWeight });
  return parts.length > 0 ? parts : ['–'];
}
