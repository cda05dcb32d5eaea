import type { ProofFault } from '../../../proof.ts';
import type { Claim, Source } from '../reading/claim.ts';
import { findDecidings } from '../reading/find-decidings.ts';
import type { Token } from '../reading/read-tokens.ts';
import { directionOf } from './check-direction.ts';

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
  const matter = tokens.filter(
    (token) =>
      token.kind === 'figure' ||
      (token.kind === 'content' && !told.has(token) && !directionOf(token) && !isInitials(token)),
  );
  const all = wordsOfSources(sources);
  const uncovered = matter.filter((token) => token.kind === 'content' && !isCovered(token, all, isDone(tokens, token)));
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
  return {
    share: matter.length === 0 ? 1 : (matter.length - uncovered.length) / matter.length,
    uncovered: uncovered.map(({ text }) => text),
    clauseShare: Math.min(1, ...clauseShares),
    isSplice,
  };
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

/** "Was delivered": of what is done, the verb itself must stand there, not its noun. */
function isDone(tokens: Token[], token: Token): boolean {
  return /ed$/.test(token.word) && /^(?:was|were|been)$/.test(tokens[tokens.indexOf(token) - 1]?.word ?? '');
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
