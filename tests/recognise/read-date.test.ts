import { expect, test } from 'vitest';
import { readDate } from '../../src/recognise/read-date.ts';

test.each([
  ['Tuesday, 14th January, 2020', '2020-01-14'],
  ['25th July, 2017', '2017-07-25'],
  ['4TH JULY, 2017', '2017-07-04'],
  ['the 3rd day of March 2020', '2020-03-03'],
  ['14/1/20', '2020-01-14'],
  ['29/10/19', '2019-10-29'],
  ['14.01.2020', '2020-01-14'],
  ['October 29, 2019', '2019-10-29'],
  ['24 Oct 17', '2017-10-24'],
  ['2020-01-14', '2020-01-14'],
])('readDate() reads %s in British order', (printed, iso) => {
  expect(readDate(printed)).toMatchObject({ iso });
  expect(readDate(printed).doubt).toBeUndefined();
});

test('readDate() keeps only the words of the date as printed', () => {
  expect(readDate('SCRUTINY PANEL - 29/10/19').printed).toBe('29/10/19');
});

test('readDate() takes a time of day for no year', () => {
  expect(readDate('3 March 10.30 a.m.')).toEqual({ printed: '3 March', doubt: 'no year printed' });
  expect(readDate('3 March 12 noon')).toEqual({ printed: '3 March', doubt: 'no year printed' });
});

test('readDate() gives no day where the year is not printed', () => {
  expect(readDate('12th December')).toEqual({ printed: '12th December', doubt: 'no year printed' });
});

test('readDate() uses a year from outside and says so', () => {
  expect(readDate('12th December', { year: 2017 })).toEqual({
    printed: '12th December',
    iso: '2017-12-12',
    doubt: 'no year printed',
  });
});

test('readDate() doubts a weekday that disagrees with its date', () => {
  expect(readDate('Monday 14 January 2020')).toMatchObject({ iso: '2020-01-14', doubt: 'weekday and date disagree' });
});

test('readDate() gives no day for a date that does not exist', () => {
  expect(readDate('31st February 2019')).toEqual({ printed: '31st February 2019', doubt: 'no such day' });
  expect(readDate('29/13/19')).toEqual({ printed: '29/13/19', doubt: 'no such day' });
});

test('readDate() reads a misspelt month and doubts it', () => {
  expect(readDate('21st Febuary 2018')).toEqual({
    printed: '21st Febuary 2018',
    iso: '2018-02-21',
    doubt: 'month misspelt',
  });
});

test.each(['2013/14 Outturn', 'in May 2019', 'section 3.2.4', 'pages 9 - 41'])(
  'readDate() finds no date in %s',
  (text) => {
    expect(readDate(text)).toEqual({ printed: text, doubt: 'no date printed' });
  },
);
