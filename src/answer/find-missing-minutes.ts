import { formatDate } from '../citation.ts';
import { type KnownMeeting, type Lexicon, wordsOf } from '../lexicon.ts';
import type { DateRange, Question } from '../question.ts';

/** Asks what a later meeting made of the minutes of the one it names. */
const ABOUT_MINUTES =
  /\b(?:correct(?:ed|ion|ions)?|put right|(?:minutes|mins) (?:were |was |been )?(?:signed|approved|agreed|confirmed))\b/i;

/** Asks for all that a meeting did, whatever it is about. */
const WENT_ON = /\bwhat (?:happened|went on)\b/i;

/** Wishes that only the minutes of the meeting itself can answer. */
const FROM_MINUTES = ['decision', 'discussion'];

/**
 * Why a question about what a meeting decided or said cannot be answered: the meeting it names is not in the index,
 * or only its agenda is. Undefined where it can be, or where the question names no meeting.
 */
export function findMissingMinutes(question: Question, lexicon: Lexicon): string | undefined {
  const wish = question.wanted[0];
  const isAtMeeting = wish === 'attendance' && question.committees.length > 0;
  const isOfMinutes = FROM_MINUTES.includes(wish ?? '') || WENT_ON.test(question.text) || isAtMeeting;
  if (!isOfMinutes || question.references.length > 0) return undefined;
  if (ABOUT_MINUTES.test(question.text)) return undefined;
  const asked = question.dates.filter(({ precision }) => precision === 'day' || precision === 'month');
  if (asked.length === 0) return undefined;
  const mine = lexicon.meetings.filter(
    ({ committee }) => question.committees.length === 0 || question.committees.includes(committee),
  );
  const reasons = asked.map((range) => whyMissing(range, mine, question));
  return reasons.every((reason) => reason !== undefined) ? reasons[0] : undefined;
}

/** A question of fewer words than this besides committee and month is about the meeting of that month. */
const MAX_OF_MEETING = 2;

/** Words that say what is asked about, but for those of the date itself. */
function tellingOf({ terms }: Question, { printed }: DateRange): number {
  const ofDate = wordsOf(printed);
  return terms.filter(({ word, weight }) => weight === 1 && !ofDate.includes(word)).length;
}

function whyMissing(range: DateRange, meetings: KnownMeeting[], question: Question): string | undefined {
  const then = meetings.filter(({ date }) => date >= range.from && date <= range.to);
  if (then.some(({ hasMinutes }) => hasMinutes)) return undefined;
  const [meeting] = then;
  if (meeting) {
    return `The minutes of ${meeting.committee}, ${formatDate(meeting.date)}, are not in the index, so what was decided or said there cannot be told`;
  }
  // A month without a meeting is as likely the month of a report; a day, or a month named with "meeting", is a meeting's.
  const isMeetings =
    range.precision === 'day' || tellingOf(question, range) < (question.committees.length > 0 ? MAX_OF_MEETING : 1);
  if (!isMeetings) return undefined;
  const committee = question.committees[0] ? ` of ${question.committees[0]}` : '';
  const when =
    range.precision === 'day' ? `on ${formatDate(range.from)}` : `in ${formatDate(range.from).replace(/^1 /, '')}`;
  return `No meeting${committee} ${when} is in the index`;
}
