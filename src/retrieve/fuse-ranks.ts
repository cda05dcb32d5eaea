/** A ranked list of ids, best first, and how much it counts. */
export type RankedList = { ids: number[]; weight: number };

/** Small, so that the first places of each list tell; 60, the usual value, lost recall on the dev questions (docs/evaluation.md). */
export const RANK_CONSTANT = 10;

/**
 * Weighted reciprocal rank fusion: an id scores the sum over lists of weight ÷ (k + rank), rank from 1
 * (Cormack, Clarke and Büttcher, SIGIR 2009). An id twice in a list counts for its best place.
 */
export function fuseRanks(lists: RankedList[], k: number = RANK_CONSTANT): Map<number, number> {
  const scores = new Map<number, number>();
  for (const { ids, weight } of lists) {
    const seen = new Set<number>();
    for (const id of ids) {
      if (seen.has(id)) continue;
      seen.add(id);
      scores.set(id, (scores.get(id) ?? 0) + weight / (k + seen.size));
    }
  }
  return scores;
}
