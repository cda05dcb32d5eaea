import { leastOf, mostOf } from '../most-of.ts';
import type { OrderedRow } from './order-columns.ts';
import type { Segment } from './page-rows.ts';

/** A stretch of a page: lines of prose, or a table's rows of cells. */
export type Block = { kind: 'prose'; rows: OrderedRow[] } | ({ kind: 'table' } & AlignedTable);

/** A table's cells row by row, how many rows at its head are wholly bold, and where its columns stand on the page. */
export type AlignedTable = { cells: string[][]; boldRows: number; columns: Column[] };

export type Column = { x0: number; x1: number };

/** A number, letter or bullet in front of the words it belongs to: two parts of a line, but no table. */
const LABEL = /^(?:[-–•●▪◦○*·o\uf0b7\uf0a7]|\(?[0-9a-z]{1,4}(?:\.[0-9a-z]{1,3}){0,4}[.):]{0,2})$/i;
/** One line in two parts is a heading and its date; a table has more. */
const MIN_TABLE_ROWS = 2;
/** Narrow gaps part columns only if this share of all lines have them alike; in justified prose they never do. */
const MIN_NARROW_SHARE = 0.8;
/** Lines of one cell follow each other closer than rows do, by at least this factor. */
const ROW_GAP = 1.25;
/** Lines further apart than this many letter sizes are not of one cell. */
const MAX_CELL_GAP = 1.6;
/** A cell's words are looked for under this many rows above: enough for any row, and few on a page of thousands. */
const ROWS_LOOKED_AT = 20;
/** Below a table's last row only a line as close as this is known to belong to it. */
const CLOSE_GAP = 1.35;
/** And than this many, not of one table. */
const MAX_ROW_GAP = 4;

/** Cuts a page's lines into prose and tables, in order. A table is lines in parts that stand under each other. */
export function findAlignedTables(rows: OrderedRow[]): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  while (at < rows.length) {
    const end = tableEnd(rows, at);
    const run = rows.slice(at, end);
    const columns = end > at ? columnsOf(run) : undefined;
    const first = rows[at] as OrderedRow;
    if (columns) {
      blocks.push({ kind: 'table', columns, ...cellsOf(run, columns) });
      at = end;
    } else {
      const last = blocks.at(-1);
      if (last?.kind === 'prose') last.rows.push(first);
      else blocks.push({ kind: 'prose', rows: [first] });
      at += 1;
    }
  }
  return blocks;
}

function isTabular(row: OrderedRow): boolean {
  const [first, ...rest] = row.segments;
  return first !== undefined && rest.length > 0 && !(rest.length === 1 && LABEL.test(first.text.trim()));
}

/** The end of the run of table lines that starts here; `start` itself if there is none. */
function tableEnd(rows: OrderedRow[], start: number): number {
  if (!isTabular(rows[start] as OrderedRow)) return start;
  let end = start + 1;
  while (end < rows.length) {
    const row = rows[end] as OrderedRow;
    const before = rows[end - 1] as OrderedRow;
    if (row.column !== before.column || row.y - before.y > MAX_ROW_GAP * row.size) break;
    if (!isTabular(row) && !continuesCell(rows, { start, end })) break;
    end += 1;
  }
  return end;
}

/** A line in one part that stands close under a cell of the line above: the cell's words go on. */
function continuesCell(rows: OrderedRow[], run: { start: number; end: number }): boolean {
  const row = rows[run.end] as OrderedRow;
  const before = rows[run.end - 1] as OrderedRow;
  if (row.y - before.y > MAX_CELL_GAP * row.size) return false;
  const tabular = rows.slice(Math.max(run.start, run.end - ROWS_LOOKED_AT), run.end).filter(isTabular);
  const second = leastOf(tabular.map((other) => other.segments[1]?.x0 ?? 0));
  const inside = tabular.some((other) => other.segments.some((part, index) => index > 0 && overlap(part, row) > 0));
  if (row.x0 >= second - row.size) return inside;
  if (row.x1 >= second) return false;
  const next = rows[run.end + 1];
  const gap = row.y - before.y;
  if (next && isTabular(next) && next.column === row.column) return next.y - row.y < MAX_ROW_GAP * row.size;
  return gap < CLOSE_GAP * row.size && (next === undefined || next.y - row.y > gap * ROW_GAP);
}

function overlap(a: Column, b: Column): number {
  return Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
}

/**
 * The columns in which the lines stand, from the lines with the usual number of parts; undefined if they do not align.
 * Narrow gaps part columns too where they do so in most lines: "2020/21  58" may be a year and its figure.
 */
function columnsOf(run: OrderedRow[]): Column[] | undefined {
  const tabular = run.filter(isTabular);
  if (tabular.length < MIN_TABLE_ROWS) return undefined;
  const parts = tabular.map((row) => row.segments);
  const narrow = alignedColumns(
    parts.map((segments) => segments.flatMap(splitAtGaps)),
    MIN_NARROW_SHARE,
  );
  const wide = alignedColumns(parts, 0);
  return narrow && narrow.length > (wide?.length ?? 0) ? narrow : wide;
}

/** Columns of the lines with the same number of parts, if they are at least this share and stand apart. */
function alignedColumns(lines: Column[][], minShare: number): Column[] | undefined {
  const counts = new Map<number, Column[][]>();
  for (const parts of lines) counts.set(parts.length, [...(counts.get(parts.length) ?? []), parts]);
  const usual = [...counts.values()].sort((a, b) => b.length - a.length || width(b) - width(a));
  for (const alike of usual) {
    if (alike.length < lines.length * minShare || (alike.length < MIN_TABLE_ROWS && usual.length > 1)) continue;
    const columns = Array.from({ length: width(alike) }, (_, index) => ({
      x0: leastOf(alike.map((parts) => parts[index]?.x0 ?? 0)),
      x1: mostOf(alike.map((parts) => parts[index]?.x1 ?? 0)),
    }));
    if (columns.every((column, index) => index === 0 || column.x0 > (columns[index - 1]?.x1 ?? 0))) return columns;
  }
  return undefined;
}

function splitAtGaps(segment: Segment): Column[] {
  const starts = [segment.x0, ...segment.gaps.map((gap) => gap.x1)];
  const ends = [...segment.gaps.map((gap) => gap.x0), segment.x1];
  return starts.map((x0, index) => ({ x0, x1: ends[index] ?? x0 }));
}

function width(lines: Column[][]): number {
  return lines[0]?.length ?? 0;
}

/** The rows' cells, and how many rows at the head are wholly bold. */
function cellsOf(run: OrderedRow[], columns: Column[]): { cells: string[][]; boldRows: number } {
  const cells: string[][] = [];
  const bold: boolean[] = [];
  const close = closeGap(run);
  run.forEach((row, index) => {
    const before = run[index - 1];
    const gap = before ? row.y - before.y : Number.POSITIVE_INFINITY;
    const wrapped = gap < close || (!isTabular(row) && gap < MAX_CELL_GAP * row.size);
    const last = wrapped ? cells.pop() : undefined;
    const parts = inColumns(row, columns);
    cells.push(last ? last.map((words, column) => joinWords(words, parts[column] ?? '')) : parts);
    const isBold = row.segments.every((segment) => segment.bold);
    bold[cells.length - 1] = isBold && (bold[cells.length - 1] ?? true);
  });
  const plain = bold.indexOf(false);
  return { cells, boldRows: plain === -1 ? 0 : plain };
}

/** Lines nearer than this are of one row: known only where gaps are of two kinds, within cells and between rows. */
function closeGap(run: OrderedRow[]): number {
  const gaps = run.slice(1).map((row, index) => row.y - (run[index]?.y ?? 0));
  const least = leastOf(gaps);
  const most = mostOf(gaps);
  return most > least * ROW_GAP && least < MAX_CELL_GAP * (run[0]?.size ?? 0) ? least * 1.1 : 0;
}

function inColumns(row: OrderedRow, columns: Column[]): string[] {
  const cells = columns.map(() => '');
  for (const segment of row.segments.flatMap((part) => splitAtColumns(part, columns))) {
    const index = nearestColumn(segment, columns);
    cells[index] = joinWords(cells[index] ?? '', segment.text.trim());
  }
  return cells;
}

/** Two cells that stood so near that they were taken for one: parted at a gap between their columns. */
function splitAtColumns(segment: Segment, columns: Column[]): Segment[] {
  const gap = segment.gaps.find(({ x0, x1 }) =>
    columns.some(
      (column, index) => index > 0 && column.x0 <= x1 + 1 && column.x0 > x0 && (columns[index - 1]?.x0 ?? 0) < x0,
    ),
  );
  if (!gap) return [segment];
  const rest = segment.gaps.filter((other) => other.at > gap.at).map((other) => ({ ...other, at: other.at - gap.at }));
  const left = { ...segment, text: segment.text.slice(0, gap.at), x1: gap.x0, gaps: [] };
  const right = { ...segment, text: segment.text.slice(gap.at), x0: gap.x1, gaps: rest };
  return [left, ...splitAtColumns(right, columns)];
}

/** The column a part lies in most; a heading over several columns is kept in the first of them. */
function nearestColumn(segment: Segment, columns: Column[]): number {
  const overlaps = columns.map((column) => overlap(column, segment));
  const touched = overlaps.findIndex((points, index) => points > 0 && (overlaps[index + 1] ?? 0) > 0);
  return touched === -1 ? overlaps.indexOf(mostOf(overlaps)) : touched;
}

function joinWords(before: string, after: string): string {
  return [before, after].filter((words) => words !== '').join(' ');
}
