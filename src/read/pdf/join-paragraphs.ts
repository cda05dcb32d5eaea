import type { OrderedRow } from './order-columns.ts';
import { rowText } from './page-rows.ts';

/** Words that were set over several lines, put together again. */
export type Paragraph = { text: string; bold: boolean };

/** A bullet, number or letter at the start of a line that begins a paragraph of its own. */
const LABEL =
  /^(?:[-–•●▪◦○*·\uf0b7\uf0a7]\s|\d{1,3}[.)](?:\s|$)|\d{1,3}(?:\.\d{1,3}){1,4}\.?(?:\s|$)|\([0-9a-z]{1,4}\)|[a-z]{1,4}\)\s|[a-z]\.\s|o\s)/i;
const BULLET = /^[•●▪◦○·\uf0b7\uf0a7]\s*|^o\s+(?=[A-Z])/;
/** A figure that may only happen to start a line: "…had fallen from 312 to / 74. The rest". */
const NUMBER = /^\d{1,3}(?:\.\d{1,3}){0,4}(?=[.)\s])/;
/** Words that begin a paragraph of their own after the end of a sentence. */
const OPENING =
  /^(?:(?:table|figure|chart|appendix|annex)\s[a-z0-9]{1,4}\s{0,2}[:.–-]|(?:resolved|recommended|agreed)\b)/i;
const SENTENCE_END = /[.:;?!][)"”’]?$/;
/** Between the end of a sentence and a capital, a gap this much wider than usual already parts paragraphs. */
const WIDER_SENTENCE_GAP = 1.12;
/** A line this much further down than the letters are tall begins a paragraph; set text is 1.0 to 1.45 apart. */
const PARAGRAPH_GAP = 1.55;
/** The usual gap between a page's lines may be wider; a paragraph's is so many times that. */
const WIDER_GAP = 1.25;
/** A line that ends before this share of its column was ended on purpose, unless the next goes on in lower case. */
const FULL_LINE = 0.78;
const MIN_BROKEN_LINE = 0.55;
/** Letters that differ more in size are a heading and its text. */
const SAME_SIZE = 0.1;

/** The paragraphs of lines of prose. Words parted by a hyphen at a line's end are whole again. */
export function joinParagraphs(rows: OrderedRow[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const usual = usualGap(rows);
  let number: string | undefined;
  rows.forEach((row, index) => {
    const words = rowText(row);
    const before = rows[index - 1];
    const last = paragraphs.at(-1);
    if (last && before && goesOn(before, row, { usual, number })) {
      last.text = joinLines(last.text, words);
    } else {
      number = NUMBER.exec(words)?.[0] ?? number;
      paragraphs.push({ text: words.replace(BULLET, '- '), bold: isBold(row) });
    }
  });
  return paragraphs;
}

/** Two lines as one: a word broken by a hyphen is joined, unless the hyphen is its own ("co-opted", "2019-20"). */
export function joinLines(before: string, after: string): string {
  const broken = /[a-z]{2}[-\u2010\u00ad]$/.test(before) && /^[a-z]{2}/.test(after);
  if (!broken) return `${before} ${after}`;
  return keepsHyphen(before, after) ? before + after : before.slice(0, -1) + after;
}

/** First parts of words that are written with a hyphen; a dictionary would be needed to know them all. */
const HYPHEN_PREFIX =
  /(?:^|[^a-z])(?:co|non|self|sub|pre|post|multi|cross|well|long|short|mid|semi|vice|ex|inter|part|full|half|high|low|on|off|in|up|out|one|two|three|four|five|year|day|face|person|risk|evidence|end|end-to|up-to|to)-$/i;

function keepsHyphen(before: string, after: string): boolean {
  // "year-on-" goes on with a hyphen that was there before the line was broken.
  return HYPHEN_PREFIX.test(before) || /[a-z]-[a-z]{1,12}-$/i.test(before) || /^[a-z]{1,12}-[a-z]/.test(after);
}

function usualGap(rows: OrderedRow[]): number {
  const gaps = rows
    .slice(1)
    .map((row, index) => (row.y - (rows[index]?.y ?? 0)) / row.size)
    .filter((gap) => gap > 0.8 && gap < 2.5)
    .sort((a, b) => a - b);
  // Half of all lines or more go on a paragraph in prose; the lower third is safe among headings and lists too.
  return gaps[Math.floor(gaps.length / 3)] ?? 1.2;
}

/** `usual` is the gap between lines, `number` the last one that began a paragraph. */
function goesOn(before: OrderedRow, row: OrderedRow, page: { usual: number; number: string | undefined }): boolean {
  const { usual } = page;
  if (Math.abs(row.size - before.size) > SAME_SIZE * before.size) return false;
  if (isBold(row) !== isBold(before) && !(isFull(before) && /^[a-z]/.test(rowText(row)))) return false;
  const gap = (row.y - before.y) / row.size;
  const newColumn = row.column !== before.column;
  if (!newColumn && (gap > Math.max(PARAGRAPH_GAP, usual * WIDER_GAP) || gap > usual * 1.5)) return false;
  const words = rowText(row);
  const ended = SENTENCE_END.test(rowText(before));
  if (LABEL.test(words) && (ended || !isFull(before) || isNextNumber(page.number, words))) return false;
  if (ended && OPENING.test(words)) return false;
  if (ended && !newColumn && gap > usual * WIDER_SENTENCE_GAP && !/^[a-z]/.test(words)) return false;
  return isFull(before) || (fill(before) > MIN_BROKEN_LINE && /^[a-z]/.test(words));
}

/** Whether the line's number can follow the last one ("24" then "25", "2.1" then "2.2" or "3"). Letters always can. */
function isNextNumber(last: string | undefined, words: string): boolean {
  const number = NUMBER.exec(words)?.[0];
  if (number === undefined || last === undefined) return true;
  const before = last.split('.').map(Number);
  const parts = number.split('.').map(Number);
  const at = parts.length - 1;
  if (at >= before.length) return parts.slice(0, before.length).every((part, index) => part === before[index]);
  return parts[at] === (before[at] ?? 0) + 1 && parts.slice(0, at).every((part, index) => part === before[index]);
}

function isFull(row: OrderedRow): boolean {
  return fill(row) >= FULL_LINE;
}

function fill(row: OrderedRow): number {
  return (row.x1 - row.left) / (row.right - row.left);
}

function isBold(row: OrderedRow): boolean {
  const worded = row.segments.filter((segment) => /\w/.test(segment.text));
  return worded.length > 0 && worded.every((segment) => segment.bold);
}
