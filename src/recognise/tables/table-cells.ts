import { stripMarks, type TextCell, type TextRow } from '../../paper.ts';

/** A row's cells as words, with its place in the text. */
export type CellRow = { cells: string[]; start: number; end: number };

const FIGURE = /^[(£$€+<>~≤≥±–−-]{0,3}\s?\d[\d,.]*\s*(?:[%kmp)]|$|\(|of\b|\/|per\b|plus\b|[<>–-])/i;
/** "£000" over a column says what its figures count. */
const UNIT = /^[£$€]?\s?(?:000|1,?000)['’]?s?$/;
const PERIOD =
  /^(?:(?:(?:19|20)\d\d|\d{2}\/\d{2})(?:\s*[/–-]\s*\d{2,4})?\b(?!\s*,)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[\s'-]{0,2}\d{2,4}$|q[1-4]\b)/i;

/** The row with each cell as a person reads it. */
export function cellRow(row: TextRow): CellRow {
  return { cells: row.cells.map(cellText), start: row.start, end: row.end };
}

function cellText(cell: TextCell): string {
  return stripMarks(cell.text.replace(/<\/?(?:p|li|ul|ol|div|br)\b[^<>]{0,200}>/gi, ' '));
}

/** How many cells hold anything. */
export function filledCount(cells: string[]): number {
  return cells.filter((cell) => cell !== '').length;
}

/** True for a value: a number, a share, an amount, or a mark that stands for one. */
export function isFigure(cell: string): boolean {
  return (FIGURE.test(cell) && !isPeriod(cell) && !UNIT.test(cell)) || /^[-–/~✓×√]$/.test(cell);
}

/** True for "2018", "2017/18", "Jul-17", "Q2": it may head a column although it has digits. */
export function isPeriod(cell: string): boolean {
  return PERIOD.test(cell);
}

/** True for an indicator's code: "6.12". */
export function isCode(cell: string): boolean {
  return /^\d{1,2}\.\d{1,2}(?:\.\d{1,2})?$/.test(cell);
}
