import type { Embedder, TokenVectors } from '../models.ts';

/** What the embedder pool asks of a worker. */
export type EmbedderTask =
  | { method: 'embedPassage' | 'embedQuestion'; text: string }
  | { method: 'embedTokens'; text: string; as: 'question' | 'passage' };

/** A worker's answer to the task with this id; its first message of all says only that its model is open. */
export type EmbedderReply = { id: number; result: Float32Array | TokenVectors } | { id: number; error: unknown };

/** Does a task with this embedder. */
export function runTask(embedder: Embedder, task: EmbedderTask): Promise<Float32Array | TokenVectors> {
  switch (task.method) {
    case 'embedPassage':
      return embedder.embedPassage(task.text);
    case 'embedQuestion':
      return embedder.embedQuestion(task.text);
    case 'embedTokens':
      if (!embedder.embedTokens) throw new Error('The sentence model gives no token vectors');
      return embedder.embedTokens(task.text, task.as);
  }
}
