import type { Audience } from '../audience.ts';
import { formatCitation } from '../citation.ts';
import type { SearchFilter, SearchIndex } from '../index/search-index.ts';
import { wordsOf } from '../lexicon.ts';
import type { Embedder } from '../models.ts';
import type { Passage, PassageKind } from '../passage.ts';
import type { Question, Term } from '../question.ts';
import type { Span } from '../span.ts';
import type { TopicKind, TopicLine, TopicMeeting } from '../topic.ts';

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
export type FindTopicOptions = {
  index: SearchIndex;
  embedder: Embedder;
  audience: Audience;
  committee?: string;
  /** YYYY-MM-DD. */
  since?: string;
  kind?: TopicKind;
};

/**
 * Passages about a topic by meeting, the newest meeting first; those whose meeting is not known come last. A passage
 * is about it if it has all the topic's telling words, in any of the forms the question gives them, or is much alike.
 */
export async function findTopic(topic: Question, options: FindTopicOptions): Promise<TopicMeeting[]> {
  const { index, embedder, audience } = options;
  const filter = filterOf(options);
  const telling = topic.terms.filter(({ weight }) => weight === 1);
  const terms = telling.length > 0 ? telling : topic.terms;
  if (terms.length === 0) return [];
  const vector = await embedder.embedQuestion(topic.topic || topic.text);
  const scores = new Map<number, number>();
  const sentences = new Map<number, Span>();
  for (const { passageId, score } of index.searchPassageVectors(vector, filter, DEPTH)) raise(scores, passageId, score);
  for (const { passageId, score, start, end } of index.searchSentenceVectors(vector, filter, DEPTH)) {
    raise(scores, passageId, score);
    if (!sentences.has(passageId)) sentences.set(passageId, { start, end });
  }
  const words = terms.flatMap(({ word, alternatives }) => [word, ...alternatives]);
  const worded = index.searchWords(words, filter, DEPTH).map(({ passageId }) => passageId);
  const passages = index.passages([...new Set([...worded, ...scores.keys()])], audience);
  const about = passages
    .map((passage) => ({ passage, share: shareOfTerms(terms, passage), likeness: scores.get(passage.id) ?? 0 }))
    .filter(({ share, likeness }) => share >= LEAST_WORDS || likeness >= ALIKE)
    .sort((a, b) => b.share + b.likeness - (a.share + a.likeness));
  return byMeeting(about.map(({ passage }) => ({ passage, sentence: sentences.get(passage.id) })));
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

/** Share of the terms that the passage has in any of their forms, endings aside ("repair", "repairs", "repaired"). */
function shareOfTerms(terms: Term[], { text, context }: Passage): number {
  const here = new Set(wordsOf(`${context} ${text}`).map(stemOf));
  const has = (form: string) => wordsOf(form).every((word) => here.has(stemOf(word)));
  return terms.filter(({ word, alternatives }) => [word, ...alternatives].some(has)).length / terms.length;
}

function stemOf(word: string): string {
  return word.length > 4 ? word.replace(/(?:ies|es|s|ed|ing|y)$/, '') : word;
}

type Found = { passage: Passage; sentence: Span | undefined };

function byMeeting(found: Found[]): TopicMeeting[] {
  const meetings = new Map<string, TopicMeeting>();
  for (const { passage, sentence } of found) {
    const { committee, meetingDate } = passage.place;
    const key = `${meetingDate ?? ''} ${committee ?? ''}`;
    const meeting = meetings.get(key);
    if (meeting) meeting.more++;
    else {
      const who = committee === undefined ? {} : { committee };
      const when = meetingDate === undefined ? {} : { date: meetingDate };
      meetings.set(key, { ...who, ...when, line: lineOf(passage, sentence), more: 0 });
    }
  }
  return [...meetings.values()].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
}

function lineOf(passage: Passage, sentence: Span | undefined): TopicLine {
  const { text, span: whole, recordSpan = whole } = passage;
  const isTelling = sentence !== undefined && passage.kind !== 'limb';
  const span = isTelling
    ? { start: whole.start + sentence.start, end: whole.start + sentence.end }
    : { start: recordSpan.start, end: recordSpan.end };
  return {
    label: formatCitation(passage.place, passage.status),
    text: text.slice(span.start - whole.start, span.end - whole.start),
    kind: passage.kind,
    source: passage.source,
    span,
    passageId: passage.id,
  };
}
