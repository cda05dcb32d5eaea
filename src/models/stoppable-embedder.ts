import type { Embedder } from '../models.ts';

/** The same embedder for one piece of work: once `signal` is aborted nothing more is embedded, and its reason thrown. */
export function stoppableEmbedder(embedder: Embedder, signal: AbortSignal): Embedder {
  const unlessStopped = async <Made>(embed: () => Promise<Made>): Promise<Made> => {
    signal.throwIfAborted();
    const made = await embed();
    signal.throwIfAborted();
    return made;
  };
  const embedTokens = embedder.embedTokens?.bind(embedder);
  return {
    id: embedder.id,
    dimensions: embedder.dimensions,
    embedPassage: (text) => unlessStopped(() => embedder.embedPassage(text)),
    embedQuestion: (text) => unlessStopped(() => embedder.embedQuestion(text)),
    ...(embedTokens
      ? { embedTokens: (text: string, as: 'question' | 'passage') => unlessStopped(() => embedTokens(text, as)) }
      : {}),
    close: () => embedder.close(),
  };
}
