import type { DateReading } from '../meeting.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAY = '(?:(sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?\\b[,.]?\\s{1,3}(?:the\\s{1,3})?)?';
const DAY = '(\\d{1,2})\\s{0,2}(?:st|nd|rd|th)?';
const YEAR = "((?:19|20)\\d\\d|['’]?\\d\\d(?![\\d.:]|\\s{0,2}(?:[ap]\\.?m|noon|midday)))";
const GAP = '[,.]?\\s{1,3}';

const DAY_FIRST = new RegExp(
  `\\b${WEEKDAY}${DAY}\\s{0,3}(?:(?:day\\s{1,3})?of\\s{1,3}|[-.,]\\s{0,2})?${MONTH}\\b(?:(?:${GAP}|-)${YEAR}\\b)?`,
  'i',
);
const MONTH_FIRST = new RegExp(`\\b${WEEKDAY}${MONTH}\\s{1,3}${DAY}\\b(?:${GAP}((?:19|20)\\d\\d)\\b)?`, 'i');
const NUMERIC = new RegExp(`\\b${WEEKDAY}(\\d{1,2})[/.-](\\d{1,2})[/.-]((?:19|20)\\d\\d|\\d\\d)\\b(?![/.:-]\\d)`, 'i');
/** "21st Febuary 2018": a month not spelt as it is, known by its first three letters. */
const MISSPELT = new RegExp(
  `\\b${WEEKDAY}${DAY}\\s{1,3}((?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)[a-z]{2,8}),?\\s{1,3}((?:19|20)\\d\\d)\\b`,
  'i',
);
const ISO = /\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b/;
/** Two-digit years of the record lie in 1950 to 2049. */
const CENTURY_TURN = 50;

/**
 * Reads the first date in what is printed, in British order. `year` is used only where none is printed, and doubted.
 * An impossible date, or none, has no `iso`; a weekday that disagrees leaves a doubt.
 */
export function readDate(printed: string, options: { year?: number } = {}): DateReading {
  const found = findDate(printed);
  if (!found) return { printed: printed.trim(), doubt: 'no date printed' };
  const { day, month, weekday } = found;
  const year = found.year ?? options.year;
  if (year === undefined) {
    return { printed: found.printed, doubt: isPossible(2000, month, day) ? 'no year printed' : 'no such day' };
  }
  if (!isPossible(year, month, day)) return { printed: found.printed, doubt: 'no such day' };
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (found.year === undefined) return { printed: found.printed, iso, doubt: 'no year printed' };
  if (weekday !== undefined && new Date(`${iso}T00:00:00Z`).getUTCDay() !== weekday) {
    return { printed: found.printed, iso, doubt: 'weekday and date disagree' };
  }
  return { printed: found.printed, iso, ...(found.misspelt ? { doubt: 'month misspelt' } : {}) };
}

type FoundDate = {
  printed: string;
  index: number;
  day: number;
  month: number;
  year?: number;
  weekday?: number;
  misspelt?: boolean;
};

/** Where the first date of a text stands and its numbers, as printed; undefined if there is none. */
export function findDate(text: string): FoundDate | undefined {
  const candidates = [dayFirst(text), misspelt(text), monthFirst(text), numeric(text), isoDate(text)].filter(
    (date) => date !== undefined,
  );
  return candidates.reduce<FoundDate | undefined>(
    (first, date) =>
      first === undefined || date.index < first.index || (date.index === first.index && isFuller(date, first))
        ? date
        : first,
    undefined,
  );
}

function isFuller(a: FoundDate, b: FoundDate): boolean {
  return a.printed.length > b.printed.length;
}

function dayFirst(text: string): FoundDate | undefined {
  const match = DAY_FIRST.exec(text);
  return match ? foundDate(match, { weekday: match[1], day: match[2], month: match[3], year: match[4] }) : undefined;
}

function misspelt(text: string): FoundDate | undefined {
  const match = MISSPELT.exec(text);
  if (!match) return undefined;
  const date = foundDate(match, { weekday: match[1], day: match[2], month: match[3], year: match[4] });
  return { ...date, misspelt: true };
}

function monthFirst(text: string): FoundDate | undefined {
  const match = MONTH_FIRST.exec(text);
  return match ? foundDate(match, { weekday: match[1], day: match[3], month: match[2], year: match[4] }) : undefined;
}

function numeric(text: string): FoundDate | undefined {
  const match = NUMERIC.exec(text);
  return match ? foundDate(match, { weekday: match[1], day: match[2], month: match[3], year: match[4] }) : undefined;
}

function isoDate(text: string): FoundDate | undefined {
  const match = ISO.exec(text);
  return match ? foundDate(match, { weekday: undefined, day: match[3], month: match[2], year: match[1] }) : undefined;
}

type Parts = Record<'weekday' | 'day' | 'month' | 'year', string | undefined>;

function foundDate(match: RegExpExecArray, parts: Parts): FoundDate {
  const weekday = parts.weekday === undefined ? -1 : WEEKDAYS.findIndex((name) => name.startsWith(stem(parts.weekday)));
  const month = /^\d/.test(parts.month ?? '') ? Number(parts.month) : MONTHS.indexOf(stem(parts.month)) + 1;
  return {
    printed: match[0].replace(/[,.]$/, '').trim(),
    index: match.index,
    day: Number(parts.day),
    month,
    ...(parts.year === undefined ? {} : { year: fullYear(parts.year) }),
    ...(weekday < 0 ? {} : { weekday }),
  };
}

function stem(word: string | undefined): string {
  return (word ?? '').toLowerCase().slice(0, 3);
}

function fullYear(printed: string): number {
  const year = Number(printed.replace(/\D/g, ''));
  if (year > 99) return year;
  return year < CENTURY_TURN ? 2000 + year : 1900 + year;
}

function isPossible(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
