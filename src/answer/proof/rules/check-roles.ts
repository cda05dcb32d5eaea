import type { ProofFault } from '../../../proof.ts';
import type { Claim } from '../reading/claim.ts';
import type { Token } from '../reading/read-tokens.ts';

/**
 * How much better a figure or name must fit where another stands, before the two count as swapped. Fitted on the dev
 * part of data/evaluation/support.jsonl (docs/evaluation.md).
 */
const SWAP_MARGIN = 1.25;
const SWAP_LEAST = 0.35;
/** A stop or conjunction between two words parts them as this many words would. */
const CLAUSE_STEPS = 2;
const BY_STEPS = 1;

/**
 * Who did what, to whom, and how many of which: every name and figure of the statement stands among the words that it
 * stands among in its quotation. Where another name or figure of the quotation fits there better, they were swapped.
 */
export function checkRoles({ tokens, sources }: Claim): ProofFault | undefined {
  const texts = sources.map(({ around }) => around);
  for (const [at, token] of tokens.entries()) {
    const type = typeOf(token);
    if (!type) continue;
    const context = contextOf(tokens, at);
    let own = 0;
    let isThere = false;
    let best = { score: 0, text: '' };
    for (const text of texts) {
      for (const [n, other] of text.entries()) {
        if (typeOf(other) !== type) continue;
        const score = likeness(context, contextOf(text, n));
        if (isSame(token, other)) {
          isThere = true;
          own = Math.max(own, score);
        } else if (score > best.score) best = { score, text: other.text };
      }
    }
    if (isThere && best.score > own * SWAP_MARGIN && best.score - own > SWAP_LEAST) {
      return { kind: token.figure ? 'figure' : 'role', said: token.text };
    }
  }
  return checkRecipients(
    tokens,
    sources.map(({ around }) => around),
  );
}

function typeOf({ figure, capital, kind, isFirst, word }: Token): string | undefined {
  if (figure)
    return figure.kind === 'label' || figure.kind === 'ordinal'
      ? undefined
      : figure.kind === 'date'
        ? 'date'
        : 'number';
  if (!capital || kind !== 'content' || (isFirst && !/^(?:cabinet|council)$/.test(word)))
    return capital && kind === 'content' ? 'name' : undefined;
  return 'name';
}

function isSame(a: Token, b: Token): boolean {
  if (a.figure && b.figure)
    return a.figure.kind === b.figure.kind
      ? a.key === b.key || isLessExact(a.figure.value, b.figure.value)
      : a.figure.value === b.figure.value;
  return a.stem === b.stem;
}

function isLessExact(said: string, source: string): boolean {
  const bare = (value: string) => value.replace(/^\d{4}-/, '').replace(/^--/, '');
  return source.startsWith(said) || bare(said) === bare(source);
}

/** The words around a place with how near each is, 1 for the next. */
function contextOf(tokens: Token[], at: number): Map<string, number> {
  const { sentence, clause } = tokens[at] as Token;
  const near = new Map<string, number>();
  for (const step of [-1, 1]) {
    let distance = 0;
    for (let n = at + step; n >= 0 && n < tokens.length; n += step) {
      const token = tokens[n] as Token;
      if (token.sentence !== sentence) break;
      if (token.kind === 'function') {
        // "moved by X": the verb before "by" is as near as the one after a name.
        if (token.word === 'by' && step === -1 && distance === 0) distance -= BY_STEPS - 1;
        continue;
      }
      if (token.kind === 'record' && token.capital) continue;
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
  return Math.sqrt(sum);
}

const ASKING = /^(?:recommend|ask|request|invit|urg|instruct|advis)$/;

/** "Cabinet be recommended": whom it is put to in the paper does not put it to others in the statement. */
function checkRecipients(tokens: Token[], texts: Token[][]): ProofFault | undefined {
  for (const [at, verb] of tokens.entries()) {
    if (!ASKING.test(verb.stem)) continue;
    const subject = subjectOf(tokens, at);
    if (!subject) continue;
    for (const text of texts) {
      const isRecipient = text.some((other, n) => other.stem === verb.stem && isPutTo(text, n, subject.stem));
      const isAgent = text.some((other, n) => other.stem === verb.stem && subjectOf(text, n)?.stem === subject.stem);
      if (isRecipient && !isAgent) return { kind: 'role', said: subject.text };
    }
  }
  return undefined;
}

/** The name right before an active verb of asking. */
function subjectOf(tokens: Token[], at: number): Token | undefined {
  const before = tokens.slice(Math.max(0, at - 4), at).filter(({ sentence }) => sentence === tokens[at]?.sentence);
  if (before.some(({ word }) => /^(?:be|is|are|was|were|been|being|to)$/.test(word))) return undefined;
  const subject = before.filter(({ kind }) => kind !== 'function').at(-1);
  return subject?.capital && subject.kind === 'content' ? subject : undefined;
}

/** "Cabinet be recommended to", "RECOMMENDED to Cabinet", "recommend Cabinet to". */
function isPutTo(text: Token[], at: number, name: string): boolean {
  const before = text.slice(Math.max(0, at - 6), at);
  const isPassive = before.some(({ word }) => word === 'be' || word === 'was' || word === 'were' || word === 'been');
  return (
    (isPassive && before.some(({ stem }) => stem === name)) ||
    text.slice(at + 1, at + 4).some(({ stem }) => stem === name)
  );
}
