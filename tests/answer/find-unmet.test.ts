import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findUnmet } from '../../src/answer/find-unmet.ts';
import { samplePassage } from '../support/sample-answer.ts';
import { sampleHit } from '../support/sample-hit.ts';
import { openSampleIndex, type SampleIndex } from '../support/sample-index.ts';

let sample: SampleIndex;

beforeAll(async () => {
  sample = await openSampleIndex();
});
afterAll(() => sample.close());

function unmet(question: string, text: string): string | undefined {
  const hit = sampleHit(samplePassage({ text, context: 'Works Committee · 9 January 2024' }));
  return findUnmet(sample.question(question), [hit], sample.lexicon());
}

describe('findUnmet()', () => {
  test.each([
    ['how many cars park in Castleford ward', 'In Tannery ward 40 cars park.', 'the name that is asked about'],
    [
      'what did the planning committee decide about the wall',
      'Resolved: That the wall be built.',
      'the body that is asked about',
    ],
    [
      'what did Cabinet decide about the wall',
      'Resolved: That Cabinet be recommended to build the wall.',
      'what Cabinet did',
    ],
    ['how many walls were built in 2016/17', 'Nine walls were built in 2023/24.', 'the year that is asked about'],
    ['what did the wall cost?', 'The wall was built in nine weeks.', 'what it cost, or of any money for it'],
    [
      'what did the ferry cost?',
      'The wall cost £900. Nothing was said of a ferry.',
      'what it cost, or of any money for it',
    ],
    ['what did the review of the walls find', 'A review of the walls would begin shortly.', 'what came of it'],
    [
      'what weekly rate do we pay for the wall',
      'The wall is hired by the week.',
      'what it cost, or of any money for it',
    ],
    ['which wall did the mayor visit', 'Resolved: That a visit to a wall be arranged.', 'what came of it'],
    ['who voted against the wall', 'Resolved: That the wall be built.', 'a vote'],
  ])('misses in "%s" what the passage does not have', (question, text, missing) => {
    expect(unmet(question, text)).toBe(missing);
  });

  test.each([
    ['how many cars park in Tannery ward', 'In Tannery ward 40 cars park.'],
    ['were panel members asked to look at walls', 'Members of the panel looked at walls.'],
    ['which committee looked at the wall', 'The wall was looked at.'],
    ['what did Cabinet decide about the wall', 'It was reported that Cabinet had agreed to the wall.'],
    ['how many walls were built in 2023/24, 2016/17 and before', 'Nine walls were built in 2023/24.'],
    ['what did the wall cost?', 'The wall cost £900.'],
    ['what was decided in 2024', 'Resolved: That the wall be built.'],
    ['what happens to the wall on 1 April', 'The wall is closed from 1 April.'],
    ['how many walls fell in 16/17', 'Nine walls had fallen by 31.3.2017.'],
    ['what did the review of the walls find', 'A review was to be held; it found nine weak walls.'],
    ['who voted against the wall', 'Councillor Reed voted against the wall.'],
  ])('misses nothing in "%s"', (question, text) => {
    expect(unmet(question, text)).toBeUndefined();
  });
});
