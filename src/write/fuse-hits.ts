import type { Hit } from '../passage.ts';

/** Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009); the constant is that of retrieval's own fusion. */
const FUSION_CONSTANT = 10;
/** A search that a model proposed counts half of the member's own words. */
const PROPOSED_WEIGHT = 0.5;

/** The hits of the question fused with those of the proposed searches, each passage once, best first. */
export function fuseHits(own: Hit[], proposed: Hit[][]): Hit[] {
  const scores = new Map<number, { hit: Hit; score: number }>();
  const add = (hits: Hit[], weight: number) => {
    for (const [rank, hit] of hits.entries()) {
      const known = scores.get(hit.passage.id);
      const score = (known?.score ?? 0) + weight / (FUSION_CONSTANT + rank + 1);
      scores.set(hit.passage.id, { hit: known?.hit ?? hit, score });
    }
  };
  add(own, 1);
  for (const hits of proposed) add(hits, PROPOSED_WEIGHT);
  return [...scores.values()].sort((a, b) => b.score - a.score).map(({ hit }) => hit);
}
