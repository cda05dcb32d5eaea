import { dressRank, isDressed, isLabelledValue, isTitleLike } from './judge-headings.ts';
import { CAPTION } from './mark-captions.ts';
import { isBodyHeading } from './mark-form-fields.ts';
import type { PlacedLine } from './placed-line.ts';
import { inlineField, isBodyField } from './read-form-fields.ts';
import type { ReportLine } from './report-line.ts';

/** So many short plain lines one after the other are a list of names or an address, not headings. */
const MAX_HEADING_CHAIN = 3;
/** From this many places on the same words are a sub-heading. */
const MIN_REPEATS = 3;
const PART_TITLE = /^(?:appendix|annex|schedule|glossary|references)\b/i;

/** Marks headings without a number: sections where the report numbers none, else sub-headings inside its sections. */
export function markPlainHeadings(content: PlacedLine[], context: { contents: Set<number>; formEnd: number }): void {
  const mains = content.filter(({ line }) => line.role === 'section' && line.level === 1).map(({ line }) => line);
  const headings = content.filter((placed) => !context.contents.has(placed.line.index) && isPlainHeading(placed));
  const repeated = repeatedTexts(headings);
  const mainRank = Math.max(0, ...mains.map(dressRank));
  const top = loudest(headings);
  const insideNumbered = numberedStretches(content, new Set(headings.map(({ line }) => line)));
  const firstMain = mains[0]?.index ?? 0;
  for (const { line } of headings) {
    const louder = dressRank(line) > mainRank || PART_TITLE.test(line.text);
    const inHead = line.index < Math.max(firstMain, context.formEnd);
    const minor = repeated.has(line.text) || (/:$/.test(line.text) && !isDressed(line));
    if ((inHead && !isBodyHeading(line, mainRank)) || minor || (insideNumbered.has(line) && !louder))
      line.role = 'subheading';
    else openSection(line, dressRank(line) >= top || mains.length > 0 ? 1 : 2);
  }
}

/** The loudest dress that more than one heading wears: a single loud line is a title or a slip. */
function loudest(headings: PlacedLine[]): number {
  const ranks = headings.map(({ line }) => dressRank(line)).sort((a, b) => b - a);
  return ranks.find((rank, at) => ranks[at + 1] === rank) ?? ranks[0] ?? 0;
}

/** "Section 2 - Report" prints its number in words of its own. */
function openSection(line: ReportLine, level: number): void {
  const named = /^(?:section|part|chapter)\s+(\d{1,2}|[A-Z])\s*[-–—:.]\s*(\S.*)$/i.exec(line.text);
  const number = named?.[1] && isDressed(line) ? named[1] : undefined;
  Object.assign(line, { role: 'section', level, title: number === undefined ? line.text : named?.[2] });
  if (number !== undefined) line.number = number;
}

/** Words that stand over several parts ("Commentary", "Actions taken") divide them and are no parts themselves. */
function repeatedTexts(headings: PlacedLine[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { line } of headings) counts.set(line.text, (counts.get(line.text) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= MIN_REPEATS).map(([text]) => text));
}

/**
 * The headings that stand inside a numbered section. Where paragraph numbers begin again without a numbered heading
 * (an appendix in the same file), the headings above them open a part whose headings are its sections.
 */
function numberedStretches(content: PlacedLine[], headings: Set<ReportLine>): Set<ReportLine> {
  const inside = new Set<ReportLine>();
  let main: string | undefined;
  let waiting: ReportLine[] = [];
  for (const { line } of content) {
    if (headings.has(line)) {
      waiting.push(line);
      continue;
    }
    if (main !== undefined && waiting.length > 0 && restarts(line, main)) main = undefined;
    if (main !== undefined) for (const heading of waiting) inside.add(heading);
    waiting = [];
    if (line.role === 'section' && line.level === 1) main = line.number;
  }
  return inside;
}

function restarts(line: ReportLine, main: string): boolean {
  return line.role === 'numbered' && /^\d+\.1$/.test(line.number ?? '') && line.number?.split('.')[0] !== main;
}

function isPlainHeading(placed: PlacedLine): boolean {
  const { line, after, before } = placed;
  if ((line.role !== 'text' && line.role !== 'bullet') || line.untitled || CAPTION.test(line.text)) return false;
  if (isDressed(line) && line.role === 'text') return line.text.length > 2 && isTitleLike(line.text, true);
  if (line.role === 'bullet')
    return line.marks.bold && placed.blankBefore && placed.blankAfter && isTitleLike(line.rest, true);
  if (!mayBePlainHeading(placed) || after === undefined || (before?.line.role === 'bullet' && !placed.blankBefore))
    return false;
  return isBodyField(line.text) || chainLength(placed) <= MAX_HEADING_CHAIN;
}

function mayBePlainHeading({ line, before, after, blankBefore, blankAfter }: PlacedLine): boolean {
  if (line.role !== 'text' || isDressed(line) || line.untitled || !blankBefore) return false;
  if (inlineField(line.text)) return false;
  const listed = [before, after].some((beside) => beside !== undefined && isLabelledValue(beside.line.text));
  if (listed && isLabelledValue(line.text)) return false;
  const beside = after?.line.role;
  const heads =
    blankAfter || beside === 'table' || beside === 'bullet' || (beside === 'numbered' && isBodyField(line.text));
  return heads && isTitleLike(line.text, false);
}

/** How many short plain lines stand one after the other here. */
function chainLength(placed: PlacedLine): number {
  let length = 1;
  for (let at = placed.before; at && length <= MAX_HEADING_CHAIN && mayBePlainHeading(at); at = at.before) length++;
  for (let at = placed.after; at && length <= MAX_HEADING_CHAIN && mayBePlainHeading(at); at = at.after) length++;
  return length;
}
