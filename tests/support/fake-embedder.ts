import type { Embedder } from '../../src/models.ts';

/** The words a fake vector counts, one dimension each; a last dimension of 0.1 keeps other texts from length 0. */
export const FAKE_WORDS = ['budget', 'library', 'road', 'school', 'secret'];

/**
 * An embedder whose vectors can be worked out by eye: how often each of FAKE_WORDS is in the text, scaled to
 * length 1. `embedded` collects what it was given.
 */
export function fakeEmbedder(options: { id?: string } = {}): Embedder & { embedded: string[] } {
  const embedded: string[] = [];
  const embed = async (text: string): Promise<Float32Array> => {
    embedded.push(text);
    return fakeVector(text);
  };
  return {
    id: options.id ?? 'fake',
    dimensions: FAKE_WORDS.length + 1,
    embedded,
    embedPassage: embed,
    embedQuestion: embed,
    close: async () => {},
  };
}

export function fakeVector(text: string): Float32Array {
  const counts = FAKE_WORDS.map((word) => text.toLowerCase().split(word).length - 1);
  const vector = Float32Array.from([...counts, 0.1]);
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}
