import { describe, expect, it } from 'vitest';
import { ownAct } from '../../../src/recognise/limbs/own-act.ts';

describe('ownAct()', () => {
  it.each([
    ['to note the report, and that:', 'to note the report'],
    ['That the plan be approved and that', 'That the plan be approved'],
    ['to receive the figures for the year; and to:-', 'to receive the figures for the year;'],
    ['that the Committee agree the budget and further:', 'that the Committee agree the budget'],
  ])('takes what %j does itself', (words, act) => {
    expect(words.slice(0, ownAct(words) ?? 0)).toBe(act);
  });

  it.each([
    'that Cabinet agree to:',
    'That the Committee:',
    'that, subject to consultation, the following be approved:',
    'to ask the Director and the Chair to:',
  ])('takes %j for a mere lead-in', (words) => {
    expect(ownAct(words)).toBeUndefined();
  });
});
