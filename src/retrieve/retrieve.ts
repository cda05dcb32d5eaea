import { areMonthsOfFigures, askedDates } from '../asked-dates.ts';
import type { SearchFilter, SearchIndex } from '../index/search-index.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Embedder } from '../models.ts';
import { hitsByMeeting } from '../over-time.ts';
import type { Hit, Passage } from '../passage.ts';
import type { Question } from '../question.ts';
import { addByRole } from './add-by-role.ts';
import { compareTokens } from './compare-tokens.ts';
import { findByRole } from './find-by-role.ts';
import { findSpokenOf, weighSpokenOf } from './find-spoken-of.ts';
import { fuseRanks } from './fuse-ranks.ts';
import { lookUpRecords } from './look-up-records.ts';
import { type OrderHitsOptions, orderHits } from './order-hits.ts';
import { rankRows } from './rank-rows.ts';
import { type NamedList, type Searched, searchAll } from './search-all.ts';
import { weighHit } from './weigh-hits.ts';
import { weighPapers } from './weigh-papers.ts';

export type RetrieveOptions = { index: SearchIndex; embedder: Embedder; lexicon: Lexicon; limit?: number };

const DEFAULT_LIMIT = 50;
/** Fused passages that are looked at closer. */
const CANDIDATES = 200;
/** Passages whose tokens are compared with the question's: the dear part of a question. */
export const COMPARED = 24;
/** … and of each date, where a question asks about several, or of each meeting, where it asks about a matter over time. */
const COMPARED_OF_DATE = 6;
const COMPARED_OF_MEETING = 4;
/** Meetings that a matter is followed through. */
const MOST_MEETINGS = 8;
/** What the order of table rows by row and column weighs beside one search. */
const ROWS_WEIGHT = 1.5;
/** What is of the time that a follow-up names comes first from this part of the best hit's score on. */
const NEAR_ENOUGH = 0.2;
/** What a passage named by its number is lifted by: above everything found by likeness. */
const REFERENCE_LIFT = 10;

/**
 * Passages for a question, best first: both searches over passages and sentences, fused by reciprocal rank, weighed
 * by what the question wants and which meeting and paper it names, then ordered once more by comparing tokens.
 * What is named by number comes first. Never holds what the question's audience may not read.
 */
export async function retrieve(question: Question, options: RetrieveOptions): Promise<Hit[]> {
  const { lexicon, limit = DEFAULT_LIMIT } = options;
  const candidates = await gatherCandidates(question, options);
  const { papers, byWords, filter, isConfined } = candidates;
  const [near, far] = partByDates(candidates.hits, question);
  const closer = await addLikeness(near, question, options);
  const best = ofThenFirst(orderHits(closer, { question, lexicon, byWords }), question);
  const ordered = [...oneOfEachMeeting(oneOfEachDate(best, question), question), ...far.map(withoutScore)];
  const add = { index: options.index, filter, papers };
  const byRole = findByRole(question, { index: options.index, lexicon, filter, isConfined });
  const lifted = putFirst(ordered, [...findSpokenOf(question, options), ...byRole]);
  return addReferences(lifted, question, add).slice(0, limit);
}

/** The hits to look at closer, the first of each date that is asked about among them, and the others. */
function partByDates(hits: Hit[], question: Question): [Hit[], Hit[]] {
  const dates = askedDates(question);
  const near = new Set(hits.slice(0, COMPARED));
  if (dates.length > 1) {
    for (const { isOf } of dates) {
      for (const hit of hits.filter(({ passage }) => isOf(passage)).slice(0, COMPARED_OF_DATE)) near.add(hit);
    }
  }
  for (const ofMeeting of hitsByMeeting(hits, question).slice(0, MOST_MEETINGS)) {
    for (const hit of ofMeeting.slice(0, COMPARED_OF_MEETING)) near.add(hit);
  }
  return [hits.filter((hit) => near.has(hit)), hits.filter((hit) => !near.has(hit))];
}

/**
 * A follow-up that says when ("and in January?", "what happened next?") means what the papers say of that time, where
 * they say anything near as telling: the words that it leans on are those of another time.
 */
function ofThenFirst(hits: Hit[], question: Question): Hit[] {
  const [best] = hits;
  if (!best || !question.leaning || question.dates.length === 0) return hits;
  const isOfThen = ({ passage: { place } }: Hit) =>
    question.dates.some(({ from, to }) => from <= (place.meetingDate ?? '') && (place.meetingDate ?? '') <= to);
  const then = new Set(hits.filter((hit) => isOfThen(hit) && hit.score >= NEAR_ENOUGH * best.score));
  return [...then, ...hits.filter((hit) => !then.has(hit))];
}

/** Where several dates are asked about, the best hit of each that no better one says comes right after the first. */
function oneOfEachDate(hits: Hit[], question: Question): Hit[] {
  const dates = askedDates(question);
  const [best] = hits;
  if (dates.length < 2 || !best) return hits;
  const first = [best];
  for (const { isOf } of dates) {
    if (first.some(({ passage }) => isOf(passage))) continue;
    const hit = hits.find(({ passage }) => isOf(passage));
    if (hit) first.push(hit);
  }
  return [...first, ...hits.filter((hit) => !first.includes(hit))];
}

/** Where a matter is asked about over time, the best of what each meeting has on it comes first. */
function oneOfEachMeeting(hits: Hit[], question: Question): Hit[] {
  const first = hitsByMeeting(hits, question)
    .slice(0, MOST_MEETINGS)
    .flatMap((ofMeeting) => ofMeeting.slice(0, 1));
  return [...first, ...hits.filter((hit) => !first.includes(hit))];
}

export type Candidates = {
  /** In order of their fused ranks, weighed by what the question wants. */
  hits: Hit[];
  papers: Map<number, number>;
  byWords: OrderHitsOptions['byWords'];
  filter: SearchFilter;
  /** True if the filter keeps to meetings or committees that the question names. */
  isConfined: boolean;
};

/** What all searches found for a question, before the closer look. */
export async function gatherCandidates(question: Question, options: RetrieveOptions): Promise<Candidates> {
  const { index, lexicon } = options;
  const open: SearchFilter = {
    audience: question.audience,
    ...(question.only ? { committees: [question.only] } : {}),
  };
  const confined = areMonthsOfFigures(question) ? undefined : confine(question, open, lexicon);
  const filter = confined ?? open;
  const searched = await searchAll(question, { ...options, filter: open, ...(confined ? { confined } : {}) });
  const rows = rankRows(question, { index, lexicon, filter });
  for (const { passage, rows: found } of rows) searched.sentences.set(passage.id, [...found]);
  const fused = fuseRanks([...searched.lists, { ids: rows.map(({ passage }) => passage.id), weight: ROWS_WEIGHT }]);
  const best = [...fused].sort((a, b) => b[1] - a[1]).slice(0, CANDIDATES);
  const passages = index.passages(
    best.map(([id]) => id),
    question.audience,
  );
  const papers = weighPapers(question, lexicon);
  const weigh = (passage: Passage) =>
    weighHit(passage, question) * (papers.get(passage.paperId) ?? 1) * weighSpokenOf(passage, question.leaning);
  const found = passages.map((passage) => makeHit(passage, (fused.get(passage.id) ?? 0) * weigh(passage), searched));
  const hits = sorted(addByRole(sorted(found), question, { index, filter, papers }));
  const byWords = bestRanks(searched.lists.filter(({ name }) => name === 'words'));
  return { hits, papers, byWords, filter, isConfined: confined !== undefined };
}

function bestRanks(lists: NamedList[]): Map<number, number> {
  const best = new Map<number, number>();
  for (const list of lists) {
    for (const [id, score] of fuseRanks([{ ...list, weight: 1 }])) best.set(id, Math.max(score, best.get(id) ?? 0));
  }
  return best;
}

function withoutScore(hit: Hit): Hit {
  return { ...hit, score: 0 };
}

function makeHit(passage: Passage, score: number, searched: Searched): Hit {
  return {
    passage,
    score,
    similarity: searched.similarity.get(passage.id) ?? 0,
    sentences: searched.sentences.get(passage.id) ?? [],
    byRecord: false,
  };
}

function sorted(hits: Hit[]): Hit[] {
  return [...hits].sort((a, b) => b.score - a.score || a.passage.id - b.passage.id);
}

/** The filter of the meetings a question names; undefined if it names none that the index has. */
function confine(question: Question, filter: SearchFilter, lexicon: Lexicon): SearchFilter | undefined {
  const committees = question.only ? [question.only] : question.committees;
  const dates = question.dates.filter(
    (range) =>
      range.precision !== 'year' &&
      lexicon.meetings.some(
        ({ committee, date }) =>
          date >= range.from && date <= range.to && (committees.length === 0 || committees.includes(committee)),
      ),
  );
  if (dates.length === 0 && committees.length === 0) return undefined;
  return { ...filter, ...(committees.length > 0 ? { committees } : {}), ...(dates.length > 0 ? { dates } : {}) };
}

/** How near each hit's tokens come to the question's, where the embedder tells. */
export async function addLikeness(
  hits: Hit[],
  question: Question,
  { embedder, lexicon }: RetrieveOptions,
): Promise<Hit[]> {
  const scores = await compareTokens(
    question.topic || question.text,
    hits.map((hit) => hit.passage),
    { embedder, vocabulary: lexicon.vocabulary, passageCount: lexicon.passageCount },
  );
  return hits.map((hit, at) => {
    const likeness = scores?.[at];
    return likeness === undefined ? hit : { ...hit, likeness };
  });
}

/** Puts passages found by their place in a meeting's papers before all others, in their own order. */
function putFirst(hits: Hit[], passages: Passage[]): Hit[] {
  const top = hits[0]?.score ?? 1;
  const known = new Map(hits.map((hit) => [hit.passage.id, hit]));
  const first = passages.map((passage): Hit => {
    const hit = known.get(passage.id) ?? { passage, score: 0, similarity: 0, sentences: [], byRecord: true };
    known.delete(passage.id);
    return { ...hit, score: top, byRecord: true };
  });
  return [...first, ...known.values()];
}

type AddOptions = { index: SearchIndex; filter: SearchFilter; papers: Map<number, number> };

/** Puts what the question names by number first, the likeliest paper's before another's. */
function addReferences(hits: Hit[], question: Question, { index, filter, papers }: AddOptions): Hit[] {
  if (question.references.length === 0) return hits;
  const found = lookUpRecords(question, index.listPassages(filter));
  if (found.length === 0) return hits;
  const known = new Map(hits.map((hit) => [hit.passage.id, hit]));
  const top = hits[0]?.score ?? 1;
  const named = found.map(({ passage }): Hit => {
    const hit = known.get(passage.id) ?? { passage, score: 0, similarity: 0, sentences: [], byRecord: true };
    const named = (papers.get(passage.paperId) ?? 1) ** 3 * weighHit(passage, question) * (1 + hit.similarity);
    return { ...hit, score: hit.score + REFERENCE_LIFT * top * named, byRecord: true };
  });
  const ids = new Set(named.map((hit) => hit.passage.id));
  return [...sorted(named), ...hits.filter((hit) => !ids.has(hit.passage.id))];
}
