import { describe, expect, test } from 'vitest';
import { type GoldQuestion, type ScoredAnswer, scoreAnswers } from '../../src/evaluate/score-answers.ts';

const POOL = 'That the paddling pool be mended by the first of May.';
const HEDGE = 'The hedge along Fern Lane was cut back to two metres.';
const OTHER = 'Nothing in this passage has to do with what was asked.';

function gold(changes: Partial<GoldQuestion> = {}): GoldQuestion {
  return {
    id: 'q1',
    kind: 'decision',
    question: 'What about the pool?',
    answerable: true,
    gold: [{ file: 'a.txt', quote: POOL }],
    need_all: false,
    facts: [],
    ...changes,
  };
}

function answer(changes: Partial<ScoredAnswer> = {}): ScoredAnswer {
  return { id: 'q1', declined: false, text: '', citations: [], passages: [], ms: 12, ...changes };
}

function markOf(question: GoldQuestion, given: ScoredAnswer) {
  const [mark] = scoreAnswers([question], [given]);
  if (!mark) throw new Error('No mark');
  return mark;
}

const texts = (...quotes: string[]) => quotes.map((text) => ({ text }));
const quotes = (...words: string[]) => words.map((quote) => ({ quote }));

describe('scoreAnswers()', () => {
  test('marks an answer that is found second, half rightly cited and says one fact of two', () => {
    const given = answer({
      text: 'It is to be mended by 1 May.',
      citations: quotes(OTHER, POOL),
      passages: texts(OTHER, POOL),
    });
    expect(scoreAnswers([gold({ facts: ['1st May', 'two metres'] })], [given])).toEqual([
      {
        id: 'q1',
        kind: 'decision',
        answerable: true,
        declined: false,
        recall: { 1: false, 5: true, 10: true, 50: true },
        reciprocalRank: 0.5,
        cited: true,
        citePrecision: 0.5,
        facts: 0.5,
        grounded: false,
        words: 8,
        ms: 12,
      },
    ]);
  });

  test('is grounded when all facts are said, rightly cited, in at most 250 words', () => {
    const question = gold({ facts: ['first of May'] });
    const right = { citations: quotes(POOL), text: POOL };
    const words = (count: number) => `${POOL} ${'word '.repeat(count - 11)}`;
    expect(markOf(question, answer(right)).grounded).toBe(true);
    expect(markOf(question, answer({ ...right, text: words(250) }))).toMatchObject({ words: 250, grounded: true });
    expect(markOf(question, answer({ ...right, text: words(251) }))).toMatchObject({ words: 251, grounded: false });
    expect(markOf(question, answer({ ...right, citations: quotes(OTHER) })).grounded).toBe(false);
    expect(markOf(question, answer({ ...right, declined: true }))).toMatchObject({
      cited: false,
      facts: 0,
      grounded: false,
    });
  });

  test('counts a place from 1, 5, 10 and 50 passages', () => {
    const at = (rank: number) =>
      markOf(gold(), answer({ passages: texts(...Array<string>(rank - 1).fill(OTHER), POOL) }));
    expect([1, 2, 5, 6, 10, 11, 50, 51].map((rank) => Object.values(at(rank).recall).filter(Boolean).length)).toEqual([
      4, 3, 3, 2, 2, 1, 1, 0,
    ]);
    expect(at(4).reciprocalRank).toBe(0.25);
    expect(markOf(gold(), answer({ passages: texts(OTHER) })).reciprocalRank).toBe(0);
  });

  test('needs one of the gold passages, or all where all are needed', () => {
    const both = [
      { file: 'a.txt', quote: POOL },
      { file: 'b.txt', quote: HEDGE },
    ];
    const one = answer({ passages: texts(POOL), citations: quotes(POOL) });
    const two = answer({ passages: texts(POOL, OTHER, HEDGE), citations: quotes(HEDGE, POOL) });
    expect(markOf(gold({ gold: both }), one)).toMatchObject({ cited: true, recall: { 1: true } });
    expect(markOf(gold({ gold: both, need_all: true }), one)).toMatchObject({ cited: false, recall: { 50: false } });
    expect(markOf(gold({ gold: both, need_all: true }), two)).toMatchObject({
      cited: true,
      recall: { 1: false, 5: true },
      reciprocalRank: 1,
    });
  });

  test('looks at no more than 1,500 characters of a passage and 800 of a citation', () => {
    const after = (length: number) => `${'filler '.repeat(300).slice(0, length)} ${POOL}`;
    const found = (length: number) => {
      const mark = markOf(gold(), answer({ passages: texts(after(length)), citations: quotes(after(length)) }));
      return [mark.recall[1], mark.cited];
    };
    expect([found(700), found(900), found(1400), found(1500)]).toEqual([
      [true, true],
      [true, false],
      [true, false],
      [false, false],
    ]);
  });

  test('marks a question without an answer as not found, and does not mind an answer to no question', () => {
    const [mark, ...more] = scoreAnswers([gold()], [answer({ id: 'q9' })]);
    expect(more).toEqual([]);
    expect(mark).toMatchObject({ id: 'q1', declined: false, cited: false, citePrecision: undefined, ms: 0 });
  });

  test('finds nothing of a question without gold', () => {
    const mark = markOf(gold({ answerable: false, gold: [] }), answer({ passages: texts(POOL), declined: true }));
    expect(mark).toMatchObject({ declined: true, recall: { 1: false, 50: false }, reciprocalRank: 0, cited: false });
  });
});
