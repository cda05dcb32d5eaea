import type { SearchFilter, SearchIndex } from '../index/search-index.ts';
import type { Embedder } from '../models.ts';
import type { HitSentence } from '../passage.ts';
import type { Question } from '../question.ts';
import type { RankedList } from './fuse-ranks.ts';

/** How deep each search goes; beyond it a passage is in no list. */
const WORD_DEPTH = 120;
const VECTOR_DEPTH = 120;
const SENTENCE_DEPTH = 240;

export type NamedList = RankedList & { name: 'words' | 'plainWords' | 'passages' | 'sentences' };

/** What the searches found: lists to fuse, and how near each passage and its sentences came (cosine). */
export type Searched = { lists: NamedList[]; similarity: Map<number, number>; sentences: Map<number, HitSentence[]> };

export type SearchAllOptions = {
  index: SearchIndex;
  embedder: Embedder;
  filter: SearchFilter;
  /** The question among the meetings and committees it names, if it names any. */
  confined?: SearchFilter;
};

/** Weights of the lists of one filter: words, passages, sentences. Set on the dev questions (docs/evaluation.md). */
const WEIGHTS = { words: 1, plainWords: 0.5, passages: 1, sentences: 1 };
const CONFINED_WEIGHT = 1;

/** Runs all searches for a question, everywhere it may look and, where it names meetings, among those alone as well. */
export async function searchAll(question: Question, options: SearchAllOptions): Promise<Searched> {
  const { index, embedder, filter, confined } = options;
  const vector = await embedder.embedQuestion(question.topic || question.text);
  const found: Searched = { lists: [], similarity: new Map(), sentences: new Map() };
  searchOne(question, { index, vector, filter, weight: 1, found });
  if (confined) searchOne(question, { index, vector, filter: confined, weight: CONFINED_WEIGHT, found });
  return found;
}

type SearchOneOptions = {
  index: SearchIndex;
  vector: Float32Array;
  filter: SearchFilter;
  weight: number;
  found: Searched;
};

function searchOne(question: Question, { index, vector, filter, weight, found }: SearchOneOptions): void {
  const typed = question.terms.map((term) => term.word);
  const meant = [...new Set(question.terms.flatMap((term) => [term.word, ...term.alternatives]))];
  const byTyped = typed.length > 0 ? index.searchWords(typed, filter, WORD_DEPTH) : [];
  const byMeant = meant.length > typed.length ? index.searchWords(meant, filter, WORD_DEPTH) : byTyped;
  const byPassage = index.searchPassageVectors(vector, filter, VECTOR_DEPTH);
  const bySentence = index.searchSentenceVectors(vector, filter, SENTENCE_DEPTH);
  for (const { passageId, score } of byPassage) noteSimilarity(found, passageId, score);
  for (const { passageId, score, start, end } of bySentence) {
    noteSimilarity(found, passageId, score);
    const sentences = found.sentences.get(passageId) ?? [];
    if (!sentences.some((other) => other.start === start)) sentences.push({ start, end, similarity: score });
    found.sentences.set(passageId, sentences);
  }
  found.lists.push(
    { name: 'words', ids: byMeant.map((hit) => hit.passageId), weight: WEIGHTS.words * weight },
    { name: 'plainWords', ids: byTyped.map((hit) => hit.passageId), weight: WEIGHTS.plainWords * weight },
    { name: 'passages', ids: byPassage.map((hit) => hit.passageId), weight: WEIGHTS.passages * weight },
    { name: 'sentences', ids: bySentence.map((hit) => hit.passageId), weight: WEIGHTS.sentences * weight },
  );
}

function noteSimilarity(found: Searched, passageId: number, score: number): void {
  found.similarity.set(passageId, Math.max(score, found.similarity.get(passageId) ?? -1));
}
