import type { Dialogue } from '../dialogue.ts';
import type { KnownMeeting, Lexicon } from '../lexicon.ts';
import type { DateRange, Question } from '../question.ts';

export type StepDatesOptions = {
  previous: Dialogue;
  lexicon: Lexicon;
  /** The question is about a meeting itself, so that the one cited is meant where none is named. */
  ofMeeting: boolean;
};

const YEAR_BEFORE = /\b(?:year before|previous year|last year|year earlier)\b/i;
const YEAR_AFTER = /\b(?:year after|next year|following year|year later)\b/i;
const MEETING_BEFORE = /\b(?:one|meeting|time|month) before\b|\b(?:previous|earlier|last) (?:one|meeting|time)\b/i;
const MEETING_AFTER = /\b(?:one|meeting|time|month) after\b|\b(?:next|following|later) (?:one|meeting|time)\b/i;
const SINCE =
  /\b(?:since|afterwards?|later|next|subsequently|follow\w* (?:it )?up|come of (?:it|that)|came of (?:it|that)|come back|came back|in the end|ever|any (?:news|progress|update)|update|finished|done yet|still)\b/i;
const FAR = '9999-12-31';

/**
 * The dates a follow-up is about: its own, held to meetings of the committee spoken of where that leaves any; a step
 * from the meeting spoken of ("the one before", "and since?"); else those of the question before it.
 */
export function stepDates(own: Question, { previous, lexicon, ofMeeting }: StepDatesOptions): DateRange[] {
  const committees = own.committees.length > 0 ? own.committees : committeesSpokenOf(previous);
  const meetings = lexicon.meetings.filter(
    ({ committee }) => committees.length === 0 || committees.includes(committee),
  );
  if (own.dates.length > 0) return heldTo(own.dates, meetings);
  const cited = previous.cited.map(({ meetingDate }) => meetingDate).find((date) => date !== undefined);
  const spoken = previous.dates[0]?.from ?? cited;
  const { text } = own;
  // When the next meeting is stands in the papers of the one spoken of.
  if (own.wanted[0] === 'next-meeting' && cited !== undefined) return onDay(cited);
  if (MEETING_BEFORE.test(text)) return meetingBefore(meetings, spoken);
  if (MEETING_AFTER.test(text)) return meetingAfter(meetings, cited ?? spoken);
  if (YEAR_BEFORE.test(text)) return stepYears(previous.dates, -1, 'the year before');
  if (YEAR_AFTER.test(text)) return stepYears(previous.dates, 1, 'the year after');
  if (!ofMeeting && cited !== undefined && SINCE.test(text)) {
    return [{ from: dayAfter(cited), to: FAR, printed: 'since', precision: 'season' }];
  }
  if (own.committees.length > 0) return ofOtherCommittee(previous.dates, meetings);
  if (ofMeeting && cited !== undefined) return onDay(cited);
  // A date on which nobody met is part of the subject, where it is kept.
  return previous.dates.filter(
    (range) => range.precision === 'year' || meetings.some((meeting) => isIn(meeting, range)),
  );
}

function onDay(date: string): DateRange[] {
  return [{ from: date, to: date, printed: date, precision: 'day' }];
}

function committeesSpokenOf({ committees, cited }: Dialogue): string[] {
  if (committees.length > 0) return committees;
  const [place] = cited;
  return place?.committee === undefined ? [] : [place.committee];
}

function heldTo(dates: DateRange[], meetings: KnownMeeting[]): DateRange[] {
  const held = dates.filter((range) => meetings.some((meeting) => isIn(meeting, range)));
  return held.length > 0 ? held : dates;
}

function isIn({ date }: KnownMeeting, { from, to }: DateRange): boolean {
  return date >= from && date <= to;
}

/**
 * Dates of "the March meeting and the one before", with the meeting of each committee before the first of them; of "the
 * meeting before March", those alone.
 */
export function withOneBefore({ text, dates, committees }: Question, { meetings }: Lexicon): DateRange[] {
  const [first] = dates.map(({ from }) => from).sort();
  const match = /\bthe (?:one|meeting) before\b(?: the)? ?(.*)/i.exec(text);
  if (first === undefined || !match) return dates;
  const mine = meetings.filter(({ committee }) => committees.length === 0 || committees.includes(committee));
  const before = [...new Set(mine.map(({ committee }) => committee))].flatMap((name) =>
    meetingBefore(
      mine.filter(({ committee }) => committee === name),
      first,
    ),
  );
  const isBeforeDate = dates.some(({ printed }) => match[1]?.toLowerCase().startsWith(printed.toLowerCase()));
  return isBeforeDate && before.length > 0 ? before : [...dates, ...before];
}

function meetingBefore(meetings: KnownMeeting[], spoken: string | undefined): DateRange[] {
  const meeting = spoken === undefined ? meetings.at(-2) : meetings.filter(({ date }) => date < spoken).at(-1);
  return meeting ? [{ from: meeting.date, to: meeting.date, printed: 'the one before', precision: 'day' }] : [];
}

function meetingAfter(meetings: KnownMeeting[], spoken: string | undefined): DateRange[] {
  const meeting = spoken === undefined ? meetings.at(-1) : meetings.find(({ date }) => date > spoken);
  return meeting ? [{ from: meeting.date, to: meeting.date, printed: 'the one after', precision: 'day' }] : [];
}

function stepYears(dates: DateRange[], years: number, printed: string): DateRange[] {
  const step = (date: string) => `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;
  return dates.slice(0, 1).map((range) => ({ ...range, from: step(range.from), to: step(range.to), printed }));
}

/** Another committee met on another day: the same month is meant, or no date at all. */
function ofOtherCommittee(dates: DateRange[], meetings: KnownMeeting[]): DateRange[] {
  const months = dates.map(
    (range): DateRange => ({
      ...range,
      from: `${range.from.slice(0, 7)}-01`,
      to: `${range.to.slice(0, 7)}-31`,
      precision: range.precision === 'day' ? 'month' : range.precision,
    }),
  );
  return (
    [dates, months].find((ranges) => ranges.some((range) => meetings.some((meeting) => isIn(meeting, range)))) ?? []
  );
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
