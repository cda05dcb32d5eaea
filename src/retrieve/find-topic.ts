import type { Audience } from '../audience.ts';
import type { SearchFilter, SearchIndex } from '../index/search-index.ts';
import { wordsOf } from '../lexicon.ts';
import type { Embedder } from '../models.ts';
import type { Passage, PassageKind } from '../passage.ts';
import type { TopicKind } from '../topic.ts';

/** Which passages each kind of search takes. */
const PASSAGE_KINDS: Record<TopicKind, PassageKind[]> = {
  minute: ['minute', 'discussion', 'limb'],
  limb: ['limb'],
  report: ['recommendation', 'paragraph', 'measure', 'table', 'head'],
  table: ['table'],
};

const DEPTH = 300;
/** Cosine from which a passage is about the topic though it has other words; below it everything is a little alike. */
const ALIKE = 0.72;
/** Share of the topic's words that a passage must have where it is not alike. */
const LEAST_WORDS = 1;
const SMALL_WORDS = new Set(
  'a an and any about at by did do for from has have in is it its of on or our the to was we were what when with'.split(
    ' ',
  ),
);

export type FindTopicOptions = {
  index: SearchIndex;
  embedder: Embedder;
  audience: Audience;
  committee?: string;
  /** YYYY-MM-DD. */
  since?: string;
  kind?: TopicKind;
};

/** A meeting's passages about a topic, best first. */
export type TopicGroup = { committee?: string; date?: string; passages: { passage: Passage; sentence: string }[] };

/** Passages about a topic by meeting, the newest meeting first; those whose meeting is not known come last. */
export async function findTopic(topic: string, options: FindTopicOptions): Promise<TopicGroup[]> {
  const { index, embedder, audience } = options;
  const filter = filterOf(options);
  const words = [...new Set(wordsOf(topic))].filter((word) => !SMALL_WORDS.has(word));
  if (words.length === 0) return [];
  const vector = await embedder.embedQuestion(topic);
  const scores = new Map<number, number>();
  const sentences = new Map<number, { start: number; end: number }>();
  for (const { passageId, score } of index.searchPassageVectors(vector, filter, DEPTH)) raise(scores, passageId, score);
  for (const { passageId, score, start, end } of index.searchSentenceVectors(vector, filter, DEPTH)) {
    raise(scores, passageId, score);
    if (!sentences.has(passageId)) sentences.set(passageId, { start, end });
  }
  const worded = index.searchWords(words, filter, DEPTH).map(({ passageId }) => passageId);
  const passages = index.passages([...new Set([...worded, ...scores.keys()])], audience);
  const about = passages
    .map((passage) => ({ passage, share: shareOfWords(words, passage), likeness: scores.get(passage.id) ?? 0 }))
    .filter(({ share, likeness }) => share >= LEAST_WORDS || likeness >= ALIKE)
    .sort((a, b) => b.share + b.likeness - (a.share + a.likeness));
  return byMeeting(
    about.map(({ passage }) => ({ passage, sentence: tellingSentence(passage, sentences.get(passage.id)) })),
  );
}

function filterOf({ audience, committee, since, kind }: FindTopicOptions): SearchFilter {
  return {
    audience,
    ...(committee === undefined ? {} : { committees: [committee] }),
    ...(since === undefined ? {} : { dates: [{ from: since, to: '9999-12-31' }] }),
    ...(kind === undefined ? {} : { kinds: PASSAGE_KINDS[kind] }),
  };
}

function raise(scores: Map<number, number>, passageId: number, score: number): void {
  scores.set(passageId, Math.max(score, scores.get(passageId) ?? 0));
}

/** Share of the words that the passage has, endings aside ("repair", "repairs", "repaired"). */
function shareOfWords(words: string[], { text, context }: Passage): number {
  const here = wordsOf(`${context} ${text}`).map(stemOf);
  return words.filter((word) => here.includes(stemOf(word))).length / words.length;
}

function stemOf(word: string): string {
  return word.length > 4 ? word.replace(/(?:ies|es|s|ed|ing|y)$/, '') : word;
}

function tellingSentence({ text }: Passage, sentence: { start: number; end: number } | undefined): string {
  return sentence ? text.slice(sentence.start, sentence.end) : text;
}

function byMeeting(found: { passage: Passage; sentence: string }[]): TopicGroup[] {
  const groups = new Map<string, TopicGroup>();
  for (const hit of found) {
    const { committee, meetingDate } = hit.passage.place;
    const key = `${meetingDate ?? ''} ${committee ?? ''}`;
    const group = groups.get(key) ?? {
      ...(committee === undefined ? {} : { committee }),
      ...(meetingDate === undefined ? {} : { date: meetingDate }),
      passages: [],
    };
    group.passages.push(hit);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
}
