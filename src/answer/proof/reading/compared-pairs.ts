import type { Figure } from './read-figures.ts';
import type { Token } from './read-tokens.ts';

/**
 * Two figures of one kind that a sentence compares, as values; `first` is the place of the one that comes first. A change
 * goes from one to the other ("from … to"); what is only set against another may be told the other way round.
 */
export type ComparedPair = {
  from: number;
  to: number;
  first: number;
  second: number;
  sentence: number;
  isChange: boolean;
};
const PAIRED = ['percent', 'money', 'count'];
const MAX_APART = 26;
const OLD = /^(?:from|against)$/;

/** "From 58.3 to 59.8", "to 59.8 from 58.3", "59.8, compared with 58.3": what was and what came of it. */
export function pairsOf(tokens: Token[]): ComparedPair[] {
  const figures = tokens.flatMap((token, at) => (token.figure && PAIRED.includes(token.figure.kind) ? [at] : []));
  return figures.flatMap((first, n): ComparedPair[] => {
    const second = figures.slice(n + 1).find((at) => isLike(tokens[at]?.figure, tokens[first]?.figure));
    if (second === undefined) return [];
    const [a, b] = [tokens[first] as Token, tokens[second] as Token];
    if (a.sentence !== b.sentence || a.figure?.kind !== b.figure?.kind || second - first > MAX_APART) return [];
    const between = tokens.slice(first + 1, second).map(({ word }) => word);
    const before = tokens[first - 1]?.word ?? '';
    const [one, two] = [Number(a.figure?.value), Number(b.figure?.value)];
    const place = { first, second, sentence: a.sentence };
    if (before === 'from' && between.includes('to')) return [{ ...place, from: one, to: two, isChange: true }];
    const isCompared =
      between.some((word) => OLD.test(word)) || (between.includes('compared') && between.includes('with'));
    return isCompared && !between.includes('target')
      ? [{ ...place, from: two, to: one, isChange: between.includes('from') }]
      : [];
  });
}

/** "17 minutes 35 seconds" are two numbers that nothing compares. */
function isLike(one: Figure | undefined, other: Figure | undefined): boolean {
  return one?.kind === other?.kind && (!one?.unit || !other?.unit || one.unit === other.unit);
}
