/** Headers stand over at most this many rows in papers met so far. */
const MAX_HEADER_ROWS = 3;
/** A header is short: longer cells are sentences, and sentences are content. In two columns, names and values look alike. */
const MAX_HEADER_CHARS = 90;
const MAX_PAIR_CHARS = 40;
/** The corner may hold the table's own title. */
const MAX_CORNER_CHARS = 250;
const DIGIT = /\d/;
/** A year, a month, a season or a quarter heads a column although it has digits: "2018", "2017/18", "Jul-17", "Q2". */
const PERIOD =
  /^(?:(?:19|20)\d\d(?:\s?[/-]\s?\d{2,4})?|\d\d\/\d\d|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|spring|summer|autumn|winter)[a-z]{0,6}[\s'-]{0,2}(?:\d\d){1,2}|q[1-4])(?:\s?%|\s[a-z%]{1,12})?$/i;

/**
 * How many rows at the head of a table name its columns. `marked` rows are known to (above a separator row, in a
 * `<thead>`); more follow while they name columns too, because a header's cells may be spread over rows.
 * A table of one row has none, and a table of names and values ("Date | 1 May") has none.
 */
export function countHeaderRows(rows: string[][], marked = 0): number {
  const known = marked > MAX_HEADER_ROWS ? 0 : Math.min(marked, rows.length);
  const unnamed = known > 0 && rows.slice(0, known).every((row) => filledCells(row).length === 0);
  // Marked rows without a word are a converter's stand-in: the header, if any, begins below them.
  const from = unnamed ? known : 0;
  let count = known;
  while (count < Math.min(from + MAX_HEADER_ROWS, rows.length - 1)) {
    if (!isHeader(rows.slice(from), count - from)) break;
    count += 1;
  }
  return count;
}

function filledCells(row: string[]): string[] {
  return row.filter((cell) => cell !== '');
}

function isHeader(rows: string[][], index: number): boolean {
  const row = rows[index] ?? [];
  const below = rows.slice(index + 1);
  const filled = filledCells(row);
  if (filled.length === 0 || row.some((cell, column) => isContent(cell, column))) return false;
  if (index === 0 && (spansNextRow(rows) || titlesNextRow(rows) || codesNextRow(rows))) return true;
  if (index === 1 && spansNextRow(rows)) return true;
  const above = rows.slice(0, index);
  if (!leavesUnnamed(above)) return false;
  return startsBelowItsNames(row, below) || (namesColumns(row) && below.some(holdsValues));
}

function isContent(cell: string, column: number): boolean {
  return cell.length > (column === 0 ? MAX_CORNER_CHARS : MAX_HEADER_CHARS) || cell.endsWith(':');
}

/** The first row names groups of columns, which the second, full or empty at its head only, names one by one. */
function spansNextRow(rows: string[][]): boolean {
  const [first = [], second = [], third = []] = rows;
  const groups = first.slice(1).some((cell) => cell !== '') && first.slice(1).some((cell) => cell === '');
  if (!groups || filledCells(second).length === 0) return false;
  if (second[0] === '') return (third[0] ?? '') !== '';
  const full = first[0] !== '' && filledCells(first).every(isName) && second.every((cell) => cell !== '');
  return full && isName(second[0] ?? '') && third.length > 0 && third.every((cell) => !/\p{L}{2}/u.test(cell));
}

/** The first row holds the codes ("6.1") of what the second names. */
function codesNextRow(rows: string[][]): boolean {
  const [first = [], second = [], third = []] = rows;
  const codes =
    filledCells(first).length > 1 && filledCells(first).every((cell) => /^\d{1,3}(?:\.\d{1,3}){1,3}$/.test(cell));
  return codes && namesColumns(second.slice(second[0] === '' ? 1 : 0)) && (third[0] ?? '') !== '';
}

/** The first row is one name, the table's own, and the second names the columns. */
function titlesNextRow(rows: string[][]): boolean {
  const [first = [], second = []] = rows;
  const title = filledCells(first).length === 1 && first.length > 2 && filledCells(second).length > 1;
  return title && rows.length > 2 && isHeader(rows.slice(1), 0);
}

/** The rows above leave columns without a name: one name over several columns, codes, or none yet. */
function leavesUnnamed(above: string[][]): boolean {
  return above.every(
    (row) =>
      row.slice(1).some((cell) => cell === '') ||
      !filledCells(row)
        .slice(1)
        .some((cell) => /\p{L}/u.test(cell)),
  );
}

/** Names of columns beside an empty corner, and names of rows in the first column below it. */
function startsBelowItsNames(row: string[], below: string[][]): boolean {
  const filled = filledCells(row).length;
  return row[0] === '' && (filled > 1 || (filled === 1 && row.length === 2)) && (below[0]?.[0] ?? '') !== '';
}

function namesColumns(row: string[]): boolean {
  const filled = filledCells(row);
  if (filled.length < 2 || filled.length * 2 < row.length || !filled.every(isName)) return false;
  return row.length > 2 || filled.every((cell) => cell.length <= MAX_PAIR_CHARS);
}

/** Words, a period, or words with a figure among them ("Per 10,000 aged under 18"). */
function isName(cell: string): boolean {
  if (!DIGIT.test(cell) || PERIOD.test(cell)) return /[\p{L}\d%£]/u.test(cell);
  const letters = cell.replace(/[^\p{L}]/gu, '').length;
  return letters >= cell.replace(/\D/g, '').length;
}

/** A row of values: figures, marks (✓), gaps, or sentences; what no header has. */
function holdsValues(row: string[]): boolean {
  return row.slice(1).some((cell) => cell === '' || cell.length > MAX_HEADER_CHARS || !isName(cell));
}
