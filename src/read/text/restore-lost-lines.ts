import type { Span } from '../../paper.ts';

/** Characters to a line above which, on average, a text has lost its line ends; paragraphs on one line are shorter. */
const MIN_LOST_CHARS = 1200;
/** A longer line is no minutes. */
const MAX_LINE_CHARS = 1_000_000;
/** Fewer numbers in a row are chance. */
const MIN_RUN = 3;
/** "4. Planning", "4.2 The Clerk …", "5 URGENT BUSINESS". */
const NUMBER =
  /(?<!\S)(\d{1,3})(?:\.(\d{1,2})\.?\s+(?=["“(]?\p{Lu})|\.\s+(?=["“(]?\p{Lu})|\s+(?=\p{Lu}{3,}[\s,&’'-]+(?:\p{Lu}{2,}|\p{Lu}\p{Ll})))/gu;
/** Words that begin a line wherever they are printed so. */
const BEGINS =
  /(?<=\s)(?:RESOLVED(?=\s?[:–—-]|\s+(?:that|THAT|unanimously)\b)|Resolved(?=\s?[:–—-]|\s+that\b)|AGREED(?=\s?[:–—-]|\s+that\b)|(?:PRESENT|Present|IN ATTENDANCE|In [Aa]ttendance|APOLOGIES|Apologies|ALSO PRESENT|Also [Pp]resent)(?=\s?:)|(?:MINUTES|Minutes) (?:OF|of) (?:A|THE|a|the) (?:\p{L}+ ){0,3}(?:MEETING|[Mm]eeting) (?=(?:OF|of|HELD|held)\b))/gu;

/**
 * The lines of a text whose line ends are nearly all lost, cut again where its numbers go on ("1. … 1.1 … 2. …") and
 * before the words that begin a line; the lines as given for any other text. No character is left out of its line but
 * the space at a cut.
 */
export function restoreLostLines(text: string, lines: Span[]): Span[] {
  const filled = lines.filter(({ start, end }) => end > start);
  const chars = filled.reduce((sum, { start, end }) => sum + end - start, 0);
  if (filled.length === 0 || chars / filled.length < MIN_LOST_CHARS) return lines;
  return lines.flatMap((line) => (line.end - line.start < MIN_LOST_CHARS ? [line] : cutLine(text, line)));
}

function cutLine(text: string, line: Span): Span[] {
  if (line.end - line.start > MAX_LINE_CHARS) return [line];
  const words = text.slice(line.start, line.end);
  const numbers = numbersInOrder(words);
  if (numbers.length < MIN_RUN) return [line];
  const begins = [...words.matchAll(BEGINS)].map(({ index }) => index);
  const cuts = [...new Set([...numbers, ...begins])].filter((cut) => cut > 0).sort((a, b) => a - b);
  return [0, ...cuts].map((from, at) => {
    const to = cuts[at] ?? words.length;
    return { start: line.start + from, end: line.start + from + words.slice(from, to).trimEnd().length };
  });
}

/** Where the next number of the run from 1, or the next part of the last one, is printed. */
function numbersInOrder(words: string): number[] {
  const found: number[] = [];
  let [last, part] = [0, 0];
  for (const match of words.matchAll(NUMBER)) {
    const [whole, sub] = [Number(match[1]), match[2] === undefined ? undefined : Number(match[2])];
    const next = sub === undefined ? whole === last + 1 : whole === last && sub === part + 1;
    if (!next) continue;
    [last, part] = [whole, sub ?? 0];
    found.push(match.index);
  }
  return found;
}
