import type { OutlineLine } from '../outline-line.ts';
import { appendixHeading, type ListedAppendix } from './listed-appendices.ts';
import { foldTitle, hasContent, type PaperStart } from './paper-start.ts';

/** So much of the paper before stands above a title that begins the next one. */
const MIN_LINES_ABOVE = 20;

/**
 * Appendices whose label is only a running head further down begin at the title that the report's list gives them:
 * a line of just these words between the start before and the label, and the label printed again below.
 */
export function raiseToTitle(
  lines: OutlineLine[],
  options: { starts: PaperStart[]; listed: ListedAppendix[] },
): PaperStart[] {
  const { starts, listed } = options;
  const lastPrinted = lastLabels(lines);
  return starts.map((start, at) => {
    const before = starts[at - 1];
    if (start.kind !== 'appendix' || start.label === undefined || before === undefined) return start;
    const label = start.label.toLowerCase();
    const entry = listed.findLast((one) => one.index < before.index && one.label.toLowerCase() === label);
    if (entry === undefined || (lastPrinted.get(label) ?? 0) <= start.index) return start;
    const title = lines
      .slice(before.index + 1, start.index)
      .find((line) => isTitle(line, entry) && isFar(lines, before.index, line.index));
    return title ? { ...start, index: title.index, title: entry.title } : start;
  });
}

/** For each label in lower case, the index of the last line that prints it. */
function lastLabels(lines: OutlineLine[]): Map<string, number> {
  const last = new Map<string, number>();
  for (const line of lines) {
    const label = line.kind === 'furniture' ? undefined : appendixHeading(line)?.label;
    if (label !== undefined) last.set(label.toLowerCase(), line.index);
  }
  return last;
}

/** The title's words alone, but for a remark in brackets ("(Provisional)"). */
function isTitle(line: OutlineLine, entry: ListedAppendix): boolean {
  if ((line.kind !== 'text' && line.kind !== 'heading') || line.text.length > entry.title.length + 40) return false;
  return foldTitle(line.text.replace(/\s*\([^()]{1,30}\)$/, '')) === foldTitle(entry.title);
}

function isFar(lines: OutlineLine[], from: number, to: number): boolean {
  return hasContent(lines, { from, to, atLeast: MIN_LINES_ABOVE });
}
