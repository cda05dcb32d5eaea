import type { Hit, Passage } from '../../src/passage.ts';

/** A passage as a hit found by likeness. */
export function sampleHit(passage: Passage, similarity = 0.5): Hit {
  return { passage, score: similarity, similarity, sentences: [], byRecord: false };
}
