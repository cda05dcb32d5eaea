import type { TextTable } from '../../paper.ts';
import type { OutlineLine } from '../outline-line.ts';
import { findContents } from './find-contents.ts';
import { findNumberedHeadings, type Placed } from './find-numbered-headings.ts';
import { dressRank, isDressed, isTitleLike } from './judge-headings.ts';
import { fieldName, inlineField, isBodyField } from './read-form-fields.ts';
import { measureHeading, ownCodePrefixes } from './read-measures.ts';
import { isContent, isDecimal, isInteger, type ReportLine } from './report-line.ts';

const CAPTION = /^(?:table|chart|figure|fig\.?)\s*(?:[A-Z]\.?)?\d{0,3}(?:\.\d{1,2})?[a-z]?\s*(?:[:.–—-]|$)/i;
/** So many short plain lines one after the other are a list of names or an address, not headings. */
const MAX_HEADING_CHAIN = 3;
const MIN_FORM_FIELDS = 3;
/** A front sheet's fields follow each other within this many lines. */
const MAX_FIELD_LINES = 25;
const PART_TITLE = /^(?:appendix|annex|schedule|glossary|references)\b/i;

/** Gives every line of a report its role, in order: which lines open sections, begin paragraphs, stand in tables. */
export function markReportLines(text: string, lines: OutlineLine[], tables: TextTable[]): ReportLine[] {
  const contents = findContents(lines);
  const marked = numbersOf(lines, text, tables).map((line) => (contents.has(line.index) ? asContents(line) : line));
  const content = placeContent(marked.filter(isContent));
  const numbered = findNumberedHeadings(content.filter(({ line }) => !contents.has(line.index)));
  for (const [line, level] of numbered) Object.assign(line, { role: 'section', level, title: line.rest });
  markMeasures(content);
  markFormFields(content);
  markPlainHeadings(content, contents);
  markCaptions(content);
  return marked;
}

function asContents(line: ReportLine): ReportLine {
  const { number: _number, ...rest } = line;
  return line.role === 'numbered' ? { ...rest, role: 'text' } : line;
}

/** Lines with their printed numbers and the roles that need no neighbour: blank, furniture, table, bullet, text. */
function numbersOf(lines: OutlineLine[], text: string, tables: TextTable[]): ReportLine[] {
  let last: string | undefined;
  let before: OutlineLine | undefined;
  return lines.map((plain) => {
    const line = withBoldRest(plain, text);
    if (line.kind === 'blank' || line.kind === 'furniture') return { ...line, role: line.kind };
    if (inTable(line, tables)) return { ...line, role: 'table' };
    const number = printedNumber(line, last, before);
    if (isDecimal(number) || isInteger(number)) last = number;
    before = line;
    if (number !== undefined) return { ...line, role: 'numbered', number };
    return { ...line, role: line.kind === 'bullet' ? 'bullet' : 'text' };
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

/** "3. **Options considered**" is dressed like "**3. Options considered**". */
function withBoldRest(line: OutlineLine, text: string): OutlineLine {
  if (line.label === undefined || line.marks.bold) return line;
  const raw = text.slice(line.start, Math.min(line.end, line.start + 400));
  const bold = /^\s*(?:[-*•]\s+)?[\w.()]{1,12}\s+\*\*[^*]{1,300}\*\*\W*$/.test(raw);
  return bold ? { ...line, marks: { ...line.marks, bold } } : line;
}

function printedNumber(line: OutlineLine, last: string | undefined, before: OutlineLine | undefined) {
  const label = line.label;
  if (label === undefined || /^\d{2}\.\d{2}\.\d{2,4}$/.test(label)) return undefined;
  const opened = before === undefined || before.index < line.index - 1 || /[.:;?!)]\W*$/.test(before.text);
  if (isDecimal(label)) return opened || continues(last, label) ? label : undefined;
  if (line.labelDress !== 'bare') return label.length <= 6 ? label : undefined;
  if (!isInteger(label) || line.kind === 'bullet') return undefined;
  return opened && (isDressed(line) || label === '1' || continues(last, label)) ? label : undefined;
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

function placeContent(lines: ReportLine[]): Placed[] {
  const placed: Placed[] = lines.map((line) => ({ line, blankBefore: true, blankAfter: true }));
  for (const [at, here] of placed.entries()) {
    const before = placed[at - 1];
    if (!before) continue;
    here.before = before;
    before.after = here;
    here.blankBefore = before.line.index < here.line.index - 1;
    before.blankAfter = here.blankBefore;
  }
  return placed;
}

/** A measure's heading opens a section of its own inside the heading it stands under. */
function markMeasures(content: Placed[]): void {
  const prefixes = ownCodePrefixes(content.map(({ line }) => line.text));
  for (const { line } of content) {
    if (line.role === 'table' || line.role === 'section' || !measureHeading(line.text, prefixes)) continue;
    Object.assign(line, { role: 'section', level: 2, title: line.text });
  }
}

/** Fields of a front sheet stand over their values; in a form no other plain line is a heading. */
function markFormFields(content: Placed[]): void {
  const end = formEnd(content);
  const numbered = content.some(({ line }) => line.role === 'section' && line.level === 1);
  for (const { line } of content.slice(0, end)) {
    if (line.role === 'section' || line.role === 'table') continue;
    if (fieldName(line.text) && (numbered || !isBodyField(line.text))) line.role = 'subheading';
    else if (!isDressed(line) || inlineField(line.text)) line.title = '';
  }
}

/** Where the front sheet ends: at the first main section, or after its last field where no section is numbered. */
function formEnd(content: Placed[]): number {
  const firstMain = content.findIndex(({ line }) => line.role === 'section');
  const limit = firstMain === -1 ? content.length : firstMain;
  let fields = 0;
  let end = 0;
  for (let at = 0; at < limit && (fields === 0 || at - end <= MAX_FIELD_LINES); at++) {
    const text = content[at]?.line.text ?? '';
    if (content[at]?.line.role === 'table' || !(fieldName(text) || inlineField(text))) continue;
    if (firstMain === -1 && isBodyField(text)) break;
    fields++;
    end = at + 1;
  }
  if (fields < MIN_FORM_FIELDS) return 0;
  return firstMain === -1 ? end : bodyTitleAt(content, firstMain);
}

/** The body's title stands right above its first section, after the last field's value. */
function bodyTitleAt(content: Placed[], firstMain: number): number {
  const title = content[firstMain - 1];
  const value = content[firstMain - 2];
  if (!title || !value || fieldName(value.line.text) || fieldName(title.line.text)) return firstMain;
  return isTitleLike(title.line.text, isDressed(title.line)) ? firstMain - 1 : firstMain;
}

function markPlainHeadings(content: Placed[], contents: Set<number>): void {
  const mains = content.filter(({ line }) => line.role === 'section' && line.level === 1).map(({ line }) => line);
  const firstMain = mains[0]?.index ?? Number.POSITIVE_INFINITY;
  const mainRank = Math.max(0, ...mains.map(dressRank));
  const headings = content.filter((placed) => !contents.has(placed.line.index) && isPlainHeading(placed));
  const top = Math.max(0, ...headings.map(({ line }) => dressRank(line)));
  for (const { line } of headings) {
    const opens = mains.length === 0 || dressRank(line) > mainRank || PART_TITLE.test(line.text);
    if (mains.length > 0 && (line.index < firstMain || !opens)) line.role = 'subheading';
    else
      Object.assign(line, {
        role: 'section',
        level: dressRank(line) === top || mains.length > 0 ? 1 : 2,
        title: line.text,
      });
  }
}

function isPlainHeading(placed: Placed): boolean {
  const { line, after, before } = placed;
  if ((line.role !== 'text' && line.role !== 'bullet') || line.title === '' || CAPTION.test(line.text)) return false;
  if (isDressed(line) && line.role === 'text') return line.text.length > 2 && isTitleLike(line.text, true);
  if (line.role === 'bullet')
    return line.marks.bold && placed.blankBefore && placed.blankAfter && isTitleLike(line.rest, true);
  if (!mayBePlainHeading(placed) || after === undefined || (before?.line.role === 'bullet' && !placed.blankBefore))
    return false;
  return chainLength(placed) <= MAX_HEADING_CHAIN;
}

function mayBePlainHeading({ line, blankBefore, blankAfter, after }: Placed): boolean {
  if (line.role !== 'text' || isDressed(line) || line.title === '' || !blankBefore) return false;
  return (blankAfter || after?.line.role === 'table' || after?.line.role === 'bullet') && isTitleLike(line.text, false);
}

/** How many short plain lines stand one after the other here. */
function chainLength(placed: Placed): number {
  let length = 1;
  for (let at = placed.before; at && length <= MAX_HEADING_CHAIN && mayBePlainHeading(at); at = at.before) length++;
  for (let at = placed.after; at && length <= MAX_HEADING_CHAIN && mayBePlainHeading(at); at = at.after) length++;
  return length;
}

/** "Table 3: …" beside a table is its caption. */
function markCaptions(content: Placed[]): void {
  for (const { line, before, after } of content) {
    const beside = before?.line.role === 'table' || after?.line.role === 'table';
    if (beside && line.role !== 'table' && line.role !== 'section' && CAPTION.test(line.text)) line.role = 'caption';
  }
}
