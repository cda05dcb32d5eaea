import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEmbedderPool } from '../../src/models/embedder-pool.ts';
import { openLocalEmbedder } from '../../src/models/local-embedder.ts';
import type { Embedder } from '../../src/models.ts';

const MODEL_FOLDER = 'data/models/bge-small-en-v1.5-int8';
let embedder: Embedder;

beforeAll(async () => {
  embedder = await openLocalEmbedder(MODEL_FOLDER);
});

afterAll(() => embedder.close());

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

describe('openLocalEmbedder()', () => {
  test('gives vectors of length 1, the same for the same text', async () => {
    const first = await embedder.embedPassage('The hedge was cut.');
    expect(first).toHaveLength(embedder.dimensions);
    expect(dot(first, first)).toBeCloseTo(1, 5);
    expect(await embedder.embedPassage('The hedge was cut.')).toEqual(first);
  });

  test('puts a question nearer to the passage that answers it', async () => {
    const question = await embedder.embedQuestion('who sent their apologies?');
    const right = await embedder.embedPassage('Apologies for absence were received from Councillor Fern.');
    const wrong = await embedder.embedPassage('The swings in the park were painted green.');
    expect(dot(question, right)).toBeGreaterThan(dot(question, wrong) + 0.1);
  });

  test('embeds a question unlike a passage of the same words', async () => {
    const words = 'the budget of the parks';
    expect(await embedder.embedQuestion(words)).not.toEqual(await embedder.embedPassage(words));
  });

  test('reads no more than the first 512 tokens, and takes any text', async () => {
    const long = 'hedge '.repeat(600);
    expect(await embedder.embedPassage(`${long} swings`)).toEqual(await embedder.embedPassage(long));
    for (const text of ['', ' ', '\u0000\uD800', '🦔'.repeat(3_000)]) {
      expect(await embedder.embedPassage(text)).toHaveLength(embedder.dimensions);
    }
  });

  test('gives each token of a text its vector, without the marks around it and the prefix of a question', async () => {
    for (const as of ['question', 'passage'] as const) {
      const found = await embedder.embedTokens?.('hedges grow taller', as);
      expect(found?.tokens).toEqual(['hedges', 'grow', 'taller']);
      expect(found?.vectors).toHaveLength(3 * embedder.dimensions);
      const last = found?.vectors.subarray(2 * embedder.dimensions) ?? new Float32Array();
      expect(dot(last, last)).toBeCloseTo(1, 5);
    }
  });

  test('refuses a file that is missing or is not the one it knows, and names it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'minutebook-model-'));
    await expect(openLocalEmbedder(folder)).rejects.toThrow(/model\.onnx" cannot be read/);
    copyFileSync(join(MODEL_FOLDER, 'model.onnx'), join(folder, 'model.onnx'));
    writeFileSync(join(folder, 'tokenizer.json'), '{}');
    await expect(openLocalEmbedder(folder)).rejects.toThrow(/tokenizer\.json" is damaged or of another model/);
    rmSync(folder, { recursive: true });
  });
});

describe('openEmbedderPool()', () => {
  test('gives the vectors that one thread gives, to each text its own', async () => {
    const pool = await openEmbedderPool(MODEL_FOLDER, 2);
    const texts = [
      'The hedge was cut.',
      'The swings squeak.',
      'Members agreed.',
      'No.',
      'A library is to open in May.',
    ];
    const together = await Promise.all(texts.map((text) => pool.embedPassage(text)));
    for (const [place, text] of texts.entries()) expect(together[place]).toEqual(await embedder.embedPassage(text));
    expect((await pool.embedTokens?.('hedges', 'passage'))?.tokens).toEqual(['hedges']);
    await pool.close();
  });

  test('leaves the thread that asks free while a text is embedded, also with one thread', async () => {
    const pool = await openEmbedderPool(MODEL_FOLDER, 0);
    await pool.embedPassage('');
    let [turns, isDone] = [0, false];
    const turn = () => {
      turns += 1;
      if (!isDone) setImmediate(turn);
    };
    setImmediate(turn);
    await pool.embedPassage('The hedge was cut. '.repeat(100));
    isDone = true;
    // An embedder on this thread would not let it turn more than once or twice.
    expect(turns).toBeGreaterThan(20);
    await pool.close();
  });

  test('takes a question before the passages that wait', async () => {
    const pool = await openEmbedderPool(MODEL_FOLDER, 1);
    const done: string[] = [];
    const passages = Array.from({ length: 5 }, (_, n) =>
      pool.embedPassage(`Hedge ${n}.`).then(() => done.push('passage')),
    );
    await Promise.all([...passages, pool.embedQuestion('Which hedge?').then(() => done.push('question'))]);
    expect(done.indexOf('question')).toBeLessThan(4);
    await pool.close();
  });

  test('puts another thread in the place of one that has ended', async () => {
    const threads: Worker[] = [];
    const keep = (thread: Worker) => threads.push(thread);
    process.on('worker', keep);
    const pool = await openEmbedderPool(MODEL_FOLDER, 1);
    const before = await pool.embedPassage('The hedge was cut.');
    const broken = pool.embedPassage('The swings squeak.');
    const noticed = expect(broken).rejects.toThrow('The embedding worker has ended');
    await threads[0]?.terminate();
    await noticed;
    const both = ['The hedge was cut.', 'The hedge was cut.'].map((text) => pool.embedPassage(text));
    expect(await Promise.all(both)).toEqual([before, before]);
    expect(threads).toHaveLength(2);
    process.off('worker', keep);
    await pool.close();
  });
});
