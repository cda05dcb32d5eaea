import {
  NUMBER_WORDS,
  ORDINAL_WORDS,
  SHARE_WORDS,
  valueOfOrdinal,
  valueOfShare,
  valueOfWords,
} from '../../../number-words.ts';

/**
 * A number, date, amount or label as it stands in a text, with its meaning. `value` of a date is "2019-10-29",
 * "--10-29" (no year), "2019-10", "--10", "2019"; of a period "2019/20" or "2026-2029"; of a time "18:00"; of a label
 * "minute 20"; of all others the number as digits. `unit` is set where one of the usual units follows.
 */
export type Figure = {
  kind: 'date' | 'period' | 'time' | 'money' | 'percent' | 'share' | 'ordinal' | 'label' | 'count';
  value: string;
  unit?: string;
  start: number;
  end: number;
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
/** Written whole or with a capital only: "may" and "march" are words. */
const MONTH_NAME = '(January|February|March|April|May|June|July|August|September|October|November|December)';
const NUMBER = '(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)';
const SCALE = '(?:\\s?(m|bn|k|million|billion|thousand)\\b)?';
/** The words of each kind of label, and how these begin. */
const LABELS: Record<string, [words: string, starts: string]> = {
  minute: ['minutes?(?:\\s+no\\.?)?|min\\.', 'min'],
  resolution: ['resolutions?|limbs?', 'res lim'],
  paragraph: ['paragraphs?|paras?\\.?', 'par'],
  item: ['(?:agenda\\s+)?items?', 'ite age'],
  section: ['sections?', 'sec'],
  page: ['pages?|pp?\\.', 'pag pp p'],
  table: ['tables?', 'tab'],
  appendix: ['appendix|appendices|annex', 'app ann'],
  measure: ['measures?\\s+(?:no\\.?)?|no\\.', 'mea no'],
  option: ['options?', 'opt'],
  category: ['categor(?:y|ies)', 'cat'],
  quarter: ['quarters?', 'qua'],
  stage: ['(?:key\\s+)?stages?', 'sta key'],
  grade: ['grades?', 'gra'],
};
const UNIT_FORMS: [RegExp, string][] = [
  [/^[\s-]?(?:percentage\s)?points?\b/i, 'point'],
  [/^[\s-]working[\s-]days?\b/i, 'working day'],
  [/^[\s-](second|minute|hour|day|week|month|year|mile|tonne|litre|gram|metre|household|vote)s?\b/i, '$1'],
  [/^[\s-]?(mph)\b/i, 'mph'],
  [/^[\s-]?(?:km|kilometres?)\b/i, 'km'],
  [/^[\s-]?(?:mm|millimetres?)\b/i, 'mm'],
  [/^\smicrograms?\b/i, 'microgram'],
];

type Reading = Pick<Figure, 'kind' | 'value'>;
type Form = {
  pattern: RegExp;
  read: (groups: string[], match: RegExpExecArray) => Reading | undefined;
  /** The first three letters of words of which a text must have one: most texts have few, and most forms are not looked for. */
  starts?: string;
};
const MONTH_STARTS = MONTHS.join(' ');
const NUMBER_STARTS =
  'nou nil zer one two thr fou fiv six sev eig nin ten ele twe doz thi fif twe for hun tho mil bil a';

const two = (text: string) => text.padStart(2, '0');
const monthOf = (name: string) => two(String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1));
const yearOf = (year: string) => (year.length === 2 ? `20${year}` : year);
const date = (value: string): Reading => ({ kind: 'date', value });
const number = (text: string, scale = '') => {
  const times = /^(?:m|million)$/i.test(scale) ? 1e6 : /^(?:bn|billion)$/i.test(scale) ? 1e9 : scale ? 1000 : 1;
  return String(Number((Number(text.replace(/,/g, '')) * times).toFixed(4)));
};

/** In this order; what one form has read no later form reads again. Linear: every repeat is bounded or of one class. */
const FORMS: Form[] = [
  { pattern: /\b(\d{4})-(\d{2})-(\d{2})\b/g, read: ([y = '', m = '', d = '']) => date(`${y}-${m}-${d}`) },
  {
    starts: MONTH_STARTS,
    pattern: new RegExp(
      `\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\sof)?\\s${MONTH}(?:,?\\s(\\d{4})\\b|\\s(\\d{2})\\b(?!\\s(?:of|per|to)\\b|[,.:%]?\\d|%))`,
      'gi',
    ),
    read: ([d = '', m = '', y, short = '']) => date(`${yearOf(y ?? short)}-${monthOf(m)}-${two(d)}`),
  },
  {
    starts: MONTH_STARTS,
    pattern: new RegExp(`\\b${MONTH_NAME}\\s(\\d{1,2})(?:st|nd|rd|th)?,?\\s(\\d{4})\\b`, 'g'),
    read: ([m = '', d = '', y = '']) => date(`${y}-${monthOf(m)}-${two(d)}`),
  },
  {
    pattern: /\b(\d{1,2})[/](\d{1,2})[/](\d{4}|\d{2})\b|\b(\d{1,2})[.-](\d{1,2})[.-](\d{4})\b/g,
    read: ([d1, m1, y1, d2 = '', m2 = '', y2 = '']) => date(`${yearOf(y1 ?? y2)}-${two(m1 ?? m2)}-${two(d1 ?? d2)}`),
  },
  { pattern: /\b\d{2}\.\d{2}\.\d{2}\b/g, read: (_, [whole]) => ({ kind: 'label', value: `minute ${whole}` }) },
  {
    starts: MONTH_STARTS,
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\sof)?\\s${MONTH_NAME}\\b`, 'g'),
    read: ([d = '', m = '']) => date(`--${monthOf(m)}-${two(d)}`),
  },
  {
    starts: MONTH_STARTS,
    pattern: new RegExp(`\\b${MONTH_NAME}\\s(\\d{1,2})(?:st|nd|rd|th)?\\b(?![,.]?\\d)`, 'g'),
    read: ([m = '', d = '']) => date(`--${monthOf(m)}-${two(d)}`),
  },
  {
    starts: MONTH_STARTS,
    pattern: new RegExp(`\\b${MONTH_NAME},?\\s(?:of\\s)?((?:19|20)\\d{2})\\b`, 'g'),
    read: ([m = '', y = '']) => date(`${y}-${monthOf(m)}`),
  },
  {
    starts: MONTH_STARTS,
    pattern: new RegExp(`\\b${MONTH_NAME}\\b`, 'g'),
    read: ([m = '']) => date(`--${monthOf(m)}`),
  },
  {
    pattern: /\b((?:19|20)\d{2})\s?[/–-]\s?((?:20)?\d{2})\b(?!\d)|\b(\d{2})\/(\d{2})\b(?=\s|[.,;)]|$)/g,
    read: ([from, to, short = '', next = '']) => readPeriod(from ?? `20${short}`, to ?? next),
  },
  {
    pattern: /\b(\d{1,2})(?:[.:](\d{2}))?\s?([ap])\.?m\b\.?/gi,
    read: ([h = '', m = '00', half = '']) => time(h, m, half),
  },
  ...Object.entries(LABELS).map(([name, [words, starts]]) => ({
    starts,
    pattern: new RegExp(
      `(?<![a-z])(?:${words})\\s?\\(?(\\d[\\d.]{0,8}\\d|\\d|[A-D]\\b|(?<=\\()[a-z]{1,3}(?=\\)))(?![\\d,]*\\d|[%a-z]|\\s?(?:per cent|million))`,
      'gi',
    ),
    read: ([label = '']: string[]) => ({ kind: 'label' as const, value: `${name} ${label.toLowerCase()}` }),
  })),
  { pattern: /\((\d{1,2}|[a-z]|[ivx]{1,4})\)/g, read: ([label = '']) => ({ kind: 'label', value: `limb ${label}` }) },
  {
    pattern: new RegExp(`£\\s?${NUMBER}${SCALE}`, 'gi'),
    read: ([n = '', scale]) => ({ kind: 'money', value: number(n, scale) }),
  },
  {
    pattern: /\b(\d+(?:\.\d+)?)\s?(?:p|pence)\b(?!\.m)/g,
    read: ([n = '']) => ({ kind: 'money', value: String(Number(n) / 100) }),
  },
  {
    pattern: new RegExp(`${NUMBER}\\s?(?:%|per\\s?cent\\b)`, 'gi'),
    read: ([n = '']) => ({ kind: 'percent', value: number(n) }),
  },
  // "From day one".
  { starts: 'one', pattern: /(?<=\bday\s)one\b/gi, read: () => ({ kind: 'ordinal', value: '1' }) },
  { pattern: /\b(\d+)(?:st|nd|rd|th)\b/g, read: ([n = '']) => ({ kind: 'ordinal', value: n }) },
  { pattern: /\b((?:19|20)\d{2})\b(?![,.]\d)/g, read: ([y = '']) => date(y) },
  {
    pattern: new RegExp(`(?<![\\w.])${NUMBER}${SCALE}`, 'gi'),
    read: ([n = '', scale]) => ({ kind: 'count', value: number(n, scale) }),
  },
  {
    starts: 'hal thi qua fif ten',
    pattern: new RegExp(`\\b${SHARE_WORDS}\\b`, 'gi'),
    read: (_, [whole]) => share(whole),
  },
  {
    starts: 'fir sec thi fou fif six sev eig nin ten ele twe',
    pattern: new RegExp(`\\b(?:${ORDINAL_WORDS})\\b`, 'gi'),
    read: (_, [whole]) => ordinal(whole),
  },
  {
    starts: 'twi dou tre tri',
    pattern: /\b(?:twice|double[ds]?|doubling|treble[ds]?|tripled?)\b/gi,
    read: (_, [whole]) => ({ kind: 'share', value: /^t[hr][^w]/i.test(whole) ? '3' : '2' }),
  },
  {
    starts: NUMBER_STARTS,
    pattern: new RegExp(`\\b${NUMBER_WORDS}\\b`, 'gi'),
    read: (_, [whole]) => count(whole),
  },
];

const READERS = FORMS.map(({ starts, pattern, ...form }) => ({
  ...form,
  pattern,
  starts: starts?.split(' '),
  // "Option B" has none.
  needsDigit: pattern.source.includes('\\d') && !pattern.source.includes('A-D'),
}));
const STARTS = new Set(READERS.flatMap(({ starts = [] }) => starts));

/** "no one", "one of", "one another", "the one": a pronoun, not a number. */
const PRONOUN_BEFORE = /\b(?:no|any|every|each|some|the|that|this|which)\s$/i;
const PRONOUN_AFTER = /^\s(?:of|another|by|hand)\b/i;

/** Every number, date, amount and label of a text with its meaning, in order, none overlapping another. */
export function readFigures(text: string): Figure[] {
  const figures: Figure[] = [];
  const hasDigit = /\d/.test(text);
  const found = startsIn(text);
  if (!hasDigit && found.size === 0) return figures;
  const taken = new Uint8Array(text.length);
  for (const { pattern, read, starts, needsDigit } of READERS) {
    if ((needsDigit && !hasDigit) || (starts && !starts.some((start) => found.has(start)))) continue;
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (taken.subarray(start, end).includes(1) || isPronoun(text, match[0], start)) continue;
      const reading = read(match.slice(1), match);
      if (!reading) continue;
      taken.fill(1, start, end);
      const unit = reading.kind === 'count' ? unitAfter(text, end) : undefined;
      figures.push({ ...reading, start, end, ...(unit ? { unit } : {}) });
    }
  }
  return figures.sort((a, b) => a.start - b.start);
}

/** How words of a text begin, of those beginnings that some form looks for. */
function startsIn(text: string): Set<string> {
  const found = new Set<string>();
  for (const word of text.toLowerCase().match(/[a-z]+/g) ?? []) {
    const start = word.slice(0, 3);
    if (STARTS.has(start)) found.add(start);
  }
  return found;
}

function isPronoun(text: string, word: string, start: number): boolean {
  if (word.toLowerCase() !== 'one') return false;
  return (
    PRONOUN_BEFORE.test(text.slice(Math.max(0, start - 8), start)) ||
    PRONOUN_AFTER.test(text.slice(start + 3, start + 12))
  );
}

function unitAfter(text: string, end: number): string | undefined {
  const after = text.slice(end, end + 24);
  for (const [pattern, unit] of UNIT_FORMS) {
    const match = pattern.exec(after);
    if (match) return unit === '$1' ? match[1]?.toLowerCase() : unit;
  }
  return undefined;
}

function readPeriod(from: string, to: string): Reading | undefined {
  const next = to.length === 2 ? from.slice(0, 2) + to : to;
  if (Number(next) <= Number(from)) return undefined;
  const isOneYear = Number(next) === Number(from) + 1;
  return { kind: 'period', value: isOneYear ? `${from}/${next.slice(2)}` : `${from}-${next}` };
}

function time(hour: string, minute: string, half: string): Reading | undefined {
  if (Number(hour) > 12) return undefined;
  const hours = (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return { kind: 'time', value: `${two(String(hours))}:${minute}` };
}

function share(words: string): Reading | undefined {
  const value = valueOfShare(words);
  return value === undefined ? undefined : { kind: 'share', value: String(value) };
}

function ordinal(word: string): Reading | undefined {
  const value = valueOfOrdinal(word);
  return value === undefined ? undefined : { kind: 'ordinal', value: String(value) };
}

function count(words: string): Reading | undefined {
  const value = valueOfWords(words);
  return value === undefined ? undefined : { kind: 'count', value: String(value) };
}
