import type { DraftPlace, FollowedPlace } from './followed-place.ts';
import type { RecordTrace } from './ledger.ts';

/** One figure of a measure: the value as printed and as a number, for a period, cited to where it stands. */
export type SeriesPoint = {
  /** As printed: "Q2 2025/26", "2018/19", "September 2025". `periodKey` orders them. */
  period: string;
  periodKey: string;
  kind: 'actual' | 'target' | 'comparator';
  printed: string;
  value: number;
  unit?: string;
  /** Whose figure a comparator is, as printed. */
  group?: string;
  trace: RecordTrace;
};

/** Points of one measure across papers. `breaks`: where its definition or source changes; `conflicts`: two papers, one period, two figures. */
export type Series = {
  name: string;
  number?: string;
  definition?: string;
  unit?: string;
  /** Which way is good, where a paper says so. */
  direction?: 'higher' | 'lower';
  points: SeriesPoint[];
  breaks: { period: string; why: string; trace: RecordTrace }[];
  conflicts: { period: string; points: SeriesPoint[] }[];
};

/**
 * One figure as one paper prints it, with what that paper says of its measure. `nameKey` is the name as `titleKey`
 * writes it; `number` and `code` are as printed ("28", "NI 59"), compared without spaces and case.
 */
export type MeasureWords = {
  name: string;
  nameKey: string;
  number?: string;
  code?: string;
  definition?: string;
  unit?: string;
  direction?: 'higher' | 'lower';
  period: string;
  periodKey: string;
  kind: SeriesPoint['kind'];
  printed: string;
  value: number;
  /** Whose figure a comparator is ("National"), or which part of the measure ("Boys"), as printed. */
  group?: string;
};

/** A figure as it is read from its paper, before it is stored. */
export type MeasurePointDraft = DraftPlace & MeasureWords;

/** A figure in the index: `text` are the words it stands in, `place` cites them. */
export type MeasurePoint = FollowedPlace & MeasureWords;

/** A measure's number or code as it is compared: "No. 28" and "28" are one, "NI 59" and "NI59" too. */
export function measureKey(printed: string): string {
  return printed
    .toLowerCase()
    .replace(/^\s*(?:no|number|measure)\b\.?/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
