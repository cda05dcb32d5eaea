import type { ProofFault } from '../../../proof.ts';
import type { Claim, Source } from '../reading/claim.ts';
import { type Deciding, findDecidings, verbClass } from '../reading/find-decidings.ts';
import type { Token } from '../reading/read-tokens.ts';

/** Verbs whose place no other may take: a limb that does one of these is not told as "agreed" alone. */
const TELLING = ['note', 'defer', 'recommend', 'refuse'];

/**
 * A statement that the committee decided, agreed, approved, refused, deferred or noted rests on a limb that does just
 * that; discussion, a motion or an officer's recommendation never bears it out. What the committee only recommends to
 * another body is told as a recommendation. What somebody else decided stands so in the quotation.
 */
export function checkDecision(claim: Claim): ProofFault | undefined {
  const decidings = findDecidings(claim.tokens);
  for (const deciding of decidings) {
    const isBorneOut = claim.sources.some((source) =>
      deciding.by.kind === 'other'
        ? isOthers(deciding, source) ||
          isPromise(deciding, claim.tokens, source) ||
          isSomebodys(deciding, claim.tokens, source)
        : isCommittees(deciding, { all: decidings, tokens: claim.tokens, source }),
    );
    if (!isBorneOut) return { kind: 'decision', said: deciding.verb.text };
  }
  return undefined;
}

type Deed = { all: Deciding[]; tokens: Token[]; source: Source };

function isCommittees(deciding: Deciding, { all, tokens, source }: Deed): boolean {
  if (deciding.by.kind === 'committee' && !isOwnCommittee(deciding.by.name, source)) return false;
  const { passage } = source;
  if (passage.kind === 'recommendation')
    return deciding.isPassive && /^(?:recommend|ask|invite)/.test(deciding.verb.stem);
  if (isMotion(deciding, source) || isSomebodys(deciding, tokens, source)) return true;
  if (!isDecided(source)) return false;
  if (passage.place.limbKind === 'recommendation' && !all.some(({ what }) => what === 'recommend')) return false;
  return doesLimb(deciding, { all, tokens, source });
}

/** "Eleven parishes had agreed": some who are no body of the record did it, and the quotation says so of the same. */
function isSomebodys({ verb, isPassive }: Deciding, tokens: Token[], { around, passage }: Source): boolean {
  if (isPassive) return passage.kind !== 'limb' && isReported(verb, tokens, around);
  const doer = doerOf(tokens, tokens.indexOf(verb));
  return (
    doer !== undefined && around.some((token, at) => isSameVerb(token, verb) && doerOf(around, at)?.key === doer.key)
  );
}

function isSameVerb(one: Token, other: Token): boolean {
  return one.stem === other.stem || (verbClass(one.stem) === 'request' && verbClass(other.stem) === 'request');
}

const BE_OR_HAVE = /^(?:had|has|have|was|were|is|are|been)$/;
const MODAL = /^(?:be|to|would|should|could|might|may|will|shall|must|if|whether|asked|suggested|proposed|moved|not)$/;

/**
 * "Two had been approved", "the bid was approved on 4 March": a fact with its number or day, told as done by nobody in
 * particular. Without one it is somebody's word that something was decided, which a paper may quote of anybody.
 */
function isReported(verb: Token, tokens: Token[], around: Token[]): boolean {
  const own = tokens.filter(
    ({ clause, kind, key, figure }) =>
      clause === verb.clause && kind === 'figure' && key !== verb.key && figure?.kind !== 'label',
  );
  if (tokens.slice(0, tokens.indexOf(verb)).some(({ word, clause }) => clause === verb.clause && word === 'it'))
    return false;
  return around.some((other, at) => {
    if (other.stem !== verb.stem || !/ed$/.test(other.word)) return false;
    const before = around.slice(Math.max(0, at - 3), at).filter(({ clause }) => clause === other.clause);
    if (!before.some(({ word }) => BE_OR_HAVE.test(word)) || before.some(({ word }) => MODAL.test(word))) return false;
    const clause = around.filter((token) => token.sentence === other.sentence);
    return own.some((token) => clause.some(({ key }) => key === token.key));
  });
}

/** The common noun or number right before a verb and its "had"; none where a body or person of the record stands there. */
function doerOf(tokens: Token[], at: number): Token | undefined {
  const { clause } = tokens[at] as Token;
  const before = tokens.slice(Math.max(0, at - 2), at).filter((token) => token.clause === clause);
  if (before.some(({ word, kind }) => kind === 'function' && !/^(?:had|has|have|and|but)$/.test(word)))
    return undefined;
  const doer = before.filter(({ kind }) => kind !== 'function').at(-1);
  if (doer?.kind === 'figure') return doer;
  // "Levy approved" is done to it, "parishes had approved" by them.
  const isActive = /^(?:had|has|have)$/.test(before.at(-1)?.word ?? '');
  return isActive && doer?.kind === 'content' && !doer.capital ? doer : undefined;
}

/** A limb, or a minute so short that its one sentence is the decision ("Approved and signed."). */
function isDecided({ passage, evidence }: Source): boolean {
  if (passage.kind === 'limb') return true;
  return (
    passage.kind === 'minute' &&
    /(?:^|\n)(?:Approved|Agreed|Noted|Resolved|Received|Deferred)\b[^.\n]{0,60}\./.test(evidence.around)
  );
}

function doesLimb({ what, verb }: Deciding, { all, tokens, source: { around, passage } }: Deed): boolean {
  const { limbVerb = '', limbKind = '' } = passage.place;
  const stems = new Set([...around.map(({ stem }) => stem), stemOfVerb(limbVerb)]);
  const does = new Set([...stems].map((stem) => verbClass(stem)));
  switch (what) {
    case 'decide': {
      const told = TELLING.filter((kind) => verbClass(stemOfVerb(limbVerb)) === kind);
      return (
        told.every((kind) => tokens.some(({ stem }) => verbClass(stem) === kind)) ||
        (told[0] === 'note' && saysMore(all, around))
      );
    }
    case 'request':
      return limbKind === 'request' || limbKind === 'decision' || limbKind === 'recommendation' || does.has('request');
    case 'refuse':
      return does.has('refuse');
    case 'defer':
      return does.has('defer');
    case 'recommend':
      return limbKind === 'recommendation' || does.has('recommend');
    case 'carry':
      return does.has('carry');
    default:
      return stems.has(verb.stem);
  }
}

/** True if a limb that notes something also does more, as "be noted and that figures be circulated". */
function saysMore(all: Deciding[], around: Token[]): boolean {
  const does = around.filter((_, at) => around[at - 1]?.word === 'be').map(({ stem }) => verbClass(stem));
  return all.every(({ what }) => what === 'decide' || what === 'request') && does.some((kind) => kind !== 'note');
}

/** "The motion was lost": what became of a motion stands beside it, not in a limb. */
function isMotion({ what }: Deciding, { evidence, passage }: Source): boolean {
  if (what === 'refuse')
    return /\bLOST\b|\b(?:motion|amendment|proposal)\b[^.]{0,120}\b(?:lost|fell|rejected|defeated|not carried)\b/.test(
      evidence.around,
    );
  return what === 'carry' && passage.kind !== 'recommendation' && /\bCARRIED\b|\bwas carried\b/.test(evidence.around);
}

/** True if no committee is named, or the one whose paper this is. */
function isOwnCommittee(name: string[], { passage: { place } }: Source): boolean {
  const own = (place.committee ?? '').toLowerCase();
  return name.every((word) => own.includes(word));
}

/** Words between somebody and what they decided, in a paper: "Cabinet, on 9 December, had adopted". */
const MAX_BETWEEN = 7;

/** True if the quotation itself says that they did: their name, then the verb in the past, in one sentence. */
function isOthers({ by, verb }: Deciding, source: Source): boolean {
  const { around, passage } = source;
  const name = by.kind === 'other' ? by.name : '';
  const isPaper = name === 'report' && passage.kind === 'recommendation';
  if (isPaper) return true;
  return around.some((token, at) => {
    const isSame = token.stem === verb.stem || (isDeciding(token.stem) && isDeciding(verb.stem));
    if (!isSame || !isPast(token, around[at - 1])) return false;
    // "Cabinet had adopted … but had agreed": one subject for both.
    const isShared = around.slice(Math.max(0, at - 2), at).some(({ word }) => /^(?:and|but)$/.test(word));
    const before = around
      .slice(isShared ? 0 : Math.max(0, at - MAX_BETWEEN), at)
      .filter(({ sentence }) => sentence === token.sentence);
    const isPassive = before.slice(-2).some(({ word }) => /^(?:be|is|are|was|were|been)$/.test(word));
    const isAgent = around
      .slice(at + 1, at + 4)
      .some(({ stem }, n, all) => stem === name && all.slice(0, n).some(({ word }) => word === 'by'));
    if (!isPassive && isOf(name, around, at)) return true;
    return isAgent || (!isPassive && before.some(({ stem }) => stem === name));
  });
}

const PROMISING = /^(?:undertook|promised|agreed|offered|accepted|would|will)$/;

/** "Ms. Petherick agreed to add a section" of what she undertook: a person who agrees to do something promises it. */
function isPromise({ by, verb }: Deciding, tokens: Token[], { around, passage }: Source): boolean {
  if (
    passage.kind === 'limb' ||
    by.kind !== 'other' ||
    verb.stem !== 'agre' ||
    tokens[tokens.indexOf(verb) + 1]?.word !== 'to'
  )
    return false;
  return around.some(
    ({ word, sentence }, at) =>
      PROMISING.test(word) &&
      around
        .slice(0, at)
        .some(
          (token) =>
            token.sentence === sentence &&
            (token.stem === by.name || (by.name === 'report' && /^officers?$/.test(token.word))),
        ),
  );
}

/** "It agreed to …", where the sentence before begins with who it is. */
function isOf(name: string, around: Token[], at: number): boolean {
  const { sentence } = around[at] as Token;
  const own = around.slice(0, at).filter((token) => token.sentence === sentence);
  const before = around.filter((token) => token.sentence === sentence - 1);
  const subject = before.find(({ kind, capital }) => kind === 'content' && capital);
  return own.length <= MAX_BETWEEN && own[0]?.word === 'it' && subject?.stem === name;
}

/** A body that "decided" to do something also "agreed" to. */
function isDeciding(stem: string): boolean {
  return verbClass(stem) === 'decide';
}

function isPast({ word }: Token, before: Token | undefined): boolean {
  return /(?:ed|ost|put)$/.test(word) && before?.word !== 'be';
}

function stemOfVerb(verb: string): string {
  return verb.replace(/(?:ed|d)$/, '') === '' ? verb : (PRINTED_STEMS[verb] ?? verb);
}

/** The verbs that limbs are read with, as stems. */
const PRINTED_STEMS: Record<string, string> = {
  resolved: 'resolv',
  agreed: 'agre',
  approved: 'approv',
  noted: 'note',
  received: 'receiv',
  recommended: 'recommend',
  requested: 'request',
  deferred: 'defer',
  referred: 'refer',
  endorsed: 'endors',
  welcomed: 'welcom',
  adopted: 'adopt',
  refused: 'refus',
  rejected: 'reject',
  excluded: 'exclud',
};
