import { describe, expect, test } from 'vitest';
import { chooseHits } from '../../src/answer/choose-hits.ts';
import { readQuestion } from '../../src/ask/read-question.ts';
import { PUBLIC_AUDIENCE } from '../../src/audience.ts';
import type { Lexicon } from '../../src/lexicon.ts';
import type { Hit, Passage } from '../../src/passage.ts';
import { samplePassage } from '../support/sample-answer.ts';
import { sampleHit } from '../support/sample-hit.ts';

const LEXICON: Lexicon = {
  committees: [],
  meetings: [],
  abbreviations: new Map(),
  initials: new Map(),
  vocabulary: new Map('wall cars parked list cost builders old'.split(' ').map((word) => [word, 3])),
  passageCount: 100,
  papers: [],
  people: new Map(),
};

let ids = 0;

function hit(score: number, text: string, changes: Partial<Passage> = {}): Hit {
  ids += 1;
  return sampleHit(samplePassage({ id: ids, ordinal: ids, text, ...changes }), score);
}

function chosen(question: string, hits: Hit[]): string[] {
  const read = readQuestion(question, { lexicon: LEXICON, audience: PUBLIC_AUDIENCE });
  return chooseHits(read, hits, { lexicon: LEXICON }).map(({ passage }) => passage.text);
}

const place = samplePassage().place;

describe('chooseHits()', () => {
  test('takes a likelier limb of another minute for what was decided', () => {
    const hits = [
      hit(0.6, 'The wall was spoken of.', { kind: 'discussion', place: { ...place, minute: '11' } }),
      hit(0.3, 'That the wall be built.'),
      hit(0.01, 'That the report be noted.', { place: { ...place, minute: '11' } }),
    ];
    expect(chosen('did we agree to build the wall', hits)).toEqual(['That the wall be built.']);
  });

  test('leaves what was said beside a limb that comes nowhere near it', () => {
    const hits = [
      hit(0.9, 'It was agreed that a list be sent round.', { kind: 'discussion' }),
      hit(0.02, 'That the report be noted.'),
    ];
    expect(chosen('what did we agree to send round', hits)).toContain('It was agreed that a list be sent round.');
  });

  test('quotes one hit for each date that is asked about, oldest first', () => {
    const hits = [
      hit(0.6, 'Forty cars parked in 2022/23.', { kind: 'paragraph', place: { ...place, meetingDate: '2024-02-06' } }),
      hit(0.01, 'Nine cars parked in 2016/17.', { kind: 'paragraph' }),
    ];
    expect(chosen('cars parked in 2022/23 and in 2016/17', hits)).toEqual([
      'Nine cars parked in 2016/17.',
      'Forty cars parked in 2022/23.',
    ]);
  });

  test('briefs on a matter with what its own report says, in the order of the report', () => {
    const own = { kind: 'paragraph' as const, paperId: 5 };
    const first = hit(0.1, 'The wall is old.', own);
    const second = hit(0.8, 'The wall costs £900.', own);
    const other = hit(0.1, 'A wall elsewhere.', { kind: 'paragraph', paperId: 6 });
    expect(chosen('prep me for the old wall, its cost and its builders', [second, other, first])).toEqual([
      'The wall is old.',
      'The wall costs £900.',
    ]);
  });
});
