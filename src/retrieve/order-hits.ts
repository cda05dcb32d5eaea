import { asksForAmount, hasAmount, hasFigures } from '../amount.ts';
import { type Lexicon, wordsOf } from '../lexicon.ts';
import type { Hit, Passage, PassageKind } from '../passage.ts';
import { type Period, readMonths, sharePeriods } from '../period.ts';
import type { Question, Term } from '../question.ts';
import { splitSentences } from '../sentence.ts';
import { rarityOf, shareMet, stemOf, stemsOf } from '../term.ts';
import { RANK_CONSTANT } from './fuse-ranks.ts';

export type OrderHitsOptions = {
  question: Question;
  lexicon: Lexicon;
  /** Best place of each passage in the word searches, as 1 ÷ (k + rank); none where they did not find it. */
  byWords: Map<number, number>;
};

/**
 * What speaks for a hit, each about 0 to 1 or a logarithm: its fused rank, the sentence model's three views of it
 * (passage or sentence, tokens), how much of the question its words say, and whether it is what is wanted.
 */
export const FEATURES = [
  'fused',
  'likeness',
  'covered',
  'coveredUnit',
  'firstSimilarity',
  'firstLikeness',
  'byWords',
  'pairs',
  'amount',
  'adviceWanted',
  'oursWanted',
  'decisionWanted',
  'rowOfTime',
] as const;

export type Features = Record<(typeof FEATURES)[number], number>;

/** Asks what members did, were told or asked for, which minutes hold. */
const OURS =
  /\b(?:did|do|have|had|has|were|was|are) (?:we|members|anyone|anybody|someone|(?:the )?(?:\w+ )?(?:committee|panel|commission|board))\b|\bwe (?:ask|resol|agree|decid|told|said|want|request)|\b(?:told|asked|reassur\w+) (?:us|members)\b|\bsomeone (?:asked|said)\b/i;
const MINUTED: PassageKind[] = ['limb', 'discussion', 'minute'];

/** Words further apart than this are not beside each other. */
const MAX_PAIR_DISTANCE = 4;

/** Fitted by logistic regression on the dev and sample questions (docs/evaluation.md says how, and how far it generalises). */
const WEIGHTS: Features = {
  fused: 2,
  likeness: 6,
  covered: 2.8,
  coveredUnit: 1.3,
  firstSimilarity: 0.7,
  firstLikeness: 0.3,
  byWords: 0.9,
  pairs: 1.5,
  amount: 1.4,
  adviceWanted: 1.8,
  oursWanted: 1.5,
  decisionWanted: 0.9,
  rowOfTime: 0.3,
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
  const { question, lexicon, byWords } = options;
  const telling = question.terms.filter((term) => rarityOf(term, lexicon) > 0);
  const periods = readMonths(question.text);
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
      likeness: (hit.likeness ?? 0) - best.likeness,
      covered: shareMet(telling, new Set([...text, ...stemsOf(passage.context)]), lexicon),
      coveredUnit: bestUnit(passage, telling, lexicon),
      firstSimilarity: hit.similarity === best.similarity ? 1 : 0,
      firstLikeness: hit.likeness === best.likeness ? 1 : 0,
      byWords: RANK_CONSTANT * (byWords.get(passage.id) ?? 0),
      pairs: shareOfPairs(question.terms, wordsOf(`${passage.context} ${passage.text}`)),
      amount: asksForAmount(question) && hasAmount(passage.text) ? 1 : 0,
      adviceWanted: question.wanted[0] === 'recommendation' && passage.kind === 'recommendation' ? 1 : 0,
      oursWanted: OURS.test(question.text) && MINUTED.includes(passage.kind) ? 1 : 0,
      decisionWanted: question.wanted[0] === 'decision' && passage.kind === 'limb' ? 1 : 0,
      rowOfTime: passage.kind === 'table' ? bestRowOfTime(passage, periods) : 0,
    };
  });
}

/** How much of the question one sentence or row says with the headings over it, if it says any of it itself. */
function bestUnit({ text, context }: Passage, terms: Term[], lexicon: Lexicon): number {
  const around = stemsOf(context);
  const shares = splitSentences(text).map(({ start, end }) => {
    const own = stemsOf(text.slice(start, end));
    return shareMet(terms, own, lexicon) > 0 ? shareMet(terms, new Set([...own, ...around]), lexicon) : 0;
  });
  return Math.max(0, ...shares);
}

/** How much of the times asked about one row with figures names, itself or in its headers. */
function bestRowOfTime({ text, context }: Passage, periods: Period[]): number {
  if (periods.length === 0) return 0;
  const around = readMonths(context);
  const rows = text.split('\n').filter(hasFigures);
  return Math.max(0, ...rows.map((row) => sharePeriods(periods, [...around, ...readMonths(row)])));
}

/** Share of the question's neighbouring words that stand within a few words of each other in the passage. */
function shareOfPairs(terms: Term[], words: string[]): number {
  const places = new Map<string, number[]>();
  words.forEach((word, at) => {
    const stem = stemOf(word);
    places.set(stem, [...(places.get(stem) ?? []), at]);
  });
  const placesOf = ({ word, alternatives }: Term) =>
    [word, ...alternatives].flatMap((form) => places.get(stemOf(wordsOf(form).at(-1) ?? form)) ?? []);
  const pairs = terms.slice(1).map((term, at) => [terms[at] ?? term, term] as const);
  const near = pairs.filter(([first, second]) => {
    const there = placesOf(second);
    return placesOf(first).some((at) =>
      there.some((other) => other !== at && Math.abs(other - at) <= MAX_PAIR_DISTANCE),
    );
  });
  return pairs.length > 0 ? near.length / pairs.length : 0;
}
