import { describe, expect, test } from 'vitest';
import { readMonths, readPeriods, sharePeriods } from '../src/period.ts';

describe('readPeriods()', () => {
  test('reads months, quarters, years and their spans in the forms that rows and members print', () => {
    expect(readPeriods('| | Sep-17 | 4 | 2 | 50.0% |')).toEqual([{ kind: 'month', month: 9, year: 2017 }]);
    expect(readPeriods("how many by june '18 or Sept. 2019?")).toEqual([
      { kind: 'month', month: 6, year: 2018 },
      { kind: 'month', month: 9, year: 2019 },
    ]);
    expect(readPeriods('Q2 2025/26')).toEqual([
      { kind: 'quarter', quarter: 2 },
      { kind: 'span', from: 2025 },
    ]);
    expect(readPeriods('second quarter of 16/17, not 2019')).toEqual([
      { kind: 'quarter', quarter: 2 },
      { kind: 'span', from: 2016 },
      { kind: 'year', year: 2019 },
    ]);
  });

  test('takes no amount, share or common word for a time', () => {
    expect(readPeriods('we may march past 2,017 people, 3/4 of them, or £2031')).toEqual([]);
    expect(readPeriods('24/30 teams')).toEqual([]);
  });
});

describe('readMonths()', () => {
  test('leaves years out, which are words as others are', () => {
    expect(readMonths('2016/17: Apr-16, Q1')).toEqual([
      { kind: 'quarter', quarter: 1 },
      { kind: 'month', month: 4, year: 2016 },
    ]);
  });
});

describe('sharePeriods()', () => {
  const share = (asked: string, said: string) => sharePeriods(readPeriods(asked), readPeriods(said));

  test('says how much of what is asked about is said; a month without its year is that of any', () => {
    expect(share('april 2017 and june 2017', 'Jun-17')).toBe(0.5);
    expect(share('june', 'Jun-17')).toBe(1);
    expect(share('june 2018', 'Jun-17')).toBe(0);
    expect(share('2016/17', '2016/2017')).toBe(1);
    expect(share('2016/17', '2016')).toBe(0);
    expect(share('no time', 'Jun-17')).toBe(0);
  });
});
