import { type CellRow, filledCount, isCode, isFigure, isPeriod } from './table-cells.ts';

const MAX_HEADER_ROWS = 4;
/** From this share of figures in its cells a table is one of figures. */
const FIGURES_SHARE = 0.5;

/**
 * How many rows name columns: the reader's count without rows that hold values, and the rows under it that go on
 * naming. Without a count, a first row of names over figures is one.
 */
export function countTableHeaders(rows: CellRow[], counted: number): number {
  if (isGlossary(rows)) return 0;
  let count = 0;
  while (count < Math.min(counted, MAX_HEADER_ROWS, rows.length - 1) && !isDataRow(rows, count)) count++;
  const figures = holdsFigures(rows.slice(count + 1));
  if (count === 0 && rows.length > 1 && figures && namesColumns(rows[0]) && !isDataRow(rows, 0)) count = 1;
  while (count > 0 && count < MAX_HEADER_ROWS && count < rows.length - 1 && goesOnNaming(rows, count, figures)) count++;
  return count;
}

function goesOnNaming(rows: CellRow[], count: number, figures: boolean): boolean {
  const row = rows[count];
  const above = rows[count - 1]?.cells ?? [];
  if (!row || !namesColumns(row) || isDataRow(rows, count)) return false;
  const spanned = above.some((cell, at) => at > 0 && cell === '' && (row.cells[at] ?? '') !== '');
  if (row.cells[0] === '' || filledCount(above) === 0) return figures || spanned;
  return figures && spanned && filledCount(row.cells) >= 2;
}

/** True if words stand in the columns after the first and no values. */
export function namesColumns(row: CellRow | undefined): boolean {
  const cells = row?.cells.slice(1) ?? [];
  return filledCount(cells) > 0 && !cells.some((cell) => isFigure(cell) && !isCode(cell));
}

/** A row with values, or with a period where the rows under it have periods too. */
export function isDataRow(rows: CellRow[], at: number): boolean {
  const cells = rows[at]?.cells ?? [];
  if (cells.slice(1).some((cell) => isFigure(cell) && !isCode(cell))) return true;
  const below = rows.slice(at + 1, at + 1 + 20);
  return cells.some((cell, column) => isPeriod(cell) && mostlyPeriods(below.map((row) => row.cells[column] ?? '')));
}

function mostlyPeriods(cells: string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length >= 2 && filled.filter(isPeriod).length * 2 > filled.length;
}

/** True if at least half of the filled cells after the first column are figures. */
export function holdsFigures(rows: CellRow[]): boolean {
  const cells = rows.flatMap((row) => row.cells.slice(1)).filter((cell) => cell !== '');
  return cells.length > 0 && cells.filter(isFigure).length >= cells.length * FIGURES_SHARE;
}

/** Two columns of a short term and what it means, the first row like the others. */
function isGlossary(rows: CellRow[]): boolean {
  if (rows.length < 2 || rows.some((row) => row.cells.length > 2)) return false;
  const term = (row: CellRow | undefined) =>
    /^(?=\S*\p{Lu})[\p{Lu}\d][\p{L}\d+&*/-]{1,7}$/u.test(row?.cells[0] ?? '') && (row?.cells[1] ?? '').length >= 8;
  const first = rows[0]?.cells ?? [];
  if (/^(?:term|acronym|abbreviation|word)/i.test(first[0] ?? '') || (first[1] ?? '').length < 8) return false;
  return rows.slice(1).filter(term).length * 2 > rows.length - 1;
}
