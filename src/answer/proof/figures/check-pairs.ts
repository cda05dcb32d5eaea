import { NUMBER_WORDS, valueOfWords } from '../../../number-words.ts';
import type { ProofFault } from '../../../proof.ts';
import type { Claim } from '../reading/claim.ts';
import type { Token } from '../reading/read-tokens.ts';

/** A number is of a year or day that stands this many words from it. */
const MAX_APART = 7;

const OF_TIME = /^(?:in|on|at|for|during)$/;

type Pair = { number: string; time: string; text: string; kind: string; isJoined: boolean };

/** Which number is of which year or day, and which way a vote went: no pair of the statement is crossed in its quotations. */
export function checkPairs({ text, tokens, sources }: Claim): ProofFault | undefined {
  const printed = sources.flatMap(({ around }) => pairsOf(around));
  for (const { number, time, text: said, kind, isJoined } of pairsOf(tokens)) {
    if (printed.some((pair) => pair.number === number && pair.time === time)) continue;
    const ofAnother = printed.some((pair) => pair.number === number && pair.time !== time);
    const hasAnother = printed.some((pair) => pair.time === time && pair.number !== number);
    const isTaken = isJoined && printed.some((pair) => pair.isJoined && pair.time === time && pair.kind === kind);
    if ((ofAnother && hasAnother) || isTaken) return { kind: 'figure', said };
  }
  const part = findWrongWhole(tokens, sources);
  if (part) return { kind: 'figure', said: part.text };
  const whole = findWhole(
    tokens,
    sources.flatMap(({ around }) => around),
  );
  if (whole) return { kind: 'figure', said: whole.text };
  const votes = votesOf(text);
  const counted = sources.map(({ aroundText }) => votesOf(aroundText)).find(Boolean);
  const isTurned =
    votes !== undefined &&
    /\b(?:defeated|rejected)\b/i.test(text) &&
    votes.for === counted?.against &&
    votes.against === counted.for;
  return votes && counted && !isTurned && (votes.for !== counted.for || votes.against !== counted.against)
    ? { kind: 'figure', said: `${votes.for} votes to ${votes.against}` }
    : undefined;
}

/** "29 of the 38", "four vacancies out of eleven": the whole is not said of what only the part did. */
function findWhole(tokens: Token[], around: Token[]): Token | undefined {
  return around.flatMap((token, at) => {
    if (!token.figure || !around.slice(Math.max(0, at - 2), at).some(({ word }) => word === 'of')) return [];
    const part = around.slice(Math.max(0, at - 6), at).findLast(({ figure }) => figure?.kind === 'count');
    if (!part || part.sentence !== token.sentence || part.clause !== token.clause) return [];
    const n = tokens.findIndex(({ key }) => key === token.key);
    const isWhole = tokens.slice(Math.max(0, n - 3), n).some(({ word }) => word === 'of');
    return n >= 0 && !isWhole && !tokens.some(({ key }) => key === part.key) && token.figure.kind === 'count'
      ? [tokens[n] as Token]
      : [];
  })[0];
}

/** "Four of the 36" where it is four of the six. */
function findWrongWhole(tokens: Token[], sources: Claim['sources']): Token | undefined {
  const printed = sources.flatMap(({ around }) => partsOf(around));
  const turned = wholesFirst(tokens).find(({ part, whole }) =>
    printed.some((other) => other.part.key === whole.key && other.whole.key === part.key),
  );
  if (turned) return turned.part;
  return partsOf(tokens).find(({ part, whole }) => {
    const own = printed.filter((other) => other.part.key === part.key);
    return own.length > 0 && !own.some((other) => other.whole.key === whole.key);
  })?.part;
}

/** "38 of 121", "of the 121, 38", "four vacancies out of eleven". */
function partsOf(tokens: Token[]): { part: Token; whole: Token }[] {
  return tokens.flatMap((whole, at) => {
    if (whole.figure?.kind !== 'count') return [];
    const isWhole = tokens.slice(Math.max(0, at - 3), at).some(({ word }) => word === 'of');
    if (!isWhole) return [];
    const part = tokens.slice(Math.max(0, at - 5), at).findLast(({ figure }) => figure?.kind === 'count');
    const between = part ? tokens.slice(tokens.indexOf(part) + 1, at) : [];
    const isPart = between.length > 0 && between.every(({ word }) => /^(?:of|the|its|those|these|out|all)$/.test(word));
    return part && isPart ? [{ part, whole }] : [];
  });
}

/** "Of the 121 assistants, 38". */
function wholesFirst(tokens: Token[]): { part: Token; whole: Token }[] {
  return tokens.flatMap((whole, at) => {
    const before = tokens.slice(Math.max(0, at - 3), at).filter(({ clause }) => clause === whole.clause);
    if (whole.figure?.kind !== 'count' || before[0]?.word !== 'of') return [];
    const part = tokens.slice(at + 1).find(({ figure }) => figure?.kind === 'count');
    return part && part.sentence === whole.sentence && part.clause === whole.clause + 1 ? [{ part, whole }] : [];
  });
}

/** "64 the previous year", "42.9% a year earlier": the year is another than the one named beside it. */
function isOfYearBefore(tokens: Token[], at: number): boolean {
  const next = tokens.slice(at + 1, at + 5).map(({ word }) => word);
  return (
    next.some((word) => /^(?:previous|earlier|before|last)$/.test(word)) && next.some((word) => word.startsWith('year'))
  );
}

function pairsOf(tokens: Token[]): Pair[] {
  return tokens.flatMap((token, at) => {
    if (!token.figure || !/^(?:percent|money|count)$/.test(token.figure.kind) || isOfYearBefore(tokens, at)) return [];
    const times = tokens.flatMap((other, n) => {
      const isNear = Math.abs(n - at) <= MAX_APART && other.sentence === token.sentence;
      const isTime = other.figure?.kind === 'date' || other.figure?.kind === 'period';
      const hasBetween = tokens.slice(Math.min(n, at) + 1, Math.max(n, at)).some(({ figure }) => figure);
      // "1,702 in January 2024": nothing stands nearer than that.
      const isJoined = n === at + 2 && OF_TIME.test(tokens[at + 1]?.word ?? '');
      const apart = isJoined ? 0 : Math.abs(n - at) + MAX_APART * Math.abs(other.clause - token.clause);
      return isNear && isTime && !hasBetween ? [{ key: other.key, apart, isJoined }] : [];
    });
    const [nearest] = times.sort((a, b) => a.apart - b.apart);
    return nearest
      ? [
          {
            number: token.key,
            time: nearest.key,
            text: token.text,
            kind: token.figure.kind,
            isJoined: nearest.isJoined,
          },
        ]
      : [];
  });
}

const COUNT = `(\\d{1,3}|no|${NUMBER_WORDS})`;
const VOTES = [
  new RegExp(`\\b${COUNT}\\s(?:votes?\\s)?to\\s${COUNT}\\b`, 'i'),
  new RegExp(
    `\\b${COUNT}\\s(?:(?:members|councillors)\\s)?(?:(?:votes?|voting|voted)\\s)?(?:in\\s)?for\\b[^.;]{0,12}?\\b${COUNT}\\s(?:votes?\\s|voting\\s|voted\\s)?against\\b`,
    'i',
  ),
];

/** How many voted for and against, as "5 votes to 2" or "(6 voting FOR, 2 against)". */
function votesOf(text: string): { for: number; against: number } | undefined {
  if (!/\bvot|\bfor,|\blost\b|\bcarried\b/i.test(text)) return undefined;
  const [, one, two] = VOTES.map((pattern) => pattern.exec(text)).find(Boolean) ?? [];
  if (one === undefined || two === undefined) return undefined;
  const value = (word: string) => (/\d/.test(word) ? Number(word) : (valueOfWords(word) ?? 0));
  return { for: value(one), against: value(two) };
}
