import { describe, expect, test } from 'vitest';
import { parseDialogue, rememberTurn } from '../src/dialogue.ts';
import type { Question } from '../src/question.ts';
import { groundedAnswer } from './support/sample-answer.ts';

const QUESTION: Question = {
  text: 'what was decided about the footbridge?',
  audience: { cleared: [3, 5] },
  committees: ['Works Committee'],
  dates: [],
  references: [],
  people: [],
  wanted: ['decision'],
  topic: 'what was decided about the footbridge',
  terms: [{ word: 'footbridge', alternatives: [], known: true, weight: 1 }],
};

describe('rememberTurn()', () => {
  const kept = rememberTurn(QUESTION, groundedAnswer());

  test('keeps what was asked and the places that were cited, by their numbers', () => {
    expect(kept).toMatchObject({ topic: QUESTION.topic, wanted: ['decision'], committees: ['Works Committee'] });
    expect(kept.cited[0]).toEqual({
      source: 'works/minutes.txt',
      span: expect.objectContaining({ start: 100 }),
      isReport: false,
      committee: 'Works Committee',
      meetingDate: '2024-01-09',
      minute: '12',
      limb: '2',
    });
  });

  test('keeps neither the audience nor a word that was quoted', () => {
    const json = JSON.stringify(kept);
    expect(json).not.toMatch(/cleared|audience|repaired|Mill Lane|reopen/);
    expect(json.length).toBeLessThan(4000);
  });

  test('comes back from JSON as it was', () => {
    expect(parseDialogue(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });
});

describe('parseDialogue()', () => {
  test.each([undefined, null, 'text', {}, { topic: 'x' }, { topic: 1, wanted: ['theft'] }])('refuses %j', (value) => {
    expect(parseDialogue(value)).toBeUndefined();
  });
});
