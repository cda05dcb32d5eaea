import type { TextCell, TextRow } from '../../paper.ts';
import { mostOf } from '../most-of.ts';

/**
 * Header rows brought over the columns they name. A converter that lost the empty corner of a table leaves headers
 * that are short by a column or two, or ends them with the empty cells that should stand in front.
 */
export function alignHeaders(rows: TextRow[], headerRows: number): TextRow[] {
  const body = rows.slice(headerRows);
  const head = rows.slice(0, headerRows);
  if (head.length === 0 || body.length === 0) return rows;
  const missing = usedWidth(body) - usedWidth(head);
  if (missing <= 0 || missing > 2 || !head.every((row) => isUnbroken(row, missing))) return rows;
  return [...head.map((row) => shift(row, missing)), ...body];
}

/** Columns up to the last that holds a word. */
function usedWidth(rows: TextRow[]): number {
  return mostOf(rows.map((row) => row.cells.findLastIndex((cell) => cell.text !== '') + 1));
}

/** Names stand side by side: where one stands over several columns, a short header is no lost corner. */
function isUnbroken(row: TextRow, missing: number): boolean {
  const first = row.cells.findIndex((cell) => cell.text !== '');
  const last = row.cells.findLastIndex((cell) => cell.text !== '');
  const dense = row.cells.slice(first, last + 1).every((cell) => cell.text !== '');
  return first === -1 || (dense && (first > 0 || missing > 0) && last > first);
}

function shift(row: TextRow, columns: number): TextRow {
  const corner: TextCell[] = Array.from({ length: columns }, () => ({ text: '', start: row.start, end: row.start }));
  let cells = [...corner, ...row.cells];
  for (let left = columns; left > 0 && cells.at(-1)?.text === ''; left -= 1) cells = cells.slice(0, -1);
  return { ...row, cells };
}
