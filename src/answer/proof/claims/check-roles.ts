import type { ProofFault } from '../../../proof.ts';
import type { Claim } from '../reading/claim.ts';
import type { Token } from '../reading/read-tokens.ts';
import { isPastForm } from '../words/word-groups.ts';

/**
 * How much better the names of a statement must fit where others stand before they count as swapped. Fitted on the dev
 * part of data/evaluation/support.jsonl (docs/evaluation.md).
 */
const SWAP_MARGIN = 1.4;
const SWAP_LEAST = 0.4;
/** A stop or conjunction between two words parts them as this many words would. */
const CLAUSE_STEPS = 3;

type Place = { token: Token; context: Map<string, number> };

/**
 * Which name stands among which words: where two of a statement's names fit better the other way round, they were
 * swapped. (Who did what is check-actors'.)
 */
export function checkRoles({ tokens, sources }: Claim): ProofFault | undefined {
  const said = placesOf(tokens);
  const fault = findSwap(
    said,
    sources.flatMap(({ around }) => placesOf(around)),
  );
  const stranger = fault ?? findStranger({ tokens, sources });
  return stranger && { kind: 'role', said: stranger.text };
}

/**
 * A name told with a verb that the paper has with another name, in a clause of its own: "did not support one in Corve
 * Lane" told of Church Street.
 */
function findStranger({ tokens, sources }: Pick<Claim, 'tokens' | 'sources'>): Token | undefined {
  const said = new Set(tokens.filter(isName).map(({ stem }) => stem));
  return tokens.find((name, at) => {
    const before = tokens[at - 1]?.word ?? '';
    if (!isName(name) || (!OF_PLACE.test(before) && !(tokens[at - 1] && isName(tokens[at - 1] as Token)))) return false;
    const verbs = tokens.filter(
      ({ clause, sentence }, n) => isVerb(tokens, n) && clause === name.clause && sentence === name.sentence,
    );
    return sources.some(({ around }) => {
      // "And in Bank Street £55": without a verb of its own it has that of the clause before.
      const own = around.filter(({ stem, clause }) => stem === name.stem && hasVerb(around, clause));
      if (own.length === 0) return false;
      return verbs.some((verb) => {
        const clauses = around
          .filter((token, n) => token.key === verb.key && isVerb(around, n))
          .map(({ clause }) => clause);
        if (clauses.length === 0 || own.some(({ clause }) => clauses.includes(clause))) return false;
        return clauses.every((clause) => {
          const names = around.filter((token) => token.clause === clause && isName(token));
          const isNear = own.some((token) => token.sentence === names[0]?.sentence);
          return isNear && names.length > 0 && !names.some(({ stem }) => said.has(stem));
        });
      });
    });
  });
}

function hasVerb(tokens: Token[], clause: number): boolean {
  return tokens.some(
    (token, at) =>
      token.clause === clause &&
      (isVerb(tokens, at) || /^(?:had|has|have|is|are|was|were|be|would|will)$/.test(token.word)),
  );
}

/** A form in the past, or one after "not", "to", "would". */
function isVerb(tokens: Token[], at: number): boolean {
  const { kind, capital, word } = tokens[at] as Token;
  return (
    kind === 'content' &&
    !capital &&
    (isPastForm(word) || /^(?:not|to|would|will|did|could|should|may)$/.test(tokens[at - 1]?.word ?? ''))
  );
}

const OF_PLACE = /^(?:in|at|of|for|on|from|near)$/;
const isName = ({ capital, kind }: Token) => capital && kind === 'content';

function placesOf(tokens: Token[]): Place[] {
  return tokens.flatMap((token, at) =>
    // The first word of a sentence has its capital from there.
    isName(token) && !token.isFirst ? [{ token, context: contextOf(tokens, at) }] : [],
  );
}

/** Two of the statement that fit better the other way round. */
function findSwap(said: Place[], printed: Place[]): Token | undefined {
  for (const [n, one] of said.entries()) {
    for (const two of said.slice(n + 1)) {
      if (one.token.stem === two.token.stem) continue;
      const at = (place: Place, token: Token) =>
        bestOf(
          printed.filter((other) => other.token.stem === token.stem),
          place.context,
        );
      const [own, other] = [at(one, one.token) + at(two, two.token), at(one, two.token) + at(two, one.token)];
      if (at(one, one.token) >= 0 && at(two, two.token) >= 0 && other > own * SWAP_MARGIN && other - own > SWAP_LEAST)
        return one.token;
    }
  }
  return undefined;
}

/** How well a context fits the best of some places; -1 where there is none. */
function bestOf(places: Place[], context: Map<string, number>): number {
  return Math.max(-1, ...places.map((place) => likeness(context, place.context)));
}

/** The words around a name with how near each is, 1 for the next. */
function contextOf(tokens: Token[], at: number): Map<string, number> {
  const { sentence, clause } = tokens[at] as Token;
  const near = new Map<string, number>();
  for (const step of [-1, 1]) {
    let distance = 0;
    for (let n = at + step; n >= 0 && n < tokens.length; n += step) {
      const token = tokens[n] as Token;
      if (token.sentence !== sentence) break;
      if (token.kind !== 'content' || token.capital) continue;
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
