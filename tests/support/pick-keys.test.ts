import { expect, test } from 'vitest';
import { pickKeys } from './pick-keys.ts';

test('pickKeys() keeps the keys that are wanted and no others', () => {
  expect(pickKeys({ number: '39', title: 'BUDGET' }, { number: '40' })).toEqual({ number: '39' });
});

test('pickKeys() gives null for what is missing', () => {
  expect(pickKeys({ label: undefined }, { label: '1', vote: null })).toEqual({ label: null, vote: null });
});

test('pickKeys() keeps entries beyond the wanted ones, so that they show as a difference', () => {
  const limbs = [
    { label: '1', text: 'a' },
    { label: '2', text: 'b' },
  ];
  expect(pickKeys(limbs, [{ label: '1' }])).toEqual([{ label: '1' }, { label: '2' }]);
});

test('pickKeys() cuts a textStart to the wanted length', () => {
  expect(pickKeys({ textStart: 'Two audits gave' }, { textStart: 'Two bodies' })).toEqual({ textStart: 'Two audits' });
});

test('pickKeys() gives back the wanted phrases that a text holds', () => {
  expect(pickKeys({ discussion: 'It was late.' }, { discussion: ['was late', 'was early'] })).toEqual({
    discussion: ['was late'],
  });
});
