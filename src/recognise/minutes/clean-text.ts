import type { Span } from '../../paper.ts';

/** Words without marks, white space folded; `at[i]` is the offset in the source of character i of `text`. */
export type CleanText = { text: string; at: number[]; runs: Span[] };

const LINK = /\[([^\]\n]{0,300})\]\([^()\s]{0,500}\)/g;
const MARKS = /<br\s*\/?>|<\/?[a-z][^<>]{0,200}>|(?<=^|\n)[ \t]*#{1,6}[ \t]+|\*{1,3}|_{2,3}|\\(?=[#*_.()[\]|-])/gi;

/** Reads the words at these runs of the source as a person sees them, and keeps where each character stands. */
export function cleanText(source: string, runs: Span[]): CleanText {
  const chars: string[] = [];
  const at: number[] = [];
  const add = (char: string, offset: number): void => {
    const isSpace = /\s/.test(char);
    if (isSpace && (chars.at(-1) ?? ' ') === ' ') return;
    chars.push(isSpace ? ' ' : char);
    at.push(offset);
  };
  for (const run of runs) {
    const raw = blankMarks(source.slice(run.start, run.end));
    for (let i = 0; i < raw.length; i++) if (raw[i] !== '\0') add(raw[i] as string, run.start + i);
    add(' ', run.end);
  }
  const trimmed = chars.join('').trimEnd();
  return { text: trimmed, at: at.slice(0, trimmed.length), runs };
}

/** The source's slices for characters `from` to `to` of clean text; a slice at an end takes the marks there along. */
export function sliceSpans(clean: CleanText, from: number, to: number): Span[] {
  if (to <= from) return [];
  const start = from === 0 ? (clean.runs[0]?.start ?? 0) : (clean.at[from] ?? 0);
  const end = to >= clean.text.length ? (clean.runs.at(-1)?.end ?? 0) : (clean.at[to - 1] ?? 0) + 1;
  return clean.runs
    .map((run) => ({ start: Math.max(run.start, start), end: Math.min(run.end, end) }))
    .filter((span) => span.end > span.start);
}

/** The raw words at their old offsets, each character of a mark replaced by NUL. */
function blankMarks(raw: string): string {
  return raw
    .replace(LINK, (all, words: string) => `\0${words}${'\0'.repeat(all.length - words.length - 1)}`)
    .replace(MARKS, (mark) => (/^<br/i.test(mark) ? ' ' : '\0').repeat(mark.length));
}
