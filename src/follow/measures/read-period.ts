/** A period as printed, and a key that orders periods: the last day it means, and how long it is. */
export type Period = { printed: string; key: string };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?';
const YEARS = '((?:19|20)?\\d{2})\\s?[/–-]\\s?((?:20)?\\d{2})(?![\\d/])';
const FORMS: { pattern: RegExp; read(groups: string[]): string | undefined }[] = [
  {
    pattern: new RegExp(
      `\\b(?:Q|qtr\\.?\\s?|quarter\\s)([1-4]|one|two|three|four)\\b(?:\\s?(?:of\\s|\\(|,\\s?)?${YEARS}\\)?)`,
      'i',
    ),
    read: ([quarter = '', year = '']) => quarterEnd(quarter, fullYear(year)),
  },
  {
    pattern: new RegExp(`${YEARS}\\s?,?\\(?(?:Q|qtr\\.?\\s?|quarter\\s)([1-4]|one|two|three|four)\\b`, 'i'),
    read: ([year = '', , quarter = '']) => quarterEnd(quarter, fullYear(year)),
  },
  {
    pattern: new RegExp(`(?<![\\d/])(\\d{1,2})(?:st|nd|rd|th)?\\s(?:of\\s)?${MONTH}\\s?((?:19|20)\\d{2})\\b`, 'i'),
    read: ([day = '', month = '', year = '']) => `${year}-${pad(monthOf(month))}-${pad(Number(day))} d`,
  },
  {
    pattern: /(?<![\d/])(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d{2}|\d{2})(?![\d/])/,
    read: ([day = '', month = '', year = '']) => `${fullYear(year)}-${pad(Number(month))}-${pad(Number(day))} d`,
  },
  {
    pattern: new RegExp(`\\b${MONTH}[\\s-]{1,2}['’]?((?:19|20)\\d{2}|\\d{2})(?![\\d/%])`, 'i'),
    read: ([month = '', year = '']) => monthEnd(fullYear(year), monthOf(month)),
  },
  {
    pattern: new RegExp(`(?<![\\d/.£,-])${YEARS}`),
    read: ([from = '', to = '']) =>
      (fullYear(from) + 1) % 100 === Number(to.slice(-2)) ? `${fullYear(from) + 1}-03-31 y` : undefined,
  },
  { pattern: /(?<![\d/.£,-])((?:19|20)\d{2})(?![\d/%–-]|[.,]\d)/, read: ([year = '']) => `${year}-12-31 y` },
];
const BARE_QUARTER = /\b(?:Q|qtr\.?\s?|quarter\s)([1-4]|one|two|three|four)\b/i;
const QUARTERS = ['one', 'two', 'three', 'four'];
/** A financial year begins in April: its quarters end in June, September, December and March. */
const QUARTER_MONTHS = [6, 9, 12, 3];

/**
 * The first period of a text: a quarter, a day, a month, a financial or a calendar year. A quarter without a year is
 * the last one before `near`, a meeting's day.
 */
export function readPeriod(text: string, near?: string): (Period & { start: number; end: number }) | undefined {
  const flat = text.replace(/\s/g, ' ');
  const found = FORMS.flatMap(({ pattern, read }, order) => {
    const match = pattern.exec(flat);
    const key = match ? read(match.slice(1)) : undefined;
    return match && key && isKey(key)
      ? [{ printed: match[0].trim(), key, start: match.index, end: match.index + match[0].length, order }]
      : [];
  });
  const [first] = found.sort((a, b) => a.order - b.order);
  if (first) return { printed: first.printed, key: first.key, start: first.start, end: first.end };
  const bare = near === undefined ? null : BARE_QUARTER.exec(flat);
  const key = bare && near !== undefined ? lastQuarter(bare[1] ?? '', near) : undefined;
  return bare && key ? { printed: bare[0], key, start: bare.index, end: bare.index + bare[0].length } : undefined;
}

/** The period that a cell is, and nothing but: "2024/25", "Q2 2025/26", "Jan-17", "As at 31/03/2017". */
export function cellPeriod(cell: string): Period | undefined {
  const found = readPeriod(cell);
  if (!found) return undefined;
  const rest = `${cell.slice(0, found.start)} ${cell.slice(found.end)}`.replace(
    /\b(?:as at|at|end of|year end(?:ing)?|outturn|actual|result|performance|latest|to|ytd|provisional|final)\b/gi,
    '',
  );
  return /[\p{L}\p{N}]/u.test(rest) ? undefined : { printed: cell.trim(), key: found.key };
}

function fullYear(printed: string): number {
  const year = Number(printed);
  return printed.length > 2 ? year : 2000 + year;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function monthEnd(year: number, month: number): string {
  return `${year}-${pad(month)}-${pad(new Date(Date.UTC(year, month, 0)).getUTCDate())} m`;
}

function quarterEnd(printed: string, year: number): string {
  const quarter = Number(printed) || QUARTERS.indexOf(printed.toLowerCase()) + 1;
  return monthEnd(quarter === 4 ? year + 1 : year, QUARTER_MONTHS[quarter - 1] ?? 3).replace(/m$/, 'q');
}

function lastQuarter(printed: string, near: string): string | undefined {
  const year = Number(near.slice(0, 4));
  return [year, year - 1].map((each) => quarterEnd(printed, each)).find((key) => key.slice(0, 10) < near);
}

function isKey(key: string): boolean {
  const day = new Date(`${key.slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(key.slice(0, 10));
}
