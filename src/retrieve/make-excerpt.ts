import type { ExcerptPart } from '../excerpt.ts';
import type { Span } from '../paper.ts';
import type { Passage } from '../passage.ts';

/** As much of the surroundings as fits a screen on either side of the cited words. */
const AROUND_CHARS = 700;
/** A whole report may be cited; more than this of it is no excerpt. */
const MAX_CITED_CHARS = 6_000;

/**
 * The cited spans in their surroundings, as slices in reading order. Made of `passages` only, one paper's that the
 * audience may read, in reading order: what stands between them is closed and left out as a gap.
 */
export function makeExcerpt(cited: Span[], passages: Passage[]): ExcerptPart[] {
  const first = Math.min(...cited.map(({ start }) => start));
  const last = Math.min(Math.max(...cited.map(({ end }) => end)), first + MAX_CITED_CHARS);
  const parts: (ExcerptPart & Span)[] = [];
  let reached = -1;
  for (const passage of [...passages].sort((a, b) => a.span.start - b.span.start)) {
    const start = Math.max(passage.span.start, reached, first - AROUND_CHARS);
    const end = Math.min(passage.span.end, last + AROUND_CHARS);
    if (start >= end) continue;
    for (const piece of pieces({ start, end }, cited)) {
      const text = passage.text.slice(piece.start - passage.span.start, piece.end - passage.span.start);
      const gapBefore = parts.length > 0 && piece.start > reached && reached >= 0;
      const before = parts.at(-1);
      if (before && before.cited === piece.cited && !gapBefore) before.text += text;
      else parts.push({ ...piece, text, gapBefore });
      reached = piece.end;
    }
  }
  return parts
    .filter(({ text, cited: isCited }) => isCited || text.trim() !== '')
    .map(({ text, cited: isCited, gapBefore }) => ({ text, cited: isCited, gapBefore }));
}

/** A span cut where the cited spans begin and end. */
function pieces(span: Span, cited: Span[]): (Span & { cited: boolean })[] {
  const cuts = cited.flatMap(({ start, end }) => [start, end]).filter((at) => at > span.start && at < span.end);
  const edges = [...new Set([span.start, ...cuts.sort((a, b) => a - b), span.end])];
  return edges.slice(0, -1).map((start, n) => {
    const end = edges[n + 1] ?? span.end;
    return { start, end, cited: cited.some((other) => other.start <= start && end <= other.end) };
  });
}
