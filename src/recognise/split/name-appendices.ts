import type { OutlineLine } from '../outline-line.ts';
import type { ListedAppendix } from './listed-appendices.ts';
import { coversTitle, linesNear, type PaperStart } from './paper-start.ts';

const MAX_TITLE_CHARS = 110;

/**
 * Appendices with the title their own report's list gives their label, else the short line under it; and covers whose
 * title that list names as the appendices they are.
 */
export function nameAppendices(
  lines: OutlineLine[],
  options: { starts: PaperStart[]; listed: ListedAppendix[] },
): PaperStart[] {
  let reportAt = 0;
  return options.starts.map((start) => {
    const own = options.listed.filter(({ index }) => index > reportAt && index < start.index);
    const named = start.kind === 'appendix' ? titled(lines, { start, own }) : coverNamed(start, own);
    if (named.kind !== 'appendix') reportAt = start.index;
    return named;
  });
}

function titled(lines: OutlineLine[], { start, own }: { start: PaperStart; own: ListedAppendix[] }): PaperStart {
  if (start.title !== undefined) return start;
  const entry = own.find(({ label }) => label.toLowerCase() === start.label?.toLowerCase());
  const title = entry?.title ?? titleBelow(lines, start.index);
  return title === undefined ? start : { ...start, title };
}

function coverNamed(start: PaperStart, own: ListedAppendix[]): PaperStart {
  if (start.kind !== 'other' || start.title === undefined) return start;
  const title = start.title;
  const entry = own.find((listed) => coversTitle(title, listed.title));
  return entry ? { ...start, kind: 'appendix', label: entry.label, title: entry.title } : start;
}

/** A short line under a bare label is its title. */
function titleBelow(lines: OutlineLine[], index: number): string | undefined {
  const next = linesNear(lines, index, { step: 1, count: 1 })[0];
  if (!next || next.label !== undefined || (next.kind !== 'text' && next.kind !== 'heading')) return undefined;
  const said = /[.:;,]$|https?:|^\W*(?:dear|not for publication|exempt|by virtue)\b/i.test(next.text);
  return said || next.text.length > MAX_TITLE_CHARS ? undefined : next.text;
}
