import type { Span, TextCell } from '../../paper.ts';
import { isSeparator, type RawRow, skipSpace, trimCell, trimEnd } from './raw-row.ts';

/** A cell that a converter broke over lines is followed this far; more than that and the pipe was no table's. */
const MAX_BROKEN_LINES = 30;

/** The rows of tables drawn with pipes (`| a | b |`), in order, separator rows among them. An escaped pipe parts nothing. */
export function findPipeRows(text: string, lines: Span[]): RawRow[] {
  const rows: RawRow[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const row = pipeRow(text, lines, index);
    if (!row) continue;
    rows.push(row);
    index = row.lastLine;
  }
  return rows;
}

/** The row that starts on this line, or undefined. A row without its closing pipe goes on over the next lines. */
function pipeRow(text: string, lines: Span[], index: number): RawRow | undefined {
  const first = lines[index] as Span;
  const start = skipSpace(text, first);
  if (text[start] !== '|') return undefined;
  const last = closingLine(text, lines, index);
  const end = trimEnd(text, { start, end: (lines[last] as Span).end });
  const cells = pipeCells(text, { start, end });
  if (cells.length === 0 || (cells.length === 1 && cells[0]?.text === '')) return undefined;
  return { start, end, cells, separator: isSeparator(cells), firstLine: index, lastLine: last };
}

/** The line that closes the row: without a closing pipe within reach, the first line stands alone. */
function closingLine(text: string, lines: Span[], first: number): number {
  for (let index = first; index < first + MAX_BROKEN_LINES; index += 1) {
    const line = lines[index];
    if (!line || line.end === line.start || (index > first && text[line.start] === '|')) break;
    if (closes(text, line)) return index;
  }
  return first;
}

function closes(text: string, line: Span): boolean {
  const end = trimEnd(text, line);
  return end - 1 > line.start && text[end - 1] === '|' && text[end - 2] !== '\\';
}

function pipeCells(text: string, row: Span): TextCell[] {
  const cells: TextCell[] = [];
  let start = row.start + 1;
  for (let at = start; at < row.end; at += 1) {
    if (text[at] !== '|' || text[at - 1] === '\\') continue;
    cells.push(trimCell(text, { start, end: at }));
    start = at + 1;
  }
  if (start < row.end) cells.push(trimCell(text, { start, end: row.end }));
  return cells;
}
