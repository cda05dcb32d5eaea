import type { Question, Term } from '../../question.ts';
import { YEAR } from '../../term.ts';

/** Meeting dates and texts of the passages an answer would be made of. */
export type SaidWhen = { dates: string[]; texts: string[] };

/** A financial or school year: its two years, of two digits. */
const PERIOD = /^(?:20)?(\d{2})\/(?:20)?(\d{2})$/;

/**
 * That none of the years a question names is written in the texts, or is that of a meeting. A period must stand there
 * as one ("2018/19", "2018-2019"), or the calendar year it ends in: a table with a "2018" and a "19" somewhere is of
 * other years.
 */
export function unmetYear({ terms }: Question, { dates, texts }: SaidWhen): string | undefined {
  const years = terms.filter(({ word, weight }) => weight === 1 && YEAR.test(word));
  const isThere = ({ word }: Term) =>
    texts.some((text) => writtenAs(word).test(text)) ||
    [word, ...endOf(word)].some((year) => isYearSaid(year, dates, texts));
  return years.length > 0 && !years.some(isThere) ? 'the year that is asked about' : undefined;
}

function writtenAs(year: string): RegExp {
  const [, from, to] = PERIOD.exec(year) ?? [];
  return from === undefined || to === undefined
    ? new RegExp(`(?<!\\d)${year}(?!\\d)`)
    : new RegExp(`(?<!\\d)(?:20)?${from} ?(?:[/–-]|to|and) ?(?:20)?${to}(?!\\d)`);
}

function isYearSaid(year: string, dates: string[], texts: string[]): boolean {
  return dates.some((date) => date.startsWith(year)) || texts.some((text) => writtenAs(year).test(text));
}

/** The calendar year in which a financial or school year ends: "31.3.2017" lies in 2016/17. */
function endOf(year: string): string[] {
  const end = PERIOD.exec(year)?.[2];
  return end === undefined ? [] : [`20${end}`];
}
