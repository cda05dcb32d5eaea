/** A date at the end of a citation, and the text without it. A month alone is the range of its days. */
export type PeeledDate = { range: { from: string; to: string }; rest: string };

const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WEEKDAY = String.raw`(?:\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b,?\s)?`;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

type Parts = { year: string; month: string; day?: string };

/** Day first, as British papers write it. Dots only with a year of four digits: "21.01.07" is a parish's minute. */
const FORMS: { pattern: RegExp; parts: (groups: string[]) => Parts }[] = [
  {
    pattern: /\b(\d{4})-(\d{2})-(\d{2})\b/g,
    parts: ([year = '', month = '', day = '']) => ({ year, month, day }),
  },
  {
    pattern: new RegExp(
      String.raw`${WEEKDAY}\b(\d{1,2})(?:st|nd|rd|th)?(?:\sof)?\s${MONTH}\b\.?,?\s(\d{4}|\d{2}\b)`,
      'gi',
    ),
    parts: ([day = '', month = '', year = '']) => ({ day, month, year }),
  },
  {
    pattern: /\b(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})\b|\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b/g,
    parts: ([day, month, year, dotDay = '', dotMonth = '', dotYear = '']) => ({
      day: day ?? dotDay,
      month: month ?? dotMonth,
      year: year ?? dotYear,
    }),
  },
  {
    pattern: new RegExp(String.raw`\b${MONTH}\b\.?,?\s(\d{4})\b`, 'gi'),
    parts: ([month = '', year = '']) => ({ month, year }),
  },
];

/** The last full date of a text, or else its last month with a year; undefined if it has neither. */
export function peelDate(text: string): PeeledDate | undefined {
  const found = FORMS.flatMap(({ pattern, parts }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const date = parts(match.slice(1));
      const range = rangeOf(date);
      return range ? [{ range, isFull: date.day !== undefined, start: match.index, length: match[0].length }] : [];
    }),
  );
  const [last] = found.sort((a, b) => Number(b.isFull) - Number(a.isFull) || b.start - a.start);
  if (!last) return undefined;
  const before = text.slice(0, last.start).replace(/[\s,]+(?:on|of|at|in)?\s?$/i, '');
  return { range: last.range, rest: `${before}, ${text.slice(last.start + last.length)}` };
}

function rangeOf({ year, month, day }: Parts): PeeledDate['range'] | undefined {
  const fullYear = year.length === 2 ? `20${year}` : year;
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const monthNumber = named > 0 ? named : Number(month);
  const lastDay = new Date(Date.UTC(Number(fullYear), monthNumber, 0)).getUTCDate();
  if (!(monthNumber >= 1 && monthNumber <= 12)) return undefined;
  if (day !== undefined && !(Number(day) >= 1 && Number(day) <= lastDay)) return undefined;
  const stem = `${fullYear}-${String(monthNumber).padStart(2, '0')}`;
  const iso = (dayNumber: number) => `${stem}-${String(dayNumber).padStart(2, '0')}`;
  return day === undefined ? { from: iso(1), to: iso(lastDay) } : { from: iso(Number(day)), to: iso(Number(day)) };
}
