import type { OutlineLine } from '../outline-line.ts';
import { isContent } from './report-line.ts';

const CONTENTS_HEADING =
  /^(?:(?:table|list) of )?contents(?: page)?\W*$|^index\W*$|^table of (?:figures|tables|annexes|appendices)\b/i;
const LEADERS = /\.{4}|(?:\. ){4}|…{2}|_{6}/;
const ENDS_WITH_PAGE = /\S\s+(?:page\s+)?\d{1,3}(?:\s*[-–]\s*\d{1,3})?$/i;

const MAX_ENTRY_CHARS = 200;

/** The indexes (`line.index`) of lines that list what the paper contains: they name sections and open none. */
export function findContents(lines: OutlineLine[]): Set<number> {
  const found = new Set<number>();
  const content = lines.filter(isContent);
  const listed = content.some((line) => CONTENTS_HEADING.test(line.text));
  const last = listed ? lastPlaces(content) : new Map<string, number>();
  let inside = false;
  for (const line of content) {
    inside = CONTENTS_HEADING.test(line.text) || (inside && isEntry(line, last));
    if (LEADERS.test(line.text) || (inside && !CONTENTS_HEADING.test(line.text))) found.add(line.index);
  }
  return found;
}

/** An entry names a page or is repeated by a later line; at another line the paper itself begins. */
function isEntry(line: OutlineLine, last: Map<string, number>): boolean {
  const paged = LEADERS.test(line.text) || ENDS_WITH_PAGE.test(line.text) || line.kind === 'table';
  return paged || (last.get(textKey(line)) ?? 0) > line.index;
}

/** For the words of each line, the index of the last line that has them. */
function lastPlaces(lines: OutlineLine[]): Map<string, number> {
  return new Map(lines.map((line) => [textKey(line), line.index]));
}

/** The words of a line as contents and headings share them: no number in front, no page behind. */
function textKey(line: OutlineLine): string {
  return line.rest
    .slice(0, MAX_ENTRY_CHARS)
    .toLowerCase()
    .replace(/[\s.…\d]+$/, '')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}
