import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PUBLIC_AUDIENCE } from '../../src/audience.ts';
import { ingestSource } from '../../src/index/ingest-source.ts';
import { openIndex } from '../../src/index/open-index.ts';
import type { Embedder } from '../../src/models.ts';
import { recognisePapers } from '../../src/recognise/recognise-papers.ts';
import { fakeEmbedder } from '../support/fake-embedder.ts';
import { textPaper } from '../support/recognised-report.ts';
import { CANARY, SAMPLE_PAPERS } from '../support/sample-texts.ts';

test('ingestSource() gives a model elsewhere no word of a closed paper, which is found by its words all the same', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-kept-'));
  const given: string[] = [];
  const inner = fakeEmbedder();
  const embedder: Embedder = {
    ...inner,
    mayTake: (access) => access.kind === 'public',
    async embedPassage(text) {
      given.push(text);
      return inner.embedPassage(text);
    },
  };
  const index = openIndex(folder, { writing: true, embedder });
  try {
    for (const [source, text] of Object.entries(SAMPLE_PAPERS)) {
      const read = textPaper(text);
      await ingestSource(index, { source, sha256: source, text: read, papers: recognisePapers(read) }, embedder);
    }
    index.prepare();
    expect(given.length).toBeGreaterThan(5);
    expect(given.join('\n').toLowerCase()).not.toContain(CANARY);
    const everybody = { cleared: [1, 2, 3, 4, 5, 6, 7] };
    expect(index.searchWords([CANARY], { audience: everybody }, 5).length).toBeGreaterThan(0);
    expect(index.searchWords([CANARY], { audience: PUBLIC_AUDIENCE }, 5)).toEqual([]);
    const near = index.searchPassageVectors(await inner.embedQuestion(CANARY), { audience: everybody }, 3);
    expect(near.every(({ score }) => Number.isFinite(score))).toBe(true);
  } finally {
    index.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
