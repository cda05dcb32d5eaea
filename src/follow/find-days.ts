/** A day, or only a month, that a text prints: `iso` is YYYY-MM-DD or YYYY-MM. */
export type FoundDay = { iso: string; printed: string; start: number; end: number };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)';
const WORDED = new RegExp(
  `(?<![\\d/.£])(?:(\\d{1,2})(?:\\s?(?:st|nd|rd|th))?(?:\\s+of)?\\s+)?\\b${MONTH}\\b\\.?(?:,?\\s+((?:19|20)\\d{2})\\b)?`,
  'gi',
);
/** "November 12th, 2019": only with its year, for "March 12" may be the start of anything. */
const MONTH_FIRST = new RegExp(
  `\\b${MONTH}\\b\\.?\\s+(\\d{1,2})(?:\\s?(?:st|nd|rd|th))?,?\\s+((?:19|20)\\d{2})\\b`,
  'gi',
);
const NUMERIC = /(?<![\d/.£])(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d{2}|\d{2})(?![\d/.%])/g;
/** A bare "may" or "march" is a verb as often as a month. */
const VERBS = /^(?:may|march|mar)$/i;

/**
 * Days and months in a text, in order. One without a year is the one nearest to `near` (a meeting's day): before it,
 * or with `ahead` after it. What cannot be told is left out.
 */
export function findDays(text: string, { near, ahead = false }: { near?: string; ahead?: boolean } = {}): FoundDay[] {
  const found: FoundDay[] = [...text.matchAll(MONTH_FIRST)].flatMap(
    ({ 0: printed, 1: name = '', 2: day, 3: year, index }) => {
      const iso = `${year}-${pad(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1)}-${pad(Number(day))}`;
      return isPossible(iso) ? [place(printed, iso, index)] : [];
    },
  );
  const isTaken = (start: number) => found.some((day) => start >= day.start && start < day.end);
  for (const match of text.matchAll(WORDED)) {
    if (isTaken(match.index)) continue;
    const [printed, day, name = '', year] = match;
    if (day === undefined && year === undefined && (VERBS.test(name) ? !/^M/.test(name) : !/^[A-Z]/.test(name)))
      continue;
    const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
    const stem = `-${pad(month)}${day === undefined ? '' : `-${pad(Number(day))}`}`;
    const iso = year === undefined ? nearest(stem, near, ahead) : `${year}${stem}`;
    if (iso !== undefined && isPossible(iso)) found.push(place(printed, iso, match.index));
  }
  for (const { 0: printed, 1: day, 2: month, 3: year = '', index } of text.matchAll(NUMERIC)) {
    const iso = `${year.length === 2 ? `20${year}` : year}-${pad(Number(month))}-${pad(Number(day))}`;
    if (isPossible(iso)) found.push(place(printed, iso, index));
  }
  return found.sort((a, b) => a.start - b.start);
}

function place(printed: string, iso: string, start: number): FoundDay {
  return { iso, printed: printed.trim(), start, end: start + printed.length };
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

function nearest(stem: string, near: string | undefined, ahead: boolean): string | undefined {
  if (near === undefined) return undefined;
  const year = Number(near.slice(0, 4));
  const years = ahead ? [year, year + 1] : [year, year - 1];
  const edge = near.slice(0, stem.length + 4);
  return years.map((each) => `${each}${stem}`).find((iso) => (ahead ? iso >= edge : iso <= edge));
}

function isPossible(iso: string): boolean {
  const [year = 0, month = 0, day = 1] = iso.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The last day that is meant: a month alone means any day of it. */
export function lastDay(iso: string): string {
  if (iso.length === 10) return iso;
  const [year = 0, month = 0] = iso.split('-').map(Number);
  return `${iso}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
}
