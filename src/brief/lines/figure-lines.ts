import type { BriefingLine } from '../../briefing.ts';
import type { Series, SeriesPoint } from '../../series.ts';
import type { ItemPapers } from '../item-papers.ts';
import { subjectStems } from '../same-subject.ts';
import { lineOf, present } from './line.ts';

export const MAX_FIGURES = 6;
/** "Count", "Number" and the like name no measure by themselves. */
const LEAST_STEMS = 2;

export type FigureSources = { series: Series[]; date: string };

/** A measure's newest figure in an item's papers, with the one before it and its target, where there are any. */
export type Change = {
  series: Series;
  now: SeriesPoint;
  before?: SeriesPoint;
  target?: SeriesPoint;
  /** On the wrong side of its target; undefined where the papers do not say which side is good. */
  isMissed?: boolean;
};

/** The measures of an item's papers, those that missed their target first, then those that moved most. */
export function findChanges({ papers }: ItemPapers, { series: all, date }: FigureSources): Change[] {
  const ids = new Set(papers.map(({ id }) => id));
  return all
    .filter(({ name }) => subjectStems(name).length >= LEAST_STEMS)
    .flatMap((series) => changeOf(series, { ids, year: date.slice(0, 4) }))
    .filter(({ before, isMissed }) => before !== undefined || isMissed === true)
    .sort((a, b) => Number(b.isMissed === true) - Number(a.isMissed === true) || moved(b) - moved(a));
}

export function figureLines(changes: Change[]): BriefingLine[] {
  return present(changes.slice(0, MAX_FIGURES).map(changeLine));
}

/** By how much of the figure before a measure moved; 0 where there is none. */
export function moved({ now, before }: Pick<Change, 'now' | 'before'>): number {
  if (!before || before.value === 0) return 0;
  return Math.abs(now.value - before.value) / Math.abs(before.value);
}

/** A measure's name with its number, as papers print them. */
export function nameOf({ name, number }: Series): string {
  return number === undefined ? name : `${name} (${number})`;
}

function changeOf(series: Series, { ids, year }: { ids: Set<number>; year: string }): Change[] {
  const byPeriod = [...series.points].sort((a, b) => a.periodKey.localeCompare(b.periodKey));
  // What is printed for a year to come is a forecast.
  const actual = byPeriod.filter(({ kind, periodKey }) => kind === 'actual' && periodKey.slice(0, 4) <= year);
  const now = actual.filter(({ trace }) => ids.has(trace.paperId)).at(-1);
  if (!now) return [];
  const earlier = actual
    .filter(({ periodKey, unit }) => periodKey < now.periodKey && unit === now.unit)
    .filter((point) => isComparable(point, now));
  // The figure that members were shown last counts before what this paper itself says of an earlier period.
  const before = earlier.filter(({ trace }) => !ids.has(trace.paperId)).at(-1) ?? earlier.at(-1);
  const target = byPeriod
    .filter(({ kind, periodKey }) => kind === 'target' && periodKey === now.periodKey)
    .find((point) => isPercent(point) === isPercent(now));
  const isMissed = target && missed(now.value, target.value, series.direction);
  return [
    {
      series,
      now,
      ...(before ? { before } : {}),
      ...(target ? { target } : {}),
      ...(isMissed === undefined ? {} : { isMissed }),
    },
  ];
}

/** A month is not compared with a year, nor a share with a count. */
function isComparable(a: SeriesPoint, b: SeriesPoint): boolean {
  return periodShape(a.period) === periodShape(b.period) && isPercent(a) === isPercent(b);
}

function periodShape(period: string): string {
  return period
    .toLowerCase()
    .replace(/\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/g, 'month')
    .replace(/\d+/g, '9');
}

function isPercent({ printed }: SeriesPoint): boolean {
  return printed.includes('%');
}

function missed(value: number, target: number, direction: Series['direction']): boolean | undefined {
  if (direction === undefined) return undefined;
  return direction === 'higher' ? value < target : value > target;
}

function changeLine({ series, now, before, target, isMissed }: Change): BriefingLine | undefined {
  const from = before ? `${before.printed} (${before.period}) to ` : '';
  const way = before ? `${wayOf(now.value - before.value)} from ` : '';
  const against =
    target === undefined
      ? ''
      : `; target ${target.printed}${isMissed === undefined ? '' : isMissed ? ', missed' : ', met'}`;
  const text = `${nameOf(series)}: ${way}${from}${now.printed} (${now.period})${against}`;
  return lineOf(text, [now.trace, before?.trace, target?.trace].filter(isFirstOfPlace));
}

/** A row that has both figures is cited once. */
function isFirstOfPlace(
  trace: SeriesPoint['trace'] | undefined,
  at: number,
  all: (SeriesPoint['trace'] | undefined)[],
) {
  return trace !== undefined && all.findIndex((other) => other?.label === trace.label) === at;
}

function wayOf(difference: number): string {
  if (difference === 0) return 'unchanged';
  return difference > 0 ? 'up' : 'down';
}
