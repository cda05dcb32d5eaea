import { describe, expect, test } from 'vitest';
import { findDates } from '../../src/ask/find-dates.ts';
import type { KnownMeeting } from '../../src/lexicon.ts';

const MEETINGS = meetingsOn('2029-10-09', '2030-03-19', '2030-05-14', '2031-03-04', '2031-05-06', '2031-10-21');

function meetingsOn(...dates: string[]): KnownMeeting[] {
  return dates.map((date) => ({ committee: 'Parks Panel', date, hasMinutes: true, hasAgenda: true }));
}

/** Every range found, as "precision from–to". */
function rangesIn(text: string, meetings = MEETINGS): string[] {
  return findDates(text, meetings).flatMap(({ ranges }) =>
    ranges.map(({ precision, from, to }) => `${precision} ${from}${to === from ? '' : `–${to}`}`),
  );
}

describe('findDates()', () => {
  test('gives the range, the words that say it and where they stand', () => {
    expect(findDates('What happened on 4 March 2031?', MEETINGS)).toEqual([
      {
        ranges: [{ from: '2031-03-04', to: '2031-03-04', printed: '4 March 2031', precision: 'day' }],
        start: 17,
        end: 29,
      },
    ]);
  });

  test('takes the end of a month for a time of figures, not for a meeting', () => {
    expect(rangesIn('how many lamps were lit at the end of May')).toEqual([]);
  });

  test('finds of a last month without a meeting the one before the newest meeting', () => {
    expect(rangesIn('what was decided last july')).toEqual(['month 2031-07-01–2031-07-31']);
    expect(rangesIn('what was decided last december')).toEqual(['month 2030-12-01–2030-12-31']);
  });

  test.each([
    '2031-03-04',
    '04/03/2031',
    '4/3/31',
    '4.3.2031',
    '04-03-31',
    '4th March 2031',
    '4th of March, 2031',
    '4 mar 31',
    "4 Mar '31",
    'March 4, 2031',
    'march the 4th 2031',
    '04 MARCH 2031',
  ])('reads "%s" as the fourth of March', (typed) => {
    expect(rangesIn(`meeting of ${typed} please`)).toEqual(['day 2031-03-04']);
  });

  test('takes the year of a day without one from the meetings, newest first', () => {
    expect(rangesIn('on 4 march')).toEqual(['day 2031-03-04']);
    expect(rangesIn('on 4 march', meetingsOn('2030-03-04', '2031-03-04'))).toEqual([
      'day 2031-03-04',
      'day 2030-03-04',
    ]);
    expect(rangesIn('on 5 march')).toEqual([]);
  });

  test('reads a month and a year, written in full or in two digits', () => {
    for (const typed of ['March 2031', 'march, 2031', 'mar 31', "mar '31", 'Mar. 2031']) {
      expect(rangesIn(`in ${typed}`)).toEqual(['month 2031-03-01–2031-03-31']);
    }
    expect(rangesIn('in february 2028')).toEqual(['month 2028-02-01–2028-02-29']);
  });

  test('reads "oct 29" as the month that has a meeting, else as the day that has one, else as the month', () => {
    expect(rangesIn('the oct 29 meeting')).toEqual(['month 2029-10-01–2029-10-31']);
    expect(rangesIn('the oct 21 meeting')).toEqual(['day 2031-10-21']);
    expect(rangesIn('the oct 28 meeting')).toEqual(['month 2028-10-01–2028-10-31']);
  });

  test('reads a bare month as each such month that has a meeting, newest first', () => {
    expect(rangesIn('What was said in October?')).toEqual([
      'month 2031-10-01–2031-10-31',
      'month 2029-10-01–2029-10-31',
    ]);
    expect(rangesIn('What was said in November?')).toEqual([]);
  });

  test('tells the months May and March from the words', () => {
    for (const month of ['Who may speak at meetings?', 'Did the band march past?', 'It may be that']) {
      expect(rangesIn(month)).toEqual([]);
    }
    const may = ['month 2031-05-01–2031-05-31', 'month 2030-05-01–2030-05-31'];
    for (const typed of ['what happened in may', 'the may meeting', 'may minutes', 'May panel']) {
      expect(rangesIn(typed)).toEqual(may);
    }
    expect(rangesIn('at the march mtg')).toEqual(['month 2031-03-01–2031-03-31', 'month 2030-03-01–2030-03-31']);
  });

  test('reads what has been since a month, a day or a year as all that came after as well, of several months the last', () => {
    expect(rangesIn('since may')).toEqual(['season 2031-05-01–9999-12-31']);
    expect(rangesIn('what came of it since March 2031')).toEqual(['season 2031-03-01–9999-12-31']);
    expect(rangesIn('fares since 4 March 2031')).toEqual(['season 2031-03-04–9999-12-31']);
    expect(rangesIn('fares since 2031')).toEqual(['year 2031-01-01–9999-12-31']);
    expect(rangesIn('since then, in 2031')).toEqual(['year 2031-01-01–2031-12-31']);
  });

  test('reads a year that has a meeting, and no other number of four digits', () => {
    expect(rangesIn('decisions of 2031')).toEqual(['year 2031-01-01–2031-12-31']);
    expect(rangesIn('decisions of 2024')).toEqual([]);
    expect(rangesIn('it cost £2031')).toEqual([]);
    expect(rangesIn('2031% more')).toEqual([]);
  });

  test('reads a season, winter into the year after', () => {
    expect(rangesIn('autumn 2031')).toEqual(['season 2031-09-01–2031-11-30']);
    expect(rangesIn('winter of 2030')).toEqual(['season 2030-12-01–2031-02-28']);
  });

  test('leaves financial and school years to the subject', () => {
    for (const typed of ['2030/31', '2030-31', '2030/2031', '30/31', '2030-2031']) {
      expect(rangesIn(`the budget for ${typed}`)).toEqual([]);
    }
  });

  test('finds no date that no calendar has', () => {
    for (const typed of ['31 February 2031', '2031-13-01', '32/01/2031', '29/02/2031', '00/01/2031', '0 March 2031']) {
      expect(rangesIn(`on ${typed}`).filter((range) => range.startsWith('day'))).toEqual([]);
    }
  });

  test('takes no count for a two-digit year', () => {
    expect(rangesIn('in march 31 children came')).toEqual([
      'month 2031-03-01–2031-03-31',
      'month 2030-03-01–2030-03-31',
    ]);
    expect(rangesIn('in march 31% came')).not.toContain('day 2031-03-31');
  });

  test('finds several dates in order, each stretch of the question once', () => {
    const text = 'compare 19 March 2030 with october 2031 and 4/3/31';
    const found = findDates(text, MEETINGS);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['19 March 2030', 'october 2031', '4/3/31']);
    expect(rangesIn(text)).toEqual(['day 2030-03-19', 'month 2031-10-01–2031-10-31', 'day 2031-03-04']);
  });

  test('finds nothing in an empty text or one without dates', () => {
    expect([findDates('', MEETINGS), findDates('what about the paddling pool', MEETINGS)]).toEqual([[], []]);
  });
});

describe('findDates() of spans and pairs', () => {
  const meetings = ['2030-07-02', '2031-03-04', '2031-03-06', '2031-07-01'].map((date) => ({
    committee: 'Roads Board',
    date,
    hasMinutes: true,
    hasAgenda: true,
  }));

  test.each([
    ['from 2030 to 2031', ['2030-01-01 2031-12-31']],
    ['4th and 6th march', ['2031-03-04 2031-03-04', '2031-03-06 2031-03-06']],
    ['the 4th and the 6th of March 2031', ['2031-03-04 2031-03-04', '2031-03-06 2031-03-06']],
    ['last July', ['2031-07-01 2031-07-31']],
  ])('reads "%s"', (text, expected) => {
    const ranges = findDates(text, meetings).flatMap((found) => found.ranges);
    expect(ranges.map(({ from, to }) => `${from} ${to}`)).toEqual(expected);
  });
});
