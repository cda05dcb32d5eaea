import type { AlignedTable, Column } from './find-aligned-tables.ts';
import type { Paragraph } from './join-paragraphs.ts';

/** Columns of one table stand at the same place on every page, as far as their words' lengths let that be seen. */
const SAME_PLACE = 12;

/**
 * The rows by which a table goes on overleaf in what the next page begins with, the header printed again left out;
 * undefined if that is no part of it: other columns, or another header.
 */
export function continuedRows(table: AlignedTable, next: Paragraph | AlignedTable | undefined): string[][] | undefined {
  if (next === undefined || 'text' in next || !standAlike(table.columns, next.columns)) return undefined;
  const repeated = repeatedRows(table.cells, next.cells);
  if (repeated === 0 && next.boldRows > 0) return undefined;
  return next.cells.slice(repeated);
}

function standAlike(above: Column[], below: Column[]): boolean {
  if (above.length !== below.length) return false;
  return above.every((column, index) => {
    const other = below[index] as Column;
    const [left, right] = [Math.abs(column.x0 - other.x0), Math.abs(column.x1 - other.x1)];
    return Math.min(left, right, Math.abs(middle(column) - middle(other))) <= SAME_PLACE;
  });
}

function middle({ x0, x1 }: Column): number {
  return (x0 + x1) / 2;
}

/** How many rows at the head of the next page's table are those at the head of the first. */
function repeatedRows(above: string[][], below: string[][]): number {
  const same = (row: string[] | undefined, other: string[] | undefined) =>
    row !== undefined && other !== undefined && row.join('\t') === other.join('\t');
  let count = 0;
  while (count < below.length - 1 && count < above.length - 1 && same(above[count], below[count])) count++;
  return count;
}
