import { CSVLoader } from '@langchain/community/document_loaders/fs/csv';
import { openPaperWriter } from './paper-writer.ts';
import { REASONS, type ReadResult, unreadable } from './read-outcome.ts';
import { countHeaderRows } from './tables/count-header-rows.ts';
import { decodeText } from './text/decode-text.ts';

const SEPARATORS = [',', ';', '\t', '|'];
/** A scorecard has tens of columns; beyond this a line is no row. */
const MAX_COLUMNS = 500;

/** Reads a CSV file as one table, each row a place numbered as a spreadsheet numbers it (the first row is row 1). */
export async function readRows(bytes: Uint8Array): Promise<ReadResult> {
  const text = decodeText(bytes);
  if (text === undefined) return unreadable(REASONS.binary);
  const numbered = (await loadRows(text))
    .map((cells, index) => ({ cells, number: index + 1 }))
    .filter((row) => row.cells.some((cell) => cell !== ''));
  if (numbered.length === 0) return unreadable(REASONS.empty);
  const writer = openPaperWriter();
  // What stands alone in the rows above the first full one is the table's caption.
  const first = Math.max(
    0,
    numbered.findIndex((row) => row.cells.filter((cell) => cell !== '').length > 1),
  );
  for (const row of numbered.slice(0, first)) writer.line(row.cells.find((cell) => cell !== '') ?? '');
  const body = numbered.slice(first);
  const cells = withoutEmptyColumns(body.map((row) => row.cells));
  writer.table(cells, countHeaderRows(cells, body.length > 1 ? 1 : 0));
  const paper = writer.paper('csv');
  const rows = paper.tables[0]?.rows ?? [];
  paper.places = rows.map(({ start, end }, index) => ({
    kind: 'row',
    label: `row ${body[index]?.number ?? index + 1}`,
    start,
    end,
  }));
  return { kind: 'read', paper };
}

/**
 * Every row's cells. The loader's parser makes code out of column names and loses columns of the same name, so the
 * file is given columns numbered by us in front, and its own first row comes back as a row like the others.
 */
async function loadRows(text: string): Promise<string[][]> {
  const separator = separatorOf(text);
  const width = columnCount(text, separator);
  const names = Array.from({ length: width }, (_, column) => `\u0001${column}`);
  const clean = text.replaceAll('\u0001', '');
  const blob = new Blob([`${names.join(separator)}\n${clean}`]);
  const documents = await new CSVLoader(blob, { separator }).load();
  return documents.map((document) =>
    document.pageContent
      .split(/(?:^|\n)\u0001\d+: /)
      .slice(1)
      .map((cell) => cell.trim()),
  );
}

function separatorOf(text: string): string {
  const sample = text.slice(0, 10_000);
  const counts = SEPARATORS.map((separator) => sample.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** At most as many columns as the line with the most separators has parts. */
function columnCount(text: string, separator: string): number {
  let most = 1;
  let count = 1;
  for (const character of text) {
    if (character === separator) count += 1;
    if (character === '\n') count = 1;
    most = Math.max(most, count);
  }
  return Math.min(most, MAX_COLUMNS);
}

/** Without the columns at the right that no row fills. */
function withoutEmptyColumns(rows: string[][]): string[][] {
  let width = 0;
  for (const row of rows) width = Math.max(width, row.findLastIndex((cell) => cell !== '') + 1);
  return rows.map((row) => row.slice(0, width));
}
