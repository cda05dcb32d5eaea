import { expect, test } from 'vitest';
import { isAdjective, isNoun, meanAlike, phraseOf } from '../../../../src/answer/proof/words/mean-alike.ts';

test.each([
  ['mended', 'repaired'],
  ['began', 'started'],
  ['approval', 'approved'],
  ['phoned', 'telephoned'],
  ['remainder', 'rest'],
  ['promised', 'undertook'],
])('meanAlike() tells %s for %s', (said, printed) => {
  expect(meanAlike(said, printed)).toBe(true);
});

test.each([
  ['boys', 'girls'],
  ['pupils', 'boys'],
  ['temporary', 'permanent'],
  ['approved', 'refused'],
  ['internal', 'external'],
  ['officers', 'members'],
  ['xyzzy', 'repaired'],
])('meanAlike() does not tell %s for %s', (said, printed) => {
  expect(meanAlike(said, printed)).toBe(false);
});

test('meanAlike() without forms holds what was ordered for delivery apart from what was delivered', () => {
  expect(meanAlike('delivered', 'delivery')).toBe(true);
  expect(meanAlike('delivered', 'delivery', { isForm: false })).toBe(false);
});

test('phraseOf() reads a verb and its small word as one', () => {
  expect(phraseOf('handed', 'over')).toBe('hand_over');
  expect(meanAlike('put_off', 'deferred')).toBe(true);
  expect(phraseOf('repaired', 'off')).toBeUndefined();
});

test('isAdjective() and isNoun() tell what a word is first of all', () => {
  expect([isAdjective('new'), isAdjective('transport')]).toEqual([true, false]);
  expect([isNoun('household'), isNoun('delivered')]).toEqual([true, false]);
});
