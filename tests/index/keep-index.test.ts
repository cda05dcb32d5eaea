import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PUBLIC_AUDIENCE } from '../../src/audience.ts';
import { ingestSource } from '../../src/index/ingest-source.ts';
import { type KeptIndex, keepIndex } from '../../src/index/keep-index.ts';
import { openIndex } from '../../src/index/open-index.ts';
import { openRebuild } from '../../src/index/open-rebuild.ts';
import type { Paper } from '../../src/paper.ts';
import { fakeEmbedder, fakeVector } from '../support/fake-embedder.ts';
import { makePaper, plainPaperText } from '../support/made-up-paper.ts';

const PUBLIC = { audience: PUBLIC_AUDIENCE };
const embedder = fakeEmbedder();
let folder = '';
let kept: KeptIndex;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-keep-'));
  await write({ 'a.txt': 'The budget grew.', 'b.txt': 'A road was mended.' });
  kept = keepIndex(folder);
});

afterEach(() => {
  kept.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Stores these texts from a connection of its own, as another process would. */
async function write(
  texts: Record<string, string>,
  options: { rebuild?: boolean; model?: string; paper?: Partial<Paper> } = {},
): Promise<void> {
  const model = fakeEmbedder(options.model ? { id: options.model } : {});
  const rebuild = options.rebuild ? openRebuild(folder, { embedder: model }) : undefined;
  const index = rebuild?.index ?? openIndex(folder, { writing: true, embedder: model });
  for (const [source, text] of Object.entries(texts)) {
    const papers = [makePaper('other', text, options.paper ?? {})];
    await ingestSource(
      index,
      { source, sha256: `${text}${options.paper?.access?.kind}`, text: plainPaperText(text), papers },
      model,
    );
  }
  await rebuild?.publish();
  (rebuild ?? index).close();
}

function found(): string[] {
  const index = kept.index();
  const hits = [
    ...index.searchPassageVectors(fakeVector('budget road'), PUBLIC, 5),
    ...index.searchSentenceVectors(fakeVector('budget road'), PUBLIC, 5),
    ...index.searchWords(['budget', 'road'], PUBLIC, 5),
  ];
  const ids = [...new Set(hits.map(({ passageId }) => passageId))];
  const texts = index.passages(ids, PUBLIC_AUDIENCE).map(({ text }) => text);
  // Every hit is of a passage that is there: nothing is taken out only afterwards.
  expect(texts).toHaveLength(ids.length);
  return texts.sort();
}

describe('keepIndex()', () => {
  test('finds nothing of a paper that another connection has removed', () => {
    expect(found()).toEqual(['A road was mended.', 'The budget grew.']);
    const writer = openIndex(folder, { writing: true, embedder });
    writer.removeSource('a.txt');
    expect(found()).toEqual(['A road was mended.']);
    writer.close();
    expect(found()).toEqual(['A road was mended.']);
  });

  test('finds nothing of a paper that has become exempt', async () => {
    expect(found()).toContain('The budget grew.');
    await write({ 'a.txt': 'The budget grew.' }, { paper: { access: { kind: 'exempt', paragraphs: [3] } } });
    expect(found()).toEqual(['A road was mended.']);
    expect(kept.index().closedPapers(PUBLIC_AUDIENCE)).toEqual([{ paragraphs: [3] }]);
  });

  test('remembers what was worked out until the index changes', async () => {
    let worked = 0;
    const words = () => kept.remember('words', () => [++worked, [...kept.index().vocabulary().keys()]] as const);
    expect(words()[1]).toContain('budget');
    expect(words()[0]).toBe(1);
    await write({ 'a.txt': 'The school closed.' });
    expect(words()[1]).toEqual(expect.arrayContaining(['school', 'road']));
    expect(words()[1]).not.toContain('budget');
    expect(words()[0]).toBe(2);
  });

  test('reads an index that was rebuilt in its place, or made anew after it was deleted', async () => {
    expect(found()).toHaveLength(2);
    await write({ 'c.txt': 'One road.' }, { rebuild: true });
    expect(found()).toEqual(['One road.']);
    rmSync(folder, { recursive: true });
    expect(() => kept.index()).toThrow(/there is none/);
    await write({ 'd.txt': 'Two roads.' });
    expect(found()).toEqual(['Two roads.']);
  });

  test('refuses an index of another model, even where it was opened without one', async () => {
    expect(kept.index().counts().sources).toBe(2);
    expect(() => kept.index(fakeEmbedder({ id: 'other' }))).toThrow(/made with the model fake/);
    expect(kept.index(embedder).counts().sources).toBe(2);
    await write({ 'c.txt': 'One road.' }, { rebuild: true, model: 'other' });
    expect(() => kept.index(embedder)).toThrow(/made with the model other/);
  });
});

describe('version()', () => {
  test('changes with every storing and removing, for every connection alike, and with nothing else', async () => {
    const versions: string[] = [];
    const note = () => versions.push(JSON.stringify(kept.index().version()));
    note();
    found();
    await write({});
    note();
    expect(new Set(versions).size).toBe(1);
    await write({ 'c.txt': 'One road.' });
    note();
    const writer = openIndex(folder, { writing: true, embedder });
    writer.removeSource('c.txt');
    note();
    expect(writer.version()).toEqual(kept.index().version());
    writer.close();
    await write({ 'c.txt': 'One road.' }, { rebuild: true });
    note();
    expect(new Set(versions).size).toBe(4);
  });
});
