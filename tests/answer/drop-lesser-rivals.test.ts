import { describe, expect, test } from 'vitest';
import { dropLesserRivals } from '../../src/answer/drop-lesser-rivals.ts';
import { readQuestion } from '../../src/ask/read-question.ts';
import { PUBLIC_AUDIENCE } from '../../src/audience.ts';
import type { Hit, Passage } from '../../src/passage.ts';
import { makeLexicon } from '../support/made-up-lexicon.ts';
import { samplePassage } from '../support/sample-answer.ts';
import { sampleHit } from '../support/sample-hit.ts';

const lexicon = makeLexicon({ words: ['hedge', 'wall', 'orchard', 'height'] });

function hit(
  ordinal: number,
  text: string,
  { likeness = 0.6, ...passage }: Partial<Passage> & { likeness?: number } = {},
) {
  return { ...sampleHit(samplePassage({ id: ordinal, ordinal, text, kind: 'paragraph', ...passage })), likeness };
}

function kept(hits: Hit[], asked = 'height of the hedge in the orchard'): string[] {
  const question = readQuestion(asked, { lexicon, audience: PUBLIC_AUDIENCE });
  return dropLesserRivals(question, hits, { lexicon }).map(({ passage }) => passage.text);
}

const FIRST = hit(1, 'The hedge in the orchard has a height of two metres.');
const ELSEWHERE = 'The wall in the orchard is old.';

describe('dropLesserRivals()', () => {
  test('leaves out what stands elsewhere, says less of the question and is no nearer in sense', () => {
    expect(kept([FIRST, hit(9, ELSEWHERE)])).toEqual([FIRST.passage.text]);
  });

  test('keeps what says as much, what is nearer in sense, and what goes on with the first', () => {
    const asMuch = hit(9, 'A hedge of any height is welcome in an orchard.');
    expect(kept([FIRST, asMuch])).toHaveLength(2);
    expect(kept([FIRST, hit(9, ELSEWHERE, { likeness: 0.7 })])).toHaveLength(2);
    expect(kept([FIRST, hit(2, ELSEWHERE)])).toHaveLength(2);
  });

  test('keeps limbs, and all where several accounts are asked for', () => {
    expect(kept([FIRST, hit(9, ELSEWHERE, { kind: 'limb' })])).toHaveLength(2);
    expect(kept([FIRST, hit(9, ELSEWHERE)], 'which two heights of the hedge in the orchard are there')).toHaveLength(2);
  });
});
