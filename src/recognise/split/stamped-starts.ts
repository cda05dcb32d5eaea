import type { OutlineLine } from '../outline-line.ts';
import type { PaperStart } from './paper-start.ts';

const STAMP = /\bitem\s+(?:no\.?\s*)?(\d{1,3}[a-z]?)\W?$/i;
const AGENDA = /^\W*a\s?g\s?e\s?n\s?d\s?a\W*$/i;
const PAGES = /\s*[([]?\s*\bpages?\s*\d{1,4}.{0,12}$/i;
const MAX_TITLE_CHARS = 200;
const MAX_PAGE_MARKS = 3;

/**
 * A pack's pages may be stamped with the agenda item whose paper begins there ("Agenda Item 7"). A stamp that repeats
 * the one before it says nothing new.
 */
export function stampedStarts(lines: OutlineLine[]): PaperStart[] {
  const starts: PaperStart[] = [];
  let titles = new Map<string, string>();
  let item: string | undefined;
  for (const line of lines) {
    if (AGENDA.test(line.text)) titles = new Map();
    addTitle(titles, line);
    const number = line.kind === 'furniture' ? STAMP.exec(line.text)?.[1] : undefined;
    if (number === undefined || number === item) continue;
    item = number;
    const title = titles.get(number);
    starts.push({ index: withPageMarks(lines, line), kind: 'other', weight: 1, ...(title ? { title } : {}) });
  }
  return starts;
}

/** The first title that the agenda above gives each item's number. */
function addTitle(titles: Map<string, string>, line: OutlineLine): void {
  if (line.label === undefined || titles.has(line.label)) return;
  const title = line.rest.replace(PAGES, '').trim();
  if (title !== '' && title.length <= MAX_TITLE_CHARS) titles.set(line.label, title);
}

/** The page's number just above the stamp stands on the same page. */
function withPageMarks(lines: OutlineLine[], stamp: OutlineLine): number {
  let start = stamp.index;
  for (let index = stamp.index - 1; index >= 0 && index >= stamp.index - MAX_PAGE_MARKS; index--) {
    const above = lines[index];
    if (above === undefined || (above.kind !== 'blank' && above.kind !== 'furniture') || above.page !== stamp.page)
      break;
    if (above.kind === 'furniture') start = index;
  }
  return start;
}
