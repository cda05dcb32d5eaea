import type { Followed } from '../followed.ts';
import type { Embedder } from '../models.ts';
import type { Paper, PaperText } from '../paper.ts';
import { cutPassages, type PassageDraft } from './cut-passages.ts';
import { passageEmbeddingText, sentenceEmbeddingText } from './embedding-text.ts';
import type { Index } from './open-index.ts';
import { sentenceWindows } from './sentence-windows.ts';
import type { EmbeddedPassage } from './store-source.ts';

/** Texts given to the embedder at once: its threads have work for half a second while this one reads the next paper. */
const TEXTS_AT_ONCE = 64;

export type RecognisedFile = {
  source: string;
  sha256: string;
  text: PaperText;
  papers: Paper[];
  /** What is followed of each paper, in their order. */
  followed?: Followed[];
};
export type IngestOptions = {
  /** Called after each text embedded, with characters done and to do. */
  onProgress?: (progress: { done: number; total: number }) => void;
  /** Stops before anything of this file is stored. */
  signal?: AbortSignal;
};
export type IngestOutcome =
  | { kind: 'added' | 'changed'; passages: number; sentences: number }
  | { kind: 'unchanged' }
  | { kind: 'duplicate'; of: string };

/**
 * Cuts, embeds and stores a recognised file in one transaction. Nothing is done for a file the index holds
 * unchanged; one with the content of another file is not stored, and what was stored under its name goes.
 * Throws the signal's reason when it is stopped.
 */
export async function ingestSource(
  index: Index,
  file: RecognisedFile,
  embedder: Embedder,
  options: IngestOptions = {},
): Promise<IngestOutcome> {
  const state = index.sourceState(file.source, file.sha256);
  if (state.kind === 'unchanged') return state;
  if (state.kind === 'duplicate') {
    index.removeSource(file.source);
    return state;
  }
  const passages = await embedPassages(cutPassages(file.text, file.papers, file), embedder, options);
  options.signal?.throwIfAborted();
  index.storeSource({ ...file, passages });
  const sentences = passages.reduce((sum, passage) => sum + passage.sentences.length, 0);
  return { kind: state.kind === 'new' ? 'added' : 'changed', passages: passages.length, sentences };
}

type Embedded = { vector: Float32Array };
/** A text and what its vector is for. */
type Task = { text: string; of: Embedded };

async function embedPassages(
  drafts: PassageDraft[],
  embedder: Embedder,
  { onProgress, signal }: IngestOptions,
): Promise<EmbeddedPassage[]> {
  const passages = drafts.map((draft) => ({ ...draft, vector: new Float32Array(), sentences: sentencesOf(draft) }));
  const [taken, kept] = partition(passages, ({ access }) => embedder.mayTake?.(access) ?? true);
  // What must not reach the model keeps a vector that is near to nothing: it is found by its words.
  for (const part of kept.flatMap((passage) => [passage, ...passage.sentences])) {
    part.vector = new Float32Array(embedder.dimensions);
  }
  const tasks = taken.flatMap(tasksOf);
  const total = tasks.reduce((sum, task) => sum + task.text.length, 0);
  let done = 0;
  let next = 0;
  const work = async () => {
    for (let task = tasks[next++]; task; task = tasks[next++]) {
      signal?.throwIfAborted();
      task.of.vector = await embedder.embedPassage(task.text);
      done += task.text.length;
      onProgress?.({ done, total });
    }
  };
  await Promise.all(Array.from({ length: TEXTS_AT_ONCE }, work));
  return passages;
}

function partition<T>(all: T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}

function sentencesOf(draft: PassageDraft): EmbeddedPassage['sentences'] {
  return sentenceWindows(draft.text).map((span) => ({ ...span, vector: new Float32Array() }));
}

function tasksOf(passage: EmbeddedPassage): Task[] {
  const sentences = passage.sentences.map((sentence) => ({
    text: sentenceEmbeddingText(passage, passage.text.slice(sentence.start, sentence.end)),
    of: sentence,
  }));
  return [{ text: passageEmbeddingText(passage), of: passage }, ...sentences];
}
