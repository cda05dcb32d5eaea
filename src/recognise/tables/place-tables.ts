import type { PaperText, TextTable } from '../../paper.ts';
import type { Table } from '../../report.ts';
import type { ReportLine } from '../report/report-line.ts';
import { isDataRow } from './count-table-headers.ts';
import { joinTableParts, partedBySpace, widthOf } from './join-table-parts.ts';
import { lookAroundTables, type TableSurroundings } from './look-around-tables.ts';
import { readTableHeaders } from './read-table-headers.ts';
import { cellRow } from './table-cells.ts';

/**
 * The reader's tables inside the lines, with what gives their rows meaning. A caption is the "Table 3: …" line beside
 * the table, else its title row, else the line that introduces it, else the nearest heading. A table that a page
 * broke off keeps the caption and headers of its first part.
 */
export function placeTables(source: PaperText, lines: ReportLine[]): Table[] {
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) return [];
  const inside = source.tables.filter(
    ({ start, end, rows }) => start >= first.start && end <= last.end + 1 && rows.length > 0,
  );
  const tables = joinTableParts(source.text, inside);
  const around = lookAroundTables(lines, tables);
  const placed: Table[] = [];
  for (const [at, table] of tables.entries()) {
    const above = placed.at(-1);
    if (above && goesOn(source.text, above, table)) placed.push(continueTable(table, above));
    else placed.push(placeTable(table, around[at] ?? {}));
  }
  return placed;
}

function placeTable(table: TextTable, around: TableSurroundings): Table {
  const { headers, title, rows } = readTableHeaders(table);
  const line = around.captionLine;
  const caption = line ? around.caption : (title ?? around.caption);
  return {
    ...(caption === undefined ? {} : { caption }),
    ...(around.section === undefined ? {} : { section: around.section }),
    headers,
    rows,
    span: line
      ? { start: Math.min(line.start, table.start), end: Math.max(line.end, table.end) }
      : { start: table.start, end: table.end },
  };
}

/** True if a table is the rest of the one above it: only space between, as many columns, no headers of its own. */
function goesOn(text: string, above: Table, table: TextTable): boolean {
  if (above.headers.length === 0 || !partedBySpace(text, above.span, table)) return false;
  if (widthOf(table) !== Math.max(...above.headers.map((row) => row.length))) return false;
  const rows = table.rows.map(cellRow);
  return repeatsHead(rows[0]?.cells ?? [], above) || isDataRow(rows, 0);
}

/** The first row of a part is empty, or the headers again. */
function repeatsHead(cells: string[], above: Table): boolean {
  const header = above.headers.at(-1) ?? [];
  return cells.every((cell) => cell === '') || cells.every((cell, at) => cell === (header[at] ?? ''));
}

function continueTable(table: TextTable, above: Table): Table {
  const [head, ...others] = table.rows;
  const repeated = head !== undefined && repeatsHead(cellRow(head).cells, above);
  const { rows } = readTableHeaders({ ...table, rows: repeated ? others : table.rows }, above.headers);
  const first = rows[0];
  const last = above.rows.at(-1);
  const group = last?.group ?? last?.cells[0] ?? '';
  if (first && first.group === undefined && first.cells[0] === '' && group !== '') first.group = group;
  return {
    ...(above.caption === undefined ? {} : { caption: above.caption }),
    ...(above.section === undefined ? {} : { section: above.section }),
    headers: above.headers,
    rows,
    span: { start: table.start, end: table.end },
  };
}
