import type { ProofFault } from '../../../proof.ts';
import type { Claim, Source } from '../reading/claim.ts';
import type { Token } from '../reading/read-tokens.ts';
import { isPastForm } from '../words/word-groups.ts';

/**
 * What is still to be done in the paper is not told as done ("sent" of what somebody promised to send, "took place" of
 * what was asked for), nor what was done as still to come.
 */
export function checkTense({ tokens, sources }: Claim): ProofFault | undefined {
  const wrong =
    findUndone(tokens, sources) ??
    findPostponed(tokens, sources) ??
    findHeld(tokens, sources) ??
    findFulfilled(tokens, sources);
  return wrong && { kind: 'modality', said: wrong.text };
}

/** "Sent" of what somebody promised to send: done in the statement, only still to be done wherever the paper has that verb. */
function findUndone(tokens: Token[], sources: Source[]): Token | undefined {
  if (sources.some(({ passage }) => passage.kind === 'limb' || passage.kind === 'recommendation')) return undefined;
  return tokens.find((token, at) => {
    const before = tokens[at - 1]?.word ?? '';
    if (token.kind !== 'content' || !isPastForm(token.word) || !isTold(before, tokens[at - 1])) return false;
    const places = sources.flatMap(({ quote }) =>
      quote.flatMap((other, n) => (other.stem === token.stem || other.key === token.key ? [{ quote, n }] : [])),
    );
    return places.length > 0 && places.every(({ quote, n }) => isToCome(quote, n));
  });
}

/** True before a verb told as done: a subject, "has", or a passive's "was". */
function isTold(word: string, before: Token | undefined): boolean {
  return (
    /^(?:has|have|had|was|were|been|and|also|he|she|they|it)$/.test(word) ||
    (before !== undefined && before.kind !== 'function')
  );
}

const WILL = /^(?:will|would|shall)$/;
const PLAIN_FORM = /(?:ed|ing|s)$/;

/** "To send", "would send", "not to send". */
function isToCome(quote: Token[], at: number): boolean {
  const { word } = quote[at] as Token;
  const before = quote.slice(Math.max(0, at - 2), at).map((token) => token.word);
  return !PLAIN_FORM.test(word) && !isPastForm(word) && before.some((other) => other === 'to' || WILL.test(other));
}

const WILL_BE = /^(?:will|would|shall)$/;

/** "Will be off the road" of what had been: the words after the verb stand in the paper after one in the past. */
function findPostponed(tokens: Token[], sources: Source[]): Token | undefined {
  return tokens.find((token, at) => {
    if (token.word !== 'be' || !WILL_BE.test(tokens[at - 1]?.word ?? '')) return false;
    const [next, second] = tokens.slice(at + 1, at + 3);
    if (!next || !second) return false;
    const places = sources.flatMap(({ around }) =>
      around.flatMap((other, n) =>
        other.key === next.key && around[n + 1]?.key === second.key ? [{ around, n }] : [],
      ),
    );
    return places.length > 0 && places.every(({ around, n }) => /^(?:been|was|were)$/.test(around[n - 1]?.word ?? ''));
  });
}

const HELD = /^(?:took|taken|happened|occurred|held)$/;
const HAPPENED = /^(?:took|taken|happened|occurred|held|met|attended|was|were|had|been|done|carried|ran|began)$/;

/** "Took place" of what somebody only asked for: that something was needs a word of the paper's that it was. */
function findHeld(tokens: Token[], sources: Source[]): Token | undefined {
  const held = tokens.find(
    ({ word }, at) =>
      HELD.test(word) && tokens[at - 1]?.word !== 'be' && (!/^t/.test(word) || tokens[at + 1]?.word === 'place'),
  );
  if (!held || sources.some(({ quote }) => quote.some(({ word }, at) => HAPPENED.test(word) && !isAsking(quote, at))))
    return undefined;
  return held;
}

/** "Had asked for", "was asked". */
function isAsking(quote: Token[], at: number): boolean {
  return quote
    .slice(at + 1, at + 3)
    .some(({ stem }) => /^(?:ask|request|propos|suggest|offer|promis|recommend)$/.test(stem));
}

const WAS = /^(?:was|were|been)$/;

/** "Was changed" of what somebody moved "be changed": told as done, it is somewhere done. */
function findFulfilled(tokens: Token[], sources: Source[]): Token | undefined {
  const fulfilled = tokens.find((token, at) => {
    if (!/ed$/.test(token.word) || !WAS.test(tokens[at - 1]?.word ?? '') || tokens[at + 1]?.word === 'to') return false;
    const printed = sources.flatMap(({ quote }) =>
      quote.flatMap((other, n) => (other.stem === token.stem ? [quote[n - 1]?.word ?? ''] : [])),
    );
    return (
      printed.length > 0 &&
      printed.every((word) => word === 'be') &&
      !/^(?:approv|note|receiv|defer|agre|resolv|recommend)$/.test(token.stem)
    );
  });
  if (!fulfilled || sources.some(({ passage }) => passage.kind === 'limb')) return undefined;
  return fulfilled;
}
