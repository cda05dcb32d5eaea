import { Worker } from 'node:worker_threads';
import type { Embedder, TokenVectors } from '../models.ts';
import type { EmbedderReply, EmbedderTask, EmbedderWorkerStart } from './embedder-worker.ts';
import { openLocalEmbedder } from './local-embedder.ts';

/**
 * The sentence model on this many worker threads, one copy of it each; texts given while all are busy wait in
 * line. Gives the same vectors as openLocalEmbedder, and is that where `threads` is below 2.
 */
export async function openEmbedderPool(folder: string, threads: number): Promise<Embedder> {
  if (threads < 2) return openLocalEmbedder(folder);
  const workers = await openWorkers(folder, threads);
  // Where threads cannot be had this one does it all; where the model is at fault it says so itself.
  if (workers.length < threads) return openLocalEmbedder(folder);
  const { id, dimensions } = workers[0]?.start ?? { id: '', dimensions: 0 };
  const give = <T>(task: EmbedderTask) => leastBusy(workers).give(task) as Promise<T>;
  return {
    id,
    dimensions,
    embedPassage: (text) => give<Float32Array>({ method: 'embedPassage', text }),
    embedQuestion: (text) => give<Float32Array>({ method: 'embedQuestion', text }),
    embedTokens: (text, as) => give<TokenVectors>({ method: 'embedTokens', text, as }),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}

type PoolWorker = {
  start: EmbedderWorkerStart;
  waiting(): number;
  give(task: EmbedderTask): Promise<Float32Array | TokenVectors>;
  close(): Promise<number>;
};

/** As many workers as were asked for, or none. */
async function openWorkers(folder: string, threads: number): Promise<PoolWorker[]> {
  const opened = await Promise.allSettled(Array.from({ length: threads }, () => openWorker(folder)));
  const workers = opened.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  if (workers.length === threads) return workers;
  await Promise.all(workers.map((worker) => worker.close()));
  return [];
}

function leastBusy(workers: PoolWorker[]): PoolWorker {
  return workers.reduce((best, worker) => (worker.waiting() < best.waiting() ? worker : best));
}

type Waiting = { resolve(value: Float32Array | TokenVectors): void; reject(error: unknown): void };

async function openWorker(folder: string): Promise<PoolWorker> {
  const worker = new Worker(new URL('./start-embedder-worker.mjs', import.meta.url), { workerData: { folder } });
  const start = await new Promise<EmbedderWorkerStart>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  const waiting = new Map<number, Waiting>();
  worker.on('message', (reply: EmbedderReply) => settle(waiting, reply));
  worker.on('error', (error) => failAll(waiting, error));
  worker.on('exit', () => failAll(waiting, new Error('The embedding worker has ended')));
  let lastId = 0;
  return {
    start,
    waiting: () => waiting.size,
    give: (task) =>
      new Promise((resolve, reject) => {
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

function failAll(waiting: Map<number, Waiting>, error: unknown): void {
  for (const task of waiting.values()) task.reject(error);
  waiting.clear();
}
