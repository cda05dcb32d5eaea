import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PUBLIC_AUDIENCE } from '../../src/audience.ts';
import type { Passage } from '../../src/passage.ts';
import { addByRole } from '../../src/retrieve/add-by-role.ts';
import { sampleHit } from '../support/sample-hit.ts';
import { openSampleIndex, type SampleIndex } from '../support/sample-index.ts';

let sample: SampleIndex;

beforeAll(async () => {
  sample = await openSampleIndex();
});

afterAll(() => sample.close());

/** What is added to these passages, as the beginnings of their texts. */
function addedTo(isFound: (passage: Passage) => boolean, asked: string, audience = PUBLIC_AUDIENCE): string[] {
  const hits = sample.index
    .listPassages({ audience })
    .filter(isFound)
    .map((passage) => sampleHit(passage));
  expect(hits.length).toBeGreaterThan(0);
  const question = sample.question(asked, audience);
  const added = addByRole(hits, question, { index: sample.index, filter: { audience }, papers: new Map() });
  const known = new Set(hits.map(({ passage }) => passage.id));
  return added.filter(({ passage }) => !known.has(passage.id)).map(({ passage }) => passage.text.slice(0, 24));
}

const isPoolDiscussion = ({ kind, place }: Passage) => kind === 'discussion' && place.minute === '12';
const isHedgeTable = ({ kind }: Passage) => kind === 'table';

describe('addByRole()', () => {
  test('adds the limbs of a minute whose discussion was found to a question for a decision', () => {
    expect(addedTo(isPoolDiscussion, 'What was decided about the boiler?')).toEqual([
      'Resolved:- (1) That the ',
      '(2) That £4,500 of the r',
      '(3) That the Head of Par',
    ]);
  });

  test('adds the recommendations of a paper that was found to a question for them', () => {
    expect(addedTo(isHedgeTable, 'What are we recommended to do in the north?')).toEqual([
      '3. Recommendations\n\n3.1 ',
    ]);
  });

  test('adds the attendance of the meetings to a question who was there', () => {
    const march = 'PARKS AND GARDENS PANEL\n';
    expect(addedTo(isHedgeTable, 'Who was there?')).toEqual([march, march, 'ROADS BOARD\nTuesday, 11t']);
  });

  test('adds nothing to other questions', () => {
    expect(addedTo(isPoolDiscussion, 'What did members say about the boiler?')).toEqual([]);
  });
});
