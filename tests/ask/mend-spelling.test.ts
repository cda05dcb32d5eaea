import { describe, expect, test } from 'vitest';
import { SpellingMender } from '../../src/ask/mend-spelling.ts';

const spelling = new SpellingMender(
  new Map([
    ['pool', 9],
    ['paddling', 4],
    ['safeguarding', 12],
    ['hedge', 7],
    ['library', 5],
    ['attendance', 6],
    ['charge', 3],
    ['change', 8],
    ['close', 2],
    ['2031', 4],
  ]),
);

describe('SpellingMender', () => {
  test.each([
    ['hegde', 'hedge', 'two letters swapped'],
    ['hedgge', 'hedge', 'a letter put in'],
    ['hdge', undefined, 'too short to mend'],
    ['libary', 'library', 'a letter left out'],
    ['libraty', 'library', 'a letter changed'],
    ['atendence', 'attendance', 'two slips in a long word'],
    ['saveguardin', 'safeguarding', 'two slips in a long word'],
    ['libbrrary', 'library', 'two slips in a word typed long'],
    ['lybrrry', undefined, 'two slips in a short word'],
    ['etendence', undefined, 'three slips'],
    ['wrzgbnlmp', undefined, 'nothing is near'],
  ])('mends "%s" to %s: %s', (typed, mended, _reason) => {
    expect(spelling.mend(typed)).toBe(mended);
  });

  test('knows the inflections of a word and leaves them as they are', () => {
    for (const typed of ['hedges', 'libraries', 'closed', 'closing', 'closes', 'charged', 'changing']) {
      expect([typed, spelling.knows(typed), spelling.mend(typed)]).toEqual([typed, true, undefined]);
    }
    expect(spelling.knows('closure')).toBe(false);
  });

  test('never mends a number or a word with a figure in it', () => {
    expect(['20331', '2030/31', 'hedge5', 'ks2results'].map((typed) => spelling.mend(typed))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('takes the nearest, then the most usual', () => {
    expect(spelling.mend('chanrge')).toBe('change');
    expect(spelling.mend('chargge')).toBe('charge');
  });

  test('mends nothing where there are no papers', () => {
    expect(new SpellingMender(new Map()).mend('libary')).toBeUndefined();
  });
});
