import { leastOf, mostOf } from '../most-of.ts';
import { type PageRows, type Row, rowOf, type Segment } from './page-rows.ts';

/** A row and where its column's text begins and ends: a line that reaches the right end goes on below. */
export type OrderedRow = Row & { column: number; left: number; right: number };

/** A gutter is looked for in this middle part of the text's width, in steps of so many points. */
const MIDDLE = [0.3, 0.7] as const;
const STEP = 2;
const MIN_GUTTER = 8;
/** Fewer lines side by side than this are a heading or a table's row, not columns of prose. */
const MIN_COLUMN_ROWS = 4;
/** Prose fills its column: the usual line is at least this share of the column's width, and has some words. */
const MIN_FILL = 0.6;
const MIN_WORDS = 3;
/** Margins are at most this share of the page's width. */
const MAX_MARGIN = 0.15;

/**
 * The lines of a page in reading order: where two columns of prose stand side by side, all of the left one first.
 * A line across both ends the columns above it. Tables are no columns of prose and stay as they are.
 */
export function orderColumns(page: PageRows): OrderedRow[] {
  const { rows } = page;
  const gutter = findGutter(rows);
  const whole = textArea(page);
  if (gutter === undefined) return inColumn(rows, 0, whole);
  const ordered: OrderedRow[] = [];
  let band: Row[] = [];
  let columns = 0;
  const close = () => {
    const parts = splitBand(band, gutter);
    if (!parts) ordered.push(...inColumn(band, columns, whole));
    for (const part of parts ?? []) {
      columns += 1;
      ordered.push(...inColumn(part, columns, extent(part)));
    }
    if (parts) columns += 1;
    band = [];
  };
  for (const row of rows) {
    if (row.segments.some((segment) => segment.x0 < gutter && segment.x1 > gutter)) {
      close();
      ordered.push(...inColumn([row], columns, whole));
    } else band.push(row);
  }
  close();
  return ordered;
}

type Area = { left: number; right: number };

function inColumn(rows: Row[], column: number, area: Area): OrderedRow[] {
  return rows.map((row) => ({ ...row, column, ...area }));
}

/** Where text may stand. A page with a few short lines is no narrower than others, so margins have a usual width at most. */
function textArea(page: PageRows): Area {
  const { left, right } = extent(page.rows);
  return { left: Math.min(left, page.width * MAX_MARGIN), right: Math.max(right, page.width * (1 - MAX_MARGIN)) };
}

function extent(rows: Row[]): Area {
  const left = leastOf(rows.map((row) => row.x0));
  return { left, right: mostOf(rows.map((row) => row.x1)) };
}

/** Where the fewest segments cross the middle of the text, if that is an open strip between segments on both sides. */
function findGutter(rows: Row[]): number | undefined {
  const segments = rows.flatMap((row) => row.segments);
  if (segments.length < MIN_COLUMN_ROWS * 2) return undefined;
  const left = leastOf(segments.map((segment) => segment.x0));
  const width = mostOf(segments.map((segment) => segment.x1)) - left;
  let best: { crossing: number; from: number; to: number } | undefined;
  for (let x = left + width * MIDDLE[0]; x < left + width * MIDDLE[1]; x += STEP) {
    const crossing = segments.filter((segment) => segment.x0 < x && segment.x1 > x).length;
    if (best && crossing === best.crossing && x - best.to <= STEP * 1.5) best.to = x;
    else if (!best || crossing < best.crossing) best = { crossing, from: x, to: x };
  }
  if (!best || best.to - best.from < MIN_GUTTER || best.crossing * 2 > rows.length) return undefined;
  return (best.from + best.to) / 2;
}

/** The band's left and right columns, or undefined if it is no prose in columns. */
function splitBand(band: Row[], gutter: number): [Row[], Row[]] | undefined {
  const left = sideOf(band, (segment) => segment.x1 <= gutter);
  const right = sideOf(band, (segment) => segment.x0 >= gutter);
  return isProse(left) && isProse(right) ? [left, right] : undefined;
}

function sideOf(band: Row[], isOnSide: (segment: Segment) => boolean): Row[] {
  return band.flatMap((row) => {
    const segments = row.segments.filter(isOnSide);
    return segments.length > 0 ? [rowOf(segments)] : [];
  });
}

function isProse(rows: Row[]): boolean {
  if (rows.length < MIN_COLUMN_ROWS) return false;
  const width = mostOf(rows.map((row) => row.x1)) - leastOf(rows.map((row) => row.x0));
  const single = rows.filter((row) => row.segments.length === 1 || isLabelled(row));
  const words = rows.map(
    (row) =>
      row.segments
        .map((segment) => segment.text)
        .join(' ')
        .trim()
        .split(/\s+/).length,
  );
  const fills = rows.map((row) => (row.x1 - row.x0) / width);
  return single.length > rows.length * 0.8 && median(fills) >= MIN_FILL && median(words) >= MIN_WORDS;
}

/** A label in front of a line is a part of its own, but no second column. */
function isLabelled(row: Row): boolean {
  return row.segments.length === 2 && /^\S{1,6}$/.test(row.segments[0]?.text.trim() ?? '');
}

function median(numbers: number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}
