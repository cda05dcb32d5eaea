import type { TextTable } from '../../paper.ts';
import type { TableRow } from '../../report.ts';
import { countTableHeaders } from './count-table-headers.ts';
import { readTableBody } from './read-table-body.ts';
import { type CellRow, cellRow, filledCount, isCode, isFigure } from './table-cells.ts';

/** A table told apart into what heads it and what it holds. `title` is a first row of one cell over all columns. */
export type TableParts = { title?: string; headers: string[][]; rows: TableRow[] };

const MAX_TITLE_CHARS = 200;
/** A header may start this many columns too far left. */
const MAX_SHIFT = 2;
const NUMBER_HEADER = /^(?:no|ref|num|number|id|code|#)\.?$/i;

/**
 * The header rows of a table (spanning cells repeated over the columns they span, headers that start a column late
 * moved into place) and its rows, each with the group it stands in. `known` headers are taken as they are.
 */
export function readTableHeaders(table: TextTable, known?: string[][]): TableParts {
  const rows = table.rows.map(cellRow);
  if (known) return { headers: known, rows: readTableBody(rows, known) };
  const title = titleOf(rows, table.headerRows);
  const rest = title === undefined ? rows : rows.slice(1);
  const count = countTableHeaders(rest, Math.max(0, table.headerRows - (title === undefined ? 0 : 1)));
  const body = rest.slice(count);
  const headers = fillSpans(
    shiftToBody(
      rest.slice(0, count).map((row) => row.cells),
      body,
    ),
  );
  return { ...(title === undefined ? {} : { title }), headers, rows: readTableBody(body, headers) };
}

function titleOf(rows: CellRow[], headerRows: number): string | undefined {
  const [first, second] = rows;
  if (!first || !second || rows.length < 3 || filledCount(first.cells) !== 1 || filledCount(second.cells) < 2)
    return undefined;
  const title = first.cells[0] ?? '';
  const heads = headerRows > 0 || !isFigure(title);
  return heads && /\p{L}{2}/u.test(title) && title.length <= MAX_TITLE_CHARS ? title : undefined;
}

/** Header rows that start too far left, told by a missing cell or by "No." standing over names instead of codes. */
function shiftToBody(headers: string[][], body: CellRow[]): string[][] {
  const first = headers[0];
  if (!first || first[0] === '') return headers;
  const missing = commonWidth(body) - first.length;
  const shift = missing > 0 && missing <= MAX_SHIFT ? missing : numberStandsLeft(first, body) ? 1 : 0;
  return headers.map((row) => [...new Array<string>(shift).fill(''), ...row]);
}

function numberStandsLeft(header: string[], body: CellRow[]): boolean {
  if (!NUMBER_HEADER.test(header[0] ?? '')) return false;
  const codes = (column: number) =>
    body.filter((row) => isCode(row.cells[column] ?? '') || /^\d{1,3}$/.test(row.cells[column] ?? '')).length;
  return codes(1) * 2 > body.length && codes(0) * 4 < body.length;
}

function commonWidth(rows: CellRow[]): number {
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
