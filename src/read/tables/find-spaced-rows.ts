import type { Span, TextCell } from '../../paper.ts';
import type { RawRow } from './raw-row.ts';

/** So many spaces part columns; two may follow a full stop. */
const GAP = / {3,}/g;
/** Fewer rows or columns than these are a heading and a date, or chance. */
const MIN_ROWS = 3;
const MIN_COLUMNS = 3;
/** Cells may be set off from their column's usual edge by this many characters. */
const SLACK = 2;
/** A line longer than this is prose. */
const MAX_LINE_CHARS = 400;

/**
 * Runs of lines whose words stand in columns made of spaces, as layout-keeping converters print them: at least three
 * rows of as many parts, each part of a row beginning, ending or centred where those of the row above do.
 */
export function findSpacedRows(text: string, lines: Span[]): RawRow[][] {
  const runs: RawRow[][] = [];
  let run: RawRow[] = [];
  lines.forEach((line, index) => {
    const row = spacedRow(text, { ...line, index });
    const last = run.at(-1);
    if (row && (!last || (last.lastLine === index - 1 && alignsWith(last, row)))) run.push(row);
    else {
      if (run.length >= MIN_ROWS) runs.push(run);
      run = row ? [row] : [];
    }
  });
  if (run.length >= MIN_ROWS) runs.push(run);
  return runs;
}

function spacedRow(text: string, line: Span & { index: number }): RawRow | undefined {
  if (line.end - line.start > MAX_LINE_CHARS) return undefined;
  const slice = text.slice(line.start, line.end).trimEnd();
  const cells: TextCell[] = [];
  let at = slice.length - slice.trimStart().length;
  for (const gap of [...slice.matchAll(GAP), undefined]) {
    const end = gap?.index ?? slice.length;
    if (end > at) cells.push({ text: slice.slice(at, end), start: line.start + at, end: line.start + end });
    at = Math.max(at, end + (gap?.[0].length ?? 0));
  }
  if (cells.length < MIN_COLUMNS || slice.includes('\t') || cells[0]?.text.startsWith('|')) return undefined;
  const { start, index } = line;
  return { start, end: start + slice.length, cells, separator: false, firstLine: index, lastLine: index };
}

function alignsWith(above: RawRow, row: RawRow): boolean {
  if (above.cells.length !== row.cells.length) return false;
  return row.cells.every((cell, index) => {
    const other = above.cells[index] as TextCell;
    const start = cell.start - row.start - (other.start - above.start);
    const end = cell.end - row.start - (other.end - above.start);
    return [start, end, (start + end) / 2].some((off) => Math.abs(off) <= SLACK);
  });
}
