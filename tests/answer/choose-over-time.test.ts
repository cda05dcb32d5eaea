import { describe, expect, test } from 'vitest';
import { chooseOverTime } from '../../src/answer/choose-over-time.ts';
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
  vocabulary: new Map(['ferry', 'fares'].map((word) => [word, 3])),
  passageCount: 100,
  papers: [],
  people: new Map(),
};
const place = samplePassage().place;

let ids = 0;

function hit(date: string, text: string, changes: Partial<Passage> & { score?: number; minute?: string } = {}): Hit {
  const { score = 0.2, minute = '9', ...passage } = changes;
  ids += 1;
  const at = { ...place, meetingDate: date, minute, minuteTitle: 'Ferry Fares' };
  const own = { id: ids, ordinal: ids, text, context: '', kind: 'discussion' as const, place: at, ...passage };
  return sampleHit(samplePassage(own), score);
}

function chosen(question: string, hits: Hit[]): string[] {
  return chooseOverTime(readQuestion(question, { lexicon: LEXICON, audience: PUBLIC_AUDIENCE }), hits).map(
    ({ passage }) => passage.text,
  );
}

describe('chooseOverTime()', () => {
  const may = hit('2031-05-06', 'The ferry fares were raised.', { score: 0.5 });
  const alsoMay = hit('2031-05-06', 'The ferry was late.', { score: 0.3 });
  const march = hit('2031-03-04', 'The ferry fares were called low.');

  test.each([
    'how have the ferry fares developed',
    'what has the committee said about ferry fares over time',
    'the history of the ferry fares',
    'how did ferry fares change over the last two years',
  ])('takes the likeliest of each meeting, oldest first: %s', (question) => {
    expect(chosen(question, [may, alsoMay, march])).toEqual([march.passage.text, may.passage.text]);
  });

  test('leaves out a meeting that only brushed the matter', () => {
    const elsewhere = { ...place, meetingDate: '2031-01-07', minute: '2', minuteTitle: 'Bridges' };
    const far = hit('2031-01-07', 'A bridge costs more than a ferry.', { score: 0.01, place: elsewhere });
    expect(chosen('how have the ferry fares developed', [may, march, far])).not.toContain(far.passage.text);
  });

  test('takes the limbs of the minute of each meeting where decisions are asked for', () => {
    const limbs = [
      hit('2031-05-06', '(1) That the ferry fares be raised.', { kind: 'limb', score: 0.4 }),
      hit('2031-05-06', '(2) That the fares be printed.', { kind: 'limb', score: 0.1 }),
      hit('2031-03-04', 'That the ferry fares be looked at.', { kind: 'limb', score: 0.1 }),
    ];
    expect(chosen('what did we decide about ferry fares each time', [may, ...limbs, march])).toEqual([
      'That the ferry fares be looked at.',
      '(1) That the ferry fares be raised.',
      '(2) That the fares be printed.',
    ]);
  });

  test('is for questions over time alone', () => {
    expect(chosen('what was said about the ferry fares', [may, march])).toEqual([]);
  });
});
