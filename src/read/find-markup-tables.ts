import type { TextCell, TextRow, TextTable } from '../paper.ts';
import { countHeaderRows } from './count-header-rows.ts';

/** A tag that matters to tables; attributes are bounded so that a hostile text cannot slow the search. */
const TABLE_TAG = /<(\/?)(table|thead|tr|th|td)\b[^<>]{0,400}>/gi;

type OpenTable = { start: number; rows: TextRow[]; marked: number; inHead: boolean };

/**
 * Tables written as `<table>` markup inside a text, which Markdown keeps from web pages. Cells are exact slices,
 * trimmed, with any inner markup left in. Tables inside tables and unclosed tables are passed over.
 */
export function findMarkupTables(text: string): TextTable[] {
  if (!/<table\b/i.test(text)) return [];
  const found: TextTable[] = [];
  let table: OpenTable | undefined;
  let rowStart: number | undefined;
  let cells: TextCell[] = [];
  let cellStart: number | undefined;
  let heading = false;

  function closeCell(at: number): void {
    if (cellStart === undefined) return;
    cells.push(trimmed(text, cellStart, at));
    cellStart = undefined;
  }

  function closeRow(at: number, end: number): void {
    closeCell(at);
    if (table && rowStart !== undefined && cells.length > 0) {
      if ((table.inHead || heading) && table.marked === table.rows.length) table.marked += 1;
      table.rows.push({ start: rowStart, end, cells });
    }
    rowStart = undefined;
    cells = [];
  }

  for (const match of text.matchAll(TABLE_TAG)) {
    const [tag, slash, rawName] = match;
    const name = (rawName ?? '').toLowerCase();
    const at = match.index;
    const after = at + tag.length;
    const closing = slash === '/';
    if (name === 'table') {
      if (closing) closeRow(at, at);
      if (closing && table && table.rows.length > 0) found.push(toTable(table, after));
      table = closing ? undefined : { start: at, rows: [], marked: 0, inHead: false };
      rowStart = undefined;
      cellStart = undefined;
      cells = [];
    } else if (!table) {
    } else if (name === 'thead') {
      table.inHead = !closing;
    } else if (name === 'tr') {
      closeRow(at, closing ? after : at);
      if (!closing) {
        rowStart = at;
        heading = true;
      }
    } else {
      closeCell(at);
      if (!closing && rowStart !== undefined) {
        cellStart = after;
        if (name === 'td') heading = false;
      }
    }
  }
  return found;
}

function toTable(table: OpenTable, end: number): TextTable {
  const words = table.rows.map((row) => row.cells.map((cell) => cell.text));
  return { start: table.start, end, rows: table.rows, headerRows: countHeaderRows(words, table.marked) };
}

function trimmed(text: string, from: number, to: number): TextCell {
  const slice = text.slice(from, to);
  const start = from + (slice.length - slice.trimStart().length);
  const end = Math.max(start, to - (slice.length - slice.trimEnd().length));
  return { text: text.slice(start, end), start, end };
}
