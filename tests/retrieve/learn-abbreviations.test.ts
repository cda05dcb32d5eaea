import { describe, expect, test } from 'vitest';
import { learnAbbreviations } from '../../src/retrieve/learn-abbreviations.ts';

describe('learnAbbreviations()', () => {
  test('keeps the order of the most usual, and two spellings at most', () => {
    const longs = ['better parks fund', 'best path forward', 'bright poplar field'];
    const { abbreviations } = learnAbbreviations(longs.map((long) => ({ short: 'bpf', long })));
    expect(abbreviations).toEqual(new Map([['bpf', longs.slice(0, 2)]]));
  });

  test('keeps apart the initials of names that no text spells out', () => {
    const { abbreviations, initials } = learnAbbreviations([
      { long: 'friends of fern park' },
      { long: 'park development plan' },
    ]);
    expect(abbreviations).toEqual(new Map());
    expect([initials.get('fofp'), initials.get('ffp'), initials.get('pdp')]).toEqual([
      ['friends of fern park'],
      ['friends of fern park'],
      ['park development plan'],
    ]);
  });
});
