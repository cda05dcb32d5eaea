import type { Span } from './paper.ts';

/** Full stops that end no sentence: titles, "No. 7", initials, "p.m.", "e.g.". */
const ABBREVIATED =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Cllr|Cllrs|Prof|Rev|St|No|Nos|Min|para|paras|pp?|approx|inc|dept|cttee|vs|etc|e\.g|i\.e|cf|a\.m|p\.m|[A-Z])|\b\d{1,3}|^\(?[a-z0-9]{1,3})\.$/i;
const END =
  /(?:[.!?]["'’”)\]]{0,3}(?=\s+(?:["'‘“([]{0,2}[A-Z0-9£*•-]))|\n[ \t]*\n|\n(?=[ \t]*(?:[-*•–|]|\(?[a-z0-9]{1,3}[.)])[ \t])|\n(?<=[\t|][^\n]*\n))/g;

/**
 * Sentences of a text in order, as spans without the white space around them. A blank line, a bullet, a label at a
 * line's start and a table row's end also end one; abbreviations, initials and numbers do not.
 */
export function splitSentences(text: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  const close = (end: number) => {
    const raw = text.slice(start, end);
    const from = start + (raw.length - raw.trimStart().length);
    const to = start + raw.trimEnd().length;
    if (to > from) sentences.push({ start: from, end: to });
    start = end;
  };
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    if (match[0].startsWith('.') && ABBREVIATED.test(text.slice(Math.max(start, match.index - 12), match.index + 1)))
      continue;
    if (end > start) close(end);
  }
  close(text.length);
  return sentences;
}
