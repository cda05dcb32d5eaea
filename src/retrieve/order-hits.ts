import { stemmer } from 'stemmer';
import { asksForAmount, hasAmount } from '../amount.ts';
import { type Lexicon, wordsOf } from '../lexicon.ts';
import type { Hit, Passage } from '../passage.ts';
import type { Question, Term } from '../question.ts';
import { splitSentences } from '../sentence.ts';
import { isMet, rarityOf, shareMet, stemsOf, YEAR } from '../term.ts';
import { weighCommittee, weighDate, weighKind } from './weigh-hits.ts';

export type OrderHitsOptions = {
  question: Question;
  lexicon: Lexicon;
  papers: Map<number, number>;
  /** Best place of each passage in each kind of search, as 1 ÷ (k + rank); none where it was not found. */
  ranks: Record<'words' | 'passages' | 'sentences' | 'rows', Map<number, number>>;
};

/**
 * What speaks for a hit, each about 0 to 1 or a logarithm: its fused rank, the sentence model's three views of it
 * (passage or sentence, tokens), how much of the question its words say, and what it is.
 */
export const FEATURES = [
  'fused',
  'similarity',
  'likeness',
  'covered',
  'coveredText',
  'coveredSentence',
  'kind',
  'date',
  'committee',
  'paper',
  'length',
  'firstFused',
  'firstSimilarity',
  'firstLikeness',
  'byWords',
  'byPassage',
  'bySentence',
  'byRow',
  'pairs',
  'amount',
  'year',
  'limbWanted',
  'sayingWanted',
  'adviceWanted',
  'tableForFigure',
  'noting',
] as const;

export type Features = Record<(typeof FEATURES)[number], number>;

/** Words further apart than this are not beside each other. */
const MAX_PAIR_DISTANCE = 4;

/** Fitted by logistic regression on the dev and sample questions (docs/evaluation.md says how, and how far it generalises). */
const WEIGHTS: Features = {
  fused: 1,
  similarity: 4,
  likeness: 4,
  covered: 1,
  coveredText: 1,
  coveredSentence: 1,
  kind: 1,
  date: 1,
  committee: 1,
  paper: 1,
  length: 0,
  firstFused: 0,
  firstSimilarity: 0,
  firstLikeness: 0,
  byWords: 0,
  byPassage: 0,
  bySentence: 0,
  byRow: 0,
  pairs: 0,
  amount: 0,
  year: 0,
  limbWanted: 0,
  sayingWanted: 0,
  adviceWanted: 0,
  tableForFigure: 0,
  noting: 0,
};

/** The hits in order of all that speaks for them; scores are shares of the whole, so that they say how sure the first is. */
export function orderHits(hits: Hit[], options: OrderHitsOptions): Hit[] {
  const features = featuresOf(hits, options);
  const sums = features.map((values) => FEATURES.reduce((sum, name) => sum + WEIGHTS[name] * values[name], 0));
  const top = Math.max(...sums);
  const total = sums.reduce((sum, value) => sum + Math.exp(value - top), 0);
  return hits
    .map((hit, at) => ({ ...hit, score: Math.exp((sums[at] ?? 0) - top) / total }))
    .sort((a, b) => b.score - a.score || a.passage.id - b.passage.id);
}

/** Each hit's features, in the order of the hits. */
export function featuresOf(hits: Hit[], options: OrderHitsOptions): Features[] {
  const { question, lexicon, papers, ranks } = options;
  const telling = question.terms.filter((term) => rarityOf(term, lexicon) > 0);
  const years = question.terms.filter((term) => YEAR.test(term.word));
  const best = {
    fused: Math.max(...hits.map((hit) => hit.score), Number.MIN_VALUE),
    similarity: Math.max(...hits.map((hit) => hit.similarity)),
    likeness: Math.max(...hits.map((hit) => hit.likeness ?? 0)),
  };
  return hits.map((hit) => {
    const { passage } = hit;
    const text = stemsOf(passage.text);
    return {
      fused: Math.log(Math.max(hit.score, best.fused / 1000) / best.fused),
      similarity: hit.similarity - best.similarity,
      likeness: (hit.likeness ?? 0) - best.likeness,
      covered: shareMet(telling, new Set([...text, ...stemsOf(passage.context)]), lexicon),
      coveredText: shareMet(telling, text, lexicon),
      coveredSentence: bestSentence(passage, telling, lexicon),
      kind: Math.log(weighKind(passage.kind, question.wanted)),
      date: Math.log(weighDate(passage, question)),
      committee: Math.log(weighCommittee(passage, question)),
      paper: Math.log(papers.get(passage.paperId) ?? 1),
      length: Math.log(passage.text.length / 500),
      firstFused: hit.score === best.fused ? 1 : 0,
      firstSimilarity: hit.similarity === best.similarity ? 1 : 0,
      firstLikeness: hit.likeness === best.likeness ? 1 : 0,
      byWords: 10 * (ranks.words.get(passage.id) ?? 0),
      byPassage: 10 * (ranks.passages.get(passage.id) ?? 0),
      bySentence: 10 * (ranks.sentences.get(passage.id) ?? 0),
      byRow: 10 * (ranks.rows.get(passage.id) ?? 0),
      pairs: shareOfPairs(question.terms, wordsOf(`${passage.context} ${passage.text}`)),
      amount: asksForAmount(question) && hasAmount(passage.text) ? 1 : 0,
      year: years.length > 0 && years.every((term) => isMet(term, text)) ? 1 : 0,
      ...wishesMet(passage, question),
    };
  });
}

function bestSentence(passage: Passage, terms: Term[], lexicon: Lexicon): number {
  const shares = splitSentences(passage.text).map(({ start, end }) =>
    shareMet(terms, stemsOf(passage.text.slice(start, end)), lexicon),
  );
  return Math.max(0, ...shares);
}

/** Whether the passage is of the kind that the question's first wish is answered from. */
function wishesMet({ kind, place }: Passage, { wanted }: Question) {
  const [wish] = wanted;
  const is = (condition: boolean) => (condition ? 1 : 0);
  return {
    limbWanted: is(wish === 'decision' && kind === 'limb'),
    sayingWanted: is(wish === 'discussion' && (kind === 'discussion' || kind === 'minute')),
    adviceWanted: is(wish === 'recommendation' && kind === 'recommendation'),
    tableForFigure: is((wish === 'figure' || wish === undefined) && kind === 'table'),
    noting: is(place.limbKind === 'noting' || place.limbKind === 'procedure'),
  };
}

/** Share of the question's neighbouring words that stand within a few words of each other in the passage. */
function shareOfPairs(terms: Term[], words: string[]): number {
  const places = new Map<string, number[]>();
  words.forEach((word, at) => {
    const stem = stemmer(word);
    places.set(stem, [...(places.get(stem) ?? []), at]);
  });
  const placesOf = ({ word, alternatives }: Term) =>
    [word, ...alternatives].flatMap((form) => places.get(stemmer(wordsOf(form).at(-1) ?? form)) ?? []);
  const pairs = terms.slice(1).map((term, at) => [terms[at] ?? term, term] as const);
  const near = pairs.filter(([first, second]) => {
    const there = placesOf(second);
    return placesOf(first).some((at) =>
      there.some((other) => other !== at && Math.abs(other - at) <= MAX_PAIR_DISTANCE),
    );
  });
  return pairs.length > 0 ? near.length / pairs.length : 0;
}
