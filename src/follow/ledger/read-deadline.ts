import type { DateReading } from '../../meeting.ts';
import { NUMBER_WORDS, valueOfWords } from '../../number-words.ts';
import { findDays } from '../find-days.ts';

/** What a deadline's meaning rests on: the day it was said on, and the next meeting where the minutes print it. */
export type DeadlineContext = { meetingDate?: string | undefined; nextMeeting?: string | undefined };

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const WEEKDAY = '(?:(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday),? )?';
const DAY = `${WEEKDAY}(?:the )?\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}(?:,? \\d{4})?|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}`;
const DATE = `(?:${DAY}|${MONTH}(?:,? \\d{4})?)`;
const NUMBER = `(?:\\d{1,3}|${NUMBER_WORDS}|a)`;
const SPAN = new RegExp(
  `(?:next |[Ii]n |[Ww]ithin )(${NUMBER})(?: \\(\\d{1,3}\\))?(?: (working)| calendar)? (day|week|month|year)`,
);
const BY = '(?:[Bb]y|[Bb]efore|[Nn]o later than|[Nn]ot later than|[Oo]n or before|[Pp]rior to|[Ii]n time for)';
const BRINGS =
  '(?:brought|bring|reported?|report back|submitted|presented?|provided?|received|considered|reviewed|taken)';

type Meaning = (printed: string, context: DeadlineContext, whole: string) => Omit<DateReading, 'printed'>;

/** Forms of a deadline in the order they are looked for; the first group is what is printed, the last tells its day. */
const FORMS: [RegExp, Meaning][] = [
  [
    new RegExp(
      `\\b${BY} ((?:the )?(?:end of |beginning of |start of |middle of |early |mid[- ]|late )?(?:the )?${DATE})(?! meeting)`,
    ),
    dayMeant,
  ],
  [new RegExp(`\\b((?:the )?first (?:\\w+ )?meeting after ${DATE})`), firstAfter],
  [
    new RegExp(
      `\\b(?:[Tt]o|[Aa]t|[Ff]or|[Bb]y|[Bb]efore|in time for) ((?:the |a |its |their )?(?:ordinary |scheduled )?meetings?(?: of th(?:e|is) [A-Z]\\w+)?(?: to be held)? (?:in|on|of) ${DATE}(?: and ${DATE})?)`,
    ),
    meetingMeant,
  ],
  [
    new RegExp(
      `\\b(?:[Tt]o|[Aa]t|[Ff]or|[Bb]y|[Bb]efore|in time for|(?:invited|asked|requested) to attend) ((?:the |its )?${DATE} meeting)\\b`,
    ),
    meetingMeant,
  ],
  [
    new RegExp(
      `\\b((?:[Ii]n|[Ww]ithin) (?:the next )?${NUMBER}(?: \\(\\d{1,3}\\))?(?: calendar| working)? (?:days?|weeks?|months?|years?)['’]?(?: time)?)(?! of\\b)`,
    ),
    spanMeant,
  ],
  [
    /\b(?:[Tt]o|[Aa]t|[Ff]or|[Bb]y|[Bb]efore|in time for) ((?:the |its |their |our )?next (?:ordinary |scheduled |available |full |formal |public )?meeting)\b/,
    nextMeant,
  ],
  [new RegExp(`\\b${BRINGS}\\b[^.;]{0,120}? in (${MONTH} \\d{4})`), meetingMeant],
  [
    new RegExp(
      `\\b${BY} ((?:the )?(?:end of )?(?:the )?(?:calendar year|financial year|municipal year|year|month|(?:spring|summer|autumn|winter|easter|christmas)(?: half)?(?: term)?|term|half-term|Christmas|Easter)(?: \\d{4})?)\\b`,
    ),
    seasonMeant,
  ],
];
/** "the share of enquiries answered within two days": what is counted, not by when something is to be done. */
const COUNTED =
  /\b(?:share|number|percentage|proportion|rate|figures?)\b[^.;]{0,120}$|\b(?:was|were|is|are|be|been) (?:\w+ ){0,2}\w+(?:ed|en|ne) $/i;

/** "why it could not be told before April". */
const NEGATED = /\b(?:not|never|cannot|n[’']t) (?:\w+ ){0,4}$/;

/**
 * By when something is to be done, as a text prints it, with the day it means: a month's last day, so many months from
 * the meeting, the next meeting where its date is known. What the words leave open has no `iso`, or a doubt.
 */
export function readDeadline(text: string, context: DeadlineContext): DateReading | undefined {
  for (const [pattern, meaning] of FORMS) {
    const match = pattern.exec(text);
    const printed = match?.[1];
    if (!match || printed === undefined) continue;
    const before = text.slice(0, match.index);
    if (meaning === spanMeant && isCounted(before, printed)) continue;
    const reading = { printed, ...meaning(printed, context, match[0]) };
    if (!NEGATED.test(before) && !isPast(reading, context)) return reading;
  }
  return undefined;
}

/** "the decisions made at their meeting on 24 October": what has been is no deadline. */
function isPast({ iso }: DateReading, { meetingDate }: DeadlineContext): boolean {
  return iso !== undefined && meetingDate !== undefined && iso <= meetingDate;
}

function isCounted(before: string, printed: string): boolean {
  return /\bdays?\b/.test(printed) && COUNTED.test(before.slice(-200));
}

function dayMeant(printed: string, { meetingDate }: DeadlineContext, whole: string): Omit<DateReading, 'printed'> {
  const found = firstDay(printed, meetingDate);
  if (!found) return { doubt: 'no year printed' };
  if (found.length === 10) return { iso: found };
  if (/^before\b/i.test(whole) && !/\bend of\b/.test(printed)) return { iso: dayBefore(`${found}-01`) };
  return { iso: monthEnd(found) };
}

function meetingMeant(printed: string, { meetingDate }: DeadlineContext): Omit<DateReading, 'printed'> {
  const found = firstDay(printed, meetingDate);
  if (!found) return { doubt: 'no year printed' };
  return found.length === 10
    ? { iso: found }
    : { iso: monthEnd(found), doubt: 'the day of that meeting is not printed' };
}

function firstAfter(printed: string, { meetingDate }: DeadlineContext): Omit<DateReading, 'printed'> {
  const found = firstDay(printed, meetingDate);
  const doubt = 'the first meeting after this day';
  return found ? { iso: found.length === 10 ? found : monthEnd(found), doubt } : { doubt };
}

function nextMeant(_printed: string, { nextMeeting }: DeadlineContext): Omit<DateReading, 'printed'> {
  return nextMeeting === undefined ? { doubt: 'the date of the next meeting is not printed' } : { iso: nextMeeting };
}

function spanMeant(printed: string, { meetingDate }: DeadlineContext): Omit<DateReading, 'printed'> {
  const [, word = '', isWorking, unit = ''] = SPAN.exec(printed) ?? [];
  const count = /^\d/.test(word) ? Number(word) : (valueOfWords(word) ?? 1);
  if (meetingDate === undefined) return { doubt: 'the date of the meeting is not known' };
  // Five working days are a week; holidays are not known here.
  const days = isWorking === undefined ? count : Math.ceil((count * 7) / 5);
  const iso = addTo(meetingDate, { unit, count: unit === 'day' ? days : count });
  return isWorking === undefined ? { iso } : { iso, doubt: 'without holidays' };
}

function seasonMeant(printed: string, { meetingDate }: DeadlineContext): Omit<DateReading, 'printed'> {
  const fixed = /christmas/i.test(printed)
    ? '-12-25'
    : /\bfinancial year/.test(printed)
      ? '-03-31'
      : /\b(?:calendar )?year\b/.test(printed) && !/municipal/.test(printed)
        ? '-12-31'
        : undefined;
  if (meetingDate === undefined || fixed === undefined) return { doubt: 'no day printed' };
  const year = Number(/\d{4}/.exec(printed)?.[0] ?? meetingDate.slice(0, 4));
  const iso = `${year}${fixed}`;
  return { iso: iso < meetingDate ? `${year + 1}${fixed}` : iso };
}

function firstDay(printed: string, near: string | undefined): string | undefined {
  return findDays(printed, near === undefined ? {} : { near, ahead: true })[0]?.iso;
}

function addTo(iso: string, { unit, count }: { unit: string; count: number }): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  if (unit === 'day' || unit === 'week')
    return isoOf(new Date(Date.UTC(year, month - 1, day + count * (unit === 'week' ? 7 : 1))));
  const last = new Date(Date.UTC(year, month - 1 + (unit === 'year' ? 12 * count : count) + 1, 0));
  last.setUTCDate(Math.min(day, last.getUTCDate()));
  return isoOf(last);
}

function monthEnd(yearMonth: string): string {
  const [year = 0, month = 1] = yearMonth.split('-').map(Number);
  return isoOf(new Date(Date.UTC(year, month, 0)));
}

function dayBefore(iso: string): string {
  return isoOf(new Date(Date.parse(`${iso}T00:00:00Z`) - 86_400_000));
}

function isoOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
