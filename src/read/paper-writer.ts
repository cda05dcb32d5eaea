import type { PaperFormat, PaperText, Place, TextRow } from '../paper.ts';
import { mostOf } from './most-of.ts';

/** Builds a `PaperText` front to back, so that every span it hands out lies in the text and in order. */
export type PaperWriter = {
  /** Adds words to the current line; line ends and tabs in them become spaces. */
  write(words: string): void;
  /** Ends the current line if anything is on it. */
  endLine(): void;
  /** A line of its own. */
  line(words: string): void;
  /** Ends the line and leaves one empty line, never two and never at the start. */
  blank(): void;
  /** Rows as tab-separated lines, recorded as a table. Short rows are filled with empty cells. */
  table(rows: string[][], headerRows: number): void;
  /** More rows of the table written last, with nothing but a page's end between. */
  continueTable(rows: string[][]): void;
  /** What follows is on this page, until the next call. Pages follow one another without a gap. */
  startPage(number: number, label?: string): void;
  /** Everything `content` writes is at one place. */
  place(kind: Place['kind'], label: string, content: () => void): void;
  paper(format: PaperFormat): PaperText;
};

export function openPaperWriter(): PaperWriter {
  const draft: Draft = {
    parts: [],
    length: 0,
    lineStart: 0,
    blankWanted: false,
    lines: [],
    pages: [],
    places: [],
    tables: [],
  };
  return {
    write: (words) => write(draft, words),
    endLine: () => endLine(draft),
    line(words) {
      endLine(draft);
      write(draft, words);
      endLine(draft);
    },
    blank: () => blank(draft),
    table: (rows, headerRows) => writeTable(draft, { rows, headerRows }),
    continueTable: (rows) => continueTable(draft, rows),
    startPage(number, label) {
      endPage(draft);
      draft.pages.push({ number, start: draft.length, end: draft.length, ...(label === undefined ? {} : { label }) });
    },
    place(kind, label, content) {
      endLine(draft);
      settleBlank(draft);
      const start = draft.length;
      content();
      endLine(draft);
      draft.places.push({ kind, label, start, end: Math.max(start, draft.length - 1) });
    },
    paper(format) {
      endLine(draft);
      endPage(draft);
      const { lines, pages, places, tables } = draft;
      return { format, text: draft.parts.join(''), lines, pages, places, tables };
    },
  };
}

/** The text so far. An empty line that is wanted is written only once something follows it. */
type Draft = Omit<PaperText, 'format' | 'text'> & {
  parts: string[];
  length: number;
  lineStart: number;
  blankWanted: boolean;
};

function add(draft: Draft, words: string): void {
  draft.parts.push(words);
  draft.length += words.length;
}

function write(draft: Draft, words: string): void {
  const clean = oneLine(words);
  if (clean === '') return;
  settleBlank(draft);
  add(draft, clean);
}

function endLine(draft: Draft): void {
  if (draft.length === draft.lineStart) return;
  draft.lines.push({ start: draft.lineStart, end: draft.length });
  add(draft, '\n');
  draft.lineStart = draft.length;
}

function blank(draft: Draft): void {
  endLine(draft);
  draft.blankWanted = draft.length > 0;
}

function settleBlank(draft: Draft): void {
  if (!draft.blankWanted) return;
  draft.blankWanted = false;
  draft.lines.push({ start: draft.length, end: draft.length });
  add(draft, '\n');
  draft.lineStart = draft.length;
}

function endPage(draft: Draft): void {
  const last = draft.pages.at(-1);
  if (last) last.end = draft.length;
}

function writeTable(draft: Draft, table: { rows: string[][]; headerRows: number }): void {
  blank(draft);
  const width = mostOf(
    table.rows.map((row) => row.length),
    0,
  );
  if (width === 0) return;
  const rows = table.rows.map((row) => writeRow(draft, [...row, ...Array<string>(width - row.length).fill('')]));
  const start = rows[0]?.start ?? draft.length;
  const end = rows.at(-1)?.end ?? draft.length;
  draft.tables.push({ start, end, rows, headerRows: Math.min(table.headerRows, rows.length) });
  blank(draft);
}

function continueTable(draft: Draft, rows: string[][]): void {
  const table = draft.tables.at(-1);
  const width = table?.rows[0]?.cells.length ?? 0;
  if (!table) return;
  draft.blankWanted = false;
  for (const row of rows) {
    table.rows.push(writeRow(draft, [...row, ...Array<string>(Math.max(0, width - row.length)).fill('')]));
  }
  table.end = table.rows.at(-1)?.end ?? table.end;
  blank(draft);
}

function writeRow(draft: Draft, words: string[]): TextRow {
  settleBlank(draft);
  const start = draft.length;
  const cells = words.map((cell, index) => {
    if (index > 0) add(draft, '\t');
    const text = oneLine(cell).trim();
    add(draft, text);
    return { text, start: draft.length - text.length, end: draft.length };
  });
  const row = { start, end: draft.length, cells };
  draft.lines.push({ start, end: draft.length });
  add(draft, '\n');
  draft.lineStart = draft.length;
  return row;
}

/** Words without line ends, tabs, control characters and soft hyphens; no-break spaces become plain ones. */
export function oneLine(words: string): string {
  return words.replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b\ufeff]/g, '').replace(/[\s\u00a0]/g, ' ');
}
