import type { Span, TextCell } from '../paper.ts';

/** So many spaces part columns; two may follow a full stop. */
const GAP = / {3,}/g;
/** Fewer rows or columns than these are a heading and a date, or chance. */
const MIN_ROWS = 3;
const MIN_COLUMNS = 3;
/** Cells may be set off from their column's usual edge by this many characters. */
const SLACK = 2;
/** A line longer than this is prose. */
const MAX_LINE_CHARS = 400;

export type SpacedRow = Span & { cells: TextCell[]; line: number };

/**
 * Runs of lines whose words stand in columns made of spaces, as layout-keeping converters print them: at least three
 * rows of as many parts, each part of a row beginning, ending or centred where those of the row above do.
 */
export function findSpacedRows(text: string, lines: Span[]): SpacedRow[][] {
  const runs: SpacedRow[][] = [];
  let run: SpacedRow[] = [];
  lines.forEach((line, index) => {
    const row = spacedRow(text, { ...line, line: index });
    const last = run.at(-1);
    if (row && (!last || (last.line === index - 1 && alignsWith(last, row)))) run.push(row);
    else {
      if (run.length >= MIN_ROWS) runs.push(run);
      run = row ? [row] : [];
    }
  });
  if (run.length >= MIN_ROWS) runs.push(run);
  return runs;
}

function spacedRow(text: string, line: Span & { line: number }): SpacedRow | undefined {
  if (line.end - line.start > MAX_LINE_CHARS) return undefined;
  const slice = text.slice(line.start, line.end).trimEnd();
  const cells: TextCell[] = [];
  let at = slice.length - slice.trimStart().length;
  for (const gap of [...slice.matchAll(GAP), undefined]) {
    const end = gap?.index ?? slice.length;
    if (end > at) cells.push({ text: slice.slice(at, end), start: line.start + at, end: line.start + end });
    at = Math.max(at, end + (gap?.[0].length ?? 0));
  }
  if (cells.length < MIN_COLUMNS || slice.includes('\t')) return undefined;
  return { start: line.start, end: line.start + slice.length, cells, line: line.line };
}

function alignsWith(above: SpacedRow, row: SpacedRow): boolean {
  if (above.cells.length !== row.cells.length) return false;
  return row.cells.every((cell, index) => {
    const other = above.cells[index] as TextCell;
    const start = cell.start - row.start - (other.start - above.start);
    const end = cell.end - row.start - (other.end - above.start);
    return [start, end, (start + end) / 2].some((off) => Math.abs(off) <= SLACK);
  });
}
