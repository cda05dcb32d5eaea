import { describe, expect, test } from 'vitest';
import type { Term } from '../src/question.ts';
import { isMet, rarityOf, shareMet, stemsOf } from '../src/term.ts';
import { makeLexicon } from './support/made-up-lexicon.ts';

function term(word: string, changes: Partial<Term> = {}): Term {
  return { word, alternatives: [], known: true, weight: 1, ...changes };
}

// Ten passages: log(1 + 10.5 ÷ (n + 0.5)).
const lexicon = makeLexicon({
  words: new Map([
    ['pool', 3],
    ['hedge', 1],
    ['meeting', 10],
  ]),
});

describe('stemsOf()', () => {
  test('stems words and takes apart what dashes and strokes join', () => {
    expect(stemsOf('Hedges, well-mended pools/ponds')).toEqual(new Set(['hedg', 'well', 'mend', 'pool', 'pond']));
  });
});

describe('isMet()', () => {
  const stems = stemsOf('The looked after children closed the hedges in 2030/31');

  test('is met by the word in another ending, or by the whole of another way to say it', () => {
    expect(isMet(term('hedge'), stems)).toBe(true);
    expect(isMet(term('lac', { alternatives: ['looked after children'] }), stems)).toBe(true);
    expect(isMet(term('lac', { alternatives: ['looked after cats'] }), stems)).toBe(false);
    expect(isMet(term('pool'), stems)).toBe(false);
  });

  test('is met by a year as it is printed', () => {
    expect(isMet(term('2030/31'), stems)).toBe(true);
    expect(isMet(term('2031/32'), stems)).toBe(false);
  });
});

describe('rarityOf()', () => {
  test('is higher the fewer passages have the most usual form, and bears the weight', () => {
    expect(rarityOf(term('pool'), lexicon)).toBeCloseTo(Math.log(4), 10);
    expect(rarityOf(term('hedge'), lexicon)).toBeCloseTo(Math.log(8), 10);
    expect(rarityOf(term('hedge', { alternatives: ['pool'] }), lexicon)).toBeCloseTo(Math.log(4), 10);
    expect(rarityOf(term('hedge', { weight: 0.5 }), lexicon)).toBeCloseTo(Math.log(8) / 2, 10);
    expect(rarityOf(term('zeppelin'), lexicon)).toBeCloseTo(Math.log(22), 10);
  });
});

describe('shareMet()', () => {
  test('weighs what is met by its rarity', () => {
    const terms = [term('pool'), term('hedge')];
    // log 4 : log 8 = 2 : 3
    expect(shareMet(terms, stemsOf('a pool'), lexicon)).toBeCloseTo(0.4, 10);
    expect(shareMet(terms, stemsOf('hedges'), lexicon)).toBeCloseTo(0.6, 10);
    expect(shareMet(terms, stemsOf('pool hedge'), lexicon)).toBe(1);
    expect(shareMet(terms, new Set(), lexicon)).toBe(0);
    expect(shareMet([], new Set(), lexicon)).toBe(1);
  });
});
