import type { Paragraph } from '../../minute.ts';
import { plainText, type Span } from '../../paper.ts';
import type { Section } from '../../report.ts';
import { isDecimal, isInteger, type ReportLine } from './report-line.ts';

/** A heading over several lines is no longer than this; more of them are headings of their own. */
const MAX_JOINED_CHARS = 400;

/** A paragraph while its lines are gathered. `runs` are unbroken stretches of lines: furniture and tables part them. */
type Draft = { number?: string; heading?: string; runs: ReportLine[][] };

/**
 * The sections of a report: together they cover `whole` in order without gaps, and every line of words is a
 * heading, a table's or in exactly one paragraph. Text before the first heading is a section without title.
 */
export function readSections(text: string, lines: ReportLine[], whole: Span): Section[] {
  const groups = splitAtSections(lines);
  const starts = groups.map((group, at) => (at === 0 ? whole.start : (group[0]?.start ?? whole.start)));
  return groups.map((group, at) => {
    const head = group[0]?.role === 'section' ? group[0] : undefined;
    const title = head ? joinTitle(group) : '';
    return {
      ...(head?.number === undefined ? {} : { number: head.number }),
      ...(title === '' ? {} : { title }),
      level: head?.level ?? 1,
      span: { start: starts[at] ?? whole.start, end: starts[at + 1] ?? whole.end },
      paragraphs: readParagraphs(text, head ? group.slice(1) : group),
    };
  });
}

/** Runs of lines that begin at a section's heading; words before the first heading make a run of their own. */
function splitAtSections(lines: ReportLine[]): ReportLine[][] {
  const groups: ReportLine[][] = [[]];
  let worded = false;
  let before: ReportLine | undefined;
  for (const line of lines) {
    const opens = line.role === 'section' && !continuesHeading(before, line);
    if (opens && worded) groups.push([line]);
    else if (opens) groups[groups.length - 1] = [line];
    else groups.at(-1)?.push(line);
    worded ||= line.role !== 'blank' && line.role !== 'furniture';
    before = line;
  }
  return groups;
}

/** A heading broken over two lines: the same dress, no space between, no number of its own. */
function continuesHeading(before: ReportLine | undefined, line: ReportLine): boolean {
  if (before?.role !== 'section' || line.number !== undefined) return false;
  return before.marks.bold === line.marks.bold && before.marks.capitals === line.marks.capitals;
}

function joinTitle(group: ReportLine[]): string {
  const [first, ...others] = group;
  const more = others.slice(
    0,
    others.findIndex((line) => line.role !== 'section'),
  );
  return [first?.title ?? '', ...more.map((line) => line.title ?? '')].join(' ').trim();
}

/** The paragraphs of one section's lines, in order. */
export function readParagraphs(text: string, lines: ReportLine[]): Paragraph[] {
  const drafts: Draft[] = [];
  let heading: string | undefined;
  let open: Draft | undefined;
  let before: ReportLine | undefined;
  let parted = false;
  for (const line of lines) {
    if (line.role === 'blank') continue;
    if (line.role === 'furniture' || line.role === 'table' || line.role === 'caption') parted = true;
    else if (line.role === 'subheading' || line.role === 'section') {
      if (line.role === 'subheading') heading = headingOver(heading, line, before);
      open = undefined;
    } else if (open && belongs(open, line, before)) {
      if (parted) open.runs.push([line]);
      else open.runs.at(-1)?.push(line);
      parted = false;
    } else {
      open = { runs: [[line]] };
      if (line.number !== undefined) open.number = line.number;
      if (heading !== undefined) open.heading = heading;
      drafts.push(open);
      parted = false;
    }
    before = line;
  }
  return drafts.map((draft) => finish(text, draft));
}

function headingOver(heading: string | undefined, line: ReportLine, before: ReportLine | undefined): string {
  const title = line.text.replace(/\s*:$/, '');
  const joined = before?.role === 'subheading' && before.index === line.index - 1 && heading !== undefined;
  return joined && heading.length <= MAX_JOINED_CHARS ? `${heading} ${title}` : title;
}

/** True if a line goes on with the open paragraph: what follows a printed number is its own until the next one. */
function belongs(open: Draft, line: ReportLine, before: ReportLine | undefined): boolean {
  if (line.role === 'numbered') return !beginsOwn(open, line, before);
  if (open.number !== undefined) return true;
  const last = open.runs.at(-1)?.at(-1);
  if (line.role === 'bullet' || last === undefined || last.index === line.index - 1) return true;
  return breaksOff(last) && /^[\p{Ll}(]/u.test(line.rest);
}

/** A smaller kind of number inside a numbered paragraph is its list: "a)" in "3.2", "(1)" in "4.". */
function beginsOwn(open: Draft, line: ReportLine, before: ReportLine | undefined): boolean {
  if (isDecimal(line.number)) return true;
  if (isDecimal(open.number)) return isNextMain(open, line);
  if (open.number === undefined) {
    const introduced = before !== undefined && /:[-–]?\W*$/.test(before.text);
    return isInteger(line.number) || !(introduced || listed(open));
  }
  if (isInteger(line.number)) return isInteger(open.number) ? sameDress(open, line) : true;
  return !isInteger(open.number);
}

/** "3. The following are …" after 2.13 is the next main number, unless a list in 2.13 has come as far. */
function isNextMain(open: Draft, line: ReportLine): boolean {
  const next = Number(open.number?.split('.')[0]) + 1;
  const inList = open.runs.some((run) => run.some((here, at) => at > 0 && isInteger(here.number)));
  return Number(line.number) === next && line.labelDress === 'dot' && !inList;
}

function listed(open: Draft): boolean {
  return open.runs.some((run) => run.some((line) => line.role === 'numbered'));
}

function sameDress(open: Draft, line: ReportLine): boolean {
  return open.runs[0]?.[0]?.labelDress === line.labelDress;
}

function breaksOff(line: ReportLine): boolean {
  return !/[.:?!)"”]\W*$/.test(line.text);
}

function finish(text: string, draft: Draft): Paragraph {
  const spans = draft.runs.map((run) => spanOf(text, run));
  const words = plainText(text, spans);
  return {
    ...(draft.number === undefined ? {} : { number: draft.number }),
    ...(draft.heading === undefined ? {} : { heading: draft.heading }),
    text: draft.number === undefined ? words : withoutNumber(words, draft.number),
    spans,
  };
}

function spanOf(text: string, run: ReportLine[]): Span {
  const start = run[0]?.start ?? 0;
  const end = run.at(-1)?.end ?? start;
  const raw = text.slice(start, end);
  return { start: start + (raw.length - raw.trimStart().length), end: end - (raw.length - raw.trimEnd().length) };
}

function withoutNumber(words: string, number: string): string {
  const at = words.indexOf(number);
  return at >= 0 && at <= 8 ? words.slice(at + number.length).replace(/^[\s.):\]]+/, '') : words;
}
