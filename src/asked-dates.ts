import { asksForAmount } from './amount.ts';
import type { Passage } from './passage.ts';
import type { DateRange, Question } from './question.ts';
import { YEAR } from './term.ts';

/** One of the times a question asks about, as it prints it, and whether a passage is of that time. */
export type AskedDate = { printed: string; isOf: (passage: Passage) => boolean };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The different times a question asks about: meetings' dates, months and years, each once. A passage is of a time if
 * its meeting was then or it says so ("Sep-17", "2013/14").
 */
export function askedDates({ dates, terms }: Pick<Question, 'dates' | 'terms'>): AskedDate[] {
  const printed = [...new Set(dates.map((range) => range.printed))];
  const ofDates = printed.map((words): AskedDate => {
    const ranges = dates.filter((range) => range.printed === words);
    return { printed: words, isOf: (passage) => ranges.some((range) => isWithin(passage, range)) };
  });
  const years = terms.filter(({ word, weight }) => weight === 1 && YEAR.test(word) && !printed.includes(word));
  const ofYears = years.map(({ word, alternatives }): AskedDate => {
    const said = new RegExp(`(?<!\\d)(?:${[word, ...alternatives].map(asPattern).join('|')})(?!\\d)`);
    return { printed: word, isOf: (passage) => said.test(wordsAround(passage)) };
  });
  return [...ofDates, ...ofYears];
}

const MEETING_WORDS =
  /\b(?:meetings?|mtgs?|minutes|mins|agenda|pack|papers?|reports?|session|scrutiny|panel|committee|commission|board|cabinet|we|us|members?|councillors?|cllrs?|told|said|resolved|agreed|decided)\b/i;

/**
 * True if the months that a question names are those of its figures, not of a meeting: what was counted in September
 * is reported later.
 */
export function areMonthsOfFigures(question: Question): boolean {
  const { text, wanted, dates, committees } = question;
  const isFigure = wanted[0] === 'figure' || asksForAmount(question);
  const areMonths = dates.length > 0 && dates.every(({ precision }) => precision === 'month');
  return isFigure && areMonths && committees.length === 0 && !MEETING_WORDS.test(text);
}

/** True if a passage lies at a meeting within the range, or names the month or the year. */
export function isWithin(passage: Passage, range: DateRange): boolean {
  const date = passage.place.meetingDate;
  if (date !== undefined && date >= range.from && date <= range.to) return true;
  return saysDate(passage, range);
}

/** True if a passage names the month that a range is, or the year where no more was given. */
export function saysDate(passage: Passage, { from, to, precision }: DateRange): boolean {
  const year = from.slice(0, 4);
  if (precision === 'year') return new RegExp(`(?<!\\d)${year}(?!\\d)`).test(wordsAround(passage));
  if (precision === 'day') return false;
  const months = MONTHS.slice(Number(from.slice(5, 7)) - 1, Number(to.slice(5, 7)));
  const named = new RegExp(
    `\\b(?:${months.join('|')})[a-z]{0,6}\\.?[ ,'’-]{1,2}(?:${year}|${year.slice(2)})(?!\\d)`,
    'i',
  );
  return named.test(wordsAround(passage));
}

function wordsAround({ context, text }: Passage): string {
  return `${context}\n${text}`;
}

function asPattern(year: string): string {
  return year.replace(/[/ ]/g, '[/ –-]');
}
