import type { ProofFault } from '../../../proof.ts';
import type { Claim } from '../reading/claim.ts';
import type { Token } from '../reading/read-tokens.ts';

/** Words between a verb and whoever does it, at most. */
const REACH = 4;
const ASKING = /^(?:recommend|ask|request|invit|urg|instruct|advis)$/;
const BE = /^(?:be|is|are|was|were|been|being)$/;

/**
 * Who did it: where a name stands before or, after "by", behind a verb, the quotation has that name, and no other alone,
 * with that verb; and whom the paper asks or recommends to do something is not made the one who asks.
 */
export function checkActors({ tokens, sources }: Claim): ProofFault | undefined {
  const texts = sources.map(({ around }) => around);
  for (const [at, verb] of tokens.entries()) {
    if (verb.kind === 'function' || verb.figure || verb.capital) continue;
    const actor = actorOf(tokens, at) ?? sharedActor(tokens, at);
    if (!actor) continue;
    const others = texts.flatMap((text) => doersOf(text, verb, tokens));
    const most = Math.max(0, ...others.map(({ shared }) => shared));
    const likely = others.filter(({ shared }) => shared === most);
    if (likely.length > 0 && !likely.some(({ name, names }) => isSameActor(actor, name) || names.includes(actor.stem)))
      return { kind: 'role', said: actor.text };
    if (ASKING.test(verb.stem) && texts.some((text) => isAsked(text, verb, actor)) && others.length === 0)
      return { kind: 'role', said: actor.text };
  }
  return findOtherAgent(tokens, texts) ?? checkRecipients(tokens, texts);
}

const SPEECH =
  /^(?:said|says|thought|warned|reported|explained|advised|stated|replied|asked|noted|added|told|reminded|believed|felt|suggested|commented|responded|confirmed|expressed|acknowledged|queried|answered)$/;

/** Who does this verb in a text, or, of saying, any verb of saying, with how much of the statement that sentence has. */
function doersOf(text: Token[], verb: Token, tokens: Token[]): { name: Token; names: string[]; shared: number }[] {
  const said = new Set(
    tokens
      .filter(({ clause, kind, capital }) => clause === verb.clause && kind !== 'function' && !capital)
      .map(({ key }) => key),
  );
  return text.flatMap((other, at) => {
    const isSame = other.key === verb.key || (SPEECH.test(verb.word) && SPEECH.test(other.word));
    const name = isSame ? (actorOf(text, at) ?? sharedActor(text, at) ?? pronounBefore(text, at)) : undefined;
    if (!name) return [];
    const shared = text.filter(
      (token) => token.sentence === other.sentence && token.kind === 'content' && said.has(token.key),
    );
    return [{ name, names: namesOf(text, name, other), shared: new Set(shared.map(({ key }) => key)).size }];
  });
}

/** All that may be meant by a name: its other words ("Department for Education"), and whom "he" may be. */
function namesOf(text: Token[], name: Token, verb: Token): string[] {
  const at = text.indexOf(name);
  if (/^(?:he|she)$/.test(name.word)) {
    for (let n = at - 1; n >= 0 && text[n]?.sentence === verb.sentence; n -= 1) {
      const actor = SPEECH.test(text[n]?.word ?? '') ? actorOf(text, n) : undefined;
      if (actor) return [actor.stem];
    }
    return [];
  }
  return text
    .slice(Math.max(0, at - REACH), at)
    .filter((token) => token.clause === name.clause && isName(token))
    .map(({ stem }) => stem);
}

/** The name right before an active verb, or right after a passive one's "by"; the surname where there are two words. */
function actorOf(tokens: Token[], at: number): Token | undefined {
  const { sentence } = tokens[at] as Token;
  const after = tokens.slice(at + 1, at + 1 + REACH).filter((token) => token.sentence === sentence);
  if (after[0]?.word === 'by') return after.filter(isName).at(-1);
  const before = tokens.slice(Math.max(0, at - REACH), at).filter((token) => token.sentence === sentence);
  if (before.some(({ word }) => BE.test(word))) {
    const by = after.findIndex(({ word }) => word === 'by');
    return by > 0
      ? tokens
          .slice(at + 2 + by, at + 2 + by + REACH)
          .filter((token) => token.clause === after[by]?.clause && isName(token))
          .at(-1)
      : undefined;
  }
  const last = before.filter(({ kind, word }) => kind !== 'function' || word === 'to').at(-1);
  if (last?.word === 'to') return askedToDo(tokens, at);
  if (last && isPlace(tokens, tokens.indexOf(last))) return undefined;
  return last && isName(last) && last.clause === tokens[at]?.clause ? last : undefined;
}

function isSameActor(one: Token, other: Token): boolean {
  return one.stem === other.stem;
}

/** "Mr. Ide replied that they would be, and offered": whoever did the verb before, in the same sentence. */
function sharedActor(tokens: Token[], at: number): Token | undefined {
  const { sentence } = tokens[at] as Token;
  if (!/^(?:and|but)$/.test(tokens[at - 1]?.word ?? '')) return undefined;
  for (let n = at - 2; n >= 0 && tokens[n]?.sentence === sentence; n -= 1) {
    const token = tokens[n] as Token;
    if (token.kind === 'function' || token.capital || !/(?:ed|id)$|^(?:thought|told|undertook)$/.test(token.word))
      continue;
    const actor = actorOf(tokens, n);
    if (actor) return actor;
  }
  return undefined;
}

/** "She said", of somebody who cannot be told: not of a name that the sentence has for another part in it. */
function pronounBefore(tokens: Token[], at: number): Token | undefined {
  const before = tokens[at - 1];
  return before && /^(?:he|she)$/.test(before.word) ? before : undefined;
}

const ROLES =
  /^(?:committee|members?|officers?|council|cabinet|board|government|parents|residents|police|director|chair|operator|contractor|engineer|agency|department)$/;

function isName({ capital, kind, word }: Token): boolean {
  return (capital && kind === 'content') || ROLES.test(word);
}

/** "Lamps in Bank Street cost £55": the street does nothing. */
function isPlace(tokens: Token[], at: number): boolean {
  let first = at;
  while (tokens[first - 1]?.capital && tokens[first - 1]?.sentence === tokens[at]?.sentence) first -= 1;
  return /^(?:in|at|on|from|near|along)$/.test(tokens[first - 1]?.word ?? '');
}

/** "Recommend Cabinet to provide": Cabinet is to do it. */
function askedToDo(tokens: Token[], at: number): Token | undefined {
  const [verb, name, to] = tokens.slice(Math.max(0, at - 3), at);
  return verb && name && to?.word === 'to' && ASKING.test(verb.stem) && isName(name) ? name : undefined;
}

function isAsked(text: Token[], verb: Token, name: Token): boolean {
  return text.some((other, at) => other.stem === verb.stem && isPutTo(text, at, name.stem));
}

const AGENTS = /^(?:committee|cabinet|council|board|panel|government|department|parliament)$/;

/** "A change by the Committee" of "a change by Cabinet": a body after "by" is one that the paper has there, or has doing something. */
function findOtherAgent(tokens: Token[], texts: Token[][]): ProofFault | undefined {
  const printed = new Set(texts.flatMap((text) => agentsIn(text).map(({ word }) => word)));
  const other = agentsIn(tokens).find(
    ({ word }) => !printed.has(word) && !texts.flat().some((token) => token.word === word),
  );
  return other && printed.size > 0 ? { kind: 'role', said: other.text } : undefined;
}

function agentsIn(tokens: Token[]): Token[] {
  return tokens.flatMap((token, at) => {
    if (token.word !== 'by') return [];
    return (
      tokens.slice(at + 1, at + 1 + REACH).find(({ word, clause }) => clause === token.clause && AGENTS.test(word)) ??
      []
    );
  });
}

/** "The Committee recommended Council to of what is put to Cabinet. */
function checkRecipients(tokens: Token[], texts: Token[][]): ProofFault | undefined {
  for (const [at, verb] of tokens.entries()) {
    if (!ASKING.test(verb.stem) || tokens.slice(Math.max(0, at - 2), at).some(({ word }) => BE.test(word))) continue;
    const to = tokens.slice(at + 1, at + 1 + REACH).find(isName);
    if (!to) continue;
    const known = texts.flatMap((text) => text.flatMap((other, n) => (other.stem === verb.stem ? putTo(text, n) : [])));
    if (known.length > 0 && !known.some(({ stem }) => stem === to.stem)) return { kind: 'role', said: to.text };
  }
  return undefined;
}

function isPutTo(text: Token[], at: number, name: string): boolean {
  return putTo(text, at).some(({ stem }) => stem === name);
}

/** The names in "Cabinet be recommended to", "RECOMMENDED to Cabinet", "recommend Cabinet to". */
function putTo(text: Token[], at: number): Token[] {
  const { sentence } = text[at] as Token;
  const before = text.slice(Math.max(0, at - 8), at).filter((token) => token.sentence === sentence);
  const isPassive = before.slice(-2).some(({ word }) => BE.test(word));
  return isPassive
    ? before.filter(isName)
    : text.slice(at + 1, at + 1 + REACH).filter((token) => token.sentence === sentence && isName(token));
}
