import { describe, expect, it } from 'vitest';
import type { PaperText, Span } from '../../src/paper.ts';
import {
  drawParts,
  makeDocx,
  makePdf,
  makePptx,
  type Part,
  toHtml,
  toMarkdown,
  toPlainText,
} from '../support/make-papers.ts';
import { readAs } from '../support/read-bytes.ts';

const MINUTES: Part[] = [
  { kind: 'heading', text: 'Meadowbrook Harbour Committee' },
  { kind: 'paragraph', text: 'Monday 3 June 2024 at 6.30 p.m.' },
  { kind: 'heading', text: '12. HARBOUR LIGHTS' },
  {
    kind: 'paragraph',
    text: 'The Harbour Master said that the lights at the north quay had failed eleven times since April, and that a contractor could renew them before the autumn if the Committee found the money this month.',
  },
  { kind: 'paragraph', text: 'Resolved:- (1) That £14,200 be spent on the lights.' },
  { kind: 'paragraph', text: '(2) That the Harbour Master report again in September.' },
  { kind: 'bullets', items: ['on the cost', 'on the café’s lease'] },
  {
    kind: 'table',
    rows: [
      ['Quay', 'Lights', 'Failures'],
      ['North', '14', '11'],
      ['South', '9', '2'],
    ],
  },
];

const FORMATS: [string, () => Promise<string | Uint8Array>][] = [
  ['minutes.txt', async () => toPlainText(MINUTES)],
  ['minutes.md', async () => toMarkdown(MINUTES)],
  ['minutes.html', async () => toHtml(MINUTES)],
  ['minutes.docx', async () => makeDocx(MINUTES)],
  ['minutes.pdf', async () => makePdf((pdf) => drawParts(pdf, MINUTES))],
  ['minutes.pptx', async () => makePptx(MINUTES.map((part) => linesOf(part)))],
  [
    'minutes.csv',
    async () =>
      MINUTES.flatMap(linesOf)
        .map((line) => `"${line}"`)
        .join('\n'),
  ],
  ['minutes.srt', async () => toCaptions(MINUTES.flatMap(linesOf))],
];

const TABLES = ['minutes.txt', 'minutes.md', 'minutes.html', 'minutes.docx', 'minutes.pdf'];

describe.each(FORMATS)('readPaper() on %s', (name, content) => {
  it('gives the words of the paper in their order', async () => {
    const paper = await readAs(name, await content());
    expect(wordsOf(paper.text)).toEqual(wordsOf(MINUTES.flatMap(linesOf).join(' ')));
  });

  it('keeps every span in the text and in order', async () => {
    const paper = await readAs(name, await content());
    expectInOrder(paper);
  });
});

describe.each(TABLES.map((name) => FORMATS.find(([other]) => other === name) ?? FORMATS[0] ?? ['', async () => '']))(
  'readPaper() on the table of %s',
  (name, content) => {
    it('keeps rows, columns and the header', async () => {
      const paper = await readAs(name as string, await (content as () => Promise<string | Uint8Array>)());
      const [table] = paper.tables;
      expect(table?.rows.map((row) => row.cells.map((cell) => cell.text))).toEqual([
        ['Quay', 'Lights', 'Failures'],
        ['North', '14', '11'],
        ['South', '9', '2'],
      ]);
      expect(table?.headerRows).toBe(1);
    });
  },
);

function linesOf(part: Part): string[] {
  if (part.kind === 'bullets') return part.items;
  if (part.kind === 'table') return part.rows.map((row) => row.join(' '));
  return [part.text];
}

function toCaptions(lines: string[]): string {
  return lines.map((line, at) => `${at + 1}\n00:${at + 10}:00,000 --> 00:${at + 10}:09,900\n${line}\n`).join('\n');
}

/** Words without the marks that differ from format to format. */
function wordsOf(text: string): string[] {
  return text
    .replace(/^\s*(?:#+|-)\s/gm, ' ')
    .replace(/\||-{3,}|\*\*/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
}

function expectInOrder(paper: PaperText): void {
  for (const spans of [paper.lines, paper.pages, paper.places, paper.tables]) expectSpans(spans, paper.text.length);
  for (const table of paper.tables) {
    expectSpans(table.rows, table.end);
    for (const row of table.rows) {
      expectSpans(row.cells, row.end);
      for (const cell of row.cells) expect(paper.text.slice(cell.start, cell.end)).toBe(cell.text);
    }
  }
}

function expectSpans(spans: Span[], end: number): void {
  let last = 0;
  for (const span of spans) {
    expect(span.start).toBeGreaterThanOrEqual(last);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    last = span.end;
  }
  expect(last).toBeLessThanOrEqual(end);
}
