import type { ProofFault } from '../../../proof.ts';
import type { Claim, Source } from '../reading/claim.ts';
import { pairsOf } from '../reading/compared-pairs.ts';
import type { Token } from '../reading/read-tokens.ts';

type Direction = 'up' | 'down';
const WORDS: Record<Direction, RegExp> = {
  up: /^(?:ris(?:e|es|en|ing)|rose|increas\w*|grow(?:s|n|ing|th)?|grew|climb\w*|up|higher|more|above|exceed\w*|raise[ds]?|raising|gain\w*|longer|larger|greater|better|improv\w*|over|overspen\w*|overspend|worsen\w*|widen\w*|soar\w*|jump\w*|surg\w*|went-up)$/,
  down: /^(?:fall(?:s|en|ing)?|fell|decreas\w*|declin\w*|drop\w*|reduc\w*|cut|cuts|down|lower\w*|fewer|less|below|shr[aiu]nk\w*|shorter|smaller|worse|short|under|underspen\w*|underspend|narrow(?:s|ed|ing)|slip(?:s|ped|ping)?|dip(?:s|ped|ping)?|plung\w*|shed)$/,
};
const isChange =
  /^(?:ris|rose|increas|grow|grew|climb|soar|jump|surg|slip|dip|plung|up$|fall|fell|decreas|declin|drop|reduc|down$|improv|worsen|widen|narrow|went|gone|came|come|mov)/;
/** A direction is of the figures this many words from it. */
const REACH = 8;

/**
 * Rose, fell, above, below: a direction that the statement gives stands in the quotation beside the same matter, or
 * follows from the two figures compared; figures that it gives as before and after stand in that order.
 */
export function checkDirection({ tokens, sources }: Claim): ProofFault | undefined {
  const amount = findWrongAmount(tokens, sources);
  if (amount) return amount;
  for (const [at, token] of tokens.entries()) {
    const direction = directionOf(token);
    if (!direction || isNoDirection(tokens, at)) continue;
    if (isOtherSpending(token, sources)) return { kind: 'degree', said: token.text };
    const than = comparedWith(tokens, at);
    if (than !== undefined && areBoth(than, sources)) {
      if (than.of > than.with === (direction === 'up')) continue;
      return { kind: 'degree', said: token.text };
    }
    if (isBound(tokens, at)) continue;
    const pair = pairAfter(tokens, at);
    const computed = pair && isChange.test(token.word) ? (pair.to > pair.from ? 'up' : 'down') : undefined;
    if (computed) {
      if (/^(?:improv|worsen)/.test(token.word)) continue;
      if (computed !== direction) return { kind: 'degree', said: token.text };
      continue;
    }
    if (!isQuotedDirection(direction, token, tokens, sources)) return { kind: 'degree', said: token.text };
  }
  return findSwappedPair(tokens, sources);
}

export function directionOf({ word }: Token): Direction | undefined {
  if (WORDS.up.test(word)) return 'up';
  return WORDS.down.test(word) ? 'down' : undefined;
}

const SPENDING = /^(?:over|under)(?=sp[en])/;

/** An underspend is no overspend, whichever way it went. */
function isOtherSpending({ word }: Token, sources: Source[]): boolean {
  const side = SPENDING.exec(word)?.[0];
  if (side === undefined) return false;
  const printed = sources.flatMap(({ around }) => around.flatMap((other) => SPENDING.exec(other.word)?.[0] ?? []));
  return printed.length > 0 && !printed.includes(side);
}

/** "Under which", "under this option", "over two years": no way up or down. */
function isNoDirection(tokens: Token[], at: number): boolean {
  const [{ word }, next, second] = tokens.slice(at, at + 3) as [Token, Token?, Token?];
  if (word === 'down') return /^br[eo]/.test(tokens[at - 1]?.word ?? '');
  if (/^rais/.test(word))
    return tokens
      .slice(at + 1, at + 4)
      .some(({ stem }) => /^(?:concern|question|issu|point|matter|object|queri|doubt)$/.test(stem));
  if (word === 'under')
    return /^(?:which|this|that|these|the|option)$/.test(next?.word ?? '') && second?.kind !== 'figure';
  return false;
}

/** "over 65", "more than a third", "up to £300": a bound has its own rule. */
function isBound(tokens: Token[], at: number): boolean {
  const [next, after] = tokens.slice(at + 1, at + 3);
  const { word } = tokens[at] as Token;
  if (
    /^(?:over|under|above|below|up|less|short)$/.test(word) &&
    (next?.kind === 'figure' || (after?.kind === 'figure' && next?.kind === 'function' && next.word !== 'by'))
  )
    return true;
  if (
    /^(?:more|less|fewer)$/.test(word) &&
    next?.word === 'than' &&
    tokens.slice(at + 2, at + 4).some(({ figure }) => figure && figure.kind !== 'date' && figure.kind !== 'period')
  )
    return true;
  return (
    /^(?:more|less|better|up|over|under|short|down)$/.test(word) &&
    next?.kind !== 'figure' &&
    !/^(?:than|from|by)$/.test(next?.word ?? '') &&
    tokens[at - 1]?.kind !== 'figure'
  );
}

function isQuotedDirection(direction: Direction, token: Token, tokens: Token[], sources: Source[]): boolean {
  const near = new Set(
    tokens
      .filter(
        (other) =>
          other.sentence === token.sentence &&
          other.clause === token.clause &&
          other.kind !== 'function' &&
          other !== token,
      )
      .map(({ key }) => key),
  );
  let best: { direction: Direction; score: number } | undefined;
  for (const { around } of sources) {
    for (const [at, other] of around.entries()) {
      const said = directionOf(other);
      // "Step-down arrangements" go nowhere.
      if (!said || around[at - 1]?.word === 'step') continue;
      const clause = around.filter(
        ({ sentence, clause: part }) => sentence === other.sentence && part === other.clause,
      );
      const score =
        clause.filter(({ key, kind }) => kind !== 'function' && near.has(key)).length + (said === direction ? 0.5 : 0);
      if (!best || score > best.score) best = { direction: said, score };
    }
  }
  return best?.direction === direction;
}

/** Two figures of one kind that a sentence compares: "from 58.3 to 59.8", "to 59.8 from 58.3", "59.8, compared with 58.3". */
function pairAfter(tokens: Token[], at: number): { from: number; to: number } | undefined {
  const { sentence } = tokens[at] as Token;
  const near = pairsOf(tokens)
    .filter(
      (pair) => pair.sentence === sentence && Math.min(Math.abs(pair.first - at), Math.abs(pair.second - at)) <= REACH,
    )
    .sort(
      (a, b) =>
        Math.min(Math.abs(a.first - at), Math.abs(a.second - at)) -
        Math.min(Math.abs(b.first - at), Math.abs(b.second - at)),
    );
  const [pair] = near.some(({ first }) => first > at) ? near.filter(({ first }) => first > at) : near;
  return pair && { from: pair.from, to: pair.to };
}

/** How far from a word of comparison the figure stands that something is compared with. */
const THAN_REACH = 5;
const THAN =
  /^(?:above|below|over|under|exceeding|more|less|higher|lower|fewer|greater|larger|smaller|longer|shorter)$/;

/** "78, above the standard of 60": the figures on both sides of a comparison; undefined where there are not two of a kind. */
export function comparedWith(tokens: Token[], at: number): { of: number; with: number } | undefined {
  const { word, sentence } = tokens[at] as Token;
  const next = tokens[at + 1];
  // "Three or more" compares nothing.
  if (!THAN.test(word) || (!/^(?:above|below|over|under|exceeding)$/.test(word) && next?.word !== 'than'))
    return undefined;
  const isNear = (token: Token) =>
    token.sentence === sentence && /^(?:percent|money|count)$/.test(token.figure?.kind ?? '');
  const after = tokens.slice(at + 1, at + 1 + THAN_REACH).find(isNear);
  if (!after || tokens.slice(at + 1, tokens.indexOf(after)).some(({ word: between }) => between === 'and'))
    return undefined;
  const before = tokens.slice(0, at).filter(isNear);
  const same = before.filter(({ figure }) => figure?.kind === after.figure?.kind);
  // "78 in every 100,000": what is compared comes first.
  const [of] =
    same.length > 1 ? [same.findLast((token) => tokens[tokens.indexOf(token) - 1]?.word === 'to') ?? same[0]] : same;
  return of && same.length <= 3 ? { of: Number(of.figure?.value), with: Number(after.figure?.value) } : undefined;
}

function areBoth({ of, with: other }: { of: number; with: number }, sources: Source[]): boolean {
  const has = (value: number) =>
    sources.some(({ quote }) => quote.some(({ figure }) => figure && Number(figure.value) === value));
  return has(of) && has(other);
}

const CHANGED = /^(?:ris|rose|increas|grow|grew|climb|fall|fell|decreas|declin|drop|reduc|went|gone|came|come)/;
const AS_AMOUNT = /^(?:fewer|more|less|higher|lower|up|down|longer|shorter|worse|better)$/;
const OF_CHANGE = /^(?:rise|fall|increase|decrease|reduction|growth|drop|decline|cut|saving)$/;

/** "Fell by 128" of what "fell to 128": an amount of change is one in the paper. */
function findWrongAmount(tokens: Token[], sources: Source[]): ProofFault | undefined {
  const wrong = tokens.find((token, at) => {
    if (!token.figure || !/^(?:percent|money|count)$/.test(token.figure.kind) || tokens[at - 1]?.word !== 'by')
      return false;
    if (!tokens.slice(Math.max(0, at - 4), at).some(({ word }) => CHANGED.test(word))) return false;
    const printed = sources.flatMap(({ around }) =>
      around.flatMap((other, n) => (other.key === token.key ? [isAmount(around, n)] : [])),
    );
    return printed.length > 0 && !printed.includes(true);
  });
  return wrong && { kind: 'figure', said: wrong.text };
}

function isAmount(tokens: Token[], at: number): boolean {
  const { sentence } = tokens[at] as Token;
  const before = tokens.slice(Math.max(0, at - 10), at).filter((token) => token.sentence === sentence);
  const after = tokens.slice(at + 1, at + 6).filter((token) => token.sentence === sentence);
  const isTo = /^(?:to|from)$/.test(before.at(-1)?.word ?? '');
  return (
    before.at(-1)?.word === 'by' ||
    after.some(({ word }) => AS_AMOUNT.test(word)) ||
    (!isTo && [...before, ...after].some(({ word }) => OF_CHANGE.test(word)))
  );
}

/** "Rose from 23.4% to 19.8%" where the paper has it the other way round. */
function findSwappedPair(tokens: Token[], sources: Source[]): ProofFault | undefined {
  for (const { from, to, first, isChange: isOrdered } of pairsOf(tokens)) {
    const isSwapped = sources.some(({ around }) =>
      pairsOf(around).some((pair) => pair.from === to && pair.to === from && (isOrdered || pair.isChange)),
    );
    const isRight = sources.some((source) =>
      pairsOf(source.around).some((pair) => pair.from === from && pair.to === to),
    );
    if ((isSwapped || (isOrdered && isOrderAgainst(from, to, sources))) && !isRight)
      return { kind: 'figure', said: tokens[first]?.text ?? '' };
  }
  return undefined;
}

const WAS = /^(?:was|were|previous|previously|before|ago|earlier|last|estimated)$/;
const IS = /^(?:is|are|now|currently|today)$/;

/** True if the paper tells what it now is of the first figure, or what it was of the second alone. */
function isOrderAgainst(from: number, to: number, sources: Source[]): boolean {
  const tensesOf = (value: number) =>
    sources.flatMap(({ around }) =>
      around.flatMap((token, at) => {
        if (Number(token.figure?.value) !== value) return [];
        const near = around.slice(Math.max(0, at - 8), at + 3).filter(({ clause }) => clause === token.clause);
        return [near.some(({ word }) => IS.test(word)) ? 'is' : near.some(({ word }) => WAS.test(word)) ? 'was' : ''];
      }),
    );
  return tensesOf(from).includes('is') && !tensesOf(to).includes('is');
}
