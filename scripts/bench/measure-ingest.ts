import { availableParallelism } from 'node:os';
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { passageEmbeddingText, sentenceEmbeddingText } from '../../src/index/embedding-text.ts';
import { openIndex } from '../../src/index/open-index.ts';
import { sentenceWindows } from '../../src/index/sentence-windows.ts';
import { openEmbedderPool } from '../../src/models/embedder-pool.ts';

export type IngestFigures = {
  readyMs: number;
  unchangedMs: number;
  embeddingMs: number;
  texts: number;
  passages: number;
};

/** Ingests the papers twice, then embeds the same texts with nothing else to do. Leaves the index in its folder. */
export async function measureIngest(indexFolder: string, papers: string): Promise<IngestFigures> {
  const config = readConfig({}, { index: indexFolder });
  const ingest = async () => {
    const app = openApp(config, { log: (error) => String(error) });
    try {
      return await timed(() => app.ingest([papers]));
    } finally {
      await app.close();
    }
  };
  const readyMs = await ingest();
  const unchangedMs = await ingest();
  const texts = embeddedTexts(indexFolder);
  const embedder = await openEmbedderPool(config.modelFolder, availableParallelism());
  const embeddingMs = await timed(() => Promise.all(texts.map((text) => embedder.embedPassage(text))));
  await embedder.close();
  const index = openIndex(indexFolder);
  const { passages } = index.counts();
  index.close();
  return { readyMs, unchangedMs, embeddingMs, texts: texts.length, passages };
}

/** Every text that ingestion embedded, closed papers' as well. */
function embeddedTexts(indexFolder: string): string[] {
  const index = openIndex(indexFolder);
  const everything = { audience: { cleared: [1, 2, 3, 4, 5, 6, 7] } };
  const passages = index.listPassages(everything);
  index.close();
  return passages.flatMap((passage) => [
    passageEmbeddingText(passage),
    ...sentenceWindows(passage.text).map(({ start, end }) =>
      sentenceEmbeddingText(passage, passage.text.slice(start, end)),
    ),
  ]);
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await run();
  return performance.now() - startedAt;
}
