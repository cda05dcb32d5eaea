import { expect, test } from 'vitest';
import { accessOfEntries, readExclusion } from '../../../src/recognise/access/exclusions.ts';

const EXCLUDE = 'RESOLVED that the public be excluded from the meeting';
const GROUND = 'as it involves exempt information as defined in paragraph 3 of Part 1 of Schedule 12A';
const closed = { kind: 'exempt', paragraphs: [3] };
const open = { kind: 'public' };

const entry = (number: string, title: string, text = title) => ({ number, title, text });

test('accessOfEntries() closes one item where one is meant, and what follows until the next meeting otherwise', () => {
  const rest = [entry('2', 'Sale of Land'), entry('3', 'Lease'), entry('4', 'Date of next meeting')];
  const one = entry('1', 'Exclusion', `${EXCLUDE} for the following item of business ${GROUND}.`);
  const all = entry('1', 'Exclusion', `${EXCLUDE} for the following items ${GROUND}.`);

  expect(accessOfEntries([one, ...rest])).toEqual([open, closed, open, open]);
  expect(accessOfEntries([all, ...rest])).toEqual([open, closed, closed, open]);
});

test('accessOfEntries() closes the items an exclusion names', () => {
  const entries = [
    entry('1', 'Exclusion', `${EXCLUDE} for items 3 and 4 ${GROUND}.`),
    entry('2', 'Roads'),
    entry('3', 'Lease'),
    entry('4', 'Staff'),
  ];

  expect(accessOfEntries(entries)).toEqual([open, open, closed, closed]);
});

test('accessOfEntries() closes nothing once the public is readmitted', () => {
  const entries = [
    entry('1', 'Exclusion', `${EXCLUDE} ${GROUND}.`),
    entry('2', 'Lease'),
    entry('3', 'Roads', 'The public were readmitted to the meeting.'),
    entry('4', 'Parks'),
  ];

  expect(accessOfEntries(entries)).toEqual([open, closed, open, open]);
});

test.each([
  'Exclusion of the Press and Public. To consider whether the press and public should be excluded. There are no exempt items.',
  'To consider whether the press and public should be excluded from the meeting.',
  'There were no items requiring the exclusion of the press or public.',
  'It was not necessary for the public to be excluded, there being no exempt information.',
])('readExclusion() finds none in "%s"', (text) => {
  expect(readExclusion(text)).toBeUndefined();
});
