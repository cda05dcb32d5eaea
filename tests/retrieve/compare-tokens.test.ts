import { expect, test } from 'vitest';
import type { Embedder } from '../../src/models.ts';
import type { Passage } from '../../src/passage.ts';
import { compareTokens } from '../../src/retrieve/compare-tokens.ts';

/** Every word is a token; its vector of two numbers points where its angle says. */
const ANGLES: Record<string, number> = { hedge: 0, bush: 0.2, swing: 1.2, road: 1.5 };
const embedder: Embedder = {
  id: 'angles',
  dimensions: 2,
  embedPassage: async () => new Float32Array(),
  embedQuestion: async () => new Float32Array(),
  embedTokens: async (text) => {
    const tokens = text.split(/\s+/).filter((word) => word in ANGLES);
    const vectors = tokens.flatMap((word) => [Math.cos(ANGLES[word] ?? 0), Math.sin(ANGLES[word] ?? 0)]);
    return { tokens, vectors: Float32Array.from(vectors) };
  },
  close: async () => {},
};

function score(topic: string, texts: string[]): Promise<number[] | undefined> {
  const passages = texts.map((text) => ({ context: '', text }) as Passage);
  return compareTokens(topic, passages, { embedder, vocabulary: new Map([['road', 90]]), passageCount: 100 });
}

test('compareTokens() finds the nearest token wherever it stands in a passage of any length', async () => {
  for (let length = 1; length <= 9; length++) {
    const texts = Array.from({ length }, (_, place) =>
      Array.from({ length }, (_, at) => (at === place ? 'bush' : 'swing')).join(' '),
    );
    for (const found of (await score('hedge', texts)) ?? []) expect(found).toBeCloseTo(Math.cos(0.2), 6);
  }
});

test('compareTokens() weighs a rare word more than one that is everywhere', async () => {
  const [rare = 0, usual = 0] = (await score('hedge road', ['hedge', 'road'])) ?? [];
  expect(rare).toBeGreaterThan(usual);
});
