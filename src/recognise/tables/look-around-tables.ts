import type { TextTable } from '../../paper.ts';
import type { ReportLine } from '../report/report-line.ts';

/** What stands around a table. `section` is the headings it is under, outermost first, joined by a dash. */
export type TableSurroundings = { caption?: string; section?: string; captionLine?: ReportLine };

const INTRODUCES_TABLE =
  /\b(?:table|figures|chart|breakdown|shows?|shown|set out|summary|summari[sz]ed|as follows|below|following)\b/i;
const MAX_CAPTION_CHARS = 300;
/** A heading over several lines is no longer than this; more of them are headings of their own. */
const MAX_JOINED_CHARS = 400;
/** A line right above a table up to this long, without a full stop, is its title. */
const MAX_TITLE_CHARS = 200;
/** From this many places on, a sub-heading says too little by itself. */
const MIN_REPEATS = 3;

type Under = { section?: string; heading?: string };

/** For each table the caption line beside it, the line that introduces it, and the headings it stands under. */
export function lookAroundTables(lines: ReportLine[], tables: TextTable[]): TableSurroundings[] {
  if (tables.length === 0) return [];
  const under = headingsOver(lines);
  const repeated = repeatedHeadings(lines);
  return tables.map((table) => {
    const from = firstLineOf(lines, table);
    const above = wordsFrom(lines, from - 1, -1);
    const below = wordsFrom(lines, firstLineFrom(lines, table.end), 1);
    const { section, heading } = under[Math.max(0, from - 1)] ?? {};
    const path = [section, heading].filter((part) => part !== undefined).join(' – ');
    const nearest = heading === undefined || repeated.has(heading) ? path : heading;
    const captionAt = [above, below].find((at) => at !== undefined && lines[at]?.role === 'caption');
    const caption = captionAt === undefined ? (introOf(lines[above ?? -1]) ?? nearest) : fullCaption(lines, captionAt);
    const captionLine = captionAt === undefined ? undefined : lines[firstOfCaption(lines, captionAt)];
    return {
      ...(caption === '' ? {} : { caption: caption.slice(0, MAX_CAPTION_CHARS) }),
      ...(path === '' ? {} : { section: path }),
      ...(captionLine === undefined ? {} : { captionLine }),
    };
  });
}

/** For each line the titles of the section and sub-heading it stands under. */
function headingsOver(lines: ReportLine[]): Under[] {
  let under: Under = {};
  let before: ReportLine | undefined;
  return lines.map((line) => {
    const goesOn = before?.role === line.role && before.index === line.index - 1;
    if (line.role === 'section') {
      const title = line.title ?? line.text;
      const joined = goesOn && line.number === undefined;
      under = { section: joined ? joinHeading(under.section, title) : title };
    } else if (line.role === 'subheading') {
      const title = line.text.replace(/\s*:[-–]?$/, '');
      under = { ...under, heading: goesOn ? joinHeading(under.heading, title) : title };
    }
    before = line;
    return under;
  });
}

function joinHeading(above: string | undefined, title: string): string {
  return above === undefined || above.length > MAX_JOINED_CHARS ? title : `${above} ${title}`;
}

function repeatedHeadings(lines: ReportLine[]): Set<string> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    if (line.role === 'subheading') counts.set(line.text, (counts.get(line.text) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= MIN_REPEATS).map(([text]) => text));
}

/** The place of the first line that starts at or after an offset. */
function firstLineFrom(lines: ReportLine[], offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place of a table's first line, which may be set in. */
function firstLineOf(lines: ReportLine[], table: TextTable): number {
  const from = firstLineFrom(lines, table.start);
  const before = lines[from - 1];
  return before !== undefined && before.end > table.start ? from - 1 : from;
}

function wordsFrom(lines: ReportLine[], from: number, step: 1 | -1): number | undefined {
  for (let at = from; at >= 0 && at < lines.length; at += step) {
    const role = lines[at]?.role;
    if (role !== 'blank' && role !== 'furniture') return at;
  }
  return undefined;
}

/** A sentence that speaks of the table, or a short line without full stop right above it. */
function introOf(line: ReportLine | undefined): string | undefined {
  if (line?.role !== 'text' && line?.role !== 'numbered') return undefined;
  const titled = line.role === 'text' && line.text.length <= MAX_TITLE_CHARS && !/[.;,]$/.test(line.text);
  const introduces = line.text.length > 20 && INTRODUCES_TABLE.test(line.text);
  return /\p{L}{3}/u.test(line.text) && (titled || introduces) ? line.rest : undefined;
}

/** "Table 3:" alone on its line is completed by the line under it. */
function fullCaption(lines: ReportLine[], at: number): string {
  const first = firstOfCaption(lines, at);
  const next = wordsFrom(lines, first + 1, 1);
  const text = lines[first]?.text ?? '';
  return next !== undefined && lines[next]?.role === 'caption' ? `${text} ${lines[next]?.text}` : text;
}

function firstOfCaption(lines: ReportLine[], at: number): number {
  const before = wordsFrom(lines, at - 1, -1);
  return before !== undefined && lines[before]?.role === 'caption' ? before : at;
}
