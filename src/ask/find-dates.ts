import type { KnownMeeting } from '../lexicon.ts';
import type { DateRange } from '../question.ts';

/** A date found in a question and the stretch of the question that says it. */
export type FoundDate = { ranges: DateRange[]; start: number; end: number };

const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR =
  "((?:19|20)\\d{2}|['’]\\d{2}|\\d{2}(?![\\d/%]|[:.]\\d|\\s?(?:%|children|pupils|people|days|years|weeks|months)))";
const SEASONS: Record<string, [number, number]> = { spring: [3, 5], summer: [6, 8], autumn: [9, 11], winter: [12, 14] };

/** English words that are also months are read as months only beside one of these. */
const BEFORE_BARE_MONTH =
  /\b(?:in|the|last|this|since|of|from|at|by|during|our|for|and|until|till|between|early|late|mid)[\s-]+$/i;
const AFTER_BARE_MONTH = /^['’]?s?\s*(?:meeting|mtg|minutes|mins|agenda|papers|pack|committee|panel|session|report)/i;

/** "At the end of September" is when figures were taken; a meeting is in September. */
const AT_END_OF = /\b(?:end|close|start|beginning) (?:of (?:the )?)?$/i;

const SINCE = /\bsince (?:the )?(?:(?:meetings?|papers?) )?(?:(?:in|of|on) )?$/i;
/** Later than any meeting. */
const FAR = '9999-12-31';

type Reader = {
  pattern: RegExp;
  read: (match: RegExpExecArray, meetings: KnownMeeting[], text: string) => DateRange[];
};

/**
 * Dates and months that a question names, read against the meetings of the index: British order, two-digit years,
 * "oct 19" as the month or the day that has a meeting, a bare month as every such month with a meeting, newest first.
 * Financial and school years ("2013/14") are words of the topic, not dates. Overlaps go to the earlier, longer form.
 */
export function findDates(text: string, meetings: KnownMeeting[]): FoundDate[] {
  const found: FoundDate[] = [];
  for (const { pattern, read } of READERS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      if (AT_END_OF.test(text.slice(0, start))) continue;
      const ranges = sinceThen(read(match as RegExpExecArray, meetings, text), text.slice(0, start));
      if (ranges.length > 0) found.push({ ranges, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** What has been since a month or a year is of it and of all that came after; of several such months the last is meant. */
function sinceThen(ranges: DateRange[], before: string): DateRange[] {
  if (!SINCE.test(before)) return ranges;
  return ranges
    .slice(0, 1)
    .map((range) => ({ ...range, to: FAR, precision: range.precision === 'year' ? 'year' : 'season' }));
}

const READERS: Reader[] = [
  {
    pattern: /(?<![\d/.])((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)/g,
    read: (m) => dayRange(Number(m[1]), Number(m[2]), Number(m[3]), m[0]),
  },
  {
    pattern:
      /(?<![\d/.£]|\b(?:paras?|paragraphs?|sections?|minutes?|items?|no)\.?\s)(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)?\d{2})(?![\d/%])/g,
    read: (m) => dayRange(fullYear(m[4] ?? ''), Number(m[3]), Number(m[1]), m[0]),
  },
  {
    // "4th and 6th March 2031": the month belongs to both days.
    pattern: new RegExp(
      `\\b${DAY}\\s+(?:and|or|&|to)\\s+(?:the\\s+)?${DAY}(?:\\s+of)?\\s+${MONTH}(?:,?\\s+${YEAR}(?!\\w))?`,
      'gi',
    ),
    read: (m, meetings) =>
      [m[1], m[2]].flatMap((day) => readDay(`${day} ${m[3]}`, Number(day), monthNumber(m[3] ?? ''), m[4], meetings)),
  },
  {
    pattern: new RegExp(`\\b${DAY}(?:\\s+of)?\\s+${MONTH}(?:,?\\s+${YEAR}(?!\\w))?`, 'gi'),
    read: (m, meetings) => readDay(m[0], Number(m[1]), monthNumber(m[2] ?? ''), m[3], meetings),
  },
  {
    pattern: new RegExp(`\\b${MONTH}\\s+(?:the\\s+)?${DAY}(?:,\\s*|\\s+)((?:19|20)\\d{2})\\b`, 'gi'),
    read: (m) => dayRange(Number(m[3]), monthNumber(m[1] ?? ''), Number(m[2]), m[0]),
  },
  {
    pattern: new RegExp(`\\b${MONTH}\\s+(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)\\b`, 'gi'),
    read: (m, meetings) => readDay(m[0], Number(m[2]), monthNumber(m[1] ?? ''), undefined, meetings),
  },
  {
    pattern: new RegExp(`\\b${MONTH},?\\s+${YEAR}(?!\\w)`, 'gi'),
    read: (m, meetings) => readMonthAndNumber(m[0], monthNumber(m[1] ?? ''), m[2] ?? '', meetings),
  },
  {
    pattern: /\b(spring|summer|autumn|winter)\s+(?:of\s+)?((?:19|20)\d{2})\b/gi,
    read: (m) => seasonRange(m[0], (m[1] ?? '').toLowerCase(), Number(m[2])),
  },
  {
    pattern: new RegExp(`\\blast\\s+${MONTH}(?![\\w-])`, 'gi'),
    read: (m, meetings) => lastMonth(m[0], monthNumber(m[1] ?? ''), meetings),
  },
  {
    pattern: new RegExp(`\\b${MONTH}(?![\\w-])`, 'gi'),
    read: (m, meetings, text) => (isMeantAsMonth(m, text) ? everyMonth(m[0], monthNumber(m[1] ?? ''), meetings) : []),
  },
  {
    pattern: /(?<![\d/.£,-])((?:19|20)\d{2})\s+(?:to|and|until|till)\s+((?:19|20)\d{2})(?![\d/%,-]|\.\d)/g,
    read: (m, meetings) => yearSpan(m[0], { from: Number(m[1]), to: Number(m[2]) }, meetings),
  },
  {
    pattern: /(?<![\d/.£,-])((?:19|20)\d{2})(?![\d/%,-]|\.\d|\s?(?:to|-)\s?(?:19|20)?\d{2})/g,
    read: (m, meetings) => yearRange(m[0], Number(m[1]), meetings),
  },
];

function monthNumber(name: string): number {
  return MONTH_NAMES.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function fullYear(printed: string): number {
  const digits = printed.replace(/\D/g, '');
  return digits.length === 4 ? Number(digits) : 2000 + Number(digits);
}

function iso(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function dayRange(year: number, month: number, day: number, printed: string): DateRange[] {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return [];
  const text = iso(year, month, day);
  return [{ from: text, to: text, printed, precision: 'day' }];
}

function monthRange(year: number, month: number, printed: string): DateRange {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { from: iso(year, month, 1), to: iso(year, month, last), printed, precision: 'month' };
}

function readDay(
  printed: string,
  day: number,
  month: number,
  year: string | undefined,
  meetings: KnownMeeting[],
): DateRange[] {
  if (year !== undefined) return dayRange(fullYear(year), month, day, printed);
  const suffix = iso(0, month, day).slice(-6);
  const years = meetings.filter((meeting) => meeting.date.endsWith(suffix)).map((meeting) => meeting.date.slice(0, 4));
  return [...new Set(years)].reverse().flatMap((y) => dayRange(Number(y), month, day, printed));
}

// "oct 19" is October 2019 where the index has a meeting then, else the 19th where it has that, else the year.
function readMonthAndNumber(printed: string, month: number, number: string, meetings: KnownMeeting[]): DateRange[] {
  const range = monthRange(fullYear(number), month, printed);
  const isShort = /^\d{2}$/.test(number);
  if (!isShort || meetings.some((meeting) => meeting.date >= range.from && meeting.date <= range.to)) return [range];
  const asDay = readDay(printed, Number(number), month, undefined, meetings);
  return asDay.length > 0 ? asDay : [range];
}

function seasonRange(printed: string, season: string, year: number): DateRange[] {
  const [first, last] = SEASONS[season] ?? [1, 12];
  const end = monthRange(last > 12 ? year + 1 : year, last > 12 ? last - 12 : last, printed);
  return [{ from: iso(year, first, 1), to: end.to, printed, precision: 'season' }];
}

function everyMonth(printed: string, month: number, meetings: KnownMeeting[]): DateRange[] {
  const years = meetings.filter((m) => Number(m.date.slice(5, 7)) === month).map((m) => Number(m.date.slice(0, 4)));
  return [...new Set(years)].reverse().map((year) => monthRange(year, month, printed));
}

/** What is last depends on the record, not on the day of asking: the newest such month that has a meeting or could have had. */
function lastMonth(printed: string, month: number, meetings: KnownMeeting[]): DateRange[] {
  const newest = meetings.at(-1)?.date;
  const met = everyMonth(printed, month, meetings).slice(0, 1);
  if (met.length > 0 || newest === undefined) return met;
  const year = Number(newest.slice(0, 4));
  return [monthRange(month <= Number(newest.slice(5, 7)) ? year : year - 1, month, printed)];
}

function yearRange(printed: string, year: number, meetings: KnownMeeting[]): DateRange[] {
  if (!meetings.some((meeting) => meeting.date.startsWith(String(year)))) return [];
  return [{ from: iso(year, 1, 1), to: iso(year, 12, 31), printed, precision: 'year' }];
}

function yearSpan(printed: string, { from, to }: { from: number; to: number }, meetings: KnownMeeting[]): DateRange[] {
  const isMet = meetings.some(({ date }) => Number(date.slice(0, 4)) >= from && Number(date.slice(0, 4)) <= to);
  return isMet ? [{ from: iso(from, 1, 1), to: iso(to, 12, 31), printed, precision: 'year' }] : [];
}

function isMeantAsMonth(match: RegExpExecArray, text: string): boolean {
  const word = (match[1] ?? '').toLowerCase();
  if (word !== 'may' && word !== 'march' && word !== 'mar' && word !== 'jan' && word !== 'dec') return true;
  const after = text.slice(match.index + match[0].length);
  const before = text.slice(0, match.index);
  return AFTER_BARE_MONTH.test(after) || BEFORE_BARE_MONTH.test(before);
}
