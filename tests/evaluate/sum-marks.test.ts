import { describe, expect, test } from 'vitest';
import type { Mark } from '../../src/evaluate/score-answers.ts';
import { sumMarks } from '../../src/evaluate/sum-marks.ts';

function mark(changes: Partial<Mark>): Mark {
  return {
    id: 'q',
    kind: 'decision',
    answerable: true,
    declined: false,
    recall: { 1: false, 5: false, 10: false, 50: false },
    reciprocalRank: 0,
    cited: false,
    citePrecision: undefined,
    facts: 0,
    grounded: false,
    words: 10,
    ms: 10,
    ...changes,
  };
}

const MARKS = [
  mark({
    recall: { 1: true, 5: true, 10: true, 50: true },
    reciprocalRank: 1,
    cited: true,
    citePrecision: 0.5,
    facts: 1,
    grounded: true,
    ms: 40,
  }),
  mark({
    recall: { 1: false, 5: true, 10: true, 50: true },
    reciprocalRank: 0.5,
    citePrecision: 1,
    facts: 0.5,
    ms: 20,
  }),
  mark({ recall: { 1: false, 5: false, 10: true, 50: true }, reciprocalRank: 0.125, declined: true, ms: 30 }),
  mark({
    kind: 'figure',
    recall: { 1: false, 5: false, 10: false, 50: true },
    reciprocalRank: 0.025,
    cited: true,
    ms: 10,
  }),
  mark({ kind: 'no answer', answerable: false, declined: true, ms: 60 }),
  mark({ kind: 'no answer', answerable: false, ms: 50 }),
];

describe('sumMarks()', () => {
  test('means over the answerable questions, right declines over the others, times over all', () => {
    expect(sumMarks(MARKS).all).toEqual({
      questions: 4,
      'recall@1': 0.25,
      'recall@5': 0.5,
      'recall@10': 0.75,
      'recall@50': 1,
      mrr: 0.4125,
      cited: 0.5,
      citePrecision: 0.75,
      facts: 0.375,
      grounded: 0.25,
      falseDecline: 0.25,
      declinedRight: 0.5,
      unanswerable: 2,
      p50ms: 40,
      p95ms: 60,
    });
  });

  test('sums up each kind of answerable question for itself', () => {
    const { kinds } = sumMarks(MARKS);
    expect([...kinds].map(([kind, { questions, 'recall@5': recall }]) => [kind, questions, recall])).toEqual([
      ['decision', 3, 2 / 3],
      ['figure', 1, 0],
    ]);
  });

  test('gives no figure where there is nothing to take a mean of', () => {
    expect(sumMarks([]).all).toMatchObject({
      questions: 0,
      mrr: Number.NaN,
      declinedRight: Number.NaN,
      p50ms: Number.NaN,
    });
  });
});
