import { describe, expect, test } from 'vitest';
import { readQuestion } from '../src/ask/read-question.ts';
import { areMonthsOfFigures, askedDates } from '../src/asked-dates.ts';
import { PUBLIC_AUDIENCE } from '../src/audience.ts';
import type { DateRange } from '../src/question.ts';
import { makeLexicon } from './support/made-up-lexicon.ts';
import { samplePassage } from './support/sample-answer.ts';

const june: DateRange = { from: '2024-06-01', to: '2024-06-30', printed: 'june 24', precision: 'month' };
const year: DateRange = { from: '2023-01-01', to: '2023-12-31', printed: '2023', precision: 'year' };

function isOf(text: string, dates: DateRange[], words: string[] = []): boolean[] {
  const terms = words.map((word) => ({ word, alternatives: [], known: true, weight: 1 }));
  return askedDates({ dates, terms }).map((date) => date.isOf(samplePassage({ text, context: 'Works Committee' })));
}

describe('askedDates()', () => {
  test.each([
    ['Jun-24 40 cars', [true]],
    ['at the end of June 2024', [true]],
    ['at the end of July 2024', [false]],
    ['in June', [false]],
  ])('tells whether "%s" is of June 2024', (text, expected) => {
    expect(isOf(text, [june])).toEqual(expected);
  });

  test('keeps different dates apart and names each once', () => {
    expect(isOf('In 2023 there were nine.', [june, year, year])).toEqual([false, true]);
  });

  test('knows financial years among the words', () => {
    expect(isOf('2013-14: nine walls', [], ['2013/14'])).toEqual([true]);
  });
});

describe('areMonthsOfFigures()', () => {
  const lexicon = makeLexicon({
    words: ['visits', 'late'],
    meetings: [{ committee: 'Works Committee', date: '2024-06-04', hasMinutes: true, hasAgenda: false }],
  });
  const areOf = (text: string) => areMonthsOfFigures(readQuestion(text, { lexicon, audience: PUBLIC_AUDIENCE }));

  test('takes the month of a figure for when it was counted', () => {
    expect(areOf('how many visits were late in june 2024')).toBe(true);
  });

  test('takes a month for that of a meeting where a meeting, a paper or what members did is spoken of', () => {
    expect(areOf('how many visits were late, by the june 2024 report')).toBe(false);
    expect(areOf('how many visits were we told of in june 2024')).toBe(false);
    expect(areOf('how many visits on 4 june 2024')).toBe(false);
    expect(areOf('what was decided on visits in june 2024')).toBe(false);
  });
});
