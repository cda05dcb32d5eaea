import type { ProofFault, ProofFaultKind } from '../../../proof.ts';
import type { Claim, Source } from '../reading/claim.ts';
import { CUES, type Cue, isCue, isInstead } from '../reading/is-cue.ts';
import type { Token } from '../reading/read-tokens.ts';
import { meaningOf } from '../words/word-groups.ts';

/** Phrases that mean one of the classes, made one word before the text is searched. */
const FAULT: Record<Cue, ProofFaultKind> = {
  not: 'negation',
  lack: 'negation',
  condition: 'condition',
  only: 'condition',
};
/** A part of a sentence is said in the statement if it says this much of it. */
const SAID = 0.6;
const SAID_BEFORE_CONDITION = 0.5;
const CONDITION_KEPT = 0.75;
/** A denial of the statement stands in the paper among so much of what it denies. */
const SCOPE_MET = 0.4;
/** So much of what is denied, said without its denial, is said the other way round. */
const MOSTLY_SAID = 0.75;

/**
 * No "not", "unless", "subject to" or "only" of the quotations' sentences is lost where the statement says what it
 * belongs to, and none is added.
 */
export function checkPolarity({ tokens, sources }: Claim): ProofFault | undefined {
  const counted = countDenials(tokens, sources);
  if (counted) return { kind: 'negation', said: counted.text };
  const turned = findTurned(tokens, sources) ?? findOtherCounted(tokens, sources);
  if (turned) return { kind: 'negation', said: turned.text };
  for (const cue of Object.keys(CUES) as Cue[]) {
    const added = findAdded(cue, tokens, sources);
    if (added) return { kind: FAULT[cue], said: added.text };
    for (const { around } of sources) {
      const lost = findLost(cue, around, tokens);
      if (lost) return { kind: FAULT[cue], said: lost.text };
    }
  }
  return undefined;
}

/** "Ready" of what was "not ready": the word right behind a denial, denied wherever the paper has it and nowhere in the statement. */
function findTurned(tokens: Token[], sources: Source[]): Token | undefined {
  const texts = sources.map(({ around }) => around);
  const denied = texts.flatMap((text) =>
    text.flatMap((token, at) =>
      /^(?:not|never|cannot|\w+n't)$/.test(token.word) && isCue('not', text, at) ? (text[at + 1] ?? []) : [],
    ),
  );
  return denied.find((token) => {
    if (token.kind !== 'content' || isPlainElsewhere(token, texts, denied)) return false;
    const said = tokens.filter(({ key }) => key === token.key);
    return (
      said.length > 0 &&
      said.every((one) => !tokens.some((other, n) => other.sentence === one.sentence && isDenial(tokens, n)))
    );
  });
}

/** "83 have yet to be trained" of "38 have not": where a denial is of a number alone, it is of that number. */
function findOtherCounted(tokens: Token[], sources: Source[]): Token | undefined {
  const counted = sources.flatMap(({ around }) =>
    around.flatMap((_, at) => {
      const [only, ...others] = isCue('not', around, at) ? ownMatter(around, at) : [];
      return only?.figure?.kind === 'count' && others.length === 0 ? [only.key] : [];
    }),
  );
  if (counted.length === 0) return undefined;
  return tokens.flatMap((_, at) => {
    if (!isCue('not', tokens, at)) return [];
    const matter = ownMatter(tokens, at);
    const figures = matter.filter(({ figure }) => figure?.kind === 'count');
    if (isDeniedElsewhere(matter, sources)) return [];
    return figures.length > 0 && !figures.some(({ key }) => counted.includes(key)) ? figures : [];
  })[0];
}

/** True if the paper denies something of these words themselves: "without a latch". */
function isDeniedElsewhere(matter: Token[], sources: Source[]): boolean {
  const keys = new Set(matter.filter(({ kind }) => kind === 'content').map(({ key }) => key));
  return sources.some(({ around }) =>
    around.some((_, at) => isDenial(around, at) && ownMatter(around, at).some(({ key }) => keys.has(key))),
  );
}

function ownMatter(tokens: Token[], at: number): Token[] {
  const { clause } = tokens[at] as Token;
  return tokens.filter((token, n) => n !== at && token.clause === clause && isMatter(token));
}

function isPlainElsewhere({ key }: Token, texts: Token[][], denied: Token[]): boolean {
  return texts.some((text) => text.some((token) => token.key === key && !denied.includes(token)));
}

const isDenial = (tokens: Token[], at: number) => isCue('not', tokens, at) || isCue('lack', tokens, at);

/** A statement denies no more often than its quotations do, nor less often than they deny what it says. */
function countDenials(tokens: Token[], sources: Source[]): Token | undefined {
  const said = tokens.filter((_, at) => isDenial(tokens, at));
  const instead = tokens.filter((_, at) => isInstead(tokens, at));
  const texts = [...new Map(sources.map(({ around, aroundText }) => [aroundText, around])).values()];
  const printed = texts.flatMap((around) => around.filter((_, at) => isDenial(around, at)));
  if (said.length > printed.length) return said.at(-1);
  const keys = new Set(tokens.filter(isMatter).map(({ key }) => key));
  const own = texts.flatMap((around) =>
    around.filter((_, at) => {
      if (!isCue('not', around, at)) return false;
      const scope = scopeOf(around, at);
      return scope.length > 1 && scope.filter(({ key }) => keys.has(key)).length >= MOSTLY_SAID * scope.length;
    }),
  );
  return own.length > said.length + instead.length ? own.at(-1) : undefined;
}

/** "Untrained" denies that they were trained and nothing else. */
function isOfOther({ word }: Token, keys: Set<string>): boolean {
  return /^un.{4}/.test(word) && ![meaningOf(word.slice(2)), meaningOf(word)].some((key) => keys.has(key));
}

const isMatter = ({ kind }: Token) => kind === 'content' || kind === 'figure';

/** What a cue belongs to: the words of its clause, or of the next where its own has none. */
function scopeOf(tokens: Token[], at: number): Token[] {
  const { clause, sentence, word } = tokens[at] as Token;
  // "All but 310": what is excepted comes right after.
  if (word === 'but') return tokens.slice(at + 1, at + 2);
  const isCondition = isCue('condition', tokens, at);
  const joined = isCondition ? clausesJoined(tokens, clause) : clause;
  const own = tokens.filter(
    (token, n) =>
      n !== at && token.clause >= clause && token.clause <= joined && isMatter(token) && !isAnyCue(tokens, n),
  );
  if (own.length > 0) return own;
  if (!isCondition && isAnswering(tokens, at))
    return tokens.filter((token) => token.clause === clause - 1 && isMatter(token));
  return tokens
    .slice(at + 1)
    .filter((token) => token.sentence === sentence && token.clause === clause + 1 && isMatter(token));
}

/** "They did not.": what is denied was said right before. */
function isAnswering(tokens: Token[], at: number): boolean {
  const { clause } = tokens[at] as Token;
  const own = tokens.filter((token) => token.clause === clause);
  return own.every(({ word, kind }) => kind === 'function' || /^(?:not|no)$/.test(word)) && own[0]?.clause !== 0;
}

/** The last of the clauses that "and" joins to this one: "once names and addresses have been removed". */
function clausesJoined(tokens: Token[], clause: number): number {
  const next = tokens.find((token) => token.clause === clause + 1);
  const isJoined = next?.word === 'and' && next.sentence === tokens.find((token) => token.clause === clause)?.sentence;
  return isJoined ? clausesJoined(tokens, clause + 1) : clause;
}

function isAnyCue(tokens: Token[], at: number): boolean {
  return (Object.keys(CUES) as Cue[]).some((cue) => isCue(cue, tokens, at));
}

/** "Without a badge" and "did not have a badge" deny the same. */
const DENYING = new Set<Cue>(['not', 'lack']);

/** "If a frost is expected" of what is done "when a frost is expected". */
function isWhen(cue: Cue, tokens: Token[], at: number, printed: Token): boolean {
  return cue === 'condition' && tokens[at]?.word === 'if' && /^(?:when|whenever|where|wherever)$/.test(printed.word);
}

/** A cue of the statement that no quotation has beside the same words. */
function findAdded(cue: Cue, tokens: Token[], sources: Source[]): Token | undefined {
  return tokens.find((_, at) => {
    if (!isCue(cue, tokens, at)) return false;
    const scope = new Set(scopeOf(tokens, at).map(({ key }) => key));
    return !sources.some(({ around }) =>
      around.some((token, n) => {
        if (!isCue(cue, around, n) && !(DENYING.has(cue) && isDenial(around, n)) && !isWhen(cue, tokens, at, token))
          return false;
        const near = around.filter(
          ({ sentence, clause }) => sentence === token.sentence && Math.abs(clause - token.clause) <= 1,
        );
        const met = new Set(near.filter(({ key }) => scope.has(key)).map(({ key }) => key));
        return scope.size === 0 || met.size >= SCOPE_MET * scope.size;
      }),
    );
  });
}

/** A cue of a quotation's sentence that the statement leaves out although it says what the cue belongs to. */
function findLost(cue: Cue, around: Token[], tokens: Token[]): Token | undefined {
  const said = new Set(tokens.filter(isMatter).map(({ key }) => key));
  const share = (scope: Token[]) =>
    scope.length === 0 ? 0 : scope.filter(({ key }) => said.has(key)).length / scope.length;
  return around.find((token, at) => {
    if (!isCue(cue, around, at)) return false;
    const scope = scopeOf(around, at);
    if (cue === 'condition' && isOnlyPointed(around, at))
      return share(scope) >= SAID && !tokens.some((_, n) => isCue('condition', tokens, n));
    if (cue !== 'condition') return share(scope) >= SAID && !hasCueNear(cue, tokens, { scope, around });
    const rest = around.filter(
      (other) => other.sentence === token.sentence && !scope.includes(other) && isMatter(other),
    );
    const near = rest.filter(({ clause }) => Math.abs(clause - token.clause) <= 1);
    const isSaid = Math.max(share(near.length > 0 ? near : scope), share(rest)) >= SAID_BEFORE_CONDITION;
    // "Collected apart from other recycling" is collected separately.
    if (token.word === 'apart' && tokens.some(({ key }) => key === token.key)) return false;
    if (EXCEPTING.test(token.word) && share(scope) >= CONDITION_KEPT && !tokens.some((_, n) => isAnyCue(tokens, n)))
      return true;
    const isAfter = token.word === 'once' && tokens.some(({ word }) => /^(?:after|when)$/.test(word));
    return isSaid && !isAfter && share(scope) < CONDITION_KEPT && !tokens.some((_, n) => isCue('condition', tokens, n));
  });
}

const EXCEPTING = /^(?:apart|except|excepting|excluding|unless)$/;

/** "If it does, …": the condition is said in the sentence before, and what depends on it in this one. */
function isOnlyPointed(tokens: Token[], at: number): boolean {
  const { clause } = tokens[at] as Token;
  return !tokens.some((token, n) => n !== at && token.clause === clause && isMatter(token));
}

/** True if the statement has the cue in a sentence that says some of what it belongs to. */
function hasCueNear(cue: Cue, tokens: Token[], { scope, around }: { scope: Token[]; around: Token[] }): boolean {
  // What the paper has "without" is no "not" of the statement's.
  const isOneOfBoth =
    DENYING.has(cue) &&
    !around.some(
      ({ sentence }, at) => sentence === scope[0]?.sentence && isCue(cue === 'not' ? 'lack' : 'not', around, at),
    );
  const keys = new Set(scope.map(({ key }) => key));
  return tokens.some((token, at) => {
    if (/^(?:neither|nor)$/.test(token.word) || isOfOther(token, keys)) return false;
    if (
      !(cue === 'not' && isInstead(tokens, at)) &&
      !isCue(cue, tokens, at) &&
      !(isOneOfBoth && isDenial(tokens, at)) &&
      !(cue === 'only' && /^(?:just|sole|simply|single)$/.test(token.word))
    )
      return false;
    return tokens.some(
      ({ sentence, clause, key }) =>
        sentence === token.sentence && Math.abs(clause - token.clause) <= 1 && keys.has(key),
    );
  });
}
