/** A time that figures are of, as far as it is said: a month with or without its year, a quarter, a year, a year's span. */
export type Period =
  | { kind: 'month'; month: number; year?: number }
  | { kind: 'quarter'; quarter: number }
  | { kind: 'year'; year: number }
  /** A financial or school year, by the year it begins in. */
  | { kind: 'span'; from: number };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const QUARTERS = ['one', 'two', 'three', 'four', 'first', 'second', 'third', 'fourth'];
/** Months that are other words as well count only with their year. */
const OTHER_WORDS = ['may', 'mar', 'march'];

const FORMS: { pattern: RegExp; read(groups: string[]): Period | undefined }[] = [
  {
    pattern: /\b(?:q|qtr\.?\s?|quarter\s)([1-4]|one|two|three|four)\b/gi,
    read: ([quarter = '']) => ({ kind: 'quarter', quarter: quarterOf(quarter) }),
  },
  {
    pattern: /\b(first|second|third|fourth)\squarter\b/gi,
    read: ([quarter = '']) => ({ kind: 'quarter', quarter: quarterOf(quarter) }),
  },
  {
    pattern: /(?<![\d/.£,-])((?:20)?\d{2})\s?[/–-]\s?(?:20)?(\d{2})(?![\d/%])/g,
    read: ([from = '', to = '']) =>
      (fullYear(from) + 1) % 100 === Number(to) ? { kind: 'span', from: fullYear(from) } : undefined,
  },
  {
    pattern: new RegExp(`\\b(${MONTH})\\b\\.?(?:[ ,'’-]{1,3}((?:19|20)\\d{2}|\\d{2})(?![\\d/%:]|\\.\\d))?`, 'gi'),
    read: ([name = '', year]) => readMonth(name.toLowerCase(), year),
  },
  {
    pattern: /(?<![\d/.£,-])((?:19|20)\d{2})(?![\d/%,]|\.\d)/g,
    read: ([year = '']) => ({ kind: 'year', year: Number(year) }),
  },
];

/** The times that a text names, each form where no longer one stands: "Sep-17", "Q2 2025/26", "2016/ 17", "2019". */
export function readPeriods(text: string): Period[] {
  const found: Period[] = [];
  let rest = text;
  for (const { pattern, read } of FORMS) {
    rest = rest.replace(pattern, (whole: string, ...groups: string[]) => {
      const period = read(groups);
      if (period) found.push(period);
      return period ? ' ' : whole;
    });
  }
  return found;
}

/** The months and quarters that a text names: years and their spans are words as others are. */
export function readMonths(text: string): Period[] {
  return readPeriods(text).filter(({ kind }) => kind === 'month' || kind === 'quarter');
}

/** The part of the times asked about that are among those said, 0 to 1; 0 where none is asked about. */
export function sharePeriods(asked: Period[], said: Period[]): number {
  const met = asked.filter((one) => said.some((other) => isSamePeriod(one, other)));
  return asked.length > 0 ? met.length / asked.length : 0;
}

/** What one of them leaves out may be anything: "June" is June of any year. */
function isSamePeriod(one: Period, other: Period): boolean {
  if (one.kind === 'month' && other.kind === 'month') {
    return one.month === other.month && (!one.year || !other.year || one.year === other.year);
  }
  if (one.kind === 'quarter') return other.kind === 'quarter' && other.quarter === one.quarter;
  if (one.kind === 'span') return other.kind === 'span' && other.from === one.from;
  return one.kind === 'year' && other.kind === 'year' && other.year === one.year;
}

function readMonth(name: string, year?: string): Period | undefined {
  if (year === undefined && OTHER_WORDS.includes(name)) return undefined;
  const month = MONTHS.indexOf(name.slice(0, 3)) + 1;
  return { kind: 'month', month, ...(year === undefined ? {} : { year: fullYear(year) }) };
}

function quarterOf(printed: string): number {
  return Number(printed) || (QUARTERS.indexOf(printed.toLowerCase()) % 4) + 1;
}

function fullYear(printed: string): number {
  return printed.length > 2 ? Number(printed) : 2000 + Number(printed);
}
