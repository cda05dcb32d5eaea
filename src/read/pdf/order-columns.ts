import { leastOf, mostOf } from '../most-of.ts';
import { type PageRows, type Row, rowOf, type Segment } from './page-rows.ts';

/** A row and where its column's text begins and ends: a line that reaches the right end goes on below. */
export type OrderedRow = Row & { column: number; left: number; right: number };

/** A gutter is looked for in this middle part of the text's width, in steps of so many points, and is so wide at least. */
const MIDDLE = [0.3, 0.7] as const;
const STEP = 4;
const MIN_GUTTER = 8;
/** Fewer lines side by side than this are a heading or a table's row, not columns of prose. */
const MIN_COLUMN_ROWS = 4;
/** Lines further below than this many letter sizes are under the columns, not in them. */
const MAX_COLUMN_GAP = 2.6;
/** Prose fills its column: the usual line is at least this share of the column's width, and has some words. */
const MIN_FILL = 0.6;
const MIN_WORDS = 3;
/** Margins are at most this share of the page's width. */
const MAX_MARGIN = 0.15;
/** A page has a few stretches in columns at most. */
const MAX_BANDS = 12;

/** Of three columns the lines' distances differ by no more than this share, but for a few paragraphs' ends. */
const EVEN = 0.1;
const MOST_EVEN = 0.8;

type Area = { left: number; right: number };
/** A gutter; `within` one side of another, where no third is looked for. */
type Gutter = Area & { within: boolean };
/** Rows from `start` to before `end` that stand in columns, from left to right. */
type Band = { start: number; end: number; columns: Row[][] };

/**
 * The lines of a page in reading order: where columns of prose stand side by side, all of the left one first. A line
 * across them ends the columns above it. Tables are no columns of prose and stay as they are.
 */
export function orderColumns(page: PageRows): OrderedRow[] {
  const area = textArea(page);
  const ordered: OrderedRow[] = [];
  let rest = page.rows;
  let column = 0;
  for (let band = findBand(rest); band && column < MAX_BANDS * 2; band = findBand(rest)) {
    ordered.push(...inColumn(rest.slice(0, band.start), column, area));
    for (const [index, rows] of band.columns.entries())
      ordered.push(...inColumn(rows, column + 1 + index, extent(rows)));
    rest = rest.slice(band.end);
    column += 1 + band.columns.length;
  }
  return [...ordered, ...inColumn(rest, column, area)];
}

function inColumn(rows: Row[], column: number, area: Area): OrderedRow[] {
  return rows.map((row) => ({ ...row, column, ...area }));
}

/** Where text may stand. A page with a few short lines is no narrower than others, so margins have a usual width at most. */
function textArea(page: PageRows): Area {
  const { left, right } = extent(page.rows);
  return { left: Math.min(left, page.width * MAX_MARGIN), right: Math.max(right, page.width * (1 - MAX_MARGIN)) };
}

function extent(rows: Row[]): Area {
  return { left: leastOf(rows.map((row) => row.x0)), right: mostOf(rows.map((row) => row.x1)) };
}

/** The first stretch of lines in columns of prose, at the gutter that gives the longest one. */
function findBand(rows: Row[], within = false): Band | undefined {
  const { left, right } = extent(rows);
  let best: Band | undefined;
  for (let x = left + (right - left) * MIDDLE[0]; x < left + (right - left) * MIDDLE[1]; x += STEP) {
    const band = bandAt(rows, { left: x - MIN_GUTTER / 2, right: x + MIN_GUTTER / 2, within });
    if (band && (!best || band.start < best.start || (band.start === best.start && band.end > best.end))) best = band;
  }
  return best;
}

/** The first stretch in columns parted by this gutter. */
function bandAt(rows: Row[], gutter: Gutter): Band | undefined {
  let start = 0;
  while (start < rows.length) {
    const end = bandEnd(rows, start, gutter);
    const first = rows.slice(start, end).findIndex((row) => row.x1 > gutter.right);
    if (first !== -1) {
      const band = withoutNextHeading(rows.slice(start + first, end), gutter);
      const left = sideOf(band, (segment) => segment.x1 <= gutter.left);
      const right = sideOf(band, (segment) => segment.x0 >= gutter.right);
      const columns = sideBySide(left, right, gutter.within);
      if (columns) return { start: start + first, end: start + first + band.length, columns };
    }
    start = Math.max(end, start + 1);
  }
  return undefined;
}

/** Two columns of prose; or three, one side being two that run along it from top to bottom in even lines. */
function sideBySide(left: Row[], right: Row[], within: boolean): Row[][] | undefined {
  const prose = [isProse(left), isProse(right)];
  if (prose[0] && prose[1]) return [left, right];
  if (within || prose[0] === prose[1]) return undefined;
  const wide = prose[0] ? right : left;
  if (wide.length < MIN_COLUMN_ROWS * 2) return undefined;
  const band = findBand(wide, true);
  if (!band || band.start > 0 || band.end < wide.length || ![left, right].every(isEven)) return undefined;
  return prose[0] ? [left, ...band.columns] : [...band.columns, right];
}

/** Lines of prose follow one another at one distance; a table's rows of wrapped cells stand apart. */
function isEven(rows: Row[]): boolean {
  const gaps = rows.slice(1).map((row, index) => row.y - (rows[index]?.y ?? 0));
  const usual = median(gaps);
  return gaps.filter((gap) => Math.abs(gap - usual) <= usual * EVEN).length >= gaps.length * MOST_EVEN;
}

/** Below the end of the right column a bold line heads what follows both, and is not the left one's. */
function withoutNextHeading(band: Row[], gutter: Area): Row[] {
  const lastRight = band.findLastIndex((row) => row.x1 > gutter.right);
  const heading = band.findIndex((row, index) => index > lastRight && row.segments.every((segment) => segment.bold));
  return heading === -1 ? band : band.slice(0, heading);
}

/** The end of the run of close lines from `start` of which none crosses the gutter. */
function bandEnd(rows: Row[], start: number, gutter: Area): number {
  let end = start;
  while (end < rows.length) {
    const row = rows[end] as Row;
    const before = rows[end - 1];
    if (row.segments.some((segment) => segment.x0 < gutter.right && segment.x1 > gutter.left)) break;
    if (end > start && before && row.y - before.y > MAX_COLUMN_GAP * row.size) break;
    end += 1;
  }
  return end;
}

function sideOf(band: Row[], isOnSide: (segment: Segment) => boolean): Row[] {
  return band.flatMap((row) => {
    const segments = row.segments.filter(isOnSide);
    return segments.length > 0 ? [rowOf(segments)] : [];
  });
}

function isProse(rows: Row[]): boolean {
  if (rows.length < MIN_COLUMN_ROWS) return false;
  const { left, right } = extent(rows);
  const single = rows.filter((row) => row.segments.length === 1 || isLabelled(row));
  const words = rows.map((row) => row.segments.flatMap((segment) => segment.text.trim().split(/\s+/)).length);
  const fills = rows.map((row) => (row.x1 - row.x0) / (right - left));
  return single.length > rows.length * 0.8 && median(fills) >= MIN_FILL && median(words) >= MIN_WORDS;
}

/** A label in front of a line is a part of its own, but no second column. */
function isLabelled(row: Row): boolean {
  return row.segments.length === 2 && /^\S{1,6}$/.test(row.segments[0]?.text.trim() ?? '');
}

function median(numbers: number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}
