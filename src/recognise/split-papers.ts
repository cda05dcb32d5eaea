import type { PaperKind, PaperText } from '../paper.ts';
import type { OutlineLine, Segment } from './outline-line.ts';
import { agendaStarts } from './split/agenda-starts.ts';
import { appendixStarts } from './split/appendix-starts.ts';
import { contentsStarts } from './split/contents-starts.ts';
import { listedAppendices } from './split/listed-appendices.ts';
import { minutesStarts } from './split/minutes-starts.ts';
import { nameAppendices } from './split/name-appendices.ts';
import type { PaperStart } from './split/paper-start.ts';
import { reportStarts } from './split/report-starts.ts';
import { restrictedStarts } from './split/restricted-starts.ts';
import { stampedStarts } from './split/stamped-starts.ts';
import { titledStarts } from './split/titled-starts.ts';
import { unheadedKind } from './split/unheaded-kind.ts';

/** Two starts with no more than this many lines of content between them are one paper's. */
const MIN_PAPER_LINES = 3;
/** A paper told only by its cover or title stands at least so many lines of content below another's start. */
const MIN_OWN_LINES = 20;
/** So few lines before the first start (a stamp, a logo's words, a title) are part of that paper. */
const MAX_OPENING_LINES = 5;
const FORMAT_KINDS: Partial<Record<PaperText['format'], PaperKind>> = {
  pptx: 'presentation',
  csv: 'scorecard',
  srt: 'transcript',
};

/** Cuts a file into its papers, in order and without gaps: every line, and every character, is in one segment. */
export function splitPapers(source: PaperText, lines: OutlineLine[]): Segment[] {
  const kind = FORMAT_KINDS[source.format];
  if (kind) return [segment(source, lines, { kind })];
  return cut(source, lines, findStarts(lines));
}

/** First what papers say of themselves, then what covers and promised titles tell where nothing else does. */
function findStarts(lines: OutlineLine[]): PaperStart[] {
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
  return nameAppendices(lines, { starts: settleStarts(lines, [...starts, ...titled]), listed });
}

/** A cover or title close below the start of a paper is that paper's. */
function isFarBelow(lines: OutlineLine[], starts: PaperStart[], index: number): boolean {
  const above = starts.findLast((start) => start.index <= index);
  return above === undefined || contentLines(lines, above.index, index) >= MIN_OWN_LINES;
}

/** In order, the weightier of two starts that stand close together. */
function settleStarts(lines: OutlineLine[], found: PaperStart[]): PaperStart[] {
  const ordered = [...found].sort((a, b) => a.index - b.index || b.weight - a.weight);
  const settled: PaperStart[] = [];
  for (const start of ordered) {
    const last = settled.at(-1);
    const near = last && contentLines(lines, last.index, start.index) < MIN_PAPER_LINES;
    const stamp = last && near && last.kind === 'other' && contentLines(lines, last.index, start.index) === 0;
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

function contentLines(lines: OutlineLine[], from: number, to: number): number {
  return lines.slice(from, to).filter((line) => line.kind !== 'blank' && line.kind !== 'furniture').length;
}

function cut(source: PaperText, lines: OutlineLine[], starts: PaperStart[]): Segment[] {
  const first = starts[0];
  const opening = first === undefined || contentLines(lines, 0, first.index) > MAX_OPENING_LINES;
  const all: Omit<PaperStart, 'weight'>[] = opening
    ? [{ index: 0, kind: 'other' }, ...starts]
    : [{ ...first, index: 0 }, ...starts.slice(1)];
  return all.map((start, at) => {
    const end = all[at + 1]?.index ?? lines.length;
    const own = lines.slice(start.index, end);
    return segment(source, own, { ...start, kind: start.kind === 'other' ? unheadedKind(own) : start.kind });
  });
}

function segment(
  source: PaperText,
  lines: OutlineLine[],
  start: { kind: PaperKind; title?: string; label?: string },
): Segment {
  const isFirst = (lines[0]?.index ?? 0) === 0;
  const last = lines.at(-1);
  const next = last ? source.lines[last.index + 1]?.start : undefined;
  return {
    kind: start.kind,
    span: { start: isFirst ? 0 : (lines[0]?.start ?? 0), end: next ?? source.text.length },
    lines,
    ...(start.title === undefined ? {} : { title: start.title }),
    ...(start.label === undefined ? {} : { label: start.label }),
  };
}
