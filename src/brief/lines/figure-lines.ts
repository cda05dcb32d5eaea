import type { BriefingLine } from '../../briefing.ts';
import type { Series, SeriesPoint } from '../../series.ts';
import type { ItemPapers } from '../item-papers.ts';
import { subjectStems } from '../same-subject.ts';
import { lineOf, present } from './line.ts';

export const MAX_FIGURES = 6;
/** "Count", "Number" and the like name no measure by themselves. */
const LEAST_STEMS = 2;
const UNITS = new Set(
  subjectStems('average count counts number numbers percentage rate rates total per days year years ytd'),
);
/** An older figure is history, not what has changed since the committee last met. */
const MAX_AGE_MONTHS = 18;
/** Two counts below this differ by chance: three foster carers one month and six the next tell nothing. */
const LEAST_COUNT = 10;
/** Others' figures, beside which the measure's own is put: by the words for them, or a region of England. */
const OTHERS =
  /^(?:(?:the )?(?:national|england|english|regional|region|uk|nearest|statistical|stat\.?)\b|yorkshire (?:and|&) (?:the )?humber|(?:north|south) (?:east|west)\b|(?:east|west) midlands|east of england|london\b)|\b(?:neighbours?|averages? of others|national average|trend)\b/i;

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

/** The measures of an item's papers: missed targets first, then what became worse, then what moved most. */
export function findChanges({ papers }: ItemPapers, { series: all, date }: FigureSources): Change[] {
  const ids = new Set(papers.map(({ id }) => id));
  const rank = (change: Change) => (change.isMissed === true ? 0 : 2) + (isWorse(change) === true ? 0 : 1);
  const found = all
    .filter(({ name }) => tellingStems(name).length >= LEAST_STEMS && !OTHERS.test(name.trim()))
    .flatMap((series) => changeOf(series, { ids, date }))
    .filter((change) => change.before !== undefined || change.isMissed === true)
    .filter((change) => change.isMissed === true || isTelling(change))
    .sort((a, b) => rank(a) - rank(b) || shortBy(b) - shortBy(a) || moved(b) - moved(a));
  return found.filter((change, at) => !found.slice(0, at).some((other) => isSameFigure(other, change)));
}

export function figureLines(changes: Change[]): BriefingLine[] {
  return present(changes.slice(0, MAX_FIGURES).map(changeLine));
}

/** By how much of the figure before a measure moved; 0 where there is none. */
export function moved({ now, before }: Pick<Change, 'now' | 'before'>): number {
  if (!before || before.value === 0) return 0;
  return Math.abs(now.value - before.value) / Math.abs(before.value);
}

/** True where a measure went the way that its papers say is not good; undefined where they say neither. */
export function isWorse({ series: { direction }, now, before }: Change): boolean | undefined {
  if (direction === undefined || !before || now.value === before.value) return undefined;
  return direction === 'higher' ? now.value < before.value : now.value > before.value;
}

/** A measure's name, with its number where these papers print it. */
export function nameOf({ series: { name, number }, now }: Change): string {
  const plain = name.replace(/\s+/g, ' ').trim();
  return number === undefined || !now.trace.quote.includes(number) ? plain : `${plain} (${number})`;
}

/** "up from 21 (May-17) to 66 (Jun-17), where lower is better; target 20, missed". */
export function sayChange({ series, now, before, target, isMissed }: Change): string {
  const from = before ? `${wayOf(now.value - before.value)} from ${before.printed} (${before.period}) to ` : '';
  const good = series.direction === undefined ? '' : `, where ${series.direction} is better`;
  const verdict = isMissed === undefined ? '' : isMissed ? ', missed' : ', met';
  const against = target === undefined ? '' : `; target ${sayTarget(target.printed)}${verdict}`;
  return `${from}${now.printed} (${now.period})${good}${against}`;
}

function tellingStems(name: string): string[] {
  return subjectStems(name).filter((stem) => !UNITS.has(stem));
}

/** "95%+" as "95% or more", "22<" and "<22" as "under 22". */
function sayTarget(printed: string): string {
  const bare = printed.replace(/^[<>]\s?|\s?[+<>]$/g, '');
  if (/^<|<$/.test(printed)) return `under ${bare}`;
  return /^>|>$/.test(printed) ? `over ${bare}` : /\+$/.test(printed) ? `${bare} or more` : printed;
}

/** How far a figure is from its target, as a share of it; 0 where it has none. */
function shortBy({ now, target }: Change): number {
  return target && target.value !== 0 ? Math.abs(now.value - target.value) / Math.abs(target.value) : 0;
}

/** One that stood still tells nothing, nor do two small counts. */
function isTelling({ now, before }: Change): boolean {
  if (!before || before.value === now.value) return false;
  const isCount = (point: SeriesPoint) => !isPercent(point) && Number.isInteger(point.value);
  return !(isCount(now) && isCount(before) && Math.max(now.value, before.value) < LEAST_COUNT);
}

/** Two papers of one meeting may print the same row. */
function isSameFigure(a: Change, b: Change): boolean {
  return (
    a.now.printed === b.now.printed &&
    a.now.period === b.now.period &&
    a.before?.printed === b.before?.printed &&
    subjectStems(a.series.name).join(' ') === subjectStems(b.series.name).join(' ')
  );
}

function changeOf(series: Series, { ids, date }: { ids: Set<number>; date: string }): Change[] {
  const byPeriod = [...series.points].sort((a, b) => a.periodKey.localeCompare(b.periodKey));
  // What is printed for a year to come is a forecast.
  const actual = byPeriod.filter(
    (point) => point.kind === 'actual' && point.periodKey.slice(0, 4) <= date.slice(0, 4) && isNamed(point, series),
  );
  const now = actual.filter(({ trace }) => ids.has(trace.paperId)).at(-1);
  if (!now || now.periodKey < monthsBefore(date, MAX_AGE_MONTHS)) return [];
  const earlier = actual
    .filter(({ periodKey, unit }) => periodKey < now.periodKey && unit === now.unit)
    .filter((point) => isComparable(point, now));
  // The figure that members were shown last counts before what this paper itself says of an earlier period.
  const before = earlier.filter(({ trace }) => !ids.has(trace.paperId)).at(-1) ?? earlier.at(-1);
  const targets = byPeriod.filter((point) => point.kind === 'target' && isPercent(point) === isPercent(now));
  // A row may print one target for all its periods.
  const target =
    targets.find(({ periodKey }) => periodKey === now.periodKey) ??
    targets.find(({ trace }) => trace.paperId === now.trace.paperId && trace.span.start === now.trace.span.start);
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

/** A figure in prose is the measure's only if the words around it name it whole: a near name is another measure. */
function isNamed({ trace }: SeriesPoint, { name }: Series): boolean {
  if (trace.place.tableCaption !== undefined || trace.place.measure !== undefined || /[\t|]/.test(trace.quote))
    return true;
  const here = new Set(subjectStems(trace.quote));
  return subjectStems(name).every((stem) => here.has(stem));
}

function monthsBefore(date: string, months: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() - months);
  return day.toISOString().slice(0, 10);
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

function changeLine(change: Change): BriefingLine | undefined {
  const { now, before, target } = change;
  const traces = [now.trace, before?.trace, target?.trace].filter(isFirstOfPlace);
  return lineOf(`${nameOf(change)}: ${sayChange(change)}`, traces);
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
