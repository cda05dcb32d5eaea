import { Worker } from 'node:worker_threads';
import type { Embedder, TokenVectors } from '../models.ts';
import { type EmbedderReply, type EmbedderTask, runTask } from './embedder-task.ts';
import { DIMENSIONS, MODEL_ID, openLocalEmbedder, readModelFiles } from './local-embedder.ts';

/** A copy of the model takes about 150 MB, and more threads than this wait for memory rather than for each other. */
const MAX_THREADS = 8;

/**
 * The sentence model on this many worker threads, one copy of it each; texts given while all are busy wait in line,
 * what questions say before the passages they are compared with. Gives the same vectors as openLocalEmbedder, and leaves the thread that asks free meanwhile, which that does
 * not. The model's files are checked at once, the threads start with the first text: a run that finds nothing new never
 * waits for them. A thread that ends takes its texts with it and is replaced when the next come.
 */
export async function openEmbedderPool(folder: string, threads: number): Promise<Embedder> {
  await readModelFiles(folder);
  let started: Promise<Giver> | undefined;
  const give = async <T>(task: EmbedderTask) => {
    started ??= startGiver(folder, Math.max(1, Math.min(threads, MAX_THREADS)));
    return (await started).give(task) as Promise<T>;
  };
  return {
    id: MODEL_ID,
    dimensions: DIMENSIONS,
    embedPassage: (text) => give<Float32Array>({ method: 'embedPassage', text }),
    embedQuestion: (text) => give<Float32Array>({ method: 'embedQuestion', text }),
    embedTokens: (text, as) => give<TokenVectors>({ method: 'embedTokens', text, as }),
    close: async () => (await started)?.close(),
  };
}

type Embedded = Float32Array | TokenVectors;
type Giver = { give(task: EmbedderTask): Promise<Embedded>; close(): Promise<void> };

/** Gives each task to the next free worker; where threads cannot be had, this one does it all. */
async function startGiver(folder: string, threads: number): Promise<Giver> {
  const workers = await openWorkers(folder, threads);
  if (workers.length < threads) {
    const embedder = await openLocalEmbedder(folder);
    return { give: (task) => runTask(embedder, task), close: () => embedder.close() };
  }
  const places = workers.map((worker) => openPlace(worker, folder));
  return {
    give: openLine(places),
    close: async () => {
      await Promise.all(places.map(async (place) => (await place.worker()).close()));
    },
  };
}

/** One worker of the pool, and the next in its place when it has ended. */
type Place = { worker(): Promise<PoolWorker> };

function openPlace(first: PoolWorker, folder: string): Place {
  let current = first;
  let opening: Promise<PoolWorker> | undefined;
  const replace = async () => {
    try {
      current = await openWorker(folder);
      return current;
    } finally {
      opening = undefined;
    }
  };
  return {
    worker: async () => {
      if (!current.hasEnded()) return current;
      opening ??= replace();
      return opening;
    },
  };
}

/** As many workers as were asked for, or none. */
async function openWorkers(folder: string, threads: number): Promise<PoolWorker[]> {
  const opened = await Promise.allSettled(Array.from({ length: threads }, () => openWorker(folder)));
  const workers = opened.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  if (workers.length === threads) return workers;
  await Promise.all(workers.map((worker) => worker.close()));
  return [];
}

/** A worker has one task while it does another, so that it never waits for this thread. */
const TASKS_OF_A_WORKER = 2;

type InLine = { task: EmbedderTask; resolve(value: Embedded): void; reject(error: unknown): void };

/** Hands out tasks in the order they came, questions first: they are short, and everything else of theirs waits for them. */
function openLine(places: Place[]): Giver['give'] {
  const questions: InLine[] = [];
  const passages: InLine[] = [];
  const tasks = new Map(places.map((place) => [place, 0]));
  const hand = (place: Place, { task, resolve, reject }: InLine) => {
    tasks.set(place, (tasks.get(place) ?? 0) + 1);
    place
      .worker()
      .then((worker) => worker.give(task))
      .finally(() => tasks.set(place, (tasks.get(place) ?? 1) - 1))
      .finally(next)
      .then(resolve, reject);
  };
  const next = () => {
    for (let place = leastBusy(tasks); place; place = leastBusy(tasks)) {
      const first = questions.shift() ?? passages.shift();
      if (!first) return;
      hand(place, first);
    }
  };
  return (task) =>
    new Promise((resolve, reject) => {
      (isOfQuestion(task) ? questions : passages).push({ task, resolve, reject });
      next();
    });
}

function isOfQuestion(task: EmbedderTask): boolean {
  return task.method === 'embedQuestion' || (task.method === 'embedTokens' && task.as === 'question');
}

/** The place with the fewest tasks; undefined if all have enough. */
function leastBusy(tasks: Map<Place, number>): Place | undefined {
  const [place, count = 0] = [...tasks].reduce((best, one) => (one[1] < best[1] ? one : best));
  return count < TASKS_OF_A_WORKER ? place : undefined;
}

type PoolWorker = {
  hasEnded(): boolean;
  give(task: EmbedderTask): Promise<Embedded>;
  close(): Promise<number>;
};

type Waiting = { resolve(value: Embedded): void; reject(error: unknown): void };

async function openWorker(folder: string): Promise<PoolWorker> {
  const worker = new Worker(new URL('./start-embedder-worker.mjs', import.meta.url), { workerData: { folder } });
  await new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The embedding worker has ended')));
  });
  const waiting = new Map<number, Waiting>();
  worker.on('message', (reply: EmbedderReply) => settle(waiting, reply));
  let hasEnded = false;
  const end = (error: unknown) => {
    hasEnded = true;
    for (const task of waiting.values()) task.reject(error);
    waiting.clear();
  };
  worker.on('error', end);
  worker.on('exit', () => end(new Error('The embedding worker has ended')));
  let lastId = 0;
  return {
    hasEnded: () => hasEnded,
    give: (task) =>
      new Promise((resolve, reject) => {
        if (hasEnded) return reject(new Error('The embedding worker has ended'));
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        worker.postMessage({ id: lastId, task });
      }),
    close: () => worker.terminate(),
  };
}

function settle(waiting: Map<number, Waiting>, reply: EmbedderReply): void {
  const task = waiting.get(reply.id);
  waiting.delete(reply.id);
  if ('error' in reply) task?.reject(reply.error);
  else task?.resolve(reply.result);
}
