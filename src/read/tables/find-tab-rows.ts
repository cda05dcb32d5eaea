import type { Span, TextCell } from '../../paper.ts';
import { isSeparator, type RawRow, trimCell } from './raw-row.ts';

/** A bullet, number or letter in the first cell of two. */
const LABEL_CELL = /^(?:[-*•●▪o–]|\(?[a-z0-9]{1,4}[.)]|\d{1,3}(?:\.\d{1,3}){0,4}\.?)$/i;
/** Tables parted by an empty line are joined only from so many columns on: two columns are often something else. */
const MIN_JOINED_CELLS = 3;
const MAX_HEAD_ROWS = 3;

/**
 * The rows of tables whose columns are parted by tabs, in order. A row's `firstLine` takes in an empty line above it
 * that parts no table. Lines with a tab after a bullet or number are none.
 */
export function findTabRows(text: string, lines: Span[]): RawRow[] {
  const rows: RawRow[] = [];
  lines.forEach((line, index) => {
    const slice = text.slice(line.start, line.end);
    if (!slice.includes('\t') || slice.trim() === '') return;
    const cells = tabCells(text, line);
    if (isLabelled(cells)) return;
    rows.push({ ...line, cells, separator: isSeparator(cells), firstLine: index, lastLine: index });
  });
  return joinParted(rows, text, lines);
}

/** A tab after a bullet or a number indents; it parts no columns. */
function isLabelled(cells: TextCell[]): boolean {
  const filled = cells.filter((cell) => cell.text !== '');
  const [label, words] = filled.map((cell) => cell.text);
  if (label === undefined || words === undefined || filled.length !== 2 || cells.length !== 2) return false;
  return LABEL_CELL.test(label) && /\p{L}{2}/u.test(words);
}

function tabCells(text: string, line: Span): TextCell[] {
  const cells: TextCell[] = [];
  let start = line.start;
  for (let at = line.start; at <= line.end; at += 1) {
    if (at < line.end && text[at] !== '\t') continue;
    cells.push(trimCell(text, { start, end: at }));
    start = at + 1;
  }
  return cells;
}

/** An empty line between rows of as many cells, or between a few rows of headers and what they head, parts no table. */
function joinParted(rows: RawRow[], text: string, lines: Span[]): RawRow[] {
  let run = 1;
  return rows.map((row, index) => {
    const before = rows[index - 1];
    const parted = before !== undefined && row.firstLine === before.lastLine + 2;
    const between = parted ? (lines[before.lastLine + 1] as Span) : undefined;
    const joined =
      before !== undefined &&
      between !== undefined &&
      text.slice(between.start, between.end).trim() === '' &&
      (sameWidth(before, row) || (run <= MAX_HEAD_ROWS && headsRow(before, row)));
    run = joined || (before && row.firstLine === before.lastLine + 1) ? run + 1 : 1;
    return joined ? { ...row, firstLine: row.firstLine - 1 } : row;
  });
}

function sameWidth(before: RawRow, row: RawRow): boolean {
  return row.cells.length === before.cells.length && row.cells.length >= MIN_JOINED_CELLS;
}

/** Names without a figure among them, over a row that has a column or two more: the corner was lost. */
function headsRow(before: RawRow, row: RawRow): boolean {
  const more = row.cells.length - before.cells.length;
  const names = before.cells.filter((cell) => cell.text !== '');
  const worded = names.length > 1 && names.every((cell) => /[a-z]{2}/i.test(cell.text));
  return more >= 0 && more <= 2 && row.cells.length >= MIN_JOINED_CELLS && worded;
}
