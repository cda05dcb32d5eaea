import type { PaperText, Place } from '../paper.ts';
import { plainText } from '../paper.ts';
import type { Report, Section, Table } from '../report.ts';
import type { Segment } from './outline-line.ts';
import { isDressed, isTitleLike } from './report/judge-headings.ts';
import { markReportLines } from './report/mark-report-lines.ts';
import { readAppendices } from './report/read-appendices.ts';
import { readAuthors } from './report/read-authors.ts';
import { type FormField, fieldName, inlineField, readFormFields } from './report/read-form-fields.ts';
import { ownCodePrefixes, readMeasures } from './report/read-measures.ts';
import { readRecommendations } from './report/read-recommendations.ts';
import { readSections } from './report/read-sections.ts';
import { isContent, type ReportLine } from './report/report-line.ts';
import { placeTables } from './tables/place-tables.ts';

/** A title stands among the first lines. */
const MAX_HEAD_LINES = 10;
/** An application's reference, which stands over what is applied for. */
const REFERENCE = /^(?=\S*\d)[\w./-]{5,24}$/;
const TITLE_FIELD = /^(?:report )?(?:title|subject)\b/i;

/** What stands above a title: council, committee and date, whose report it is, a bare appendix number, a stamp. */
const HEAD_LINE =
  /\b(?:council|committee|commission|panel|board|cabinet|authority|services?|directorate|department)\b(?:\W+(?:on\W+)?(?:\w+day\W+)?\d{1,2}\w{0,2}\s+\w+\W+\d{4})?\W*$|^report (?:of|to|for|by|from)\b|^(?:public report|summary sheet|agenda item|part [12ab]\b|not for publication|restricted|date\b)|^(?:appendix|annexe?|schedule)\s+\w{1,3}\W*$/i;

/**
 * The report, appendix or other paper in a segment: sections that cover the segment in order, recommendations,
 * authors, appendices, measures, and its tables with caption and headers. Nothing is corrected or left out.
 */
export function recogniseReport(source: PaperText, segment: Segment): { report: Report; tables: Table[] } {
  const { text } = source;
  const tables = source.tables.filter((table) => table.start < segment.span.end && table.end > segment.span.start);
  const lines = markReportLines(text, segment.lines, tables);
  const places = source.places.filter((place) => place.start >= segment.span.start && place.end <= segment.span.end);
  const sections = places.length > 0 ? placeSections(text, segment, places) : readSections(text, lines, segment.span);
  const fields = readFormFields(text, lines);
  const title = segment.title ?? titleOf(text, fields, lines);
  const report: Report = {
    ...(title === undefined ? {} : { title }),
    authors: readAuthors(text, fields),
    recommendations: readRecommendations(text, lines, { tables, bodyStart: bodyStart(lines) }),
    sections,
    appendices: readAppendices(text, fields),
    measures: readMeasures(sections, ownCodePrefixes(lines.map((line) => line.text))),
  };
  return { report, tables: placeTables(source, lines) };
}

/** Where the body begins: at the first main numbered section, if words stand before it; after a numbered summary at the next "1". */
function bodyStart(lines: ReportLine[]): number | undefined {
  const mains = lines.filter((line) => line.role === 'section' && line.level === 1 && line.number !== undefined);
  const [first] = mains;
  const summarised = lines.some((line) => line.start < (first?.start ?? 0) && SUMMARY.test(line.text));
  const again = summarised ? mains.find((line) => line !== first && /^1(?:\.0)?$/.test(line.number ?? '')) : undefined;
  return (again ?? first)?.start;
}

const SUMMARY = /^(?:executive )?summary(?: of (?:the )?(?:main|key) (?:issues|points))?\W*$/i;

function titleOf(text: string, fields: FormField[], lines: ReportLine[]): string | undefined {
  const value = fields.find((field) => TITLE_FIELD.test(field.name))?.values[0];
  const printed = value ? plainText(text, [value]) : '';
  if (/\p{L}{3}/u.test(printed)) return printed;
  const head = lines.filter((line) => isContent(line) && line.role !== 'table').slice(0, MAX_HEAD_LINES);
  const titles = head.filter(
    (line) =>
      isTitleLike(line.text, isDressed(line)) &&
      !HEAD_LINE.test(line.text) &&
      !fieldName(line.text) &&
      !inlineField(line.text),
  );
  const title = titles.find(isDressed) ?? titles[0];
  if (!title || title.number !== undefined) return undefined;
  const next = titles[titles.indexOf(title) + 1];
  if (REFERENCE.test(title.text))
    return [title, head[head.indexOf(title) + 1]]
      .map((line) => line?.text)
      .join(' ')
      .trim();
  return next && isSecondLine(title, next, head) ? `${title.text} ${next.text}` : title.text;
}

/** A title broken over two lines, or one whose second line says what kind of report it is. */
function isSecondLine(title: ReportLine, next: ReportLine, head: ReportLine[]): boolean {
  if (next.number !== undefined || isDressed(next) !== isDressed(title)) return false;
  const together = head.indexOf(next) === head.indexOf(title) + 1;
  return next.index === title.index + 1 || (together && /\b(?:report|review|update|outturn|annual)\b/i.test(next.text));
}

/** A presentation, scorecard or transcript: one paragraph for each slide, row or cue. */
function placeSections(text: string, segment: Segment, places: Place[]): Section[] {
  const paragraphs = places
    .map((place) => ({
      heading: place.label,
      text: plainText(text, [place]),
      spans: [{ start: place.start, end: place.end }],
    }))
    .filter((paragraph) => paragraph.text !== '');
  return [{ level: 1, span: segment.span, paragraphs }];
}
