import { formatCitation } from '../citation.ts';
import type { RecordTrace } from '../ledger.ts';
import { type MeasurePoint, measureKey, type Series, type SeriesPoint } from '../series.ts';
import { isSameMeasure, nameLikeness, numeralsOf } from './series/same-measure.ts';

/** A paper without a meeting's day is cited after those that have one. */
const UNDATED = '9999';
/** Two definitions with fewer words in common than this are two. */
const SAME_DEFINITION = 0.75;

/**
 * Figures joined to series, each measure's groups ("Boys") apart; the series with the most figures first. A figure
 * printed again alike is one point; two papers that differ over one period are both kept, and named as a conflict.
 */
export function joinSeries(points: MeasurePoint[]): Series[] {
  return joinMeasures(points)
    .flatMap(byGroup)
    .map(makeSeries)
    .sort((a, b) => b.points.length - a.points.length);
}

/** A measure's points, and of each way it is named one point to compare others with. */
type Joined = { points: MeasurePoint[]; named: MeasurePoint[] };

/** Thousands of figures have a few hundred names: these are compared, not every figure with every other. */
function joinMeasures(points: MeasurePoint[]): MeasurePoint[][] {
  const measures: Joined[] = [];
  const byName = new Map<string, Joined>();
  for (const point of points) {
    const key = namedAs(point);
    const known = byName.get(key);
    if (known) {
      known.points.push(point);
      continue;
    }
    const found = measures.filter(({ named }) => named.some((other) => isSameMeasure(other, point)));
    const [first = { points: [], named: [] }, ...rest] = found;
    if (found.length === 0) measures.push(first);
    first.points.push(point, ...rest.flatMap((other) => other.points));
    first.named.push(point, ...rest.flatMap((other) => other.named));
    for (const other of rest) measures.splice(measures.indexOf(other), 1);
    // A name without a telling word is not even its own.
    for (const one of first.named) if (isSameMeasure(one, one)) byName.set(namedAs(one), first);
  }
  return measures.map((measure) => measure.points);
}

/** All that measures are told apart by. */
function namedAs({ name, nameKey, number, code, place }: MeasurePoint): string {
  return JSON.stringify([name, nameKey, number, code, place.committee]);
}

/** Parts of a measure are series of their own; whose figure a comparator is belongs to each of them. */
function byGroup(points: MeasurePoint[]): MeasurePoint[][] {
  const groups = new Map<string, MeasurePoint[]>();
  for (const point of points) {
    const key = point.kind === 'comparator' ? '' : (point.group ?? '').toLowerCase();
    groups.set(key, [...(groups.get(key) ?? []), point]);
  }
  return [...groups.values()];
}

function makeSeries(points: MeasurePoint[]): Series {
  const ordered = [...points].sort(
    (a, b) =>
      a.periodKey.localeCompare(b.periodKey) ||
      a.kind.localeCompare(b.kind) ||
      (a.place.meetingDate ?? UNDATED).localeCompare(b.place.meetingDate ?? UNDATED) ||
      a.id - b.id,
  );
  const named = ordered.find(({ number, code }) => number !== undefined || code !== undefined) ?? ordered[0];
  const longest = [...ordered].sort((a, b) => b.name.length - a.name.length)[0];
  const part = ordered.find(({ kind }) => kind === 'actual')?.group;
  const number = printedNumber(ordered);
  const definition = ordered.findLast((point) => point.definition !== undefined)?.definition;
  const unit = ordered.find((point) => point.unit !== undefined)?.unit;
  const direction = ordered.find((point) => point.direction !== undefined)?.direction;
  return {
    name: [longest?.name ?? named?.name ?? '', part].filter((words) => words !== undefined).join(': '),
    ...(number === undefined ? {} : { number }),
    ...(definition === undefined ? {} : { definition }),
    ...(unit === undefined ? {} : { unit }),
    ...(direction === undefined ? {} : { direction }),
    points: eachOnce(ordered).map(toPoint),
    breaks: findBreaks(ordered),
    conflicts: findConflicts(ordered),
  };
}

function printedNumber(points: MeasurePoint[]): string | undefined {
  const number = points.find((point) => point.number !== undefined)?.number;
  const code = points.find((point) => point.code !== undefined)?.code;
  const parts = [number, code].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' / ') : undefined;
}

function eachOnce(points: MeasurePoint[]): MeasurePoint[] {
  return points.filter(
    (point, at) => !points.slice(0, at).some((other) => isSamePeriod(other, point) && isSameValue(other, point)),
  );
}

function isSamePeriod(a: MeasurePoint, b: MeasurePoint): boolean {
  return a.periodKey === b.periodKey && a.kind === b.kind && whose(a) === whose(b);
}

/** "Stat. neighbours" and "statistical neighbours average" are the same ones. */
function whose({ group = '' }: MeasurePoint): string {
  const words = group.toLowerCase().split(',').at(-1) ?? '';
  if (/stat|neighbour|\bsn\b/.test(words)) return 'neighbours';
  return /england|nat/.test(words) ? 'national' : words.trim();
}

/** Figures agree as far as the one with fewer decimals is printed. */
function isSameValue(a: MeasurePoint, b: MeasurePoint): boolean {
  const decimals = Math.min(...[a, b].map(({ printed }) => /\.(\d+)/.exec(printed)?.[1]?.length ?? 0));
  return (
    Math.abs(a.value - b.value) <= (decimals > 0 || a.value === Math.round(a.value) ? 0.5000001 * 10 ** -decimals : 0.5)
  );
}

function toPoint(point: MeasurePoint): SeriesPoint {
  const { period, periodKey, kind, printed, value, unit, group } = point;
  return {
    period,
    periodKey,
    kind,
    printed,
    value,
    ...(unit === undefined ? {} : { unit }),
    ...(kind !== 'comparator' || group === undefined ? {} : { group }),
    trace: traceOf(point, 'prints this figure'),
  };
}

function traceOf({ place, status, source, paperId, passageId, span, text }: MeasurePoint, why: string): RecordTrace {
  return { place, source, paperId, passageId, span, quote: text, label: formatCitation(place, status), why };
}

/** Where the definition, or the paper that figures come from, is another than before. */
function findBreaks(points: MeasurePoint[]): Series['breaks'] {
  const actual = points.filter(({ kind }) => kind === 'actual');
  const breaks: Series['breaks'] = [];
  let defined: MeasurePoint | undefined;
  actual.forEach((point, at) => {
    if (point.definition !== undefined) {
      if (defined && !isSameDefinition(defined, point))
        breaks.push({
          period: point.period,
          why: `the definition changes: “${point.definition}” instead of “${defined.definition}”`,
          trace: traceOf(point, 'defines the measure otherwise'),
        });
      defined = point;
    }
    const before = actual[at - 1];
    if (before && point.definition === undefined && before.definition === undefined && !isCountedAlike(before, point))
      breaks.push({
        period: point.period,
        why: `the name changes: “${point.name}” instead of “${before.name}”`,
        trace: traceOf(point, 'names the measure otherwise'),
      });
    const isNew =
      before &&
      before.periodKey !== point.periodKey &&
      !actual.some(({ source, periodKey }) => source === point.source && periodKey <= before.periodKey);
    if (isNew)
      breaks.push({
        period: point.period,
        why: `from here the figures come from ${point.source}`,
        trace: traceOf(point, 'is another source than before'),
      });
  });
  return breaks;
}

/** Names may be shortened; what is counted from, and in which days, may not. */
function isCountedAlike(a: MeasurePoint, b: MeasurePoint): boolean {
  const counted = ({ name }: MeasurePoint) =>
    (name.match(/\b(?:working|calendar|school)\s(?:days?|weeks?)\b/gi) ?? []).join(' ').toLowerCase();
  return numeralsOf(a.name) === numeralsOf(b.name) && counted(a) === counted(b);
}

function isSameDefinition(a: MeasurePoint, b: MeasurePoint): boolean {
  const [x = '', y = ''] = [a.definition, b.definition];
  return x === y || (nameLikeness(x, y) >= SAME_DEFINITION && numeralsOf(x) === numeralsOf(y));
}

function findConflicts(points: MeasurePoint[]): Series['conflicts'] {
  const single = eachOnce(points);
  const periods = new Map<string, MeasurePoint[]>();
  for (const point of single) {
    const key = `${point.periodKey} ${point.kind} ${whose(point)}`;
    periods.set(key, [...(periods.get(key) ?? []), point]);
  }
  return [...periods.values()]
    .filter(([first, ...others]) => first !== undefined && others.length > 0)
    .map((found) => ({ period: found[0]?.period ?? '', points: found.map(toPoint) }));
}

/** True if words name a measure outright: by its number or code. */
export function isMeasureNumber(words: string): boolean {
  return (
    /^(?:measure\s|no\.?\s|[A-Z]{2,5}\s?)?\d{1,3}[a-z]?(?:\.\d{1,2})?$/i.test(words.trim()) && measureKey(words) !== ''
  );
}
