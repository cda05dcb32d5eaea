import type { Span, TextTable } from '../../paper.ts';
import { alignHeaders } from './align-headers.ts';
import { countHeaderRows } from './count-header-rows.ts';
import { findMarkupTables } from './find-markup-tables.ts';
import { findPipeRows } from './find-pipe-rows.ts';
import { findSpacedRows } from './find-spaced-rows.ts';
import { findTabRows } from './find-tab-rows.ts';
import type { RawRow } from './raw-row.ts';

/**
 * Tables a converter left in plain text or Markdown, in order and apart: runs of pipe rows, runs of lines with tabs
 * or in columns of spaces, and `<table>` markup. Cells are exact slices of `text`, trimmed; separator rows are not rows.
 */
export function findTextTables(text: string, lines: Span[]): TextTable[] {
  const marked = findMarkupTables(text);
  const tabbed = runs(findTabRows(text, lines)).filter(isTable);
  const runsOfRows = [...runs(findPipeRows(text, lines)), ...tabbed, ...findSpacedRows(text, lines)];
  const found = runsOfRows
    .flatMap(tablesOf)
    .filter((table) => !marked.some((other) => table.start < other.end && other.start < table.end));
  return [...marked, ...found].sort((a, b) => a.start - b.start);
}

/** Some row has several words side by side, and they are not lines like "Present:<tab>the Mayor". */
function isTable(run: RawRow[]): boolean {
  const pairs = run.filter((row) => row.cells.filter((cell) => cell.text !== '').length > 1);
  const named = pairs.filter((row) => row.cells.length === 2 && /[:–-]$/.test(row.cells[0]?.text ?? ''));
  return run.length > 1 && pairs.length > 0 && named.length * 2 < run.length;
}

/** Rows on lines that follow one another. */
function runs(rows: RawRow[]): RawRow[][] {
  const found: RawRow[][] = [];
  let last: RawRow | undefined;
  for (const row of rows) {
    const run = found.at(-1);
    if (run && last && row.firstLine === last.lastLine + 1) run.push(row);
    else found.push([row]);
    last = row;
  }
  return found;
}

/** A run as tables: cut where the header rows are printed again (a table that goes on after a page). */
function tablesOf(run: RawRow[]): TextTable[] {
  const rows = run.filter((row) => !row.separator);
  if (rows.length === 0) return [];
  const separator = run.findIndex((row) => row.separator);
  const headerRows = countHeaderRows(
    rows.map((row) => row.cells.map((cell) => cell.text)),
    separator === -1 ? 0 : separator,
  );
  const starts = [0, ...repeatedHeaders(rows, headerRows)];
  return starts.map((start, index) => {
    const part = rows.slice(start, starts[index + 1] ?? rows.length);
    return toTable(part, Math.min(headerRows, part.length));
  });
}

/** Where all header rows stand again, their first cells aside: those name the group of rows below. */
function repeatedHeaders(rows: RawRow[], headerRows: number): number[] {
  if (headerRows === 0) return [];
  const head = rows.slice(0, headerRows).map(wordsAfterFirst);
  if (head.every((words) => words.replaceAll('\t', '') === '')) return [];
  const found: number[] = [];
  for (let at = headerRows; at + headerRows < rows.length; at += 1) {
    if (head.every((words, offset) => wordsAfterFirst(rows[at + offset] as RawRow) === words)) {
      found.push(at);
      at += headerRows - 1;
    }
  }
  return found;
}

function wordsAfterFirst(row: RawRow): string {
  return row.cells
    .slice(1)
    .map((cell) => cell.text)
    .join('\t')
    .trimEnd();
}

function toTable(rows: RawRow[], headerRows: number): TextTable {
  const bare = rows.map(({ start, end, cells }) => ({ start, end, cells }));
  return { start: rows[0]?.start ?? 0, end: rows.at(-1)?.end ?? 0, rows: alignHeaders(bare, headerRows), headerRows };
}
