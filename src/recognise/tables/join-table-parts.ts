import type { TextRow, TextTable } from '../../paper.ts';
import { isDataRow, namesColumns } from './count-table-headers.ts';
import { cellRow, filledCount } from './table-cells.ts';

const MAX_HEADER_PART_ROWS = 3;
const MAX_MISSING_COLUMNS = 2;
const MAX_HEADER_CHARS = 160;

/** Puts headers that blank lines parted from their table back over it, aligned at the right. */
export function joinTableParts(text: string, tables: TextTable[]): TextTable[] {
  const joined: TextTable[] = [];
  for (const table of tables) {
    const above = joined.at(-1);
    if (above && partedBySpace(text, above, table) && headsOnly(above) && isHeadless(table, above))
      joined[joined.length - 1] = putOver(above, table);
    else joined.push(table);
  }
  return joined;
}

/** True if nothing but space and rules stands between two tables. */
export function partedBySpace(text: string, above: { end: number }, below: { start: number }): boolean {
  return below.start >= above.end && !/[\p{L}\d]/u.test(text.slice(above.end, Math.min(below.start, above.end + 2000)));
}

function headsOnly(table: TextTable): boolean {
  if (table.rows.length > MAX_HEADER_PART_ROWS) return false;
  const rows = table.rows.map(cellRow);
  return rows.every(
    (row) =>
      (namesColumns(row) || filledCount(row.cells) === 0) && row.cells.every((cell) => cell.length <= MAX_HEADER_CHARS),
  );
}

function isHeadless(table: TextTable, above: TextTable): boolean {
  const missing = widthOf(table) - widthOf(above);
  return (
    missing >= 0 && missing <= MAX_MISSING_COLUMNS && table.rows.length > 1 && isDataRow(table.rows.map(cellRow), 0)
  );
}

/** The number of columns of a table. */
export function widthOf(table: TextTable): number {
  return table.rows.reduce((width, row) => Math.max(width, row.cells.length), 0);
}

function putOver(heads: TextTable, table: TextTable): TextTable {
  const missing = widthOf(table) - widthOf(heads);
  const padded = heads.rows.map((row): TextRow => {
    const empty = { start: row.start, end: row.start, text: '' };
    return { ...row, cells: [...new Array<typeof empty>(missing).fill(empty), ...row.cells] };
  });
  return { start: heads.start, end: table.end, rows: [...padded, ...table.rows], headerRows: padded.length };
}
