import type { ReportLine } from './report-line.ts';

/** A line of words with what stands around it, space and page furniture left out. */
export type PlacedLine = {
  line: ReportLine;
  before?: PlacedLine;
  after?: PlacedLine;
  blankBefore: boolean;
  blankAfter: boolean;
};

/** The lines linked to their neighbours, in order. */
export function placeLines(lines: ReportLine[]): PlacedLine[] {
  const placed: PlacedLine[] = lines.map((line) => ({ line, blankBefore: true, blankAfter: true }));
  for (const [at, here] of placed.entries()) {
    const before = placed[at - 1];
    if (!before) continue;
    here.before = before;
    before.after = here;
    here.blankBefore = before.line.index < here.line.index - 1;
    before.blankAfter = here.blankBefore;
  }
  return placed;
}
