/** What makes a spreadsheet take a cell for a formula, also behind white space and as full-width signs. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** A cell that no spreadsheet takes for a formula, its lines ended by LF alone. */
export function defuseCell(cell: string): string {
  // A carriage return alone is not quoted, and ends the row to some readers.
  const lines = cell.replace(/\r\n?/g, '\n');
  return FORMULA.test(lines) ? `'${lines}` : lines;
}
