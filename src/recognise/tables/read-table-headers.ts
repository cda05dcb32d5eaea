import { stripMarks, type TextCell, type TextTable } from '../../paper.ts';
import type { TableRow } from '../../report.ts';

/** A table told apart into what heads it and what it holds. `title` is a first row of one cell over all columns. */
export type TableParts = { title?: string; headers: string[][]; rows: TableRow[] };

type Row = { cells: string[]; start: number; end: number };

const MAX_HEADER_ROWS = 4;
/** From this share of figures in its cells a table is one of figures, and a row of words inside it a new heading. */
const FIGURES_SHARE = 0.5;
const MAX_GROUP_CHARS = 120;

/**
 * The header rows of a table (spanning cells repeated over the columns they span, headers that start a column late
 * moved into place) and its rows, each with the group it stands in. `known` headers are taken as they are.
 */
export function readTableHeaders(table: TextTable, known?: string[][]): TableParts {
  const rows = table.rows.map((row) => ({ cells: row.cells.map(cellText), start: row.start, end: row.end }));
  if (known) return { headers: known, rows: readBody(rows, known) };
  const title = titleOf(rows, table.headerRows);
  const rest = title === undefined ? rows : rows.slice(1);
  const count = countHeaderRows(rest, Math.max(0, table.headerRows - (title === undefined ? 0 : 1)));
  const body = rest.slice(count);
  const headers = fillSpans(rest.slice(0, count).map((row) => shiftToBody(row.cells, body)));
  return { ...(title === undefined ? {} : { title }), headers, rows: readBody(body, headers) };
}

function cellText(cell: TextCell): string {
  return stripMarks(cell.text.replace(/<\/?(?:p|li|ul|ol|div|br)\b[^<>]{0,200}>/gi, ' '));
}

function filled(cells: string[]): number {
  return cells.filter((cell) => cell !== '').length;
}

function titleOf(rows: Row[], headerRows: number): string | undefined {
  const [first, second] = rows;
  if (!first || !second || rows.length < 3 || filled(first.cells) !== 1 || filled(second.cells) < 2) return undefined;
  const title = first.cells[0] ?? '';
  const heads = headerRows > 0 || !isFigure(title);
  return heads && /\p{L}{2}/u.test(title) && title.length <= 200 ? title : undefined;
}

/** The reader's count, and the rows under it that still name columns. Without one, a first row of names over figures. */
function countHeaderRows(rows: Row[], counted: number): number {
  let count = Math.min(counted, Math.max(0, rows.length - 1));
  if (count === 1 && isGlossary(rows)) return 0;
  const figures = holdsFigures(rows.slice(count + 1));
  if (count === 0 && rows.length > 1 && figures && namesColumns(rows[0])) count = 1;
  while (count > 0 && count < MAX_HEADER_ROWS && count < rows.length - 1 && goesOnNaming(rows, count, figures)) count++;
  return count;
}

function goesOnNaming(rows: Row[], count: number, figures: boolean): boolean {
  const row = rows[count];
  if (!row || !namesColumns(row) || filled(row.cells) === 0) return false;
  const spanning = rows[count - 1]?.cells.some((cell, at) => at > 0 && cell === '' && (row.cells[at] ?? '') !== '');
  if (row.cells[0] === '' || filled(rows[count - 1]?.cells ?? []) === 0) return figures || spanning === true;
  return figures && spanning === true && filled(row.cells) >= 2;
}

/** True if no cell but the first holds a figure; years and periods name columns. */
function namesColumns(row: Row | undefined): boolean {
  return (
    row !== undefined &&
    filled(row.cells.slice(1)) > 0 &&
    !row.cells.slice(1).some((cell) => isFigure(cell) && !isPeriod(cell))
  );
}

/** Two columns of a short term and what it means, the first row like the others. */
function isGlossary(rows: Row[]): boolean {
  if (rows.length < 2 || rows.some((row) => filled(row.cells) > 2 || row.cells.length > 2)) return false;
  const term = (cell: string | undefined) => /^(?=\S*\p{Lu})[\p{Lu}\d][\p{L}\d+&*/-]{1,7}$/u.test(cell ?? '');
  const long = (row: Row | undefined) => (row?.cells[1] ?? '').length >= 15;
  const terms = rows.slice(1).filter((row) => term(row.cells[0])).length;
  return (
    terms * 2 > rows.length - 1 && long(rows[0]) && !/^(?:term|acronym|abbreviation)/i.test(rows[0]?.cells[0] ?? '')
  );
}

function isFigure(cell: string): boolean {
  return (
    /^[(£$€+<>~≤≥±–−-]{0,3}\s?\d[\d,.]*\s*(?:[%kmp)]|$|\(|of\b|\/|per\b|plus\b|[<>–-])/i.test(cell) ||
    /^[-–/~✓×√]$/.test(cell)
  );
}

function isPeriod(cell: string): boolean {
  return (
    /^(?:(?:19|20)\d\d|\d{2}\/\d{2})(?:\s*[/–-]\s*\d{2,4})?\b(?!\s*,)/.test(cell) ||
    /^\d{1,2}\.\d{1,2}(?:\.\d{1,2})?$/.test(cell)
  );
}

function holdsFigures(rows: Row[]): boolean {
  const cells = rows.flatMap((row) => row.cells.slice(1)).filter((cell) => cell !== '');
  return cells.length > 0 && cells.filter(isFigure).length >= cells.length * FIGURES_SHARE;
}

/** A header row with fewer cells than most rows, its first one filled, stands that many columns too far left. */
function shiftToBody(cells: string[], body: Row[]): string[] {
  const width = commonWidth(body);
  const missing = width - cells.length;
  return missing > 0 && missing <= 2 && cells[0] !== '' ? [...new Array<string>(missing).fill(''), ...cells] : cells;
}

function commonWidth(rows: Row[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.cells.length, (counts.get(row.cells.length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/** A cell over several columns is repeated over each that the next header row names. */
function fillSpans(headers: string[][]): string[][] {
  return headers.map((row, depth) => {
    const under = headers[depth + 1];
    if (!under) return row;
    let spanning = '';
    const width = Math.max(row.length, under.length);
    return Array.from({ length: width }, (_, at) => {
      const cell = row[at] ?? '';
      if (cell !== '') spanning = at > 0 ? cell : '';
      return cell === '' && (under[at] ?? '') !== '' ? spanning : cell;
    });
  });
}

function readBody(rows: Row[], headers: string[][]): TableRow[] {
  const figures = holdsFigures(rows);
  const merged = hasMergedFirstCells(rows);
  const subHeads = rows.map((row) => isGroupRow(row) || (figures && restatesHeaders(row, headers)));
  const corner = headers[0]?.[0] ?? '';
  let group =
    corner !== '' && rows.some((row, at) => subHeads[at] && filled(row.cells) > 1 && row.cells[0] !== '') ? corner : '';
  let mergedCell = '';
  const body: TableRow[] = [];
  for (const [at, row] of rows.entries()) {
    const first = row.cells[0] ?? '';
    if (subHeads[at]) {
      group = first === '' ? group : first;
      mergedCell = '';
      continue;
    }
    if (first !== '') mergedCell = first;
    const inside = merged && first === '' ? mergedCell : group;
    if (filled(row.cells) === 0) continue;
    body.push({
      cells: row.cells,
      ...(inside === '' ? {} : { group: inside }),
      span: { start: row.start, end: row.end },
    });
  }
  return body;
}

/** Only its first cell filled, with few words: a heading over the rows that follow. */
function isGroupRow(row: Row): boolean {
  const first = row.cells[0] ?? '';
  return (
    row.cells.length > 2 &&
    filled(row.cells) === 1 &&
    first !== '' &&
    first.length <= MAX_GROUP_CHARS &&
    !isFigure(first)
  );
}

/** Words where the table holds figures: the columns are named anew. */
function restatesHeaders(row: Row, headers: string[][]): boolean {
  if (!namesColumns(row) || headers.length === 0) return false;
  const known = new Set(headers.flat().filter((cell) => cell !== ''));
  const named = row.cells.slice(1).filter((cell) => cell !== '');
  return named.some((cell) => known.has(cell)) && named.every((cell) => known.has(cell) || !/^\p{Ll}/u.test(cell));
}

/** True if the first column is mostly a cell merged over several rows. */
function hasMergedFirstCells(rows: Row[]): boolean {
  const empty = rows.filter(
    (row) => row.cells[0] === '' && (row.cells[1] ?? '') !== '' && !isFigure(row.cells[1] ?? ''),
  ).length;
  return empty > 0 && rows.some((row) => (row.cells[0] ?? '') !== '');
}
