import type { Passage } from '../../../passage.ts';
import type { ProofFault } from '../../../proof.ts';
import { isQuantityWord } from '../figures/check-degree.ts';
import { directionOf } from '../figures/check-direction.ts';
import type { Claim, Source } from '../reading/claim.ts';
import { findDecidings } from '../reading/find-decidings.ts';
import { isCondition, isCueWord } from '../reading/is-cue.ts';
import type { Figure } from '../reading/read-figures.ts';
import { readTokens, type Token } from '../reading/read-tokens.ts';
import { isSaidAsDone } from '../reading/said-as-done.ts';
import { isAdjective, isNoun } from '../words/mean-alike.ts';
import { isLightWord, isPastForm } from '../words/word-groups.ts';

/**
 * How much of a statement's own matter its quotations must have, and how much of it one record must have where they are
 * of several. Fitted on the dev part of data/evaluation/support.jsonl, measured on the other (docs/evaluation.md).
 */
const MIN_COVER = 0.8;
const MIN_CLAUSE_COVER = 0.6;
/** Words of no quotation that one statement may have: paraphrase has some, an added fact has more. */
const MAX_UNCOVERED = 0;
/** Of these a clause needs to be weighed by itself. */
const MIN_CLAUSE_WORDS = 3;
/** So many words may come from elsewhere in the passage, where the quotation has this share of all. */
const MAX_OF_CONTEXT = 2;
const MIN_QUOTED = 0.7;
/** Shorter words share a beginning by chance. */
const MIN_PREFIX = 5;

/** How the words of a statement are covered: shares from 0 to 1. */
export type Cover = { share: number; uncovered: string[]; clauseShare: number; isSplice: boolean };

/** Enough of the statement's content words stand in its quotations, and each clause in those of one record. */
export function checkCover(claim: Claim): ProofFault | undefined {
  const { share, uncovered, clauseShare, isSplice } = measureCover(claim);
  if (share < MIN_COVER || uncovered.length > MAX_UNCOVERED) return { kind: 'uncovered', said: uncovered.join(' ') };
  if (isSplice || clauseShare < MIN_CLAUSE_COVER)
    return { kind: isSplice ? 'splice' : 'uncovered', said: uncovered.join(' ') };
  return undefined;
}

/** What checkCover decides on: all of it is shares of content words and figures. */
export function measureCover({ tokens, sources }: Claim): Cover {
  // What the rules of decisions, directions and names have seen to needs no cover of its own.
  const told = new Set(findDecidings(tokens).map(({ verb }) => verb));
  const all = wordsOfSources(sources);
  const matter = tokens.filter(
    (token) =>
      token.kind === 'figure' ||
      (token.kind === 'content' &&
        !told.has(token) &&
        !directionOf(token) &&
        !isInitials(token) &&
        !isCueWord(token) &&
        !(isImplied(tokens, token, all) && !isCovered(token, all))),
  );
  const unquoted = matter.filter(
    (token) => token.kind === 'content' && !isCovered(token, all, isSaidAsDone(tokens, tokens.indexOf(token))),
  );
  const uncovered = withoutContext(unquoted, { matter, sources });
  const records = groupByRecord(sources).map(wordsOfSources);
  const clauses = clausesOf(matter);
  const shareOf = (words: Token[], known: Token[]) =>
    words.filter((token) => token.kind === 'figure' || isCovered(token, known)).length / words.length;
  const clauseShares = clauses.map((clause) => shareOf(clause, all));
  const isSplice =
    records.length > 1 &&
    clauses.some((clause) => {
      const whole = clause.filter((token) => isCovered(token, all));
      const best = Math.max(...records.map((record) => whole.filter((token) => isCovered(token, record)).length));
      return whole.length - best > 0;
    });
  const isMixed = isConditionOfAnother({ tokens, sources }, matter);
  return {
    share: matter.length === 0 ? 1 : (matter.length - uncovered.length) / matter.length,
    uncovered: uncovered.map(({ text }) => text),
    clauseShare: Math.min(1, ...clauseShares),
    isSplice: isSplice || isMixed || isPointedAcross({ tokens, sources }, matter),
  };
}

/**
 * "The strategy was approved, subject to the hill being added": a condition stands in the record of what depends on it,
 * of several limbs of a minute in the same one.
 */
function isConditionOfAnother({ tokens, sources }: Pick<Claim, 'tokens' | 'sources'>, matter: Token[]): boolean {
  if (!tokens.some((_, at) => isCondition(tokens, at))) return false;
  const isOfLimbs = sources.every(({ passage }) => passage.kind === 'limb');
  const records = (isOfLimbs ? groupByPassage(sources) : groupByRecord(sources)).map(wordsOfSources);
  const all = wordsOfSources(sources);
  const words = matter.filter((token) => isCovered(token, all));
  return (
    records.length > 1 &&
    !records.some((record) => words.filter((token) => isCovered(token, record)).length >= words.length - 1)
  );
}

/**
 * What a sentence leaves out because the one before said it ("three were approved" of households) may be told: a noun of
 * the same passage, of few words in all, where the quotation has nearly all the rest.
 */
function withoutContext(unquoted: Token[], { matter, sources }: { matter: Token[]; sources: Source[] }): Token[] {
  if (unquoted.length === 0 || unquoted.length > MAX_OF_CONTEXT) return unquoted;
  if (matter.length - unquoted.length < MIN_QUOTED * matter.length) return unquoted;
  const context = sources.flatMap(({ passage }) => contextOf(passage));
  const isPointing = sources.some(({ quote }) => quote.some((_, at) => pointsBack(quote, at)));
  return unquoted.filter(
    (token) =>
      !isPointing ||
      token.capital ||
      BODY.test(token.word) ||
      !isNoun(token.word) ||
      isAdjective(token.word) ||
      !isCovered(token, context, true),
  );
}

/** Who somebody is must stand in the quotation itself. */
const BODY =
  /^(?:councils?|cabinet|boards?|committees?|governments?|parish(?:es)?|polic\w*|agenc\w*|departments?|compan\w*|authorit\w*|officers?|directors?|chairs?|operators?|contractors?|residents?|parents?|members?)$/;
const POINTING = /^(?:it|its|they|them|their|these|those|this|one|ones|other|others|rest|both|such)$/;

/** A pronoun, or a number with nothing behind it that it counts: something was named before. */
function pointsBack(quote: Token[], at: number): boolean {
  const { word, figure } = quote[at] as Token;
  return POINTING.test(word) || (figure?.kind === 'count' && quote[at + 1]?.kind === 'function');
}

const CONTEXTS = new WeakMap<Passage, Token[]>();

function contextOf(passage: Passage): Token[] {
  const known = CONTEXTS.get(passage) ?? readTokens(passage.text);
  CONTEXTS.set(passage, known);
  return known;
}

function isInitials({ text }: Token): boolean {
  return /^\p{Lu}{2,8}s?$/u.test(text);
}

function wordsOfSources(sources: Source[]): Token[] {
  return sources.flatMap(({ quote, place }) => [...quote, ...place]);
}

/** Quotations of one minute, or of one paper that is not minutes, tell of one matter. */
function groupByRecord(sources: Source[]): Source[][] {
  const groups = new Map<string, Source[]>();
  for (const source of sources) {
    const { paperId, place } = source.passage;
    const key = `${paperId} ${place.minute ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), source]);
  }
  return [...groups.values()];
}

/** What depends on what stands in one passage: another limb of the minute is another decision. */
function groupByPassage(sources: Source[]): Source[][] {
  const ids = [...new Set(sources.map(({ passage }) => passage.id))];
  return ids.map((id) => sources.filter(({ passage }) => passage.id === id));
}

const THEM = /^(?:them|they|their|these|those)$/;

/** "79.6% met the standard, and moderators changed 3% of them": the paper's 3% are of others, in another passage. */
function isPointedAcross({ tokens, sources }: Pick<Claim, 'tokens' | 'sources'>, matter: Token[]): boolean {
  const passages = groupByPassage(sources).map(wordsOfSources);
  if (passages.length < 2) return false;
  return tokens.some(({ word, clause }) => {
    if (!THEM.test(word)) return false;
    const own = matter.filter((token) => token.clause === clause);
    const before = matter.filter((token) => token.clause < clause);
    const holds = (text: Token[], words: Token[]) => words.every((token) => isCovered(token, text));
    return own.length > 0 && before.length > 0 && !passages.some((text) => holds(text, own) && holds(text, before));
  });
}

/** Clauses of a few words and more; shorter ones belong to the one before. */
function clausesOf(matter: Token[]): Token[][] {
  const clauses: Token[][] = [];
  for (const token of matter) {
    const last = clauses.at(-1);
    const isSame = last?.[0]?.clause === token.clause;
    if (last && (isSame || last.length < MIN_CLAUSE_WORDS)) last.push(token);
    else clauses.push([token]);
  }
  const [tail, before] = [clauses.at(-1), clauses.at(-2)];
  if (tail && before && tail.length < MIN_CLAUSE_WORDS) before.push(...(clauses.pop() ?? []));
  return clauses;
}

/** "Was held" tells that it took place; "is to be held" and "had come down" tell no more than the words beside them. */
function isLight(tokens: Token[], token: Token): boolean {
  const at = tokens.indexOf(token);
  if (token.word === 'broken') return tokens[at + 1]?.word === 'down';
  return isLightWord(token.word) && !(isPastForm(token.word) && /^(?:was|were|been)$/.test(tokens[at - 1]?.word ?? ''));
}

/** What the words beside it say already: a light word, the price of a sum of money, "planned" of what would be, "a year earlier". */
function isImplied(tokens: Token[], token: Token, all: Token[]): boolean {
  const { word, clause } = token;
  if (isLight(tokens, token) || isQuantityWord(word)) return true;
  const inClause = tokens.filter((other) => other.clause === clause);
  // "At the end of December": the rule of bounds reads it.
  if (EDGES.test(word))
    return tokens.some(
      (other, at) =>
        other === token &&
        tokens[at + 1]?.word === 'of' &&
        tokens.slice(at + 2, at + 4).some(({ figure }) => figure?.kind === 'date'),
    );
  if (ABOUT.test(word)) return all.some((other) => /^(?:about|on|regarding|over)$/.test(other.word));
  if (OCCURRING.test(word))
    return all.some((other, at) => other.word === 'there' && BEING.test(all[at + 1]?.word ?? ''));
  if (PRICES.test(word)) return tokens.some(({ figure }) => figure?.kind === 'money');
  if (PLANNED.test(word)) return all.some((other) => TO_COME.test(other.word));
  if (MORE.test(word)) return all.some((other) => /^(?:more|another|further|additional|extra|rest)$/.test(other.word));
  if (word !== 'year' && word !== 'years') return false;
  const periods = new Set(all.flatMap(({ figure, key }) => (figure && isYear(figure) ? [key] : [])));
  return periods.size > 1 && inClause.some((other) => /^(?:earlier|previous|before|last)$/.test(other.word));
}

/** "Requests were made" of "there were requests". */
const OCCURRING = /^(?:made|received|recorded|reported|occurred|held)$/;
const BEING = /^(?:is|are|was|were|has|have|had)$/;
const EDGES = /^(?:end|start|beginning|middle)$/;
const ABOUT = /^(?:concern(?:s|ed|ing)|relat(?:es|ed|ing)|regard(?:s|ed|ing))$/;
const PRICES = /^(?:pric(?:e|es|ed)|costs?|costing|worth|sums?)$/;
const MORE = /^(?:extra|additional|further)$/;
const PLANNED =
  /^(?:plan(?:s|ned)?|scheduled|expected|intends?|intended|set|estimated|anticipated|projected|potential(?:ly)?|possibl[ey]|likely)$/;
const TO_COME =
  /^(?:will|would|shall|should|may|might|could|to|forecast|estimated|expected|planned|proposed|intended|if|about|promised|due|arranged|booked)$/;

function isYear({ kind, value }: Figure): boolean {
  return kind === 'period' || (kind === 'date' && /^\d{4}$/.test(value));
}

function isCovered(token: Token, known: Token[], isExact = false): boolean {
  return known.some((other) => {
    if (other.key === token.key || other.stem === token.stem) return true;
    if (isExact || token.kind !== 'content' || token.word.length < MIN_PREFIX || other.word.length < MIN_PREFIX)
      return false;
    // "timely" and "timeliness", "recommend" and "recommendation".
    const short = token.stem.length < other.stem.length ? token.stem : other.stem;
    const long = short === token.stem ? other.stem : token.stem;
    return short.length >= MIN_PREFIX && long.startsWith(short);
  });
}
