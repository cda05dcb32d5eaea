import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PUBLIC_AUDIENCE } from '../../src/audience.ts';
import { ingestSource } from '../../src/index/ingest-source.ts';
import { type Index, openIndex } from '../../src/index/open-index.ts';
import { openRebuild } from '../../src/index/open-rebuild.ts';
import { fakeEmbedder } from '../support/fake-embedder.ts';
import { makePaper, plainPaperText } from '../support/made-up-paper.ts';
import { openSampleApp } from '../support/sample-app.ts';

const embedder = fakeEmbedder();
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-rebuild-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function store(index: Index, source: string, text: string, model = embedder): Promise<void> {
  const papers = [makePaper('other', text)];
  await ingestSource(index, { source, sha256: text, text: plainPaperText(text), papers }, model);
}

async function makeIndex(text: string): Promise<void> {
  const index = openIndex(folder, { writing: true, embedder });
  await store(index, 'old.txt', text);
  index.close();
}

/** The texts of an index as somebody reads it who opens it now. */
function readTexts(options: Parameters<typeof openIndex>[1] = {}): string[] {
  const index = openIndex(folder, options);
  const texts = textsOf(index);
  index.close();
  return texts;
}

function textsOf(index: Index): string[] {
  return index
    .listPassages({ audience: PUBLIC_AUDIENCE })
    .map(({ text }) => text)
    .sort();
}

describe('openRebuild()', () => {
  test('leaves the old index to its readers until the new one is published, to them as to all others', async () => {
    await makeIndex('The budget grew.');
    const reader = openIndex(folder);
    const rebuild = openRebuild(folder, { embedder });
    await store(rebuild.index, 'a.txt', 'One road.');
    expect([textsOf(reader), readTexts()]).toEqual([['The budget grew.'], ['The budget grew.']]);
    await store(rebuild.index, 'b.txt', 'Two roads.');
    const before = reader.version().making;
    await rebuild.publish();
    rebuild.close();
    expect([textsOf(reader), readTexts()]).toEqual([
      ['One road.', 'Two roads.'],
      ['One road.', 'Two roads.'],
    ]);
    expect(reader.version().making).not.toBe(before);
    reader.close();
    expect(existsSync(join(folder, 'rebuilding.db'))).toBe(false);
  });

  test('goes on where one that was not published stopped, but not after the index was written to', async () => {
    await makeIndex('The budget grew.');
    const first = openRebuild(folder, { embedder });
    await store(first.index, 'a.txt', 'One road.');
    first.close();
    const second = openRebuild(folder, { embedder });
    expect(second.index.sources()).toEqual(['a.txt']);
    second.close();
    expect(readTexts()).toEqual(['The budget grew.']);
    openIndex(folder, { writing: true, embedder }).close();
    const third = openRebuild(folder, { embedder });
    expect(third.index.sources()).toEqual([]);
    third.close();
  });

  test('takes the place of an index of another model, of a damaged one, and of none', async () => {
    const other = fakeEmbedder({ id: 'other' });
    const rebuildWith = async (model: typeof embedder) => {
      const rebuild = openRebuild(folder, { embedder: model });
      await store(rebuild.index, 'a.txt', 'One road.', model);
      await rebuild.publish();
      rebuild.close();
      expect(readTexts({ embedder: model })).toEqual(['One road.']);
    };
    await rebuildWith(embedder);
    // Broken off with the first model, so that there is something to go on with that does not fit.
    const broken = openRebuild(folder, { embedder });
    await store(broken.index, 'b.txt', 'Two roads.');
    broken.close();
    await rebuildWith(other);
    writeFileSync(join(folder, 'minutebook.db'), 'not a database at all '.repeat(100));
    expect(() => openIndex(folder)).toThrow(/it is damaged; rebuild it with/);
    await rebuildWith(embedder);
  });

  test('keeps other writers out until it is closed', () => {
    const rebuild = openRebuild(folder, { embedder });
    expect(() => openIndex(folder, { writing: true, embedder })).toThrow(/another run is writing to it/);
    expect(() => openRebuild(folder, { embedder })).toThrow(/another run is writing to it/);
    rebuild.close();
    openIndex(folder, { writing: true, embedder }).close();
  });

  test('leaves the old index whole or the new one, whenever it is killed', async () => {
    await makeIndex('The budget grew.');
    const rounds = new Set<string>();
    for (const afterMs of [0, 25, 50, 75]) {
      const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/rebuild-for-ever.ts', folder]);
      await once(child.stdout, 'data');
      await sleep(afterMs);
      child.kill('SIGKILL');
      await once(child, 'exit');
      const texts = readTexts();
      expect(texts).toHaveLength(3);
      expect(new Set(texts).size).toBe(1);
      rounds.add(texts[0] ?? '');
    }
    expect(rounds).not.toContain('The budget grew.');
  });
});

describe('App.ingest() with rebuild', () => {
  test('holds the files it is told of and no others, though it goes on with a rebuild of more', async () => {
    const sample = openSampleApp();
    const app = sample.open();
    await app.ingest([sample.papers]);
    const stop = new AbortController();
    const stopAfterFirst = () => stop.abort();
    const first = await app.ingest([sample.papers], {
      rebuild: true,
      signal: stop.signal,
      onProgress: ({ outcome }) => outcome && stopAfterFirst(),
    });
    expect([first.stopped, first.added]).toEqual([true, 1]);
    expect(app.papers()).toHaveLength(2);
    const second = await app.ingest([join(sample.papers, 'works/january.txt')], { rebuild: true });
    expect([second.added + second.unchanged, second.removed]).toEqual([1, 0]);
    expect(app.papers()).toHaveLength(1);
    await sample.close();
  });
});
