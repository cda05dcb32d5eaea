import type { ExcerptPart } from '../excerpt.ts';
import type { Passage } from '../passage.ts';
import type { Span } from '../span.ts';

/** As much of the surroundings as fits a screen on either side of the cited words. */
const AROUND_CHARS = 700;
/** A whole report may be cited; more than this of it is no excerpt. */
const MAX_CITED_CHARS = 6_000;

export type MakeExcerptOptions = {
  /** One paper's passages that the audience may read, in reading order. */
  passages: Passage[];
  /** True if nothing but white space stands here in the paper; no words of it are ever shown. */
  isBlank(span: Span): boolean;
  /** What to show, instead of the cited words with their surroundings. */
  within?: Span;
};

/** What is shown, and what of the paper's text that spans. */
export type CutExcerpt = { parts: ExcerptPart[]; shown: Span };

/**
 * The cited spans in their surroundings, as slices of passages in reading order. What stands between passages is
 * closed to the audience, unless blank, and left out as a gap.
 */
export function makeExcerpt(cited: Span[], options: MakeExcerptOptions): ExcerptPart[] {
  return cutExcerpt(cited, options).parts;
}

/** The same with the stretch that it spans; with `within`, that stretch and no more, between whole words. */
export function cutExcerpt(cited: Span[], { passages, isBlank, within }: MakeExcerptOptions): CutExcerpt {
  const around = within ?? surroundings(cited);
  const parts: ExcerptPart[] = [];
  const shown = { start: around.start, end: around.start };
  let reached = -1;
  for (const passage of [...passages].sort((a, b) => a.span.start - b.span.start)) {
    const start = Math.max(passage.span.start, reached, wordStart(passage, around.start));
    const end = Math.min(passage.span.end, wordEnd(passage, around.end));
    if (start >= end) continue;
    if (reached < 0) shown.start = start;
    shown.end = end;
    const gapBefore = reached >= 0 && start > reached && !isBlank({ start: reached, end: start });
    const space = reached >= 0 && start > reached && !gapBefore ? '\n\n' : '';
    for (const [n, piece] of pieces({ start, end }, cited).entries()) {
      const text = passage.text.slice(piece.start - passage.span.start, piece.end - passage.span.start);
      join(parts, { text: n === 0 ? space + text : text, cited: piece.cited, gapBefore: n === 0 && gapBefore });
    }
    reached = end;
  }
  return { parts: parts.filter((part) => part.cited || part.text.trim() !== ''), shown };
}

function surroundings(cited: Span[]): Span {
  const first = Math.min(...cited.map(({ start }) => start));
  const last = Math.min(Math.max(...cited.map(({ end }) => end)), first + MAX_CITED_CHARS);
  return { start: first - AROUND_CHARS, end: last + AROUND_CHARS };
}

function join(parts: ExcerptPart[], part: ExcerptPart): void {
  const before = parts.at(-1);
  if (before && before.cited === part.cited && !part.gapBefore) before.text += part.text;
  else parts.push(part);
}

/** The first beginning of a word from here on, so that an excerpt does not begin in the middle of one. */
function wordStart({ text, span }: Passage, at: number): number {
  if (at <= span.start) return span.start;
  const space = text.slice(at - span.start).search(/\s/);
  return space < 0 ? span.end : at + space;
}

/** The last end of a word up to here. */
function wordEnd({ text, span }: Passage, at: number): number {
  if (at >= span.end) return span.end;
  return span.start + Math.max(0, text.slice(0, Math.max(0, at - span.start)).search(/\s\S*$/));
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
