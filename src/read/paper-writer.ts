import type { Page, PaperFormat, PaperText, Place, Span, TextRow, TextTable } from '../paper.ts';

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
  /** What follows is on this page, until the next call. Pages follow one another without a gap. */
  startPage(number: number, label?: string): void;
  /** Everything `content` writes is at one place. */
  place(kind: Place['kind'], label: string, content: () => void): void;
  paper(format: PaperFormat): PaperText;
};

export function openPaperWriter(): PaperWriter {
  const parts: string[] = [];
  const lines: Span[] = [];
  const pages: Page[] = [];
  const places: Place[] = [];
  const tables: TextTable[] = [];
  let length = 0;
  let lineStart = 0;
  let blankWanted = false;

  function add(words: string): void {
    parts.push(words);
    length += words.length;
  }

  /** An empty line is written only once something follows it. */
  function settleBlank(): void {
    if (!blankWanted) return;
    blankWanted = false;
    lines.push({ start: length, end: length });
    add('\n');
    lineStart = length;
  }

  function write(words: string): void {
    const clean = oneLine(words);
    if (clean === '') return;
    settleBlank();
    add(clean);
  }

  function endLine(): void {
    if (length === lineStart) return;
    lines.push({ start: lineStart, end: length });
    add('\n');
    lineStart = length;
  }

  function row(cells: string[]): TextRow {
    settleBlank();
    const start = length;
    const spans = cells.map((cell, index) => {
      if (index > 0) add('\t');
      const text = oneLine(cell).trim();
      const cellStart = length;
      add(text);
      return { text, start: cellStart, end: length };
    });
    const end = length;
    lines.push({ start, end });
    add('\n');
    lineStart = length;
    return { start, end, cells: spans };
  }

  const writer: PaperWriter = {
    write,
    endLine,
    line(words) {
      endLine();
      write(words);
      endLine();
    },
    blank() {
      endLine();
      blankWanted = length > 0;
    },
    table(cells, headerRows) {
      writer.blank();
      const width = Math.max(0, ...cells.map((line) => line.length));
      if (width === 0) return;
      const rows = cells.map((line) => row([...line, ...Array<string>(width - line.length).fill('')]));
      const end = rows.at(-1)?.end ?? length;
      tables.push({ start: rows[0]?.start ?? length, end, rows, headerRows: Math.min(headerRows, rows.length) });
      writer.blank();
    },
    startPage(number, label) {
      const last = pages.at(-1);
      if (last) last.end = length;
      pages.push({ number, start: length, end: length, ...(label === undefined ? {} : { label }) });
    },
    place(kind, label, content) {
      endLine();
      settleBlank();
      const start = length;
      content();
      endLine();
      places.push({ kind, label, start, end: Math.max(start, length - 1) });
    },
    paper(format) {
      endLine();
      const last = pages.at(-1);
      if (last) last.end = length;
      return { format, text: parts.join(''), lines, pages, places, tables };
    },
  };
  return writer;
}

/** Words without line ends, tabs, control characters and soft hyphens; no-break spaces become plain ones. */
export function oneLine(words: string): string {
  return words.replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b\ufeff]/g, '').replace(/[\s\u00a0]/g, ' ');
}
