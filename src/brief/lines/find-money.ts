import type { Span } from '../../span.ts';

/** An amount of money in a text, in pounds. */
export type Money = { pounds: number; span: Span };

const MONEY = /£\s?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s?(bn|billion|million|m|k|thousand)?\b/gi;
const TIMES: Record<string, number> = { bn: 1e9, billion: 1e9, million: 1e6, m: 1e6, k: 1e3, thousand: 1e3 };

/** Every amount in pounds, in order. */
export function findMoney(text: string): Money[] {
  return [...text.matchAll(MONEY)].map(({ 0: printed, 1: whole = '', 2: part = '', 3: unit = '', index }) => ({
    pounds: Number(`${whole.replaceAll(',', '')}${part}`) * (TIMES[unit.toLowerCase()] ?? 1),
    span: { start: index, end: index + printed.length },
  }));
}
