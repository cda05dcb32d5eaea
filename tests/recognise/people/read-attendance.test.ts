import { expect, test } from 'vitest';
import type { Minute } from '../../../src/minute.ts';
import { outlineLines } from '../../../src/recognise/outline-lines.ts';
import { readAttendance } from '../../../src/recognise/people/read-attendance.ts';
import { paperText } from '../../support/paper-text.ts';

function attendance(text: string, minutes: Minute[] = []) {
  const source = paperText(text);
  const segment = { kind: 'minutes' as const, span: { start: 0, end: text.length }, lines: outlineLines(source) };
  return readAttendance(source, { segment, minutes }).map(({ role, people }) => [
    role,
    people.map(({ name }) => name).join(', '),
  ]);
}

test('readAttendance() tells those present, in attendance and away, and who was in the chair', () => {
  const text = `Present:- Councillor Amber (Vice-Chair in the Chair); Councillors Birch and Cope.

Also present were Jo Dunn and Lee Ek.

Apologies for absence:- Apologies were received from Councillors Fenn and Gale.

The webcast can be viewed at the Council's website.`;

  expect(attendance(text)).toEqual([
    ['present', 'Amber, Birch, Cope'],
    ['in attendance', 'Jo Dunn, Lee Ek'],
    ['apologies', 'Fenn, Gale'],
    ['in the chair', 'Amber'],
  ]);
});

test('readAttendance() reads a person to each line, columns and broken lines', () => {
  expect(attendance('Present:\nCllr Jo Smith - Chairman\nCllr Al Brown\nClerk: Mrs B Jones')).toEqual([
    ['present', 'Jo Smith, Al Brown'],
    ['in attendance', 'B Jones'],
    ['in the chair', 'Jo Smith'],
  ]);
  expect(
    attendance(
      'PRESENT:\nCouncillors  J Hornby (Chairman)       R Ferris\n             T Ludgate                 A Munro',
    )[0],
  ).toEqual(['present', 'J Hornby, R Ferris, T Ludgate, A Munro']);
  expect(attendance('Present: Councillor Rafe Munday, Councillor\nPolly Eagle, Councillor Grace\nFulbrook')).toEqual([
    ['present', 'Rafe Munday, Polly Eagle, Grace Fulbrook'],
  ]);
});

test('readAttendance() reads a table with the roles in its first column', () => {
  expect(
    attendance(
      'Present\tCouncillor Amber (Chair); Councillors Birch and Cope\nApologies\tCouncillor Fenn\nOfficers\tJo Dunn, Lee Ek',
    ),
  ).toEqual([
    ['present', 'Amber, Birch, Cope'],
    ['apologies', 'Fenn'],
    ['in attendance', 'Jo Dunn, Lee Ek'],
    ['in the chair', 'Amber'],
  ]);
});

test('readAttendance() takes those in attendance for the members where nobody else is listed', () => {
  expect(attendance('In attendance\n\nCllr Jo Rusk (Chair)\nMr Al Maddern')).toEqual([
    ['present', 'Jo Rusk, Al Maddern'],
    ['in the chair', 'Jo Rusk'],
  ]);
});

test('readAttendance() finds apologies in their own minute and keeps a list of none', () => {
  const minute: Minute = {
    number: '1',
    title: 'Apologies',
    span: { start: 24, end: 60 },
    headingSpans: [],
    access: { kind: 'public' },
    discussion: [
      { text: 'Apologies were received from Cllr Fenn (unwell), for whom Cllr Gale was present.', spans: [] },
    ],
    limbs: [],
    lostMotions: [],
  };

  expect(attendance('Present: Cllr Jo Smith\n\n', [minute])).toEqual([
    ['present', 'Jo Smith'],
    ['apologies', 'Fenn'],
  ]);
  expect(attendance('Present: Cllr Jo Smith\nApologies: None')).toEqual([
    ['present', 'Jo Smith'],
    ['apologies', ''],
  ]);
});
