import { parentPort, workerData } from 'node:worker_threads';
import { type EmbedderReply, type EmbedderTask, runTask } from './embedder-task.ts';
import { openLocalEmbedder } from './local-embedder.ts';

// Runs inside a worker thread of the embedder pool: opens the model, says so, then does tasks one by one.

const { folder } = workerData as { folder: string };
const embedder = await openLocalEmbedder(folder);
let line = Promise.resolve();
parentPort?.on('message', ({ id, task }: { id: number; task: EmbedderTask }) => {
  line = line.then(async () => {
    const reply = await answer(id, task);
    parentPort?.postMessage(reply, buffersOf(reply));
  });
});
parentPort?.postMessage('open');

async function answer(id: number, task: EmbedderTask): Promise<EmbedderReply> {
  try {
    return { id, result: await runTask(embedder, task) };
  } catch (error) {
    return { id, error };
  }
}

/** Handed over instead of copied: the tokens of a passage take some 300 kB. */
function buffersOf(reply: EmbedderReply): ArrayBuffer[] {
  if ('error' in reply) return [];
  const { buffer } = reply.result instanceof Float32Array ? reply.result : reply.result.vectors;
  return buffer instanceof ArrayBuffer ? [buffer] : [];
}
