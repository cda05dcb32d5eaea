import type { ProofFault } from '../../../proof.ts';
import type { Claim } from '../reading/claim.ts';
import type { Token } from '../reading/read-tokens.ts';
import { isAdjective } from '../words/mean-alike.ts';

/** Words that a text may put between a word and what it is said of: "final reports of the task group". */
const REACH = 6;
/** What a figure counts stands among so many words after it: "93 approved fostering households". */
const COUNTED = 3;

/**
 * What is said of a thing in the statement is said of it in a quotation: an adjective stands by its noun, an ordinal in
 * the sentence that says the rest, and what a number counts is not what only another number counts there.
 */
export function checkAttributes({ tokens, sources }: Claim): ProofFault | undefined {
  const texts = sources.flatMap(({ around, place }) => [around, place]);
  const said = tokens.find(
    (token, at) => isMoved(token, tokens[at + 1], texts) || isOrdinalOfOther(token, tokens, texts),
  );
  if (said) return { kind: said.figure ? 'figure' : 'uncovered', said: said.text };
  const counted = tokens.find((token, at) => isOfOther(tokens, at, texts) && token);
  return counted ? { kind: 'figure', said: counted.text } : undefined;
}

const isPlain = ({ kind, capital }: Token) => kind === 'content' && !capital;

/** Two words side by side that the papers have, but nowhere near each other. */
function isMoved(token: Token, next: Token | undefined, texts: Token[][]): boolean {
  if (!next || !isPlain(token) || !isPlain(next) || next.clause !== token.clause) return false;
  if (/['’]s?$/.test(token.text) || /(?:ed|ly|ing)$/.test(token.word) || /(?:ed|ly)$/.test(next.word)) return false;
  if (!isAdjective(token.word)) return false;
  const isIn = (text: Token[], { key, stem }: Token) => text.some((other) => other.key === key || other.stem === stem);
  const both = texts.some((text) => isIn(text, token)) && texts.some((text) => isIn(text, next));
  return both && !texts.some((text) => areNear(text, token, next));
}

function areNear(text: Token[], one: Token, two: Token): boolean {
  const placesOf = ({ key, stem }: Token) =>
    text.flatMap((token, at) => (token.key === key || token.stem === stem ? [at] : []));
  const seconds = placesOf(two);
  return placesOf(one).some(
    (at) =>
      text[at + 1]?.text === 'one' ||
      (text[at + 1]?.kind === 'function' && seconds.some((other) => text[other]?.sentence === text[at]?.sentence)) ||
      seconds.some(
        (other) => other !== at && Math.abs(other - at) <= REACH && text[other]?.sentence === text[at]?.sentence,
      ),
  );
}

/** "The seventh is ready" of a paper where six are, and the seventh waits. */
function isOrdinalOfOther({ figure, key, clause }: Token, tokens: Token[], texts: Token[][]): boolean {
  if (figure?.kind !== 'ordinal') return false;
  const rest = tokens.filter((token) => token.clause === clause && token.kind === 'content');
  const sentences = texts.flatMap((text) =>
    text
      .filter((token) => token.key === key)
      .map(({ sentence }) => text.filter((token) => token.sentence === sentence)),
  );
  if (rest.length === 0 || sentences.length === 0) return false;
  return !sentences.some(
    (sentence) => rest.filter((token) => sentence.some((other) => other.key === token.key)).length >= rest.length / 2,
  );
}

/** "All five accepted" of a paper where five were asked and four accepted. */
function isOfOther(tokens: Token[], at: number, texts: Token[][]): boolean {
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  if (
    token.figure?.kind !== 'count' ||
    /^vot/.test(next?.stem ?? '') ||
    next?.kind !== 'content' ||
    next.clause !== token.clause
  )
    return false;
  const counted = texts.flatMap((text) =>
    text.flatMap((other, n) => (other.figure?.kind === 'count' ? [{ other, n, text }] : [])),
  );
  // A number that begins a sentence of a report is its paragraph's.
  const others = counted.filter(({ text, n, other }) => !isParagraph(other) && counts(text, n, next.key));
  const own = counted.filter(({ other }) => other.key === token.key);
  // "Four drivers without a badge out of 150": those are drivers too.
  if (own.some(({ text, n }) => text[n - 1]?.word === 'of' && text[n - 2]?.word === 'out')) return false;
  if (others.length === 0 || own.length === 0 || others.some(({ other }) => other.key === token.key)) return false;
  return !own.some(({ text, other, n }) => {
    const isBare = text[n + 1]?.kind === 'function' && !/ed$/.test(next.word);
    const isSaid = text.some(({ sentence, key }) => sentence === other.sentence && key === next.key);
    const isOthers = others.some(
      (one) => one.text === text && one.other.sentence === other.sentence && !isOf(text, one.n, n),
    );
    return (isBare || isSaid) && !isOthers;
  });
}

/** "Of 1,012 households, 388": the part is of the same things. */
function isOf(text: Token[], whole: number, part: number): boolean {
  return whole < part && text.slice(Math.max(0, whole - 2), whole).some(({ word }) => word === 'of');
}

function isParagraph({ isFirst, text }: Token): boolean {
  return isFirst && /^[\d.]+$/.test(text);
}

function counts(text: Token[], at: number, key: string): boolean {
  const { clause } = text[at] as Token;
  return text.slice(at + 1, at + 1 + COUNTED).some((token) => token.clause === clause && token.key === key);
}
