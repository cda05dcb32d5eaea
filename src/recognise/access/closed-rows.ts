import { type Access, narrowerAccess } from '../../audience.ts';
import { type PaperText, type Span, stripMarks, type TextTable } from '../../paper.ts';
import { exemptParagraphs, isClosingValue } from './read-access.ts';

const NUMBER = /^\W*(?:agenda |minute )?(?:items?|minutes?|no)\b/i;
const PARAGRAPH = /\bparagraphs?\b/i;
const EXEMPT = /\bexempt|\bschedule\s?12\s?\(?a/i;
/** How far above a table the words may stand that say what its paragraphs are of. */
const MAX_CHARS_ABOVE = 700;

/**
 * The items or minutes that tables within a span close in a cell of their row ("5 | Sale of the depot | 3"), by their
 * printed number, with the paragraphs.
 */
export function closedRows(source: PaperText, within: Span): Map<string, number[]> {
  const closed = new Map<string, number[]>();
  for (const table of source.tables) {
    if (table.start >= within.start && table.end <= within.end) readTable(source.text, table, closed);
  }
  return closed;
}

/** Whether a table is the list of what an exclusion closes: its rows are no items of an agenda. */
export function isListOfClosed({ rows }: TextTable): boolean {
  const heads = headsOf(rows[0]);
  return heads.some((head) => PARAGRAPH.test(head)) && !heads.some((head) => /^pages?\b/i.test(head));
}

/** An entry's access, narrowed by what a table says of its number. */
export function narrowedByRow(access: Access, paragraphs: number[] | undefined): Access {
  return paragraphs === undefined ? access : narrowerAccess(access, { kind: 'exempt', paragraphs });
}

function readTable(text: string, { rows, start }: TextTable, closed: Map<string, number[]>): void {
  const heads = headsOf(rows[0]);
  const number = heads.findIndex((head) => NUMBER.test(head));
  const reason = heads.findIndex((head) => PARAGRAPH.test(head) || EXEMPT.test(head));
  const head = heads[reason] ?? '';
  const told = EXEMPT.test(head) || EXEMPT.test(text.slice(Math.max(0, start - MAX_CHARS_ABOVE), start));
  if (number < 0 || reason < 0 || !told) return;
  for (const { cells } of rows.slice(1)) {
    const printed = /\d[\w.]{0,8}/.exec(stripMarks(cells[number]?.text ?? ''))?.[0].replace(/\.$/, '');
    const value = stripMarks(cells[reason]?.text ?? '');
    const isListed = PARAGRAPH.test(head) && /^\W*\d/.test(value);
    if (printed === undefined || (!isListed && !isClosingValue(value))) continue;
    closed.set(printed, exemptParagraphs(`exempt ${isListed ? 'paragraph ' : ''}${value}`));
  }
}

function headsOf(row: TextTable['rows'][number] | undefined): string[] {
  return row?.cells.map(({ text }) => stripMarks(text)) ?? [];
}
