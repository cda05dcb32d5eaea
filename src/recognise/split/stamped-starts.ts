import type { OutlineLine } from '../outline-line.ts';
import type { PaperStart } from './paper-start.ts';

const STAMP = /\bitem\s+(?:no\.?\s*)?(\d{1,3}[a-z]?)\W?$/i;
const AGENDA = /^\W*a\s?g\s?e\s?n\s?d\s?a\W*$/i;
const PAGES = /\s*[([]?\s*\bpages?\s*\d{1,4}.{0,12}$/i;
const MAX_PAGE_MARKS = 3;

/**
 * A pack's pages may be stamped with the agenda item whose paper begins there ("Agenda Item 7"). A stamp that repeats
 * the one before it says nothing new.
 */
export function stampedStarts(lines: OutlineLine[]): PaperStart[] {
  const starts: PaperStart[] = [];
  let item: string | undefined;
  for (const line of lines) {
    const number = line.kind === 'furniture' ? STAMP.exec(line.text)?.[1] : undefined;
    if (number === undefined || number === item) continue;
    item = number;
    const title = itemTitle(lines, { number, before: line.index });
    starts.push({ index: withPageMarks(lines, line), kind: 'other', weight: 1, ...(title ? { title } : {}) });
  }
  return starts;
}

/** The title the agenda above gives the item. */
function itemTitle(lines: OutlineLine[], item: { number: string; before: number }): string | undefined {
  const agenda = lines.findLast((line) => line.index < item.before && AGENDA.test(line.text));
  if (!agenda) return undefined;
  const line = lines.slice(agenda.index, item.before).find(({ label }) => label === item.number);
  return line?.rest.replace(PAGES, '').trim() || undefined;
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
