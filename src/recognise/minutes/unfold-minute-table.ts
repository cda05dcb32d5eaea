import { type PaperText, type Span, stripMarks, type TextCell, type TextRow, type TextTable } from '../../paper.ts';
import type { OutlineLine } from '../outline-line.ts';
import { isStandingBusiness } from './standing-business.ts';

const NUMBER = /^(?:No\.?\s?)?\(?(?:\p{Lu}{1,4}[./-]?)?\d{1,6}(?:[./-]\d{1,4}){0,3}[a-z]?[.):]?$/u;
/** Share of a table's rows that must be numbered for it to be minutes set as a table. */
const MOST = 0.6;
const MIN_ROWS = 3;
/** A meeting's standing business that must head rows: other numbered tables (payments, actions) have none. */
const MIN_STANDING = 2;
const MAX_TITLE_CHARS = 140;
/** Keeps the lines of one row apart from each other and from their neighbours. */
const STEP = 0.001;

/**
 * Minutes set as a table ("Ref | Item | Action") as lines: each numbered row becomes a line with its number, one with
 * its title and lines with its words, at their places in the source. Other lines and tables stand as they are.
 */
export function unfoldMinuteTables(source: PaperText, lines: OutlineLine[]): OutlineLine[] {
  const tables = source.tables.filter(isMinuteTable);
  if (tables.length === 0) return lines;
  const rows = tables.flatMap((table) => table.rows);
  const inside = (line: OutlineLine) => tables.some((table) => line.start >= table.start && line.start < table.end);
  let next = 0;
  return lines.flatMap((line) => {
    if (!inside(line)) return [line];
    const own: TextRow[] = [];
    while (next < rows.length && (rows[next]?.start ?? 0) < line.start) next++;
    while (next < rows.length && (rows[next]?.start ?? 0) < line.end) own.push(rows[next++] as TextRow);
    return own.flatMap((row) => unfoldRow(source.text, row, line));
  });
}

function isMinuteTable({ rows }: TextTable): boolean {
  const numbered = rows.filter((row) => NUMBER.test(stripMarks(row.cells[0]?.text ?? '')));
  if (numbered.length < MIN_ROWS || numbered.length < (rows.length - 1) * MOST) return false;
  const standing = numbered.filter((row) => isStandingBusiness(stripMarks(row.cells[1]?.text ?? '').slice(0, 60)));
  return standing.length >= MIN_STANDING;
}

function unfoldRow(text: string, row: TextRow, line: OutlineLine): OutlineLine[] {
  const [number, item, ...others] = row.cells;
  if (!number || !item || !/\d/.test(number.text)) return [];
  const cut = titleEnd(text, item);
  const parts: { span: Span; heading: boolean }[] = [
    { span: number, heading: true },
    { span: { start: item.start, end: cut }, heading: true },
    ...partsOf(text, { start: cut, end: item.end }),
    ...others.flatMap((cell) => partsOf(text, cell)),
  ].map((part) => ('span' in part ? part : { span: part, heading: false }));
  return parts
    .filter(({ span }) => stripMarks(text.slice(span.start, span.end)) !== '')
    .flatMap(({ span, heading }, at) => [
      toLine(text, { span, heading, index: line.index + STEP * (2 * at) }, line),
      ...(at === 0 ? [] : [blankAfter(span, line.index + STEP * (2 * at + 1), line)]),
    ]);
}

/** Where an item's title ends: with its bold words, or with its first line. */
function titleEnd(text: string, cell: TextCell): number {
  const raw = text.slice(cell.start, cell.end);
  const bold = /^\s{0,4}(?:\*\*[^*]{2,150}\*\*|__[^_]{2,150}__|<b>[^<]{2,150}<\/b>)/i.exec(raw)?.[0].length;
  const first = bold ?? /<br\s*\/?>|\n|(?<=\p{L}{3}):\s|\.\s(?=\p{Lu})/u.exec(raw)?.index;
  return first !== undefined && first <= MAX_TITLE_CHARS + 10 ? cell.start + first : cell.end;
}

/** A cell's paragraphs, which breaks part. */
function partsOf(text: string, span: Span): Span[] {
  const parts: Span[] = [];
  let start = span.start;
  for (const found of text.slice(span.start, span.end).matchAll(/<br\s*\/?>/gi)) {
    parts.push({ start, end: span.start + found.index });
    start = span.start + found.index + found[0].length;
  }
  return [...parts, { start, end: span.end }];
}

function toLine(text: string, part: { span: Span; heading: boolean; index: number }, line: OutlineLine): OutlineLine {
  const words = stripMarks(text.slice(part.span.start, part.span.end));
  const { label: _label, labelDress: _dress, ...own } = line;
  return {
    ...own,
    start: part.span.start,
    end: part.span.end,
    index: part.index,
    kind: part.heading ? 'heading' : 'text',
    text: words,
    rest: words,
    marks: { hashes: 0, bold: part.heading, capitals: false },
  };
}

function blankAfter({ end }: Span, index: number, line: OutlineLine): OutlineLine {
  return { ...line, start: end, end, index, kind: 'blank', text: '', rest: '' };
}
