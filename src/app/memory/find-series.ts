import type { Audience } from '../../audience.ts';
import { isMeasureNumber, joinSeries } from '../../follow/join-series.ts';
import { nameLikeness } from '../../follow/series/same-measure.ts';
import type { Index } from '../../index/open-index.ts';
import { wordsOf } from '../../lexicon.ts';
import type { MeasurePoint, Series } from '../../series.ts';
import { stemsOf } from '../../term.ts';

/** Words of a question for a measure that its name need not have. */
const FAINT = stemsOf(
  'the a an of in on at to for by and or what how many much number rate percentage proportion share measure indicator figure figures timeliness performance trend level',
);
/** Of the words asked for, as many must be in a name. */
const LEAST_SHARE = 0.6;

export type FindSeriesOptions = {
  audience: Audience;
  committee?: string;
  /** Series with a figure in one of these papers. */
  paperIds?: number[];
  /** Nothing told at a meeting of this day or later but in these papers, YYYY-MM-DD. */
  until?: string;
};

/** Series of measures with a figure in these papers; earlier papers' figures of the same measures are joined to them. */
export function findSeries(index: Index, { audience, committee, paperIds = [], until }: FindSeriesOptions): Series[] {
  const own = index.measurePoints({ audience, paperIds });
  const all = [...own, ...related(index, own, { audience, ...(committee === undefined ? {} : { committee }) })];
  const known = all.filter(
    ({ paperId, place }) => paperIds.includes(paperId) || until === undefined || (place.meetingDate ?? '') < until,
  );
  return joinSeries(eachOnce(known)).filter(({ points }) =>
    points.some(({ trace }) => paperIds.includes(trace.paperId)),
  );
}

/**
 * The series that words mean, the best first: a measure's number or code ("NI 59"), or words of its name. Empty where
 * no paper prints such a figure.
 */
export function findMeasure(index: Index, words: string, { audience, committee }: FindSeriesOptions): Series[] {
  const filter = { audience, ...(committee === undefined ? {} : { committees: [committee] }) };
  const numbered = isMeasureNumber(words)
    ? [...index.measurePoints({ ...filter, numbers: [words] }), ...index.measurePoints({ ...filter, codes: [words] })]
    : [];
  const found =
    numbered.length > 0
      ? numbered
      : named(index, words, { audience, ...(committee === undefined ? {} : { committee }) });
  const all = eachOnce([
    ...found,
    ...related(index, found, { audience, ...(committee === undefined ? {} : { committee }) }),
  ]);
  const ids = new Set(found.map(({ id }) => id));
  const meant = new Set(found.map(({ nameKey }) => nameKey));
  const series = joinSeries(all).filter(({ points }) =>
    points.some(({ trace }) =>
      all.some(
        (point) =>
          ids.has(point.id) &&
          point.paperId === trace.paperId &&
          point.span.start === trace.span.start &&
          meant.has(point.nameKey),
      ),
    ),
  );
  return numbered.length > 0
    ? series
    : series.sort(
        (a, b) =>
          Number(hasPhrase(b, words)) - Number(hasPhrase(a, words)) ||
          nameLikeness(words, b.name) - nameLikeness(words, a.name) ||
          b.points.length - a.points.length,
      );
}

/** "Initial assessments" stand together in the name that is meant, and apart in "initial health assessments". */
function hasPhrase({ name }: Series, words: string): boolean {
  const [asked, known] = [words, name].map(
    (text) =>
      ` ${wordsOf(text)
        .flatMap((word) => [...stemsOf(word)])
        .filter((stem) => !FAINT.has(stem))
        .join(' ')} `,
  ) as [string, string];
  return asked.trim() !== '' && known.includes(asked);
}

type Scope = { audience: Audience; committee?: string };

/** Figures whose names have most of the words asked for. */
function named(index: Index, words: string, { audience, committee }: Scope): MeasurePoint[] {
  const stems = [...stemsOf(words)].filter((stem) => !FAINT.has(stem));
  const filter = { audience, ...(committee === undefined ? {} : { committees: [committee] }) };
  const whole = stems.length > 0 ? index.measurePoints({ ...filter, words: stems }) : [];
  if (whole.length > 0 || stems.length < 2) return whole;
  const counts = new Map<number, { point: MeasurePoint; count: number }>();
  for (const stem of stems) {
    for (const point of index.measurePoints({ ...filter, words: [stem] })) {
      counts.set(point.id, { point, count: (counts.get(point.id)?.count ?? 0) + 1 });
    }
  }
  const most = Math.max(0, ...[...counts.values()].map(({ count }) => count));
  return [...counts.values()]
    .filter(({ count }) => count === most && count >= LEAST_SHARE * stems.length)
    .map(({ point }) => point);
}

/** Figures of other papers under the same number, code or name. */
function related(index: Index, points: MeasurePoint[], { audience, committee }: Scope): MeasurePoint[] {
  const filter = { audience, ...(committee === undefined ? {} : { committees: [committee] }) };
  const distinct = (values: (string | undefined)[]) => [...new Set(values.filter((value) => value !== undefined))];
  const [numbers, codes, nameKeys] = [
    points.map(({ number }) => number),
    points.map(({ code }) => code),
    points.map(({ nameKey }) => nameKey),
  ].map(distinct);
  return [
    ...(numbers?.length ? index.measurePoints({ ...filter, numbers }) : []),
    ...(codes?.length ? index.measurePoints({ ...filter, codes: codes.filter((code) => /\d/.test(code)) }) : []),
    ...(nameKeys?.length ? index.measurePoints({ ...filter, nameKeys }) : []),
  ];
}

function eachOnce(points: MeasurePoint[]): MeasurePoint[] {
  return [...new Map(points.map((point) => [point.id, point])).values()];
}
