import { wordsOf } from '../lexicon.ts';
import type { Embedder } from '../models.ts';
import type { Passage } from '../passage.ts';
import { tokenVectorsOf } from './token-vectors.ts';

export type CompareTokensOptions = {
  embedder: Embedder;
  /** Words of the texts with the number of passages each is in. */
  vocabulary: Map<string, number>;
  passageCount: number;
};

/**
 * Late interaction (Khattab and Zaharia, ColBERT, SIGIR 2020) with the sentence model's own token vectors: for each
 * token of the question its nearest token in the passage, averaged by how rare the token's word is. Scores are 0 to 1,
 * in the order of the passages; undefined where the embedder gives no token vectors.
 */
export async function compareTokens(
  topic: string,
  passages: Passage[],
  { embedder, vocabulary, passageCount }: CompareTokensOptions,
): Promise<number[] | undefined> {
  const { id } = embedder;
  const embedTokens = embedder.embedTokens?.bind(embedder);
  if (!embedTokens) return undefined;
  const question = await embedTokens(topic, 'question');
  const weights = question.tokens.map((token) => tokenWeight(token, vocabulary, passageCount));
  const texts = passages.map(({ context, text }) => `${context}\n${text}`);
  const found = await tokenVectorsOf(texts, { id, embedTokens });
  return found.map((vectors) => nearestMean(question.vectors, vectors, weights));
}

// Marks and pieces of words weigh as the rarest words do not: a piece ("##ing") says little by itself.
function tokenWeight(token: string, vocabulary: Map<string, number>, passageCount: number): number {
  const word = wordsOf(token.replace(/^##/, ''))[0];
  if (token.startsWith('[') || word === undefined) return 0;
  const count = vocabulary.get(word) ?? (token.startsWith('##') ? passageCount / 50 : 0);
  return Math.log(1 + (passageCount - count + 0.5) / (count + 0.5));
}

function nearestMean(question: Float32Array, passage: Float32Array, weights: number[]): number {
  const dimensions = question.length / Math.max(1, weights.length);
  let sum = 0;
  let total = 0;
  weights.forEach((weight, row) => {
    if (weight <= 0) return;
    sum += weight * greatestDot(question.subarray(row * dimensions, (row + 1) * dimensions), passage);
    total += weight;
  });
  return total > 0 ? sum / total : 0;
}

// Four rows at a time: one sum alone waits for each of its additions, four go on side by side, each in its own order.
function greatestDot(token: Float32Array, rows: Float32Array): number {
  const dimensions = token.length;
  const last = rows.length - dimensions;
  let greatest = -1;
  for (let first = 0; first <= last; first += 4 * dimensions) {
    // Beyond the last row that one is taken again, which changes nothing.
    const second = Math.min(first + dimensions, last);
    const third = Math.min(second + dimensions, last);
    const fourth = Math.min(third + dimensions, last);
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let at = 0; at < dimensions; at++) {
      const number = token[at] ?? 0;
      a += number * (rows[first + at] ?? 0);
      b += number * (rows[second + at] ?? 0);
      c += number * (rows[third + at] ?? 0);
      d += number * (rows[fourth + at] ?? 0);
    }
    greatest = Math.max(greatest, a, b, c, d);
  }
  return greatest;
}
