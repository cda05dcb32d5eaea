import { describe, expect, test } from 'vitest';
import { countWords } from '../../src/answer/count-words.ts';
import { fitInto, fitStatements, MAX_ANSWER_WORDS } from '../../src/answer/fit-statements.ts';
import type { Statement } from '../../src/answer.ts';
import { groundedAnswer } from '../support/sample-answer.ts';

const [MADE_UP] = groundedAnswer().statements;

function statement(words: number): Statement {
  if (!MADE_UP) throw new Error('the sample answer says nothing');
  return { ...MADE_UP, text: Array.from({ length: words }, () => 'word').join(' ') };
}

function wordsOf(statements: Statement[]): number[] {
  return statements.map(({ text }) => countWords(text));
}

describe('fitInto()', () => {
  test('shortens all quotations until there is room for each beside the notes', () => {
    const { statements, notes } = fitInto(120, (maxWords) => ({
      statements: [statement(maxWords), statement(maxWords), statement(maxWords)],
      notes: [statement(20).text],
    }));
    const words = wordsOf(statements);
    expect(fitStatements(statements, notes)).toHaveLength(3);
    expect(new Set(words).size).toBe(1);
    expect(words.reduce((sum, count) => sum + count, 20)).toBeGreaterThan(0.7 * MAX_ANSWER_WORDS);
  });

  test('leaves them as long as they may be where they fit', () => {
    expect(wordsOf(fitInto(120, (maxWords) => ({ statements: [statement(maxWords)], notes: [] })).statements)).toEqual([
      120,
    ]);
  });

  test('ends where what is quoted whole leaves no room, and the first statement stands', () => {
    const { statements, notes } = fitInto(120, () => ({ statements: [statement(200), statement(200)], notes: [] }));
    expect(wordsOf(fitStatements(statements, notes))).toEqual([200]);
  });
});
