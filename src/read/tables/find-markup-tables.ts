import type { TextCell, TextRow, TextTable } from '../../paper.ts';
import { countHeaderRows } from './count-header-rows.ts';
import { trimCell } from './raw-row.ts';

/** A tag that matters to tables; attributes are bounded so that a hostile text cannot slow the search. */
const TABLE_TAG = /<(\/?)(table|thead|tr|th|td)\b[^<>]{0,400}>/gi;

/** The table being read: its rows so far, the row and the cell that are open, and what heads it. */
type OpenTable = {
  start: number;
  rows: TextRow[];
  marked: number;
  inHead: boolean;
  rowStart: number | undefined;
  cells: TextCell[];
  cellStart: number | undefined;
  /** Every cell of the open row is a `<th>`. */
  heading: boolean;
};

/**
 * Tables written as `<table>` markup inside a text, which Markdown keeps from web pages. Cells are exact slices,
 * trimmed, with any inner markup left in. Tables inside tables and unclosed tables are passed over.
 */
export function findMarkupTables(text: string): TextTable[] {
  const found: TextTable[] = [];
  let table: OpenTable | undefined;
  for (const match of text.matchAll(TABLE_TAG)) {
    const tag = { at: match.index, after: match.index + match[0].length, closing: match[1] === '/' };
    const name = match[2]?.toLowerCase();
    if (name !== 'table') {
      if (table) readTag(text, table, { ...tag, name: name ?? '' });
    } else if (!tag.closing) {
      table = openTable(tag.at);
    } else if (table) {
      closeRow(text, table, { at: tag.at, after: tag.at });
      if (table.rows.length > 0) found.push(toTable(table, tag.after));
      table = undefined;
    }
  }
  return found;
}

type Tag = { name: string; at: number; after: number; closing: boolean };

function openTable(start: number): OpenTable {
  return {
    start,
    rows: [],
    marked: 0,
    inHead: false,
    rowStart: undefined,
    cells: [],
    cellStart: undefined,
    heading: true,
  };
}

function readTag(text: string, table: OpenTable, tag: Tag): void {
  if (tag.name === 'thead') table.inHead = !tag.closing;
  else if (tag.name === 'tr') {
    closeRow(text, table, { at: tag.at, after: tag.closing ? tag.after : tag.at });
    if (!tag.closing) table.rowStart = tag.at;
  } else {
    closeCell(text, table, tag.at);
    if (tag.closing || table.rowStart === undefined) return;
    table.cellStart = tag.after;
    table.heading &&= tag.name === 'th';
  }
}

function closeCell(text: string, table: OpenTable, at: number): void {
  if (table.cellStart === undefined) return;
  table.cells.push(trimCell(text, { start: table.cellStart, end: at }));
  table.cellStart = undefined;
}

function closeRow(text: string, table: OpenTable, place: { at: number; after: number }): void {
  closeCell(text, table, place.at);
  if (table.rowStart !== undefined && table.cells.length > 0) {
    if ((table.inHead || table.heading) && table.marked === table.rows.length) table.marked += 1;
    table.rows.push({ start: table.rowStart, end: place.after, cells: table.cells });
  }
  table.rowStart = undefined;
  table.cells = [];
  table.heading = true;
}

function toTable(table: OpenTable, end: number): TextTable {
  const words = table.rows.map((row) => row.cells.map((cell) => cell.text));
  return { start: table.start, end, rows: table.rows, headerRows: countHeaderRows(words, table.marked) };
}
