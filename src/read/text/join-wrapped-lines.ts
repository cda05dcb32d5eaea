import type { Span, TextTable } from '../../paper.ts';

/** Widths at which programs break lines; a longer usual line is a paragraph, a shorter one a list or a poem. */
const MIN_WIDTH = 56;
const MAX_WIDTH = 132;
/** The share of lines longer than the width: addresses and rules that could not be broken. */
const MAX_LONGER = 0.1;
/** Fewer broken sentences than this are chance. */
const MIN_BROKEN = 3;
/** The share of broken sentences that were broken only where the next word had no room. Print set in columns has less. */
const MIN_FILLED = 0.9;
/** A line that begins so is no continuation, however full the one above is. */
const BEGINS =
  /^\s*(?:$|[-*+•–—>|#]\s?|\(?(?:\d{1,4}(?:[./]\d{1,4}){0,4}|[a-zA-Z]|[ivxIVX]{1,4})[.)](?:\s|$)|\d{1,4}(?:[./]\d{1,4}){1,4}\s|(?:RESOLVED|AGREED|Resolved|PRESENT|Present)\b|\[?https?:)/;
/** Words set in columns are not broken at a width. */
const IN_COLUMNS = /\t|\S {3,}\S|\|/;

/**
 * The lines of a text that a program broke at a fixed width, each broken paragraph one line over the breaks; the lines
 * as given where the text was not broken so. Tables stay as they are.
 */
export function joinWrappedLines(text: string, options: { lines: Span[]; tables: TextTable[] }): Span[] {
  const words = options.lines.map(({ start, end }) => text.slice(start, end).trimEnd());
  const width = wrapWidth(words);
  if (width === undefined) return options.lines;
  const inTable = tableLines(options);
  const joined: Span[] = [];
  options.lines.forEach((line, at) => {
    const last = joined.at(-1);
    const goesOn = at > 0 && last && !inTable.has(at) && !inTable.has(at - 1) && isBroken(words, at, width);
    if (goesOn) last.end = line.end;
    else joined.push({ ...line });
  });
  return joined;
}

/** True if the line above was full and this one goes on with it. */
function isBroken(words: string[], at: number, width: number): boolean {
  const [above = '', line = ''] = [words[at - 1], words[at]];
  if (above === '' || BEGINS.test(line) || IN_COLUMNS.test(above) || IN_COLUMNS.test(line)) return false;
  return isFull(above, line, width);
}

function isFull(above: string, below: string, width: number): boolean {
  const first = /\S+/.exec(below)?.[0].length ?? 0;
  return above.length <= width && above.length + 1 + first > width;
}

/** The width at which the text's lines were broken; undefined if they were not. */
function wrapWidth(words: string[]): number | undefined {
  const broken: { above: string; below: string }[] = [];
  words.forEach((below, at) => {
    const above = words[at - 1] ?? '';
    if (above.length > MAX_WIDTH || IN_COLUMNS.test(above) || IN_COLUMNS.test(below)) return;
    if (stopsShort(above, below)) broken.push({ above, below });
  });
  const width = broken.reduce((most, { above }) => Math.max(most, above.length), 0);
  if (broken.length < MIN_BROKEN || width < MIN_WIDTH) return undefined;
  const filled = broken.filter(({ above, below }) => isFull(above, below, width)).length;
  const prose = words.filter((line) => line !== '' && !IN_COLUMNS.test(line));
  const longer = prose.filter((line) => line.length > width).length;
  return filled >= broken.length * MIN_FILLED && longer <= prose.length * MAX_LONGER ? width : undefined;
}

/** A line that ends in the middle of a sentence, and one that goes on with it. */
function stopsShort(above: string, below: string): boolean {
  if (/[\p{Ll},]$/u.test(above) && /^\s*\p{Ll}/u.test(below)) return true;
  const unended = !/[.:;?!]["”’)]?$/.test(above) || /(?:^|\s)\p{Lu}\.$/u.test(above);
  return unended && above.length >= MIN_LONG && !BEGINS.test(below);
}

/** A line this long that no stop ends is no title. */
const MIN_LONG = 50;

function tableLines({ lines, tables }: { lines: Span[]; tables: TextTable[] }): Set<number> {
  const inside = new Set<number>();
  let next = 0;
  lines.forEach(({ start }, at) => {
    while (next < tables.length && (tables[next]?.end ?? 0) <= start) next++;
    const table = tables[next];
    if (table && start >= table.start && start < table.end) inside.add(at);
  });
  return inside;
}
