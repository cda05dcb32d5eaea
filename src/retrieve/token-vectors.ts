import PQueue from 'p-queue';
import type { Embedder } from '../models.ts';

/** Enough to keep all threads of the embedder busy; what is beyond waits here, so that a question that is stopped leaves. */
const AT_ONCE = 16;
/** Room for vectors, in numbers of four bytes: 320 MB, some 1,500 passages of usual length. */
const MAX_KEPT_NUMBERS = 80_000_000;

const line = new PQueue({ concurrency: AT_ONCE });
/** The longest unused first. */
const kept = new Map<string, Float32Array>();
const coming = new Map<string, Promise<Float32Array>>();
let keptNumbers = 0;

type TokenEmbedder = Pick<Embedder, 'id'> & Pick<Required<Embedder>, 'embedTokens'>;

/**
 * The token vectors of passages' texts, in their order. Questions that come together take their turns: whoever asked
 * first is served first, and a text that several want is embedded once. Rejects as the embedder does.
 */
export function tokenVectorsOf(texts: string[], embedder: TokenEmbedder): Promise<Float32Array[]> {
  return Promise.all(texts.map((text) => vectorsOf(text, embedder)));
}

async function vectorsOf(text: string, embedder: TokenEmbedder): Promise<Float32Array> {
  const key = `${embedder.id}\n${text}`;
  for (let shared = coming.get(key); shared; shared = coming.get(key)) {
    // Whoever began it may have been stopped, which is no reason to stop here.
    const made = await shared.catch(() => undefined);
    if (made) return made;
  }
  const known = kept.get(key);
  if (known) return keep(key, known);
  const making = line.add(async () => (await embedder.embedTokens(text, 'passage')).vectors, { throwOnTimeout: true });
  coming.set(key, making);
  try {
    return keep(key, await making);
  } finally {
    coming.delete(key);
  }
}

/** Keeps it as the last used. */
function keep(key: string, vectors: Float32Array): Float32Array {
  if (!kept.delete(key)) keptNumbers += vectors.length;
  kept.set(key, vectors);
  for (const [oldest, { length }] of kept) {
    if (keptNumbers <= MAX_KEPT_NUMBERS) break;
    kept.delete(oldest);
    keptNumbers -= length;
  }
  return vectors;
}
