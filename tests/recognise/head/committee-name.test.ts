import { expect, test } from 'vitest';
import { committeeName } from '../../../src/recognise/head/committee-name.ts';

test.each([
  [['IMPROVING PLACES SELECT COMMISSION'], 'Improving Places Select Commission'],
  [['AUDIT AND GOVERNANCE COMMITTEE Wednesday, 27 September 2023'], 'Audit and Governance Committee'],
  [
    ['MINUTES of a meeting of the Transport Cabinet Committee held in the Mill Room on Thursday'],
    'Transport Cabinet Committee',
  ],
  [
    ['Minutes of the meeting of Over Sedgeby Parish Council held on Wednesday 3rd July 2024'],
    'Over Sedgeby Parish Council',
  ],
  [['STOWE-ON-THE-MARSH TOWN COUNCIL'], 'Stowe-on-the-Marsh Town Council'],
  [['BRIEFING PAPER FOR IMPROVING PLACES SELECT COMMISSION'], 'Improving Places Select Commission'],
  [['Scrutiny Panel – 14 January 2020'], 'Scrutiny Panel'],
])('committeeName() reads the body in %j', (lines, name) => {
  expect(committeeName(lines)?.name).toBe(name);
});

test('committeeName() names the committee before its council, and the fuller of two councils', () => {
  expect(committeeName(['UPPER THRALE TOWN COUNCIL', 'MINUTES of the AMENITIES COMMITTEE'])?.name).toBe(
    'Amenities Committee',
  );
  expect(committeeName(['LITTLE PENNOCK PARISH COUNCIL', 'Minutes of the Parish Council Meeting'])?.name).toBe(
    'Little Pennock Parish Council',
  );
});

test('committeeName() keeps the name as printed beside it', () => {
  expect(committeeName(['LICENSING SUB-COMMITTEE'])).toEqual({
    printed: 'LICENSING SUB-COMMITTEE',
    name: 'Licensing Sub-Committee',
  });
});

test.each([
  'Council Chamber, Shire Hall',
  'Beatrice Holloway, Chief Executive',
  'Contact: Committee Services Officer',
  'Executive Summary',
])('committeeName() finds no body in "%s"', (line) => {
  expect(committeeName([line])).toBeUndefined();
});
