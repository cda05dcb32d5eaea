import type { OutlineLine } from '../outline-line.ts';
import { agendaStarts } from './agenda-starts.ts';
import { appendixStarts } from './appendix-starts.ts';
import { contentsStarts } from './contents-starts.ts';
import { listedAppendices } from './listed-appendices.ts';
import { minutesStarts } from './minutes-starts.ts';
import { nameAppendices } from './name-appendices.ts';
import { hasContent, type PaperStart } from './paper-start.ts';
import { raiseToTitle } from './raise-to-title.ts';
import { reportStarts } from './report-starts.ts';
import { restrictedStarts } from './restricted-starts.ts';
import { stampedStarts } from './stamped-starts.ts';
import { titledStarts } from './titled-starts.ts';

/** Two starts with fewer lines of content between them are one paper's. */
const MIN_PAPER_LINES = 3;
/** A paper told only by its cover or title stands at least so many lines of content below another's start. */
const MIN_OWN_LINES = 20;

/**
 * Where the papers of a file begin, in order: first by what they say of themselves, then by what covers and promised
 * titles tell where nothing else does.
 */
export function findStarts(lines: OutlineLine[]): PaperStart[] {
  const listed = listedAppendices(lines);
  const headed = settleStarts(lines, [
    ...agendaStarts(lines),
    ...minutesStarts(lines),
    ...reportStarts(lines),
    ...appendixStarts(lines, listed),
    ...restrictedStarts(lines),
    ...stampedStarts(lines),
  ]);
  const covers = contentsStarts(lines).filter(({ index }) => isFarBelow(lines, headed, index));
  const starts = settleStarts(lines, [...headed, ...covers]);
  const titled = titledStarts(lines, { starts, listed }).filter(({ index }) => isFarBelow(lines, starts, index));
  const settled = settleStarts(lines, [...starts, ...titled]);
  return nameAppendices(lines, { starts: raiseToTitle(lines, { starts: settled, listed }), listed });
}

/** A cover or title close below the start of a paper is that paper's. */
function isFarBelow(lines: OutlineLine[], starts: PaperStart[], index: number): boolean {
  const above = starts.findLast((start) => start.index <= index);
  return above === undefined || hasContent(lines, { from: above.index, to: index, atLeast: MIN_OWN_LINES });
}

/** In order, the weightier of two starts that stand close together. */
function settleStarts(lines: OutlineLine[], found: PaperStart[]): PaperStart[] {
  const ordered = [...found].sort((a, b) => a.index - b.index || b.weight - a.weight);
  const settled: PaperStart[] = [];
  for (const start of ordered) {
    const last = settled.at(-1);
    const between = { from: last?.index ?? 0, to: start.index };
    const near = !hasContent(lines, { ...between, atLeast: MIN_PAPER_LINES });
    const stamp = last?.kind === 'other' && !hasContent(lines, { ...between, atLeast: 1 });
    const apart = !last || !near || last.kind === 'restricted' || start.kind === 'restricted' || areTwo(last, start);
    if (apart && !stamp) settled.push(start);
    else if (start.weight > last.weight) settled[settled.length - 1] = { ...start, index: last.index };
  }
  return settled;
}

/** A short appendix is followed by the next. */
function areTwo(last: PaperStart, start: PaperStart): boolean {
  return (
    last.kind === 'appendix' && start.kind === 'appendix' && last.label !== start.label && last.weight === start.weight
  );
}
