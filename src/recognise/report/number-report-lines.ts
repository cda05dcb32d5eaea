import { stripMarks, type TextTable } from '../../paper.ts';
import type { OutlineLine } from '../outline-line.ts';
import { isDressed } from './judge-headings.ts';
import { isDecimal, isInteger, type ReportLine } from './report-line.ts';

/** "3", "3.2.4", "4a", "A.1", "b", "iv"; no "KS2" and no date. */
const PARAGRAPH_NUMBER =
  /^(?:(?:[A-Z]{1,2}\.?)?\d{1,3}(?:\.\d{1,3}){1,4}|\d{1,3}[a-z]?|[a-zA-Z]|[ivxl]{1,6}|[IVXL]{1,6})$/;

/** The last decimal number and the last one printed without full stop or bracket. */
type LastNumbers = { decimal?: string; bare?: string };

/** Longer lines are sentences with bold words in them. */
const MAX_GLUED_CHARS = 250;

/** Lines with their printed numbers and the roles that need no neighbour: blank, furniture, table, bullet, text. */
export function numberReportLines(lines: OutlineLine[], text: string, tables: TextTable[]): ReportLine[] {
  const last: LastNumbers = {};
  let before: OutlineLine | undefined;
  return lines.map((plain) => {
    const line = withBoldRest(withDecimal(unglued(plain, text), last.decimal), text);
    if (line.kind === 'blank' || line.kind === 'furniture') return { ...line, role: line.kind };
    if (inTable(line, tables)) return { ...line, role: 'table' };
    const number = printedNumber(line, last, before);
    if (number !== undefined && isDecimal(number)) last.decimal = number;
    if (number !== undefined && isInteger(number) && line.labelDress === 'bare') last.bare = number;
    before = line;
    if (number !== undefined) return { ...line, role: 'numbered', number };
    const role = line.kind === 'bullet' ? 'bullet' : 'text';
    return isFootnote(text.slice(line.start, line.end)) ? { ...line, role, untitled: true } : { ...line, role };
  });
}

function inTable(line: OutlineLine, tables: TextTable[]): boolean {
  let low = 0;
  let high = tables.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const table = tables[middle] as TextTable;
    if (line.start < table.start) high = middle - 1;
    else if (line.start >= table.end) low = middle + 1;
    else return true;
  }
  return false;
}

/** Bold words that a converter put right behind others ("Key Stage 1**Phonics**") are words of their own. */
function unglued(line: OutlineLine, text: string): OutlineLine {
  if (line.kind === 'blank' || line.end - line.start > MAX_GLUED_CHARS) return line;
  const raw = text.slice(line.start, line.end);
  if (!/[\p{L}\d)]\*\*(?=[\p{Lu}\d])/u.test(raw)) return line;
  const words = stripMarks(raw.replace(/\*\*/g, ' '));
  const restAt = line.rest === line.text ? 0 : Math.max(0, line.text.length - line.rest.length);
  return { ...line, text: words, rest: words.slice(restAt).trim() };
}

/** "2.1 19/00230/FUL - refused": a number before figures is a paragraph's if it is the next in order. */
function withDecimal(line: OutlineLine, last: string | undefined): OutlineLine {
  if (line.label !== undefined || last === undefined) return line;
  const match = /^(?:[-*•]\s+)?(\d{1,3}(?:\.\d{1,3}){1,3})\s+(?=\S)/.exec(line.text);
  if (!match?.[1] || match[1] === last || !continues(last, match[1])) return line;
  return { ...line, label: match[1], labelDress: 'bare', rest: line.text.slice(match[0].length) };
}

/** "3. **Options considered**" is dressed like "**3. Options considered**". */
function withBoldRest(line: OutlineLine, text: string): OutlineLine {
  if (line.label === undefined || line.marks.bold) return line;
  const raw = text.slice(line.start, Math.min(line.end, line.start + 400));
  const bold = /^\s*(?:[-*•]\s+)?[\w.()]{1,12}\s+\*\*[^*]{1,300}\*\*\W*$/.test(raw);
  return bold ? { ...line, marks: { ...line.marks, bold } } : line;
}

/** "*Education, Health and Care Plan" under a table, "¹ The review defined …". */
function isFootnote(raw: string): boolean {
  return /^\s*(?:\*(?![*\s])[^*]*$|[¹²³⁴⁵⁶⁷⁸⁹†‡])/.test(raw);
}

function printedNumber(line: OutlineLine, last: LastNumbers, before: OutlineLine | undefined): string | undefined {
  const label = line.label;
  if (label === undefined || !PARAGRAPH_NUMBER.test(label) || /^\d{2}\.\d{2}\.\d{2,4}$/.test(label)) return undefined;
  const opened = before === undefined || before.index < line.index - 1 || /[.:;?!)]\W*$/.test(before.text);
  if (isDecimal(label)) return opened || continues(last.decimal, label) ? label : undefined;
  if (line.labelDress !== 'bare') return label.length <= 6 ? label : undefined;
  if (!isInteger(label) || line.kind === 'bullet') return undefined;
  return opened && (isDressed(line) || label === '1' || continues(last.bare, label)) ? label : undefined;
}

/** True if a number may come next after `last`: the same, one of the next three, one deeper or back out. */
function continues(last: string | undefined, number: string): boolean {
  const from = (last ?? '0').split('.').map(Number);
  const to = number.split('.').map(Number);
  const at = to.findIndex((part, index) => part !== from[index]);
  if (at === -1) return true;
  const step = (to[at] ?? 0) - (from[at] ?? 0);
  return step >= 1 && step <= 3 && to.slice(at + 1).every((part) => part === 1);
}
