import { describe, expect, test } from 'vitest';
import { fuseRanks } from '../../src/retrieve/fuse-ranks.ts';

describe('fuseRanks()', () => {
  test('sums weight ÷ (k + rank) over the lists, rank from 1', () => {
    const fused = fuseRanks(
      [
        { ids: [7, 8, 9], weight: 1 },
        { ids: [9, 7], weight: 2 },
      ],
      1,
    );
    // 7: 1/2 + 2/3; 8: 1/3; 9: 1/4 + 2/2
    expect([...fused.keys()]).toEqual([7, 8, 9]);
    expect(fused.get(7)).toBeCloseTo(7 / 6, 12);
    expect(fused.get(8)).toBeCloseTo(1 / 3, 12);
    expect(fused.get(9)).toBeCloseTo(5 / 4, 12);
  });

  test('counts an id twice in a list for its best place, and ranks what follows as if it stood there once', () => {
    expect(fuseRanks([{ ids: [7, 7, 8], weight: 6 }], 1)).toEqual(
      new Map([
        [7, 3],
        [8, 2],
      ]),
    );
  });

  test('gives nothing for no lists and for empty ones', () => {
    expect(fuseRanks([])).toEqual(new Map());
    expect(fuseRanks([{ ids: [], weight: 1 }])).toEqual(new Map());
  });
});
