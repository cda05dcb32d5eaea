import { join } from 'node:path';
import Database from 'better-sqlite3';
import { PUBLIC_AUDIENCE } from '../../src/audience.ts';
import { openIndex } from '../../src/index/open-index.ts';
import { floatsOf } from '../../src/index/vector-matrix.ts';
import type { Passage } from '../../src/passage.ts';

/** Length of the noise added to a vector of length 1: neighbours stay neighbours, equals become different. */
const NOISE = 0.3;

export type RealPassage = Passage & {
  vector: Float32Array;
  sentences: { start: number; end: number; vector: Float32Array }[];
};

/** The public passages of an index with their vectors and their sentences'. */
export function readRealPassages(folder: string): RealPassage[] {
  const index = openIndex(folder);
  const passages = index.listPassages({ audience: PUBLIC_AUDIENCE });
  index.close();
  const db = new Database(join(folder, 'minutebook.db'), { readonly: true });
  const selectVector = db.prepare('SELECT vector FROM passage_vectors WHERE id = ?').pluck();
  const selectSentences = db.prepare(
    'SELECT text_start AS start, text_end AS end, vector FROM sentences WHERE passage_id = ?',
  );
  const real = passages.map((passage) => {
    const rows = selectSentences.all(passage.id) as { start: number; end: number; vector: Buffer }[];
    const sentences = rows.map((row) => ({ ...row, vector: floatsOf(row.vector) }));
    return { ...passage, vector: floatsOf(selectVector.get(passage.id) as Buffer), sentences };
  });
  db.close();
  return real.filter((passage) => passage.sentences.length > 0);
}

/** The sum of these vectors with noise of a share of its length, scaled to length 1. */
export function shaken(vectors: Float32Array[], random: () => number): Float32Array {
  const sum = new Float32Array(vectors[0]?.length ?? 0);
  const width = NOISE * vectors.length * Math.sqrt(12 / sum.length);
  for (let at = 0; at < sum.length; at++) {
    sum[at] = vectors.reduce((total, vector) => total + (vector[at] ?? 0), 0) + (random() - 0.5) * width;
  }
  const length = Math.hypot(...sum);
  return sum.map((value) => value / length);
}

/** Repeatable numbers from 0 to 1 (a linear congruence with the multiplier of Numerical Recipes). */
export function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
