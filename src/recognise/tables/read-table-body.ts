import type { TableRow } from '../../report.ts';
import { holdsFigures, namesColumns } from './count-table-headers.ts';
import { type CellRow, filledCount, isFigure } from './table-cells.ts';

const MAX_GROUP_CHARS = 120;

/**
 * The rows that hold something, in order. A row of one cell over the others ("National"), a row that names the columns
 * anew, and a first cell merged over several rows each name the group of the rows they stand over.
 */
export function readTableBody(rows: CellRow[], headers: string[][]): TableRow[] {
  const figures = holdsFigures(rows);
  const merged = hasMergedFirstCells(rows);
  const known = new Set(headers.flat().filter((cell) => cell !== ''));
  const heads = rows.map((row) => isGroupRow(row) || (figures && restatesHeaders(row, known)));
  let group = cornerGroup(rows, heads, headers);
  let mergedCell = '';
  const body: TableRow[] = [];
  for (const [at, { cells, start, end }] of rows.entries()) {
    const first = cells[0] ?? '';
    if (heads[at]) {
      group = first === '' ? group : first;
      mergedCell = '';
    } else if (filledCount(cells) > 0) {
      if (first !== '') mergedCell = first;
      const inside = merged && first === '' ? mergedCell : group;
      body.push({ cells, ...(inside === '' ? {} : { group: inside }), span: { start, end } });
    }
  }
  return body;
}

/** Only its first cell filled, with few words: a heading over the rows that follow. */
function isGroupRow({ cells }: CellRow): boolean {
  const first = cells[0] ?? '';
  return (
    cells.length > 2 && filledCount(cells) === 1 && first !== '' && first.length <= MAX_GROUP_CHARS && !isFigure(first)
  );
}

/** Words where the table holds figures, some of them the headers' own: the columns are named anew. */
function restatesHeaders(row: CellRow, known: Set<string>): boolean {
  if (!namesColumns(row)) return false;
  const named = row.cells.slice(1).filter((cell) => cell !== '');
  return named.some((cell) => known.has(cell)) && named.every((cell) => known.has(cell) || !/^\p{Ll}/u.test(cell));
}

/** Where later groups are named in the column heads' first cell, the first group stands in the table's corner. */
function cornerGroup(rows: CellRow[], heads: boolean[], headers: string[][]): string {
  const later = rows.some((row, at) => heads[at] && filledCount(row.cells) > 1 && row.cells[0] !== '');
  return later ? (headers[0]?.[0] ?? '') : '';
}

/** True if first cells are merged over rows: some are empty where the second cell names something. */
function hasMergedFirstCells(rows: CellRow[]): boolean {
  const named = (row: CellRow) => (row.cells[1] ?? '') !== '' && !isFigure(row.cells[1] ?? '');
  return rows.some((row) => row.cells[0] === '' && named(row)) && rows.some((row) => row.cells[0] !== '' && named(row));
}
