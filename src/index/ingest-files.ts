import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { AppError } from '../errors.ts';
import type { FollowPaper } from '../followed.ts';
import type { FileOutcome, IngestProgress, IngestSummary } from '../ingestion.ts';
import type { Embedder } from '../models.ts';
import type { Paper, PaperText } from '../paper.ts';
import { ingestSource, type RecognisedFile } from './ingest-source.ts';
import type { Index, SourceState } from './open-index.ts';
import { readAhead } from './read-ahead.ts';
import type { SourcePlaces } from './source-places.ts';

type ListedFile = { path: string; relative: string };
type ReadFile = { kind: 'read'; paper: PaperText; sha256: string } | { kind: 'unreadable'; reason: string };

/** The steps before the index, handed in because steps do not know each other. */
export type PaperSteps = {
  list(paths: string[]): Promise<{ papers: ListedFile[]; skipped: (ListedFile & { reason: string })[] }>;
  /** Undefined for a file that cannot be read. */
  hash(path: string): Promise<string | undefined>;
  read(path: string, options: { signal?: AbortSignal }): Promise<ReadFile>;
  recognise(text: PaperText): Paper[];
  /** Reads what the committee's memory keeps of a paper. */
  follow: FollowPaper;
};

export type IngestFilesOptions = {
  steps: PaperSteps;
  index: Index;
  places: SourcePlaces;
  embedder: Embedder;
  /** The index is a new one that nobody reads yet: it holds these files and no others. */
  isRebuild?: boolean;
  signal?: AbortSignal;
  onProgress?: (progress: IngestProgress) => void;
  /** Keeps a fault of the program whole, for one paper must not stop the rest; gives its reference. */
  log(error: unknown): string;
};

/** A file to look at; `work` is what it adds to the whole: its size, nothing where nothing is to be done. */
type Task = ListedFile & { source: string; state: SourceState; work: number };
type Outcome = { outcome: FileOutcome; reason?: string; sameAs?: string };

/**
 * Brings the index in line with these files and folders: new and changed papers are stored one by one, papers that
 * vanished from a named folder are taken out, and one that cannot be read keeps what the index had of it. When
 * stopped, what was stored stays and the next run goes on. Throws for a path that is not there, a full disk, and a
 * fault that is not one paper's.
 */
export async function ingestFiles(paths: string[], options: IngestFilesOptions): Promise<IngestSummary> {
  const { steps, signal } = options;
  const startedAt = performance.now();
  const listed = await steps.list(paths);
  const skipped = listed.skipped.map(({ relative, reason }) => ({ file: relative, reason }));
  const summary: IngestSummary = { ...EMPTY, duplicates: [], failed: [], skipped, removed: 0, stopped: false, ms: 0 };
  if (!options.isRebuild) summary.removed = removeVanished(paths, options);
  const tasks = await planTasks(listed.papers, options);
  if (options.isRebuild) keepOnly(tasks, options);
  const whole = Math.max(
    1,
    tasks.reduce((sum, { work }) => sum + work, 0),
  );
  let worked = 0;
  const toRead = tasks.filter(({ state }) => needsWork(state));
  // The embedder's threads start while the first paper is read.
  if (toRead.length > 0) options.embedder.embedPassage('').catch(() => {});
  const read = readAhead(toRead, (task) => readAndRecognise(task, options));
  for (const [done, task] of tasks.entries()) {
    const tell = (share: number, outcome?: FileOutcome) =>
      options.onProgress?.({
        done: outcome ? done + 1 : done,
        total: tasks.length,
        share: Math.min(1, (worked + share * task.work) / whole),
        file: task.source,
        ...(outcome ? { outcome } : {}),
      });
    const result = signal?.aborted ? undefined : await ingestFile(task, { ...options, read, onShare: tell });
    if (!result) {
      summary.stopped = true;
      break;
    }
    count(summary, task, result);
    tell(1, result.outcome);
    worked += task.work;
  }
  return { ...summary, ms: performance.now() - startedAt };
}

const EMPTY = { added: 0, changed: 0, unchanged: 0 };

/** Takes out what was read from under these paths and is not on the disk any more; one that only cannot be seen stays. */
function removeVanished(paths: string[], { index, places }: IngestFilesOptions): number {
  const vanished = paths.flatMap((path) => places.under(resolve(path))).filter(({ path }) => isGone(path));
  for (const { source } of vanished) places.forget(source);
  const removed = vanished.filter(({ source }) => index.removeSource(source)).length;
  places.save();
  return removed;
}

/** An earlier rebuild, which this one goes on with, may have been of other files. */
function keepOnly(tasks: Task[], { index, signal }: IngestFilesOptions): void {
  if (signal?.aborted) return;
  const sources = new Set(tasks.map(({ source }) => source));
  for (const source of index.sources()) if (!sources.has(source)) index.removeSource(source);
}

function isGone(path: string): boolean {
  try {
    statSync(path);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
  }
}

/** Names the files and looks which of them need work, so that the time left can be told. */
async function planTasks(files: ListedFile[], { steps, index, places, signal }: IngestFilesOptions): Promise<Task[]> {
  const tasks: Task[] = [];
  for (const file of files) {
    if (signal?.aborted) break;
    const source = places.nameOf(resolve(file.path), file.relative);
    const sha256 = await steps.hash(file.path);
    const state: SourceState = sha256 === undefined ? { kind: 'new' } : index.sourceState(source, sha256);
    tasks.push({ ...file, source, state, work: needsWork(state) ? sizeOf(file.path) : 0 });
  }
  places.save();
  return tasks;
}

function needsWork({ kind }: SourceState): boolean {
  return kind === 'new' || kind === 'changed';
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

type Recognised = { kind: 'unreadable'; reason: string } | ({ kind: 'read' } & RecognisedFile);
type IngestFileOptions = IngestFilesOptions & {
  read(task: Task): Promise<Recognised>;
  onShare(share: number): void;
};

/** What came of one file; undefined if it was stopped before anything of it was stored. */
async function ingestFile(task: Task, options: IngestFileOptions): Promise<Outcome | undefined> {
  if (task.state.kind === 'unchanged') return { outcome: 'unchanged' };
  try {
    if (task.state.kind === 'duplicate') {
      options.index.removeSource(task.source);
      return { outcome: 'duplicate', sameAs: task.state.of };
    }
    return await readAndStore(task, options);
  } catch (error) {
    if (options.signal?.aborted) return undefined;
    // A disk that is full, or an index another run holds, is no fault of this paper's: the rest would fail alike.
    if (error instanceof AppError && error.code === 'unavailable') throw error;
    const reason =
      error instanceof AppError ? error.message : `the program failed on it (reference ${options.log(error)})`;
    return { outcome: 'failed', reason };
  }
}

async function readAndRecognise(task: Task, { steps, signal }: IngestFilesOptions): Promise<Recognised> {
  const read = await steps.read(task.path, signal ? { signal } : {});
  if (read.kind === 'unreadable') return read;
  const { paper: text, sha256 } = read;
  const papers = steps.recognise(text);
  const followed = papers.map((paper) => steps.follow(text, paper));
  return { kind: 'read', source: task.source, sha256, text, papers, followed };
}

async function readAndStore(
  task: Task,
  { read, index, embedder, signal, onShare }: IngestFileOptions,
): Promise<Outcome> {
  onShare(0);
  const file = await read(task);
  if (file.kind === 'unreadable') return { outcome: 'failed', reason: file.reason };
  const stored = await ingestSource(index, file, embedder, {
    ...(signal ? { signal } : {}),
    onProgress: ({ done, total }) => onShare(total === 0 ? 1 : done / total),
  });
  return stored.kind === 'duplicate' ? { outcome: 'duplicate', sameAs: stored.of } : { outcome: stored.kind };
}

function count(summary: IngestSummary, task: Task, { outcome, reason, sameAs }: Outcome): void {
  if (outcome === 'failed') summary.failed.push({ file: task.source, reason: reason ?? 'the paper could not be read' });
  else if (outcome === 'duplicate') summary.duplicates.push({ file: task.source, sameAs: sameAs ?? '' });
  else summary[outcome]++;
}
