import type { OutlineLine } from '../outline-line.ts';
import type { PaperStart } from './paper-start.ts';

const STAMP = /\bitem\s+(?:no\.?\s*)?(\d{1,3}[a-z]?)\W?$/i;
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
    starts.push({ index: withPageMarks(lines, line), kind: 'other', weight: 1 });
  }
  return starts;
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
