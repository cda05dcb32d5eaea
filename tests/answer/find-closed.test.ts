import { describe, expect, test } from 'vitest';
import { findClosed, findClosedBeside, sayClosed } from '../../src/answer/find-closed.ts';
import { readQuestion } from '../../src/ask/read-question.ts';
import { PUBLIC_AUDIENCE } from '../../src/audience.ts';
import { makeLexicon } from '../support/made-up-lexicon.ts';
import { samplePassage } from '../support/sample-answer.ts';
import { sampleHit } from '../support/sample-hit.ts';

const lexicon = makeLexicon({
  words: ['lease', 'boathouse', 'report', 'park'],
  committees: ['Parks and Gardens Panel', 'Roads Board'],
  meetings: ['2031-03-04', '2031-05-06'].map((date) => ({
    committee: 'Parks and Gardens Panel',
    date,
    hasMinutes: true,
    hasAgenda: true,
  })),
});
const LEASE = {
  committee: 'Parks and Gardens Panel',
  date: '2031-05-06',
  item: '5',
  title: 'Lease of the Boathouse',
  paragraphs: [3],
};

function isFound(text: string): boolean {
  const question = readQuestion(text, { lexicon, audience: PUBLIC_AUDIENCE });
  return findClosed(question, [LEASE], lexicon) === LEASE;
}

describe('findClosed()', () => {
  test.each([
    'What does item 5 of 6 May 2031 say?',
    'What does the report on the lease of the boathouse say?',
    'boathouse lease on 6 may 2031',
    'what does the exempt report on the boathouse say',
  ])('finds the closed paper that is asked for: "%s"', (text) => {
    expect(isFound(text)).toBe(true);
  });

  test.each([
    'what was said in the private bit about the boathouse in may 2031',
    'what does the exempt report on the lease say',
  ])('needs fewer words where it is said to be closed: "%s"', (text) => {
    expect(isFound(text)).toBe(true);
  });

  test.each([
    ['another subject in private', 'what was said in private about the park in may 2031'],
    ['another meeting', 'What does item 5 of 4 March 2031 say?'],
    ['another committee', 'What does the roads board report on the lease of the boathouse say?'],
    ['another item', 'What does item 6 of 6 May 2031 say?'],
    ['an item of no meeting', 'What does item 5 say?'],
    ['half a title', 'Which report is about a lease?'],
    ['no paper', 'Does the boathouse have a lease?'],
    ['what was closed and why', 'Why was the report on the lease of the boathouse exempt?'],
  ])('finds none for %s', (_, text) => {
    expect(isFound(text)).toBe(false);
  });
});

describe('sayClosed()', () => {
  const rest = 'nothing of its content can be shown';

  test('says title, place and paragraphs', () => {
    expect(sayClosed(LEASE)).toBe(
      `“Lease of the Boathouse” (item 5, Parks and Gardens Panel, 6 May 2031) is exempt from publication under paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972; ${rest}`,
    );
    expect(sayClosed({ ...LEASE, paragraphs: [1, 3] })).toContain('under paragraphs 1 and 3 of Part 1');
  });

  test('makes up nothing that is not printed', () => {
    expect(sayClosed({ paragraphs: [] })).toBe(
      `The paper asked for is exempt from publication and the papers do not print under which paragraph; ${rest}`,
    );
  });
});

describe('findClosedBeside()', () => {
  const place = {
    paperKind: 'minutes' as const,
    committee: 'Parks and Gardens Panel',
    meetingDate: '2031-05-06',
    minute: '31',
  };
  const beside = (changes: object) =>
    findClosedBeside([sampleHit(samplePassage({ place: { ...place, ...changes } }))], [LEASE]) === LEASE;

  test('finds the closed paper of the item, or of the title, that what comes nearest is of', () => {
    expect(beside({ minuteTitle: 'Any title', item: '5' })).toBe(true);
    expect(beside({ minuteTitle: 'Boathouse Lease' })).toBe(true);
    expect(beside({ paperKind: 'report', paperTitle: 'Lease of the Boathouse' })).toBe(true);
  });

  test.each([
    ['another subject', { minuteTitle: 'Lease of the Tennis Courts' }],
    ['one word in common', { minuteTitle: 'Boathouse' }],
    ['another meeting', { minuteTitle: 'Boathouse Lease', meetingDate: '2031-03-04' }],
    ['another committee', { minuteTitle: 'Boathouse Lease', committee: 'Roads Board' }],
    ['a paper without a title', {}],
  ])('is undefined for %s', (_, changes) => {
    expect(beside(changes)).toBe(false);
  });
});
