import { parentPort, workerData } from 'node:worker_threads';
import type { Embedder, TokenVectors } from '../models.ts';
import { openLocalEmbedder } from './local-embedder.ts';

// Runs inside a worker thread of the embedder pool: opens the model, says so, then answers tasks one by one.

export type EmbedderTask =
  | { method: 'embedPassage' | 'embedQuestion'; text: string }
  | { method: 'embedTokens'; text: string; as: 'question' | 'passage' };

/** First message of a worker: its model is open. */
export type EmbedderWorkerStart = { id: string; dimensions: number };

export type EmbedderReply = { id: number; result: Float32Array | TokenVectors } | { id: number; error: unknown };

const { folder } = workerData as { folder: string };
const embedder = await openLocalEmbedder(folder);
let line = Promise.resolve();
parentPort?.on('message', ({ id, task }: { id: number; task: EmbedderTask }) => {
  line = line.then(async () => parentPort?.postMessage(await answer(id, task)));
});
parentPort?.postMessage({ id: embedder.id, dimensions: embedder.dimensions } satisfies EmbedderWorkerStart);

async function answer(id: number, task: EmbedderTask): Promise<EmbedderReply> {
  try {
    return { id, result: await run(embedder, task) };
  } catch (error) {
    return { id, error };
  }
}

function run(model: Embedder, task: EmbedderTask): Promise<Float32Array | TokenVectors> {
  switch (task.method) {
    case 'embedPassage':
      return model.embedPassage(task.text);
    case 'embedQuestion':
      return model.embedQuestion(task.text);
    case 'embedTokens':
      if (!model.embedTokens) throw new Error('The sentence model gives no token vectors');
      return model.embedTokens(task.text, task.as);
  }
}
