import type { DateReading, MeetingHead } from '../../meeting.ts';
import type { PaperText } from '../../paper.ts';
import { stripMarks } from '../../paper.ts';
import type { OutlineLine, Segment } from '../outline-line.ts';
import { findDate, readDate } from '../read-date.ts';
import { type CommitteeName, committeeName } from './committee-name.ts';

/** A report's sheet may name its meeting below its title, authors and wards. */
const MAX_SHEET_LINES = 46;
/** A body's name or a date alone on its line counts only this near the top. */
const MAX_TOP_LINES = 4;
const BODY_FIELD =
  /^(?:committee name and date.*|(?:report|for decision by|decision by|submitted) (?:to|for)(?: the)?|to|for|(?:name of )?(?:committee|meeting|body)|decision[- ]?(?:maker|taker|body))(?: and date)?$/i;
const DATE_FIELD =
  /^(?:date of (?:the )?(?:\p{L}+ )?(?:meeting|decision)|(?:meeting|committee|decision) date|date and time of meeting)$/iu;
const PLAIN_DATE_FIELD = /^(?:date|on)$/i;
const ANNOUNCEMENT = /^(?:\p{L}+\s+)?report$|^summary sheet$/iu;
const REPORT_TO = /^(?:\p{L}+\s+)?(?:report|paper|briefing|note) (?:to|for)(?: the)?[\s:]+(.{3,120})$/iu;
const ENDS_AS_BODY =
  /\b(?:committee|sub-?committee|commission|panel|board|cabinet|council|forum|executive|authority|partnership)(?:\s*\([^()]*\))?\W*$/i;

type SheetLine = { line: OutlineLine; field?: string; value: string };

/** The meeting a report or its summary sheet is for; undefined unless its head names the body or a date of meeting. */
export function reportMeeting(source: PaperText, segment: Segment): MeetingHead | undefined {
  const sheet = sheetLines(source, segment);
  const bodies = sheet.filter((entry, at) => namesBody(entry, { before: sheet[at - 1], at }));
  const committee = committeeName(bodies.map(({ value }) => value));
  const dated = meetingDates(sheet, { bodies, known: committee !== undefined });
  const date = dated[0] && readValue(dated[0].value);
  return headOf(committee, date, [...bodies, ...dated.slice(0, 1)]);
}

function headOf(
  committee: CommitteeName | undefined,
  date: DateReading | undefined,
  used: SheetLine[],
): MeetingHead | undefined {
  const offsets = used.flatMap(({ line }) => [line.start, line.end]);
  if (offsets.length === 0 || (!committee && !date)) return undefined;
  return {
    ...(committee ? { committee: committee.name, committeePrinted: committee.printed } : {}),
    ...(date ? { date } : {}),
    span: { start: Math.min(...offsets), end: Math.max(...offsets) },
  };
}

/** The sheet's lines as field and value; a field's value may stand on the next line. */
function sheetLines(source: PaperText, segment: Segment): SheetLine[] {
  const lines = segment.lines
    .filter((line) => line.kind !== 'blank' && line.kind !== 'furniture' && line.text.length < 400)
    .slice(0, MAX_SHEET_LINES)
    .map((line) => toSheetLine(line, source.text.slice(line.start, line.end)));
  return lines.map((entry, at) => {
    const above = lines[at - 1];
    const awaits = above !== undefined && above.value === '' && above.field !== undefined && entry.field === undefined;
    return awaits && above.field !== undefined ? { ...entry, field: above.field } : entry;
  });
}

function toSheetLine(line: OutlineLine, raw: string): SheetLine {
  const inCells = line.kind === 'table' || raw.includes('\t');
  const words = inCells
    ? stripMarks(raw.replace(/\t/g, ' | ')).replace(/^[|\s]*\d{1,2}(?:\.\d)?\.?\s*\|/, '')
    : line.label === undefined
      ? line.text
      : line.rest;
  const text = words.replace(/^[\s|]+|[\s|]+$/g, '');
  const split = /^([^:|\t]{2,60}?)\s*(?:[:|\t][\s:|–-]*|\s[-–]\s)(.*)$/.exec(text);
  const name = (split?.[1] ?? text).replace(/[\s*:]+$/, '');
  if (isField(name)) return { line, field: name, value: split?.[2]?.trim() ?? '' };
  return { line, value: text };
}

function isField(name: string): boolean {
  return BODY_FIELD.test(name) || DATE_FIELD.test(name) || PLAIN_DATE_FIELD.test(name);
}

function namesBody(entry: SheetLine, context: { before: SheetLine | undefined; at: number }): boolean {
  if (entry.value === '' || committeeName([entry.value]) === undefined) return false;
  if (entry.field !== undefined) return BODY_FIELD.test(entry.field);
  if (REPORT_TO.test(entry.value)) return true;
  if (entry.value.length > 120) return false;
  const announced = context.before !== undefined && ANNOUNCEMENT.test(context.before.value.replace(/\W+$/, ''));
  if (announced) return true;
  const date = findDate(entry.value);
  if (date && date.index > 0 && ENDS_AS_BODY.test(entry.value.slice(0, date.index).replace(/[\s,–—-]+$/, '')))
    return true;
  return (
    context.at < MAX_TOP_LINES &&
    ENDS_AS_BODY.test(entry.value) &&
    !/^\W*(?:review|report|update|proposal)/i.test(entry.value)
  );
}

/** Lines that date the meeting, the most certain first. A plain "Date:" counts only beside a body's name. */
function meetingDates(sheet: SheetLine[], options: { bodies: SheetLine[]; known: boolean }): SheetLine[] {
  const withBody = options.bodies.filter(({ value }) => findDate(value) !== undefined);
  const ofMeeting = sheet.filter(
    ({ field, value }) => field !== undefined && DATE_FIELD.test(field) && /\d/.test(value),
  );
  if (!options.known) return ofMeeting;
  const plain = sheet.filter(
    ({ field, value }) => field !== undefined && PLAIN_DATE_FIELD.test(field) && /\d/.test(value),
  );
  const top = sheet
    .slice(0, MAX_TOP_LINES + 1)
    .filter(({ field, value }) => field === undefined && value.length < 60 && (findDate(value)?.index ?? 99) < 12);
  return [...withBody, ...ofMeeting, ...plain, ...top];
}

/** A date field whose value is no date keeps it as printed. */
function readValue(value: string): DateReading {
  return findDate(value) ? readDate(value) : { printed: value, doubt: 'no such date' };
}
