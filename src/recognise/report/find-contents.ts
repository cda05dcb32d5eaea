import type { OutlineLine } from '../outline-line.ts';
import { isContent } from './report-line.ts';

const CONTENTS_HEADING =
  /^(?:(?:table|list) of )?contents(?: page)?\W*$|^index\W*$|^table of (?:figures|tables|annexes|appendices)\b/i;
const LEADERS = /(?:\.[ ]?){4,}|…{2,}|(?:_ ?){6,}/;
const ENDS_WITH_PAGE = /\S\s+(?:page\s+)?\d{1,3}(?:\s*[-–]\s*\d{1,3})?$/i;

/** The indexes (`line.index`) of lines that list what the paper contains: they name sections and open none. */
export function findContents(lines: OutlineLine[]): Set<number> {
  const found = new Set<number>();
  const content = lines.filter(isContent);
  const last = lastPlaces(content);
  for (const [at, line] of content.entries()) {
    if (LEADERS.test(line.text)) found.add(line.index);
    if (!CONTENTS_HEADING.test(line.text)) continue;
    for (const entry of entriesFrom(content, at + 1, last)) found.add(entry.index);
  }
  return found;
}

/** Entries until a line that no later line repeats and that names no page: there the paper itself begins. */
function entriesFrom(content: OutlineLine[], from: number, last: Map<string, number>): OutlineLine[] {
  const entries: OutlineLine[] = [];
  for (const entry of content.slice(from)) {
    const paged = LEADERS.test(entry.text) || ENDS_WITH_PAGE.test(entry.text) || entry.kind === 'table';
    if (!paged && !CONTENTS_HEADING.test(entry.text) && (last.get(textKey(entry)) ?? 0) <= entry.index) break;
    entries.push(entry);
  }
  return entries;
}

/** For the words of each line, the index of the last line that has them. */
function lastPlaces(lines: OutlineLine[]): Map<string, number> {
  return new Map(lines.map((line) => [textKey(line), line.index]));
}

/** The words of a line as contents and headings share them: no number in front, no page behind. */
function textKey(line: OutlineLine): string {
  return line.rest
    .toLowerCase()
    .replace(/[\s.…\d]+$/, '')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}
