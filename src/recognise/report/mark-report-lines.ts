import type { TextTable } from '../../paper.ts';
import type { OutlineLine } from '../outline-line.ts';
import { findContents } from './find-contents.ts';
import { findNumberedHeadings } from './find-numbered-headings.ts';
import { markCaptions } from './mark-captions.ts';
import { markFormFields } from './mark-form-fields.ts';
import { markPlainHeadings } from './mark-plain-headings.ts';
import { numberReportLines } from './number-report-lines.ts';
import { type PlacedLine, placeLines } from './placed-line.ts';
import { measureHeading, ownCodePrefixes } from './read-measures.ts';
import { isContent, type ReportLine } from './report-line.ts';

/** The rest of a heading is a short line; the line before it is a full one. */
const MAX_WRAPPED_CHARS = 90;
const MIN_FULL_LINE_CHARS = 45;

/** Gives every line of a report its role, in order: which lines open sections, begin paragraphs, stand in tables. */
export function markReportLines(text: string, lines: OutlineLine[], tables: TextTable[]): ReportLine[] {
  const contents = findContents(lines);
  const numbered = numberReportLines(lines, text, tables);
  const marked = numbered.map((line) => (contents.has(line.index) ? asContents(line) : line));
  const content = placeLines(marked.filter(isContent));
  const headings = findNumberedHeadings(content.filter(({ line }) => !contents.has(line.index)));
  for (const [line, level] of headings)
    Object.assign(line, { role: 'section', level, title: line.rest.replace(/\s*:$/, '') });
  markMeasures(content);
  joinWrappedHeadings(content);
  markPlainHeadings(content, { contents, formEnd: markFormFields(content) });
  markCaptions(content);
  return marked;
}

/** A line of a list of contents has its number as words, and is no heading. */
function asContents(line: ReportLine): ReportLine {
  const { number: _number, ...rest } = line;
  return { ...rest, role: line.role === 'numbered' ? 'text' : line.role, untitled: true };
}

/** A measure's heading opens a section of its own inside the heading it stands under. */
function markMeasures(content: PlacedLine[]): void {
  const prefixes = ownCodePrefixes(content.map(({ line }) => line.text));
  for (const { line } of content) {
    if (line.role === 'table' || line.role === 'section' || !measureHeading(line.text, prefixes)) continue;
    Object.assign(line, { role: 'section', level: 2, title: line.text });
  }
}

/** A numbered or measure's heading that runs on to the line right below it. */
function joinWrappedHeadings(content: PlacedLine[]): void {
  for (const { line, after, blankAfter } of content) {
    if (line.role !== 'section' || blankAfter || after?.line.role !== 'text' || !runsOn(line, after)) continue;
    Object.assign(after.line, { role: 'section', level: line.level, title: after.line.text, marks: line.marks });
  }
}

function runsOn(line: ReportLine, { line: next, after, blankAfter }: PlacedLine): boolean {
  if (next.text.length > MAX_WRAPPED_CHARS || /[.;:]$/.test(next.text) || /[.:?]$/.test(line.text)) return false;
  if (!blankAfter && after !== undefined && after.line.role !== 'numbered') return false;
  const broken =
    /(?:\b(?:and|or|of|the|for|to|in|on|with|by|a|an)|[,/&–-])$/i.test(line.text) || /^\p{Ll}/u.test(next.text);
  return broken || (line.text.length >= MIN_FULL_LINE_CHARS && next.marks.capitals && line.marks.capitals);
}
