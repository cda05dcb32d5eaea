import type { Token } from './read-tokens.ts';

/**
 * The words that a figure is said among, by key, with how much they are its own: 1, less what it shares with others.
 * `names`: those of them that are names.
 */
export type Surroundings = {
  at: number;
  token: Token;
  words: Map<string, number>;
  names: Set<string>;
  /** A number at the head of its clause, with nothing named that it counts. */
  isBare: boolean;
};

/** What a sentence says before its first figure is said of all of them, of those in its clause most. */
const SHARED = 0.5;
/** A name or a label tells figures apart better than other words do. */
const TELLING = 2;
/** Where one of these stands between two figures, what follows it belongs to the second. */
const JOINS =
  /^(?:on|and|to|against|of|for|with|from|in|at|by|but|while|whereas|or|than|after|before|which|whom|who|as|were|was|are|is|had|has|have)$/;
/** Between "39 of the 47", "78 in every 100,000": what is said of the one is said of the other. */
const PARTITIVE = /^(?:of|the|its|these|those|in|every|per|a|an|each|out|all)$/;

/** Every figure of a text that some test takes, with its words: those up to the figures beside it, of its own sentence. */
export function surroundingsOf(tokens: Token[], takes: (tokens: Token[], at: number) => boolean): Surroundings[] {
  const figures = tokens.flatMap((_, at) => (takes(tokens, at) ? [at] : []));
  const groups = groupParts(tokens, figures);
  return groups.flatMap((group, n) => {
    const around = wordsAround(tokens, groups, n);
    return group.map((at) => ({ at, token: tokens[at] as Token, isBare: isBare(tokens, at), ...around }));
  });
}

/** "Nine had not". */
const AUXILIARY = /^(?:had|has|have|did|do|does|was|were|is|are|would|will|could|can)$/;

function isBare(tokens: Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  return (
    token?.figure?.kind === 'count' &&
    AUXILIARY.test(next?.word ?? '') &&
    (before === undefined || before.clause !== token?.clause)
  );
}

function groupParts(tokens: Token[], figures: number[]): number[][] {
  const groups: number[][] = [];
  for (const at of figures) {
    const last = groups.at(-1)?.at(-1);
    const between = last === undefined ? [] : tokens.slice(last + 1, at);
    const isPart =
      last !== undefined &&
      between.length > 0 &&
      between.length <= 3 &&
      between.every(({ word }) => PARTITIVE.test(word)) &&
      tokens[last]?.clause === tokens[at]?.clause;
    if (isPart) groups.at(-1)?.push(at);
    else groups.push([at]);
  }
  return groups;
}

function wordsAround(tokens: Token[], groups: number[][], n: number): Pick<Surroundings, 'words' | 'names'> {
  const group = groups[n] as number[];
  const [start, end] = [group[0] ?? 0, group.at(-1) ?? 0];
  const { sentence } = tokens[start] as Token;
  const words = new Map<string, number>();
  const names = new Set<string>();
  const add = (from: number, to: number, weight: number) => {
    for (const other of tokens.slice(from, to)) {
      if (other.sentence !== sentence || (other.kind !== 'content' && other.figure?.kind !== 'label')) continue;
      const isTelling = other.figure !== undefined || other.capital;
      if (isTelling) names.add(other.key);
      words.set(other.key, Math.max(words.get(other.key) ?? 0, weight * (isTelling ? TELLING : 1)));
    }
  };
  const [before, after] = [groups[n - 1]?.at(-1), groups[n + 1]?.[0]];
  const isFirst = before === undefined || tokens[before]?.sentence !== sentence;
  const first = groups.flat().find((at) => tokens[at]?.sentence === sentence) ?? start;
  add(0, first, isFirst || tokens[first]?.clause === tokens[start]?.clause ? 1 : SHARED);
  if (!isFirst) add(borderOf(tokens, before, start), start, 1);
  const isLast = after === undefined || tokens[after]?.sentence !== sentence;
  add(end + 1, isLast ? tokens.length : borderOf(tokens, end, after), 1);
  return { words, names };
}

/** Where the words of one figure end and those of the next begin: a stop, else the first joining word. */
function borderOf(tokens: Token[], from: number, to: number): number {
  const between = tokens.slice(from + 1, to);
  const stop = between.findIndex(({ clause }, n) => clause !== (between[n - 1] ?? tokens[from])?.clause);
  if (stop >= 0) return from + 1 + stop;
  if (tokens[to]?.clause !== tokens[to - 1]?.clause) return to;
  const join = between.findIndex(({ word }, n) => n > 0 && JOINS.test(word));
  return join >= 0 ? from + 1 + join : to;
}
