import type { Span, TextCell, TextRow } from '../../paper.ts';

/** A row as it stands in a text, before it is known what table it is of: which lines it takes up, numbered from 0. */
export type RawRow = TextRow & { separator: boolean; firstLine: number; lastLine: number };

/** The dashes of a Markdown table's separator row. */
const SEPARATOR_CELL = /^:?-+:?$/;
const SPACE = ' \t\r\n\f\v\u00a0';

/** A row of dashes, which parts the header from the body and is no row itself. */
export function isSeparator(cells: TextCell[]): boolean {
  const filled = cells.filter((cell) => cell.text !== '');
  return filled.length > 0 && filled.every((cell) => SEPARATOR_CELL.test(cell.text));
}

/** The cell of these characters without the white space around it; still an exact slice. */
export function trimCell(text: string, span: Span): TextCell {
  const start = skipSpace(text, span);
  const end = trimEnd(text, { start, end: span.end });
  return { text: text.slice(start, end), start, end };
}

/** Where the white space at the start of a span ends. */
export function skipSpace(text: string, span: Span): number {
  let at = span.start;
  while (at < span.end && isSpace(text[at])) at += 1;
  return at;
}

/** Where the white space at the end of a span begins. */
export function trimEnd(text: string, span: Span): number {
  let at = span.end;
  while (at > span.start && isSpace(text[at - 1])) at -= 1;
  return at;
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && SPACE.includes(character);
}
