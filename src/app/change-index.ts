import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';
import { ingestFiles, type PaperSteps } from '../index/ingest-files.ts';
import { type Index, openIndex } from '../index/open-index.ts';
import { openRebuild } from '../index/open-rebuild.ts';
import { openSourcePlaces } from '../index/source-places.ts';
import type { IngestProgress, IngestSummary } from '../ingestion.ts';
import { openEmbedderPool } from '../models/embedder-pool.ts';
import { openLocalEmbedder } from '../models/local-embedder.ts';
import type { Embedder } from '../models.ts';

export type IngestOptions = {
  rebuild?: boolean;
  signal?: AbortSignal;
  onProgress?: (progress: IngestProgress) => void;
};

/**
 * A search loads the graph of neighbours in any case, and adds a few vectors to it in no time; ingestion would load and
 * save the whole graph for them, which for one paper among 2,000 took longer than to store the paper.
 */
const MAX_UNPREPARED_SHARE = 1 / 50;

/** What reads papers is a third of the program, and whoever only asks never waits for it. */
async function loadSteps(): Promise<PaperSteps> {
  const { listPapers: list } = await import('../read/list-papers.ts');
  const { hashFile: hash } = await import('../read/hash-file.ts');
  const { readPaper: read } = await import('../read/read-paper.ts');
  const { recognisePapers: recognise } = await import('../recognise/recognise-papers.ts');
  const { followPaper: follow } = await import('../follow/follow-paper.ts');
  return { list, hash, read, recognise, follow };
}

/** Brings the index in line with files and folders; `log` keeps a fault whole and gives its reference. */
export async function ingestInto(
  config: Config,
  paths: string[],
  options: IngestOptions & { log(error: unknown): string },
): Promise<IngestSummary> {
  const { rebuild = false, log, signal, onProgress } = options;
  const steps = await loadSteps();
  const embedder = await openManyTextsEmbedder(config);
  try {
    const { index, finish, close } = openForWriting(config.indexFolder, { embedder, rebuild });
    try {
      const places = openSourcePlaces(config.indexFolder);
      const run = { isRebuild: rebuild, ...(signal ? { signal } : {}), ...(onProgress ? { onProgress } : {}) };
      const summary = await ingestFiles(paths, { steps, index, places, embedder, log, ...run });
      if (!summary.stopped) await finish(summary);
      return summary;
    } finally {
      close();
    }
  } finally {
    await embedder.close();
  }
}

type Writing = { index: Index; finish(summary: IngestSummary): Promise<void>; close(): void };

/** The index itself, or a new one that takes its place at the end. */
function openForWriting(folder: string, { embedder, rebuild }: { embedder: Embedder; rebuild: boolean }): Writing {
  if (rebuild) {
    const { index, publish, close } = openRebuild(folder, { embedder });
    return { index, finish: publish, close };
  }
  const index = openIndex(folder, { embedder, writing: true });
  const finish = async (summary: IngestSummary) => {
    if (isMuch(summary, index.sources().length)) index.prepare();
  };
  return { index, finish, close: index.close };
}

/** Whether so much has come that a question should not have to wait until it is among the neighbours. */
function isMuch({ added, changed }: IngestSummary, sources: number): boolean {
  return added + changed > MAX_UNPREPARED_SHARE * sources;
}

/** For as many texts as the machine has processors for; on one alone, a second thread would only cost. */
async function openManyTextsEmbedder({ embedder, modelFolder }: Config): Promise<Embedder> {
  if (embedder) {
    const { openRemoteEmbedder } = await import('../models/open-remote-embedder.ts');
    return openRemoteEmbedder(embedder);
  }
  const threads = availableParallelism();
  return threads < 2 ? openLocalEmbedder(modelFolder) : openEmbedderPool(modelFolder, threads);
}

/** Takes out a paper, or all papers of a folder, by name or place; gives the names. Throws `not-found`. */
export function removeFromIndex(path: string, folder: string): string[] {
  const index = openIndex(folder, { writing: true });
  try {
    const places = openSourcePlaces(folder);
    const placed = new Set(places.under(resolve(path)).map(({ source }) => source));
    const below = path.endsWith('/') ? path : `${path}/`;
    const named = index.sources().filter((name) => name === path || name.startsWith(below) || placed.has(name));
    if (named.length === 0) throw new AppError('not-found', `Cannot remove "${path}": the index has no such paper`);
    for (const source of named) {
      index.removeSource(source);
      places.forget(source);
    }
    places.save();
    return named;
  } finally {
    index.close();
  }
}
