import type { DateReading, MeetingHead } from '../../meeting.ts';
import type { OutlineLine, Segment } from '../outline-line.ts';
import { findDate, readDate } from '../read-date.ts';
import { committeeName } from './committee-name.ts';
import { meetingPlace, meetingTime } from './time-and-place.ts';

const MAX_HEAD_LINES = 30;
/** A line this long that no stop ends was broken off by its page's width. */
const MIN_WRAPPED_CHARS = 60;
/** A date's weekday or month at the end of a line, its day or year on the next. */
const DATE_BROKEN_OFF =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)\W*$/i;
const ATTENDANCE =
  /^\W*(?:(?:members?|councillors|committee members?|cabinet members|also)\s+)?(?:present|in attendance|attendance|attendees|apologies)\b/i;
/** "2 Mill Terrace, Orley, OX1 2AB": the clerk's address, not a numbered item. */
const ADDRESS = /^\d{1,3}[a-z]?,? \p{Lu}.{2,80}\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/u;
const AGENDA = /^\W*a\s?g\s?e\s?n\s?d\s?a\W*$/i;
/** What says of itself when the meeting was held is surer than a date that stands above it. */
const MINUTES_HELD = /^\W*(?:draft )?(?:minutes|notes|record|proceedings)\b.{0,200}\bheld\b/i;
const OTHER_DATE =
  /\b(?:publi(?:shed|cation)|issued?|despatch\w*|deadline|dated|printed|previous|last meeting|next meeting|updated|signed|to be (?:confirmed|approved|agreed)|subject to)\b/i;

/** What the head of an agenda or of minutes says of its meeting; what it does not print is undefined. */
export function meetingHead(segment: Segment): MeetingHead | undefined {
  const lines = headLines(segment);
  const first = lines[0];
  if (!first) return undefined;
  const blocks = headBlocks(lines);
  return withFields({
    committee: committeeName(blocks),
    date: headDate(blocks),
    time: meetingTime(blocks),
    place: meetingPlace(
      lines.map((line) => line.text),
      blocks,
    ),
    lines,
  });
}

type Found = {
  committee: ReturnType<typeof committeeName>;
  date: DateReading | undefined;
  time: string | undefined;
  place: string | undefined;
  lines: OutlineLine[];
};

function withFields({ committee, date, time, place, lines }: Found): MeetingHead | undefined {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last || (!committee && !date)) return undefined;
  return {
    ...(committee ? { committee: committee.name, committeePrinted: committee.printed } : {}),
    ...(date ? { date } : {}),
    ...(time ? { time } : {}),
    ...(place ? { place } : {}),
    span: { start: first.start, end: last.end },
  };
}

function content(lines: OutlineLine[]): OutlineLine[] {
  return lines.filter((line) => line.kind !== 'blank' && line.kind !== 'furniture');
}

/** The lines before those present, the first item or the first minute. */
function headLines(segment: Segment): OutlineLine[] {
  const head: OutlineLine[] = [];
  for (const line of content(segment.lines).slice(0, MAX_HEAD_LINES)) {
    if (head.length > 0 && ATTENDANCE.test(line.text)) break;
    const year = /^(?:19|20)\d\d\b/.test(line.text);
    if (line.label !== undefined && ADDRESS.test(line.text)) continue;
    if (line.label !== undefined && !year && findDate(line.text)?.index !== 0 && head.length > 0) break;
    if (AGENDA.test(line.text) && head.some((above) => findDate(above.text))) break;
    head.push(line);
  }
  return head;
}

/** Lines that stand together without a blank line, joined, so that a name or sentence over two lines is whole. */
function headBlocks(lines: OutlineLine[]): string[] {
  const blocks: string[] = [];
  let last: OutlineLine | undefined;
  for (const line of lines.map(inPlainWords)) {
    const goesOn = last !== undefined && line.index === last.index + 1 && goesOnFrom(last.text, line.text);
    if (goesOn) blocks[blocks.length - 1] = `${blocks.at(-1)} ${line.text}`;
    else blocks.push(line.text);
    last = line;
  }
  return blocks;
}

/** "4.00pm1 July" with its time apart, and of a body's name in two languages the English one. */
function inPlainWords(line: OutlineLine): OutlineLine {
  const text = line.text.replace(/([ap]m)(?=\d)/gi, '$1 ');
  const [first = '', second = '', third] = line.text.split(' / ');
  const twice = third === undefined && BODY_WORD.test(second) && !BODY_WORD.test(first) && second.length < 100;
  return { ...line, text: twice ? second : text };
}

const BODY_WORD = /\b(?:council|committee|board|panel|cabinet|authority|commission)\W*$/i;

function goesOnFrom(before: string, after: string): boolean {
  if (/\b(?:of|the|held|on|at|in|and|a|for|\d{1,2}(?:st|nd|rd|th)?)\W*$/i.test(before)) return true;
  if (DATE_BROKEN_OFF.test(before) && /^\W*\d/.test(after)) return true;
  if (before.length >= MIN_WRAPPED_CHARS && !/[.:;]$/.test(before)) return true;
  return /^(?:held|on|at|in|and|of|commencing)\b/i.test(after) && !/[.:]$/.test(before);
}

function headDate(lines: string[]): DateReading | undefined {
  const dated = lines.filter((line) => !OTHER_DATE.test(line) && findDate(line));
  const held = dated.find((line) => MINUTES_HELD.test(line));
  const readings = [...(held === undefined ? [] : [held]), ...dated].map((line) => readDate(line));
  const [first] = readings;
  if (first === undefined || first.iso !== undefined) return first;
  const whole = readings.filter((reading) => reading.iso !== undefined);
  return whole.find(({ printed }) => printed.startsWith(first.printed)) ?? first;
}
