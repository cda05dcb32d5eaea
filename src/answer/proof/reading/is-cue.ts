import { directionOf } from '../figures/check-direction.ts';
import type { Token } from './read-tokens.ts';

/** Words that turn, limit or make depend what they stand beside. One class may stand for another only of its own. */
export const CUES = {
  not: /^(?:not|no|none|never|nobody|nothing|neither|nor|cannot|failed|unable|untrained|unwilling|unspent|unfilled|opposed|nowhere|\w+n't)$/,
  lack: /^(?:without|lack|lacks|lacked|lacking|absent)$/,
  condition: /^(?:unless|if|except|excluding|conditional|conditionally|depending|depended|depends|excepting)$/,
  only: /^(?:only|solely|merely|alone|exclusively)$/,
} as const;
export type Cue = keyof typeof CUES;

/** After these "if" asks and makes nothing depend. */
const WHETHER = /^(?:know|known|unknown|unclear|uncertain|asked|ask|see|say|decide|wondered)$/;

/** True of a word that turns, limits or makes depend what stands beside it, of this class. */
export function isCue(cue: Cue, tokens: Token[], at: number): boolean {
  const { word } = tokens[at] as Token;
  const next = tokens[at + 1]?.word ?? '';
  const before = tokens[at - 1]?.word ?? '';
  if (cue === 'condition')
    return (
      (CUES.condition.test(word) && !(word === 'if' && WHETHER.test(before))) ||
      (word === 'provided' && next === 'that') ||
      (word === 'once' && before !== 'at' && !/^(?:more|again|an?|every|in|only|or)$/.test(next)) ||
      isWhereAllowed(tokens, at) ||
      (word === 'but' && /^(?:all|none|nothing|every|everything|any)$/.test(before)) ||
      (word === 'subject' && next === 'to') ||
      (word === 'other' && next === 'than') ||
      (word === 'apart' && next === 'from') ||
      (word === 'condition' && before === 'on')
    );
  if (cue === 'not')
    return (
      (CUES.not.test(word) && !isEmptyNot(tokens, at)) ||
      (word === 'still' && next === 'to') ||
      (word === 'yet' && next === 'to')
    );
  if (cue === 'lack') return CUES.lack.test(word);
  if (!CUES.only.test(word)) return false;
  // "Only 37.5%" judges a number and limits nothing.
  const limited = tokens[at + 1];
  if (limited && directionOf(limited) && before !== 'not') return false;
  return limited?.kind !== 'figure' || tokens[at - 1]?.word === 'not';
}

/** "not only", "whether or not, "no later than", "not less than": no denial. */
function isEmptyNot(tokens: Token[], at: number): boolean {
  const { word } = tokens[at] as Token;
  const next = tokens[at + 1]?.word ?? '';
  // "147 opposed it": counted, not denied.
  if (word === 'opposed') return tokens[at - 1]?.figure !== undefined;
  if (/^(?:no|not)$/.test(word) && /^(?:later|less|fewer|more|only|earlier|so)$/.test(next)) return true;
  return word === 'not' && tokens[at - 1]?.word === 'or';
}

const ALLOWING =
  /^(?:agre|consent|requir|need|possibl|necessari|appropri|allow|permit|wish|want|afford|feasibl|practic|practicabl|applic)$/;

/** "Where the family agrees": a condition, not a place. */
function isWhereAllowed(tokens: Token[], at: number): boolean {
  const { word, sentence } = tokens[at] as Token;
  if (word !== 'where' && word !== 'wherever') return false;
  return tokens.slice(at + 1, at + 6).some((token) => token.sentence === sentence && ALLOWING.test(token.stem));
}

/** True where something is made to depend on what follows. */
export function isCondition(tokens: Token[], at: number): boolean {
  return isCue('condition', tokens, at);
}

/** True for a word whose meaning this rule sees to, wherever it stands. */
export function isCueWord({ word }: Token): boolean {
  return Object.values(CUES).some((words) => words.test(word)) || word === 'condition';
}

/** "Rather than", "instead of": a denial, that a paper may tell as "no longer" or as none. */
export function isInstead(tokens: Token[], at: number): boolean {
  const [word, next] = [tokens[at]?.word, tokens[at + 1]?.word];
  return (word === 'rather' && next === 'than') || (word === 'instead' && next === 'of');
}
