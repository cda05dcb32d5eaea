import type { Span, TextCell, TextRow, TextTable } from '../paper.ts';
import { alignHeaders } from './align-headers.ts';
import { countHeaderRows } from './count-header-rows.ts';
import { findMarkupTables } from './find-markup-tables.ts';
import { findSpacedRows } from './find-spaced-rows.ts';

/** A cell that a converter broke over lines is followed this far; more than that and the pipe was no table's. */
const MAX_BROKEN_LINES = 30;
/** The dashes of a Markdown table's separator row. */
const SEPARATOR_CELL = /^:?-+:?$/;
/** A bullet, number or letter in the first cell of two. */
const LABEL_CELL = /^(?:[-*•●▪o–]|\(?[a-z0-9]{1,4}[.)]|\d{1,3}(?:\.\d{1,3}){0,4}\.?)$/i;
/** Tables parted by an empty line are joined only from so many columns on: two columns are often something else. */
const MIN_JOINED_CELLS = 3;
const MAX_HEAD_ROWS = 3;

/**
 * Tables a converter left in plain text or Markdown, in order and apart: runs of pipe rows, runs of lines with tabs
 * or in columns of spaces, and `<table>` markup. Cells are exact slices of `text`, trimmed; separator rows are not rows.
 */
export function findTextTables(text: string, lines: Span[]): TextTable[] {
  const marked = findMarkupTables(text);
  const found = [...pipeTables(text, lines), ...tabTables(text, lines), ...spacedTables(text, lines)].filter(
    (table) => !marked.some((other) => table.start < other.end && other.start < table.end),
  );
  return [...marked, ...found].sort((a, b) => a.start - b.start);
}

type RawRow = TextRow & { separator: boolean; firstLine: number; lastLine: number };

function pipeTables(text: string, lines: Span[]): TextTable[] {
  const rows: RawRow[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const row = pipeRow(text, lines, index);
    if (!row) continue;
    rows.push(row);
    index = row.lastLine;
  }
  return runs(rows).flatMap((run) => tablesOf(run));
}

/** The row that starts on this line, or undefined. A row without its closing pipe goes on over the next lines. */
function pipeRow(text: string, lines: Span[], index: number): RawRow | undefined {
  const first = lines[index] as Span;
  const start = first.start + leadingSpace(text, first);
  if (text[start] !== '|') return undefined;
  let last = index;
  while (!closes(text, lines[last] as Span)) {
    const next = lines[last + 1];
    const broken = next && next.end > next.start && text[next.start] !== '|' && last - index < MAX_BROKEN_LINES;
    if (!broken) break;
    last += 1;
  }
  // Without any closing pipe the first line stands alone: what follows is not known to belong to it.
  if (!closes(text, lines[last] as Span)) last = index;
  const end = trimEnd(text, start, (lines[last] as Span).end);
  const cells = pipeCells(text, { start, end });
  if (cells.length === 0 || (cells.length === 1 && cells[0]?.text === '')) return undefined;
  const separator = cells.every((cell) => cell.text === '' || SEPARATOR_CELL.test(cell.text)) && hasDashes(cells);
  return { start, end, cells, separator, firstLine: index, lastLine: last };
}

function hasDashes(cells: TextCell[]): boolean {
  return cells.some((cell) => cell.text !== '');
}

function closes(text: string, line: Span): boolean {
  const end = trimEnd(text, line.start, line.end);
  return end - 1 > line.start && text[end - 1] === '|' && text[end - 2] !== '\\';
}

function pipeCells(text: string, row: Span): TextCell[] {
  const cells: TextCell[] = [];
  let start = row.start + 1;
  for (let at = start; at < row.end; at += 1) {
    if (text[at] !== '|' || text[at - 1] === '\\') continue;
    cells.push(trimmedCell(text, { start, end: at }));
    start = at + 1;
  }
  if (start < row.end) cells.push(trimmedCell(text, { start, end: row.end }));
  return cells;
}

function tabTables(text: string, lines: Span[]): TextTable[] {
  const rows: RawRow[] = [];
  lines.forEach((line, index) => {
    const slice = text.slice(line.start, line.end);
    if (!slice.includes('\t') || slice.trim() === '') return;
    const cells = tabCells(text, line);
    if (isLabelled(cells)) return;
    const separator = cells.every((cell) => cell.text === '' || SEPARATOR_CELL.test(cell.text));
    rows.push({ ...line, cells, separator, firstLine: index, lastLine: index });
  });
  return runs(joinParted(rows, text, lines))
    .filter((run) => run.length > 1 && isTable(run))
    .flatMap((run) => tablesOf(run));
}

function spacedTables(text: string, lines: Span[]): TextTable[] {
  return findSpacedRows(text, lines)
    .filter((run) => !run.some((row) => text[row.cells[0]?.start ?? 0] === '|'))
    .map((run) => {
      const words = run.map((row) => row.cells.map((cell) => cell.text));
      const rows = run.map(({ start, end, cells }) => ({ start, end, cells }));
      return { start: rows[0]?.start ?? 0, end: rows.at(-1)?.end ?? 0, rows, headerRows: countHeaderRows(words) };
    });
}

/** A tab after a bullet or a number, or only in front of the words, indents; it parts no columns. */
function isLabelled(cells: TextCell[]): boolean {
  const filled = cells.filter((cell) => cell.text !== '');
  const [label, words] = filled.map((cell) => cell.text);
  if (label === undefined || words === undefined || filled.length !== 2 || cells.length !== 2) return false;
  return LABEL_CELL.test(label) && /\p{L}{2}/u.test(words);
}

/** Some row has several words side by side, and they are not lines like "Present:<tab>the Mayor". */
function isTable(run: RawRow[]): boolean {
  const pairs = run.filter((row) => row.cells.filter((cell) => cell.text !== '').length > 1);
  const named = pairs.filter((row) => row.cells.length === 2 && /[:–-]$/.test(row.cells[0]?.text ?? ''));
  return pairs.length > 0 && named.length * 2 < run.length;
}

function tabCells(text: string, line: Span): TextCell[] {
  const cells: TextCell[] = [];
  let start = line.start;
  for (let at = line.start; at <= line.end; at += 1) {
    if (at < line.end && text[at] !== '\t') continue;
    cells.push(trimmedCell(text, { start, end: at }));
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

/** Rows on lines that follow one another. */
function runs(rows: RawRow[]): RawRow[][] {
  const found: RawRow[][] = [];
  let last: RawRow | undefined;
  for (const row of rows) {
    const run = found.at(-1);
    if (run && last && row.firstLine === last.lastLine + 1) run.push(row);
    else found.push([row]);
    last = row;
  }
  return found;
}

/** A run as tables: cut where the header rows are printed again (a table that goes on after a page). */
function tablesOf(run: RawRow[]): TextTable[] {
  const rows = run.filter((row) => !row.separator);
  if (rows.length === 0) return [];
  const separator = run.findIndex((row) => row.separator);
  const headerRows = countHeaderRows(
    rows.map((row) => row.cells.map((cell) => cell.text)),
    separator === -1 ? 0 : separator,
  );
  const cuts = repeatedHeaders(rows, headerRows);
  const starts = [0, ...cuts];
  return starts.map((start, index) => {
    const part = rows.slice(start, starts[index + 1] ?? rows.length);
    return toTable(part, Math.min(headerRows, part.length));
  });
}

/** Where all header rows stand again, their first cells aside: those name the group of rows below. */
function repeatedHeaders(rows: RawRow[], headerRows: number): number[] {
  if (headerRows === 0) return [];
  const head = rows.slice(0, headerRows).map(wordsAfterFirst);
  if (head.every((words) => words.replaceAll('\t', '') === '')) return [];
  const found: number[] = [];
  for (let at = headerRows; at + headerRows < rows.length; at += 1) {
    if (head.every((words, offset) => wordsAfterFirst(rows[at + offset] as RawRow) === words)) {
      found.push(at);
      at += headerRows - 1;
    }
  }
  return found;
}

function wordsAfterFirst(row: RawRow): string {
  return row.cells
    .slice(1)
    .map((cell) => cell.text)
    .join('\t')
    .trimEnd();
}

function toTable(rows: RawRow[], headerRows: number): TextTable {
  const bare = rows.map(({ start, end, cells }) => ({ start, end, cells }));
  return { start: rows[0]?.start ?? 0, end: rows.at(-1)?.end ?? 0, rows: alignHeaders(bare, headerRows), headerRows };
}

function trimmedCell(text: string, span: Span): TextCell {
  let { start, end } = span;
  while (start < end && isSpace(text[start])) start += 1;
  end = trimEnd(text, start, end);
  return { text: text.slice(start, end), start, end };
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text[at - 1])) at -= 1;
  return at;
}

function leadingSpace(text: string, line: Span): number {
  let at = line.start;
  while (at < line.end && isSpace(text[at])) at += 1;
  return at - line.start;
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && character.trim() === '';
}
