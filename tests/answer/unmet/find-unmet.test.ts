import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findUnmet } from '../../../src/answer/unmet/find-unmet.ts';
import { samplePassage } from '../../support/sample-answer.ts';
import { sampleHit } from '../../support/sample-hit.ts';
import { openSampleIndex, type SampleIndex } from '../../support/sample-index.ts';

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
    [
      'how many walls were built in 2018/19',
      'Walls built in 2018: 7. Nineteen more were built in 2020, 19 of them of brick.',
      'the year that is asked about',
    ],
    ['who chairs the wall board', 'The chair of the youth board spoke of a wall.', 'the body that is asked about'],
    [
      'what did the health select commission say about walls',
      'The Commission spoke of the health of walls.',
      'the body that is asked about',
    ],
    [
      'what was agreed for Mill Lane',
      'It was agreed that the lane to the mill be closed.',
      'the name that is asked about',
    ],
    ['did Ada Reed see the wall', 'Ada Bell saw the wall. Mr Reed did not.', 'the name that is asked about'],
    ['number of wall gates in the borough', 'There are 14 walls in the borough.', 'what is to be counted'],
    ['how many gates are locked at night', 'There are 14 gates, and none is open at noon.', 'what is to be counted'],
    ['how many of the broken gates are iron', 'Of the broken gates 14 are wooden.', 'what is to be counted'],
    ['what was the turnout of walkers at the wall', 'Thirty walkers came to the wall.', 'what is asked for'],
    ['who seconded the wall', 'Resolved: That the wall be built.', 'who moved it'],
    ['why was the wall officer dismissed', 'The wall officer spoke.', 'such a thing'],
    ['which builder mended the wall', 'Resolved: That the wall be mended by May.', 'what is asked for'],
    [
      'what did the review of the walls find',
      'Progress on recommendations was noted. It was said that work would commence shortly to review the walls.',
      'what came of it',
    ],
    [
      'what was the outcome of the wall meeting',
      'The Chair said that a meeting on the wall had been organised for 21 January to discuss the findings of last year.',
      'what came of it',
    ],
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
    ['how many walls were built in 2018/19', 'In 2018-19 nine walls were built.'],
    ['who chairs the wall board', 'The wall and bridge board is chaired by Mr Reed.'],
    ['what was agreed for Mill Lane', 'It was agreed that Mill Lane be closed.'],
    ['What Was Agreed For Broken Gates', 'Gates were seen. It was agreed that what is broken be mended.'],
    ['did Cllr Ada Reed see the wall', 'Councillor Reed and her sister Ada saw the wall.'],
    ['number of gates in the borough', 'There are 14 gates in the borough.'],
    ['how many gates are locked at night', 'Of 14 gates nine are locked at night.'],
    ['what was the turnout of walkers at the wall', 'The turnout at the wall was thirty.'],
    ['what did the Youth Cabinet say of the wall', 'The Youth Cabinet liked the wall.'],
    ['who seconded the wall', 'Moved by Mr Reed, seconded by Ms Bell.'],
    ['what price is the gate permit', 'The permit for the gate is £45.'],
    ['what did the review of the walls find', 'A review of the walls was to be made. It found nine weak walls.'],
  ])('misses nothing in "%s"', (question, text) => {
    expect(unmet(question, text)).toBeUndefined();
  });
});
