import type { ProofFault } from '../../../proof.ts';
import type { Claim } from '../reading/claim.ts';
import { pairsOf } from '../reading/compared-pairs.ts';
import type { Token } from '../reading/read-tokens.ts';
import { isSameDate } from './check-figures.ts';

/**
 * How much better the names or figures of a statement must fit where others stand before they count as swapped. Fitted
 * on the dev part of data/evaluation/support.jsonl (docs/evaluation.md).
 */
const SWAP_MARGIN = 1.4;
const SWAP_LEAST = 0.2;
/** A stop or conjunction between two words parts them as this many words would. */
const CLAUSE_STEPS = 3;
/** "Category 1", "key stage 2": what a label of the sentence counts beside the words around. */
const LABEL_WEIGHT = 1;
/** Of these each thing has one number, and the sentence that gives it says so. */
const ALONE = new Set(['target', 'threshold', 'standard']);
/** What a number is called stands this near to it: at most two words between. */
const CALLED_NEAR = 0.3;

type Type = 'name' | 'number' | 'day';

/** `isBare`: a number at the head of its clause, with nothing named that it counts. */
/** What numbers are called, as stems. */
const CALLED = new Set(['target', 'threshold', 'budget', 'standard', 'overspend', 'saving', 'averag']);

type Place = { token: Token; context: Map<string, number>; isBare: boolean };

/**
 * Which name and which number stand among which words: every one of the statement stands among the words that it stands
 * among in its quotation. Where two of a kind fit better the other way round, or another one of the quotation fits
 * better, they were swapped. (Who did what is check-actors'; which number is of which year is check-pairs'.)
 */
export function checkRoles({ tokens, sources }: Claim): ProofFault | undefined {
  const texts = sources.map(({ around }) => around);
  for (const type of ['name', 'number', 'day'] as const) {
    const said = placesOf(type, tokens);
    const printed = texts.flatMap((text) => placesOf(type, text));
    // "From 58.3 to 59.8": which came first is told by another rule.
    const pairs = pairsOf(tokens).map(({ from, to }) => [from, to]);
    const isCompared = (...of: Token[]) =>
      pairs.some((pair) => of.every(({ figure }) => pair.includes(Number(figure?.value))));
    const fault = (type !== 'name' ? findMisfit(said, printed) : undefined) ?? findSwap(said, printed, isCompared);
    if (fault) return { kind: type === 'name' ? 'role' : 'figure', said: fault.text };
  }
  return undefined;
}

function placesOf(type: Type, tokens: Token[]): Place[] {
  return tokens.flatMap((token, at) =>
    typeOf(token, tokens[at + 1]) === type
      ? [{ token, context: contextOf(tokens, at, type), isBare: isBare(tokens, at) }]
      : [],
  );
}

function isBare(tokens: Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  return (
    token?.figure !== undefined &&
    next?.kind === 'function' &&
    (before === undefined || before.clause !== token.clause || before.kind === 'function')
  );
}

function typeOf({ figure, capital, kind }: Token, next: Token | undefined): Type | undefined {
  if (!figure) return capital && kind === 'content' ? 'name' : undefined;
  // Votes are counted in their own order.
  if (next && /^vot/.test(next.stem)) return undefined;
  if (figure.kind === 'time' || (figure.kind === 'date' && /-\d\d$/.test(figure.value))) return 'day';
  return /^(?:money|percent|count|share)$/.test(figure.kind) ? 'number' : undefined;
}

function isSame(a: Token, b: Token): boolean {
  if (!a.figure || !b.figure) return a.stem === b.stem;
  const [said, printed] = [a.figure.value, b.figure.value];
  return (
    said === printed ||
    (a.figure.kind === 'date' && (isSameDate(said, printed, undefined) || isSameDate(printed, said, undefined)))
  );
}

/** One name or number that fits where another, which the statement does not have, stands in the paper. */
function findMisfit(said: Place[], printed: Place[]): Token | undefined {
  return said.find(({ token, context: whole }) => {
    // "The target was 95%": a number that is called so in both is the one meant.
    const called = [...whole.keys()].filter((key) => CALLED.has(key));
    const near = called.filter((key) => ALONE.has(key) && (whole.get(key) ?? 0) >= CALLED_NEAR);
    const own = printed.filter((other) => isSame(token, other.token));
    if (near.length > 0 && own.length > 0 && !own.some(({ context }) => near.some((key) => context.has(key))))
      return true;
    if (
      called.length > 0 &&
      printed.some((other) => isSame(token, other.token) && called.some((key) => (other.context.get(key) ?? 0) >= 0.5))
    )
      return false;
    const context = withoutCounted(whole, own);
    const fit = bestOf(own, context);
    const others = printed.filter(
      (other) => !isSame(token, other.token) && !said.some((mine) => isSame(mine.token, other.token)),
    );
    const best = bestOf(others, context);
    return fit >= 0 && best > fit * SWAP_MARGIN && best - fit > SWAP_LEAST;
  })?.token;
}

/** Two of the statement that fit better the other way round. */
function findSwap(said: Place[], printed: Place[], isCompared: (...of: Token[]) => boolean): Token | undefined {
  for (const [n, one] of said.entries()) {
    for (const two of said.slice(n + 1)) {
      if (isSame(one.token, two.token) || isCompared(one.token, two.token)) continue;
      const at = (place: Place, token: Token) => {
        const places = printed.filter((other) => isSame(token, other.token));
        const own = printed.filter((other) => isSame(place.token, other.token));
        return bestOf(places, withoutCounted(place.context, own));
      };
      const [own, other] = [at(one, one.token) + at(two, two.token), at(one, two.token) + at(two, one.token)];
      if (at(one, one.token) >= 0 && at(two, two.token) >= 0 && other > own * SWAP_MARGIN && other - own > SWAP_LEAST)
        return one.token;
    }
  }
  return undefined;
}

/** "Eleven had been changed": where the paper leaves out what is counted, the statement may say it. */
function withoutCounted(context: Map<string, number>, own: Place[]): Map<string, number> {
  if (!own.some((place) => place.isBare)) return context;
  const counted = [...context.keys()].filter((key) => key.startsWith('> '));
  return new Map([...context].filter(([key]) => !counted.includes(key) && !counted.includes(`> ${key}`)));
}

/** How well a context fits the best of some places; -1 where there is none. */
function bestOf(places: Place[], context: Map<string, number>): number {
  return Math.max(-1, ...places.map((place) => likeness(context, place.context)));
}

/** The words around a place with how near each is, 1 for the next; of a number also what it counts, as "> word". */
function contextOf(tokens: Token[], at: number, type: Type): Map<string, number> {
  const { sentence, clause } = tokens[at] as Token;
  const near = new Map<string, number>();
  const next = tokens.slice(at + 1, at + 4).find(({ word }) => word !== 'of' && word !== 'the');
  if (type === 'number' && next?.kind === 'content' && next.clause === clause) near.set(`> ${next.key}`, 1);
  for (const step of [-1, 1]) {
    let distance = 0;
    for (let n = at + step; n >= 0 && n < tokens.length; n += step) {
      const token = tokens[n] as Token;
      if (token.sentence !== sentence) break;
      if (token.figure?.kind === 'label') near.set(token.key, LABEL_WEIGHT / (1 + Math.abs(token.clause - clause)));
      if (token.kind !== 'content' || (type === 'name' && token.capital)) continue;
      distance += 1;
      const apart = distance + CLAUSE_STEPS * Math.abs(token.clause - clause);
      near.set(token.key, Math.max(near.get(token.key) ?? 0, 1 / apart));
    }
  }
  return near;
}

function likeness(a: Map<string, number>, b: Map<string, number>): number {
  let sum = 0;
  for (const [key, near] of a) sum += near * (b.get(key) ?? 0);
  return sum;
}
