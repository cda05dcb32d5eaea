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
