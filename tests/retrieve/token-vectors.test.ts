import { describe, expect, it } from 'vitest';
import { tokenVectorsOf } from '../../src/retrieve/token-vectors.ts';

/** An embedder that keeps every text until it is told to go on, under an id of its own so that nothing is known yet. */
function slowEmbedder(id: string) {
  const begun: string[] = [];
  const waiting: (() => void)[] = [];
  const embedTokens = async (text: string) => {
    begun.push(text);
    await new Promise<void>((resolve) => waiting.push(resolve));
    return { tokens: [text], vectors: Float32Array.of(text.length) };
  };
  const goOn = async () => {
    for (let turn = 0; turn < 100; turn += 1) {
      for (const go of waiting.splice(0)) go();
      await Promise.resolve();
    }
  };
  return { id, begun, embedTokens, goOn };
}

describe('tokenVectorsOf()', () => {
  it('gives vectors in the order of the texts, and embeds none twice, however many ask at once', async () => {
    const embedder = slowEmbedder('once');
    const both = Promise.all([tokenVectorsOf(['a', 'bb'], embedder), tokenVectorsOf(['bb', 'ccc'], embedder)]);
    await embedder.goOn();
    expect((await both).map((vectors) => vectors.map(([length]) => length))).toEqual([
      [1, 2],
      [2, 3],
    ]);
    expect(embedder.begun).toEqual(['a', 'bb', 'ccc']);
    expect(await tokenVectorsOf(['ccc'], embedder)).toEqual([Float32Array.of(3)]);
    expect(embedder.begun).toHaveLength(3);
  });

  it('serves whoever asked first first', async () => {
    const embedder = slowEmbedder('turns');
    const first = Array.from({ length: 40 }, (_, n) => `first ${n}`);
    const all = [tokenVectorsOf(first, embedder), tokenVectorsOf(['second'], embedder)];
    await Promise.resolve();
    expect(embedder.begun.length).toBeLessThan(first.length);
    await embedder.goOn();
    await Promise.all(all);
    expect(embedder.begun).toEqual([...first, 'second']);
  });

  it('goes on with what another question wants too when the one that asked first is stopped', async () => {
    const embedder = slowEmbedder('stopped');
    const stopped = { ...embedder, embedTokens: () => Promise.reject(new Error('stopped')) };
    const ended = expect(tokenVectorsOf(['a'], stopped)).rejects.toThrow('stopped');
    const other = tokenVectorsOf(['a'], embedder);
    await ended;
    await embedder.goOn();
    expect(await other).toEqual([Float32Array.of(1)]);
  });
});
