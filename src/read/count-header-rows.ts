/** Headers stand over at most this many rows in papers met so far. */
const MAX_HEADER_ROWS = 3;
/** A header is short: longer cells are sentences, and sentences are content. */
const MAX_HEADER_CHARS = 90;
const DIGIT = /\d/;
/** A year, a month or a quarter heads a column although it has digits: "2018", "2017/18", "Jul-17", "18/19 Diff", "Q2". */
const PERIOD =
  /^(?:(?:19|20)\d\d(?:\s?[/-]\s?\d{2,4})?|\d\d\/\d\d|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}[\s'-]{0,2}(?:\d\d){1,2}|q[1-4])(?:\s?%|\s[a-z%]{1,12})?$/i;

/**
 * How many rows at the head of a table name its columns. `marked` rows are known to (above a separator row, in a
 * `<thead>`); more follow while they name columns too, because a header's cells may be spread over rows.
 * A table of one row has none, and a table of names and values ("Date | 1 May") has none.
 */
export function countHeaderRows(rows: string[][], marked = 0): number {
  let count = Math.min(marked, rows.length);
  while (count < Math.min(MAX_HEADER_ROWS, rows.length - 1)) {
    if (!isHeader(rows, count)) break;
    count += 1;
  }
  return count;
}

function isHeader(rows: string[][], index: number): boolean {
  const row = rows[index] ?? [];
  const below = rows.slice(index + 1);
  const filled = row.filter((cell) => cell !== '');
  if (filled.length === 0 || filled.some((cell) => cell.length > MAX_HEADER_CHARS || cell.endsWith(':'))) return false;
  if (index === 0 && spansNextRow(rows)) return true;
  const above = rows.slice(0, index);
  const named = above.some((cells) => cells.filter((cell) => cell !== '').length > 1);
  if (row[0] === '' && filled.length > 0 && startsRowsBelow(below) && (filled.length > 1 || !named)) {
    return !below.some((other) => other[0] === '') || sparse(above) || index === 0;
  }
  if (named && !sparse(above)) return false;
  return namesColumns(filled, row.length) && below.some((other) => unlikeHeader(other));
}

/** The first row names groups of columns, which the second row, empty at its head, names one by one. */
function spansNextRow(rows: string[][]): boolean {
  const [first = [], second = [], third = []] = rows;
  const groups = first.slice(1).some((cell) => cell !== '') && first.slice(1).some((cell) => cell === '');
  return groups && second[0] === '' && second.slice(1).some((cell) => cell !== '') && (third[0] ?? '') !== '';
}

/** Some row below has a name in its first cell. */
function startsRowsBelow(below: string[][]): boolean {
  return below.some((row) => row[0] !== undefined && row[0] !== '');
}

/** The rows above leave columns without a name: one name over several columns, or none yet. */
function sparse(above: string[][]): boolean {
  return above.some((row) => row.slice(1).some((cell) => cell === ''));
}

function namesColumns(filled: string[], width: number): boolean {
  if (filled.length < 2 || filled.length * 2 < width) return false;
  return filled.every((cell) => !DIGIT.test(cell) || PERIOD.test(cell)) && filled.some((cell) => !DIGIT.test(cell));
}

/** A row that holds values: figures that are no periods, gaps, or sentences. */
function unlikeHeader(row: string[]): boolean {
  const values = row.slice(1);
  return values.some(
    (cell) => (DIGIT.test(cell) && !PERIOD.test(cell)) || cell === '' || cell.length > MAX_HEADER_CHARS,
  );
}
