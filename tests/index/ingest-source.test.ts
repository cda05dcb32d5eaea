import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PUBLIC_AUDIENCE } from '../../src/audience.ts';
import { ingestSource } from '../../src/index/ingest-source.ts';
import { openDatabase } from '../../src/index/open-database.ts';
import { type Index, openIndex } from '../../src/index/open-index.ts';
import { asStorageError } from '../../src/index/storage-error.ts';
import { storeSource } from '../../src/index/store-source.ts';
import { fakeEmbedder } from '../support/fake-embedder.ts';
import { makeMeeting, makePaper, plainPaperText } from '../support/made-up-paper.ts';
import { makeRandom, randomVector, vectorSource } from '../support/made-up-vectors.ts';

let folder = '';
let index: Index;
const embedder = fakeEmbedder();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-ingest-'));
  index = openIndex(folder, { writing: true, embedder });
});

afterEach(() => {
  index.close();
  rmSync(folder, { recursive: true, force: true });
});

function fileOf(text: string) {
  const paper = makePaper('report', text, { title: 'Hedges', meeting: makeMeeting('Parks Panel', '2031-03-04') });
  return { source: 'a.txt', sha256: text, text: plainPaperText(text), papers: [paper] };
}

describe('ingestSource()', () => {
  test('embeds a passage with its context and a sentence with its heading', async () => {
    const own = fakeEmbedder();
    await ingestSource(index, fileOf('The **budget** grew.'), own);
    expect(own.embedded).toEqual(['Hedges · Parks Panel · 4 March 2031\nThe budget grew.', 'Hedges: The budget grew.']);
  });

  test('tells how far it is, up to the end', async () => {
    const told: number[] = [];
    const onProgress = ({ done, total }: { done: number; total: number }) => void told.push(done / total);
    await ingestSource(index, fileOf('The road winds about. '.repeat(200)), embedder, { onProgress });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
  });

  test('stores nothing of a file it is stopped in, and keeps what was there', async () => {
    await ingestSource(index, fileOf('The budget grew.'), embedder);
    const stop = new AbortController();
    const onProgress = () => stop.abort();
    const changed = ingestSource(index, fileOf('The road winds about. '.repeat(200)), embedder, {
      signal: stop.signal,
      onProgress,
    });
    await expect(changed).rejects.toThrow();
    expect(index.listPassages({ audience: PUBLIC_AUDIENCE }).map(({ text }) => text)).toEqual(['The budget grew.']);
  });

  test('says that the disk is full and keeps the last whole state', async () => {
    await ingestSource(index, fileOf('The budget grew.'), embedder);
    const db = openDatabase(folder, { embedder, writing: true });
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 10}`);
    const random = makeRandom(1);
    const big = vectorSource(
      'big.txt',
      Array.from({ length: 2_000 }, () => randomVector(random, 6)),
    );
    expect(() => asStorageError('big.txt', () => storeSource(db, big))).toThrow(
      'Cannot store "big.txt": the disk is full or cannot be written',
    );
    db.close();
    expect(index.sources()).toEqual(['a.txt']);
    index.storeSource(big);
    expect(index.sources()).toEqual(['a.txt', 'big.txt']);
  });
});
