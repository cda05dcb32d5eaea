import type { OutlineLine } from '../outline-line.ts';
import { type CleanText, cleanText } from './clean-text.ts';

/** A shorter line holds no second heading. */
const MIN_LINE_CHARS = 40;
/** A longer line is a converter's accident, in which no heading is looked for. */
const MAX_LINE_CHARS = 20_000;
/** A minute's number by its year ("71/17", "21/034"), or one before a title in capitals ("15. NOTICEBOARDS"). */
const NUMBER = /\b(\d{1,4})(?:\/(\d{2,4})|[.)])\s+(?=([A-Z][A-Za-z’'(]{2})|[A-Z] )/g;
const AT_START = /^(\d{1,4})(?:\/(\d{2,4})\b|[.)](?=\s))/;
const CAPITALS = /^[A-Z][A-Z’'&,/()-]*(?:\s[A-Z&][A-Z’'&,/()-]*){0,12}/;
const MIN_CAPITALS = 8;
/** The number of a minute left out between two that are printed. */
const MAX_STEP = 2;

/**
 * Lines in which a converter ran several minutes together ("71/17 Declarations None. 72/17 Minutes …") cut before each
 * number that goes on where the last one stopped. Every character stays in one line.
 */
export function splitRunOns(source: string, lines: OutlineLine[]): OutlineLine[] {
  let last: Numbered | undefined;
  return lines.flatMap((line) => {
    if (line.kind === 'blank' || line.kind === 'furniture' || line.kind === 'table') return [line];
    last = numberAtStart(line.text) ?? last;
    if (last === undefined || line.text.length < MIN_LINE_CHARS || line.text.length > MAX_LINE_CHARS) return [line];
    const from = last;
    if (cutsIn(line.text, from).cuts.length === 0) return [line];
    const clean = cleanText(source, [line]);
    const { cuts, to } = cutsIn(clean.text, from);
    last = to;
    return cutLine(line, clean, cuts);
  });
}

/** A minute's number: its value and, where printed, its year. */
type Numbered = { value: number; year: string | undefined };

function numberAtStart(text: string): Numbered | undefined {
  const match = AT_START.exec(text);
  return match ? { value: Number(match[1]), year: match[2] } : undefined;
}

/** Where in the text the next numbers of the run stand after the end of a sentence, and the last of them. */
function cutsIn(text: string, from: Numbered): { cuts: number[]; to: Numbered } {
  const cuts: number[] = [];
  let to = from;
  for (const match of text.matchAll(NUMBER)) {
    const next = { value: Number(match[1]), year: match[2] };
    const step = next.value - to.value;
    if (next.year !== to.year || step < 1 || step > MAX_STEP || match.index === 0) continue;
    if (!/[.!?:;)”"’]\s+$/.test(text.slice(Math.max(0, match.index - 6), match.index))) continue;
    const title = text.slice(match.index + match[0].length, match.index + match[0].length + 120);
    if (next.year === undefined && (CAPITALS.exec(title)?.[0].length ?? 0) < MIN_CAPITALS) continue;
    cuts.push(match.index);
    to = next;
  }
  return { cuts, to };
}

function cutLine(line: OutlineLine, { text, at }: CleanText, cuts: number[]): OutlineLine[] {
  const starts = [line.start, ...cuts.map((cut) => at[cut] ?? line.start)];
  return starts.map((start, part) => {
    const words = text.slice(cuts[part - 1] ?? 0, cuts[part]).trimEnd();
    const own = { ...line, start, end: starts[part + 1] ?? line.end, text: words, rest: words };
    return part === 0 ? own : { ...own, kind: 'text' as const, marks: { hashes: 0, bold: false, capitals: false } };
  });
}
