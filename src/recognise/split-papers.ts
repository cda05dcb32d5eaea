import type { PaperKind, PaperText } from '../paper.ts';
import type { OutlineLine, Segment } from './outline-line.ts';
import { findStarts } from './split/find-starts.ts';
import { hasContent, type PaperStart } from './split/paper-start.ts';
import { unheadedKind } from './split/unheaded-kind.ts';

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

function cut(source: PaperText, lines: OutlineLine[], starts: PaperStart[]): Segment[] {
  const first = starts[0];
  const opening =
    first === undefined || hasContent(lines, { from: 0, to: first.index, atLeast: MAX_OPENING_LINES + 1 });
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
