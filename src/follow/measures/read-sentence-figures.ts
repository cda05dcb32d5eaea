import { type Period, readPeriod } from './read-period.ts';

/** A figure of a sentence about a measure: what it is of the measure, and for when. */
export type SentenceFigure = {
  kind: 'actual' | 'target' | 'comparator';
  printed: string;
  value: number;
  unit?: string;
  period: Period;
  group?: string;
  /** Where it stands in the sentence. */
  start: number;
};

type Claimed = Omit<SentenceFigure, 'period'> & { period?: Period; end: number };

const VALUE =
  '(£?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|£?\\d+(?:\\.\\d+)?)\\s?(%|per\\s?cent|percent|million|days?|weeks?|p\\b)?';
const TARGETS = [
  new RegExp(
    `\\btarget(?:s)?(?:\\s(?:was|is|of|remains|set\\sat|being|for\\s[^,.;]{1,30}\\s(?:is|was)))+\\s${VALUE}`,
    'gi',
  ),
  new RegExp(
    `\\b(?:against|below|above|short\\sof)\\s(?:the|a|its|our)\\s(?:local\\s)?(?:target|standard)\\s(?:of|at)\\s${VALUE}`,
    'gi',
  ),
];
const WHOSE =
  '(statistical\\sneighbours?(?:\\saverages?)?|stat\\.?\\sneighbours?(?:\\saverages?)?|national(?:\\saverages?)?|england|the\\sregion(?:al)?(?:\\saverages?)?|regional\\saverages?)';
const COMPARATORS = [
  new RegExp(
    `${WHOSE}(?:\\sfigure|\\srate)?(?:\\s(?:is|was|are|were|of|at|stood\\sat|stands\\sat))*\\s\\(?${VALUE}`,
    'gi',
  ),
  new RegExp(`\\b${VALUE}\\s(?:in|for|across)\\s(england)\\b`, 'gi'),
];
const EARLIER = new RegExp(
  `\\b(?:compared\\s(?:with|to)|against|up\\sfrom|down\\sfrom|from|was|were)\\s(?:the\\s)?${VALUE}(?:\\s[^.;,\\d]{0,40})?\\s(?:in|for|at)\\s(?=[^.;,]{0,30}\\d)`,
  'gi',
);
const YEAR_BEFORE = new RegExp(
  `\\b(?:compared\\s(?:with|to)|against|up\\sfrom|down\\sfrom|from)\\s${VALUE}\\s(?:a|the)\\syear\\s(?:before|earlier)`,
  'gi',
);
const MAIN = new RegExp(`(?<![\\w.,/£-])${VALUE}`, 'g');
/** "by 3%", "fewer than 40%": a change or a bound, not a result. */
const NO_RESULT =
  /\b(?:by|than|least|most|over|under|above|below|between|exceed\w*|(?:increase|rise|improvement|fall|drop|reduction|decrease|gap|change)\sof)\s(?:a\s)?(?:further\s|around\s|about\s|nearly\s|almost\s)?$/i;
const LOOK_BEHIND = 40;
const MAX_PERIOD_GAP = 60;

/**
 * The figures of a sentence that speaks of one measure: its result, earlier results, target and comparators. Without
 * a period of its own a figure is of `period`, the paper's own, but a result only with `isResult`; a bare number counts
 * only where no per cent stands.
 */
export function readSentenceFigures(
  sentence: string,
  { period, near, isResult }: { period?: Period | undefined; near?: string | undefined; isResult: boolean },
): SentenceFigure[] {
  const flat = sentence.replace(/\s/g, ' ');
  const claimed: Claimed[] = [];
  const isFree = (start: number) => !claimed.some((other) => start >= other.start && start < other.end);
  const claim = (patterns: RegExp[], kind: Claimed['kind'], valueAt: number, groupAt?: number) => {
    for (const pattern of patterns) {
      for (const match of flat.matchAll(pattern)) {
        const printed = match[valueAt] ?? '';
        const start = match.index + match[0].indexOf(printed, groupAt === 1 ? (match[1] ?? '').length : 0);
        if (isFree(start))
          claimed.push({
            ...figureOf(printed, match[valueAt + 1]),
            kind,
            start,
            end: start + printed.length,
            ...(groupAt === undefined ? {} : { group: match[groupAt] ?? '' }),
          });
      }
    }
  };
  claim(TARGETS, 'target', 1);
  claim(COMPARATORS.slice(0, 1), 'comparator', 2, 1);
  claim(COMPARATORS.slice(1), 'comparator', 1, 3);
  const isShare = /\d\s?(?:%|per\s?cent)/i.test(flat);
  const earlier = [...flat.matchAll(EARLIER)].filter(
    ({ 1: number = '', 2: unit }) => !isShare || unit !== undefined || number.includes('.'),
  );
  for (const match of earlier) {
    const printed = match[1] ?? '';
    const start = match.index + match[0].indexOf(printed);
    const end = match.index + match[0].length;
    const when = readPeriod(flat.slice(end, end + MAX_PERIOD_GAP), near);
    if (when && when.start < 25 && isFree(start))
      claimed.push({ ...figureOf(printed, match[2]), kind: 'actual', start, end: end + when.end, period: when });
  }
  const main = mainFigure(flat, { claimed, isFree, near, period: isResult ? period : undefined });
  const before = main ? yearBefore(flat, main, isFree) : [];
  const known = main?.period ?? period;
  return [
    ...(main ? [main] : []),
    ...before,
    ...claimed.map(({ end: _, ...figure }) => ({ ...figure, period: figure.period ?? known })),
  ]
    .filter((figure): figure is SentenceFigure => figure.period !== undefined)
    .sort((a, b) => a.start - b.start);
}

type Free = {
  claimed: Claimed[];
  isFree(start: number): boolean;
  near: string | undefined;
  period: Period | undefined;
};

/** The sentence's own result: its first per cent that nothing else claims, or else its first decimal. */
function mainFigure(flat: string, { claimed, isFree, near, period }: Free): SentenceFigure | undefined {
  const free = [...flat.matchAll(MAIN)].filter(
    ({ index }) => isFree(index) && !NO_RESULT.test(flat.slice(Math.max(0, index - LOOK_BEHIND), index)),
  );
  const match =
    free.find(({ 2: unit }) => /^(?:%|per|percent)/i.test(unit ?? '')) ??
    free.find(({ 1: number }) => /\.\d/.test(number ?? ''));
  if (!match) return undefined;
  const own = flat
    .split(/(?:compared|against|up from|down from)/i)
    .map((part) => readPeriod(part, near))
    .find((found) => found && !claimed.some((other) => other.period?.key === found.key));
  const when = own ?? period;
  return when
    ? {
        ...figureOf(match[1] ?? '', match[2]),
        kind: 'actual',
        start: match.index,
        period: { printed: when.printed, key: when.key },
      }
    : undefined;
}

function yearBefore(flat: string, { period }: SentenceFigure, isFree: (start: number) => boolean): SentenceFigure[] {
  return [...flat.matchAll(YEAR_BEFORE)].flatMap((match) => {
    const printed = match[1] ?? '';
    const start = match.index + match[0].indexOf(printed);
    const key = `${Number(period.key.slice(0, 4)) - 1}${period.key.slice(4)}`;
    return isFree(start)
      ? [
          {
            ...figureOf(printed, match[2]),
            kind: 'actual' as const,
            start,
            period: { printed: `a year before ${period.printed}`, key },
          },
        ]
      : [];
  });
}

function figureOf(number: string, unit: string | undefined): { printed: string; value: number; unit?: string } {
  const isPounds = number.startsWith('£');
  const told = unit?.toLowerCase();
  const name = isPounds ? `£${told === undefined ? '' : ` ${told}`}` : told && /^per/.test(told) ? '%' : told;
  const tail = unit === undefined ? '' : unit === '%' ? '%' : ` ${unit}`;
  return {
    printed: `${number}${tail}`,
    value: Number(number.replace(/[£,]/g, '')),
    ...(name === undefined ? {} : { unit: name }),
  };
}
