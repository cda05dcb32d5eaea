import type { Token } from './read-tokens.ts';

export type DecidingKind = 'decide' | 'approve' | 'refuse' | 'defer' | 'note' | 'recommend' | 'request' | 'carry';

/**
 * A verb of deciding in a statement, said as done. `by`: the committee whose minutes they are (`name` holds the words it
 * is named with, lower case; none for "the Committee", "it was"), or somebody else (`name`: the stem before the verb).
 */
export type Deciding = {
  verb: Token;
  what: DecidingKind;
  by: { kind: 'committee'; name: string[] } | { kind: 'other'; name: string };
  isPassive: boolean;
};

const CLASSES: Record<DecidingKind, string> = {
  decide: 'resolv decid agre determin vote decis resolut chose choos select opt appoint establish',
  approve: 'approv adopt endors ratifi grant award authoris accept confirm approb',
  refuse: 'refus reject dismiss lost defeat overturn declin turn',
  defer: 'defer postpon adjourn deferr',
  note: 'note receiv welcom thank congratul commend',
  recommend: 'recommend urg',
  request: 'ask request instruct invit direct',
  carry: 'carri',
};
const BY_STEM = new Map(
  Object.entries(CLASSES).flatMap(([kind, stems]) =>
    stems.split(' ').map((stem) => [stem, kind as DecidingKind] as const),
  ),
);
/** Everyday verbs: somebody other than the committee does them without deciding anything. */
const EVERYDAY =
  /^(?:accept|confirm|declin|turn|note|receiv|welcom|thank|ask|request|invit|direct|commend|congratul|instruct)$/;
/** What becomes of a motion; of anything else they decide nothing. */
const OF_MOTIONS = /^(?:lost|lose|carri|defeat)$/;
const MOTIONS = /^(?:motions?|proposals?|amendments?|votes?|recommendations?)$/;
/** Bodies that are named by what they are: "the parish council agreed". */
const COMMON_BODIES =
  /^(?:council|councils|police|government|operator|agency|contractor|company|authority|department)$/;
const BE = /^(?:is|are|was|were|been|be|being)$/;
/** Whoever is called so is a person. */
const TITLED = /^(?:mr|mrs|ms|miss|dr|reverend|rev|professor|councillor|cllr)$/;
const BODIES = /^(?:committee|committees|members|councillors|it|they|panel|commission|board)$/;

/** What a stem of a verb decides; undefined for any other. */
export function verbClass(stem: string): DecidingKind | undefined {
  return BY_STEM.get(stem);
}

/** The verbs of deciding that a text says as done, each with who did it. "To approve" and "be approved" are not done. */
export function findDecidings(tokens: Token[]): Deciding[] {
  return tokens.flatMap((verb, at) => {
    const what = BY_STEM.get(verb.stem);
    if (!what || !isDone(tokens, at)) return [];
    const by = whoDecided(tokens, at);
    if (OF_MOTIONS.test(verb.stem)) {
      if (!tokens.some(({ word, sentence }) => sentence === verb.sentence && MOTIONS.test(word))) return [];
      return [{ verb, what, by: { kind: 'committee', name: [] }, isPassive: true }];
    }
    const isAskedTo = what === 'request' && tokens[at + 1]?.word === 'to' && isPassive(tokens, at);
    if (EVERYDAY.test(verb.stem) && !isAskedTo && (by.kind === 'other' ? !by.isBody : by.isThing)) return [];
    return [{ verb, what, by, isPassive: isPassive(tokens, at) }];
  });
}

function isDone(tokens: Token[], at: number): boolean {
  const { word } = tokens[at] as Token;
  if (/^(?:decisions?|resolutions?)$/.test(word)) return false;
  if (!/(?:ed|lost|chose)$/.test(word)) return false;
  const before = tokens.slice(Math.max(0, at - 3), at);
  const [previous] = before.slice(-1);
  if (!previous) return true;
  if (
    previous.word === 'be' ||
    previous.word === 'being' ||
    /^(?:to|the|an?|its|their|any|each|every|newly)$/.test(previous.word)
  )
    return false;
  if (/^(?:of|for|with|by|in)$/.test(previous.word) && tokens[at + 1]?.kind === 'content') return false;
  // "96 approved households": said of a thing.
  return !(previous.kind === 'figure' && tokens[at + 1]?.kind === 'content');
}

function isPassive(tokens: Token[], at: number): boolean {
  return tokens
    .slice(Math.max(0, at - 3), at)
    .some(({ word, clause }) => BE.test(word) && clause === tokens[at]?.clause);
}

type Who =
  | ({ kind: 'committee'; name: string[] } & { isThing?: boolean })
  | { kind: 'other'; name: string; isBody: boolean };

function whoDecided(tokens: Token[], at: number): Who {
  const verb = tokens[at] as Token;
  const agent = agentAfter(tokens, at);
  if (agent) return agent;
  const before = tokens.slice(0, at).filter(({ sentence }) => sentence === verb.sentence);
  if (isPassive(tokens, at)) return { kind: 'committee', name: [], isThing: !before.some(({ word }) => word === 'it') };
  for (let n = before.length - 1; n >= 0; n -= 1) {
    const token = before[n] as Token;
    const who = subjectAt(before, n);
    if (who) return who;
    if (token.kind === 'figure') continue;
  }
  return { kind: 'committee', name: [], isThing: true };
}

/** Who a word names as the subject of what follows; undefined for verbs, adverbs and small words between. */
function subjectAt(before: Token[], n: number): Who | undefined {
  const token = before[n] as Token;
  const isFar = /^(?:it|they)$/.test(token.word) && n < before.length - 2;
  if (BODIES.test(token.word) && !isFar) return { kind: 'committee', name: nameBefore(before, n) };
  if (/^(?:report|reports|officers?)$/.test(token.word)) return { kind: 'other', name: 'report', isBody: true };
  if (COMMON_BODIES.test(token.word) && !token.capital && n >= before.length - 2)
    return { kind: 'other', name: token.stem, isBody: true };
  if (BY_STEM.has(token.stem) || token.kind !== 'content') return undefined;
  if (/ly$/.test(token.word)) return undefined;
  const isName = token.capital;
  if (isName && !/(?:ed|ing)$/.test(token.word)) {
    const isPlace = before[n - 1] !== undefined && /^(?:in|of|on|at|for|from|about)$/.test(before[n - 1]?.word ?? '');
    if (isPlace || isPartOfCommittee(before, n)) return undefined;
    return {
      kind: 'other',
      name: token.stem,
      // "The Cabinet Member" is a person.
      isBody:
        !/^members?$/.test(before[n + 1]?.word ?? '') &&
        /^(?:Cabinet|Council|Board|Police|Government|Authority|Executive)$/.test(token.text),
    };
  }
  return undefined;
}

/** "Children and Learning Scrutiny Committee": the capitals right before the word. */
function nameBefore(before: Token[], n: number): string[] {
  const name: string[] = [];
  for (let at = n - 1; at >= 0; at -= 1) {
    const { word, capital, isFirst, kind } = before[at] as Token;
    if (word === 'and' || word === 'of') continue;
    if (!capital || (isFirst && kind === 'function')) break;
    name.push(word);
  }
  return name;
}

function isPartOfCommittee(before: Token[], n: number): boolean {
  return before.slice(n + 1, n + 4).some(({ word }) => BODIES.test(word));
}

/** "by Cabinet", "by the Committee" after a passive. */
function agentAfter(tokens: Token[], at: number): Who | undefined {
  if (!isPassive(tokens, at) && tokens[at + 1]?.word !== 'by') return undefined;
  const after = tokens.slice(at + 1, at + 10);
  const by = after.findIndex(({ word }) => word === 'by');
  if (by < 0 || by > 3) return undefined;
  const named = after.slice(by + 1).findIndex(({ kind, capital }) => capital || kind === 'record');
  const token = after[by + 1 + named];
  if (named < 0 || !token || named > 2) return undefined;
  const rest = after.slice(by + 1);
  const committee = rest.findIndex(({ word }) => BODIES.test(word));
  if (committee >= 0) return { kind: 'committee', name: nameBefore(rest, committee) };
  return { kind: 'other', name: token.stem, isBody: !TITLED.test(token.word) };
}
