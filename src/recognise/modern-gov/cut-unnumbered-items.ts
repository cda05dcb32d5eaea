import type { OutlineLine } from '../outline-line.ts';
import type { WebItem } from './cut-web-items.ts';
import { isItemHeader, withoutFileSize } from './web-page-lines.ts';

const MAX_TITLE_CHARS = 150;
/** What the agenda asked for, before what was said. */
const AGENDA_WORDS = /^(?:To \p{Ll}+|Members (?:are|will be) (?:asked|reminded|invited|requested))\b/u;

/**
 * The items of a page that kept neither numbers nor "Minutes:": each title stands alone below the end of a sentence
 * and above one, and the agenda's own words come before what was said.
 */
export function cutUnnumberedItems(lines: OutlineLine[]): WebItem[] {
  const header = lines.findIndex((line) => isItemHeader(line.text));
  if (header < 0) return [];
  const content = lines.slice(header + 1).filter((line) => line.kind !== 'blank' && line.kind !== 'furniture');
  const items: WebItem[] = [];
  content.forEach((line, at) => {
    const item = items.at(-1);
    if (isTitle(line, { above: content[at - 1], below: content[at + 1] })) {
      const heading = { ...line, kind: 'heading' as const };
      items.push({ title: withoutFileSize(line.text), heading, parts: [{ kind: 'agenda', lines: [] }] });
    } else if (item) {
      const part = item.parts.at(-1);
      if (part?.kind === 'agenda' && !AGENDA_WORDS.test(line.text)) item.parts.push({ kind: 'minutes', lines: [line] });
      else part?.lines.push(line);
    }
  });
  return items;
}

function isTitle(
  { text, kind, label }: OutlineLine,
  { above, below }: { above: OutlineLine | undefined; below: OutlineLine | undefined },
): boolean {
  if (kind === 'bullet' || kind === 'table' || label !== undefined || text.length > MAX_TITLE_CHARS) return false;
  if (!/^\p{Lu}/u.test(text) || /[.;:,!?”"]$/.test(text)) return false;
  const ended = above === undefined || /[.!?]["”’)]*$/.test(above.text);
  return ended && below !== undefined && /[.:;]["”’)]*$/.test(below.text);
}
