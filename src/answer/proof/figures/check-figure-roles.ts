import type { ProofFault } from '../../../proof.ts';
import type { Claim } from '../reading/claim.ts';
import { pairsOf } from '../reading/compared-pairs.ts';
import type { Token } from '../reading/read-tokens.ts';
import { type Surroundings, surroundingsOf } from '../reading/surroundings-of.ts';
import { isSameDate } from './check-figures.ts';

/**
 * How much more of a statement's words another figure must have around it than the one written before that counts as
 * the one meant. Fitted on the dev part of data/evaluation/support.jsonl (docs/evaluation.md).
 */
const MARGIN = 2;
const SWAP_MARGIN = 1.4;
const LEAST = 0.6;
/** Of these each thing has one number, and the words beside it say so. */
const ALONE = ['target', 'threshold', 'standard', 'budget'];
/** What was aimed at is not told as what was reached. */
const AIMED = ['target', 'threshold', 'standard'];
const NEAR = 6;
/** What the statement says in another clause than the figure's counts so much. */
const ELSEWHERE = 0.25;
/** A figure of another sentence is the one meant less likely. */
const FAR = 0.6;

type Type = 'number' | 'day';

/**
 * What a number or a day is said of: the words around it in the statement stand around it in the quotation, and not
 * around another one that the statement does not have, nor the other way round around two that it has.
 */
export function checkFigureRoles({ tokens, sources }: Claim): ProofFault | undefined {
  // "From 58.3 to 59.8": which came first is told by another rule.
  const told = sources.flatMap(({ around }) => pairsOf(around)).map(({ from, to }) => [from, to]);
  const compared = pairsOf(tokens).flatMap(({ from, to, isChange }) =>
    isChange && told.some((pair) => pair.includes(from) && pair.includes(to)) ? [[from, to]] : [],
  );
  for (const type of ['number', 'day'] as const) {
    const isOfType = (text: Token[], at: number) => typeOf(text, at) === type;
    const said = surroundingsOf(tokens, isOfType).map((place) => inOwnClause(place, tokens));
    if (said.length === 0) continue;
    const printed = sources.flatMap(({ around }) => surroundingsOf(around, isOfType));
    const fault =
      (type === 'number' ? findMiscalled(tokens, sources, said) : undefined) ??
      findMisfit(
        said.filter(
          ({ at, token }) =>
            calledNear(tokens, at).length === 0 && !compared.some((pair) => pair.includes(Number(token.figure?.value))),
        ),
        printed,
      ) ??
      findSwap(said, printed, { compared, margin: type === 'number' ? SWAP_MARGIN : MARGIN });
    if (fault) return { kind: 'figure', said: fault.text };
  }
  return undefined;
}

/** What is said in the figure's own clause counts most, where it says anything. */
function inOwnClause(place: Surroundings, tokens: Token[]): Surroundings {
  const { clause, sentence } = place.token;
  const own = new Set(
    tokens
      .filter(
        (token) =>
          token.clause === clause &&
          token.sentence === sentence &&
          (token.kind === 'content' || token.figure?.kind === 'label'),
      )
      .map(({ key }) => key),
  );
  if (![...place.words.keys()].some((key) => own.has(key))) return place;
  const words = [...place.words].map(([key, weight]) => [key, own.has(key) ? weight : weight * ELSEWHERE] as const);
  return { ...place, words: new Map(words) };
}

function typeOf(tokens: Token[], at: number): Type | undefined {
  const { figure, isFirst, text } = tokens[at] as Token;
  if (!figure) return undefined;
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  // Votes are counted in their own order; "3.2" at the head of a paragraph and "Attainment 8" count nothing.
  const isOfVotes =
    /^(?:vot|abst)/.test(next?.stem ?? '') || (before?.word === 'to' && /^vot/.test(tokens[at - 2]?.stem ?? ''));
  const isLabel = isFirst && /^\d+(?:\.\d+)+$/.test(text);
  const isOfName =
    !figure.unit && before?.capital && before.kind === 'content' && /^\d+$/.test(text) && next?.kind === 'content';
  if (isOfVotes || isLabel || isOfName) return undefined;
  // "The February budget": the month is the budget's name.
  if (/^--\d\d$/.test(figure.value) && next?.kind === 'content' && next.clause === tokens[at]?.clause) return undefined;
  if (figure.kind === 'time' || (figure.kind === 'date' && /-\d\d$/.test(figure.value))) return 'day';
  return /^(?:money|percent|count|share)$/.test(figure.kind) ? 'number' : undefined;
}

function isSame(a: Token, b: Token): boolean {
  const [said, printed] = [a.figure?.value ?? '', b.figure?.value ?? ''];
  return (
    said === printed ||
    (a.figure?.kind === 'date' && (isSameDate(said, printed, undefined) || isSameDate(printed, said, undefined)))
  );
}

/** One figure whose words stand around another of the paper that the statement does not have. */
function findMisfit(said: Surroundings[], printed: Surroundings[]): Token | undefined {
  return said.find((mine) => {
    const own = printed.filter(({ token }) => isSame(mine.token, token));
    const others = printed.filter(
      ({ token }) => !isSame(mine.token, token) && !said.some((one) => isSame(one.token, token)),
    );
    return own.length > 0 && own.every((place) => others.some((other) => isBetter(other, place, mine)));
  })?.token;
}

/** Two of the statement whose words stand around each other's. */
function findSwap(
  said: Surroundings[],
  printed: Surroundings[],
  { compared, margin }: { compared: number[][]; margin: number },
): Token | undefined {
  for (const [n, one] of said.entries()) {
    for (const two of said.slice(n + 1)) {
      const values = [one, two].map(({ token }) => Number(token.figure?.value));
      if (isSame(one.token, two.token) || compared.some((pair) => values.every((value) => pair.includes(value))))
        continue;
      const [ones, twos] = [one, two].map(({ token }) => printed.filter((other) => isSame(token, other.token)));
      const isSwapped = (a: Surroundings, b: Surroundings) => {
        const right = gain(a, b, one) + gain(b, a, two);
        const wrong = gain(b, a, one) + gain(a, b, two);
        return wrong > right * margin && wrong - right >= LEAST;
      };
      if (ones?.length && twos?.length && ones.every((a) => twos.every((b) => isSwapped(a, b)))) return one.token;
    }
  }
  return undefined;
}

function isBetter(other: Surroundings, own: Surroundings, said: Surroundings): boolean {
  if (other.token.figure?.kind !== own.token.figure?.kind) return false;
  // "Nine had not": what is counted is left out there, so that its words stand elsewhere.
  if (own.isBare && other.names.size === 0) return false;
  const far = other.token.sentence === own.token.sentence ? 1 : FAR;
  const [theirs, mine] = [far * gain(other, own, said), gain(own, other, said)];
  return theirs > mine * MARGIN && theirs - mine >= LEAST;
}

/** How much more of the words said stands around one figure than around the other. */
function gain(one: Surroundings, than: Surroundings, said: Surroundings): number {
  let sum = 0;
  // A name that the other figure stands by tells nothing against one that stands by no name at all.
  for (const [key, weight] of said.words)
    if (!one.names.has(key) || than.names.size > 0)
      sum += Math.min(1, weight) * Math.max(0, (one.words.get(key) ?? 0) - (than.words.get(key) ?? 0));
  return sum;
}

/** "The target was 95%": a number that is called so is called so in the quotation. */
function findMiscalled(tokens: Token[], sources: Claim['sources'], said: Surroundings[]): Token | undefined {
  const isCalled = tokens.some(({ key }) => AIMED.includes(key));
  return said.find(({ at, token }) => {
    const names = calledNear(tokens, at);
    const own = sources.flatMap(({ around }) =>
      around.flatMap((other, n) => (other.figure && isSame(token, other) ? [calledNear(around, n)] : [])),
    );
    if (!isCalled && own.length > 0 && own.every((list) => list.some((name) => AIMED.includes(name)))) return true;
    return names.length > 0 && own.length > 0 && !own.some((list) => names.some((name) => list.includes(name)));
  })?.token;
}

function calledNear(tokens: Token[], at: number): string[] {
  const { sentence, clause } = tokens[at] as Token;
  const before = tokens.slice(Math.max(0, at - NEAR), at);
  const figure = before.findLastIndex((token) => token.figure && !/^(?:date|period)$/.test(token.figure.kind));
  return [...before.slice(figure + 1), ...tokens.slice(at + 1, at + 2)]
    .filter((token) => token.sentence === sentence && token.clause === clause && ALONE.includes(token.key))
    .map(({ key }) => key);
}
