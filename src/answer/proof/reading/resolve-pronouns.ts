import { isPastForm } from '../words/word-groups.ts';
import type { Token } from './read-tokens.ts';

const PERSONAL = /^(?:he|she)$/;
/** Words by which a paper calls somebody instead of a name. */
const ROLE =
  /^(?:chair|vice-chair|chairman|director|head|officer|engineer|solicitor|secretary|leader|mayor|inspector|principal|manager|auditor|treasurer)$/;
const TITLE = /^(?:councillor|cllr|mr|mrs|ms|miss|dr|reverend|rev|professor)$/;
const BEFORE_SUBJECT = /^(?:that|and|but|while|whereas)$/;

/**
 * The words of a paper with "he" and "she" as the one person they can mean: whoever alone was the subject of what was said
 * before. Where two were, or none, the pronoun stays.
 */
export function resolvePronouns(tokens: Token[]): Token[] {
  if (!tokens.some(({ word }) => PERSONAL.test(word))) return tokens;
  const persons = new Map<string, Token>();
  return tokens.map((token, at) => {
    const person = subjectAt(tokens, at);
    if (person) persons.set(person.stem, person);
    const [only] = persons.values();
    if (!PERSONAL.test(token.word) || persons.size !== 1 || !only) return token;
    const { start, end, sentence, clause, isFirst } = token;
    return { ...only, start, end, sentence, clause, isFirst };
  });
}

/** The last word of a person's name or role that stands where a subject does: at a sentence's head or after "that". */
function subjectAt(tokens: Token[], at: number): Token | undefined {
  const token = tokens[at] as Token;
  const isName = token.capital && token.kind === 'content';
  const isRole = ROLE.test(token.word) && token.capital;
  if (!isName && !isRole) return undefined;
  const next = tokens[at + 1];
  if (next?.capital && next.kind === 'content' && next.clause === token.clause) return undefined;
  let first = at;
  while (first > 0 && isOfName(tokens[first - 1], token)) first -= 1;
  const head = tokens[first] as Token;
  const before = tokens[first - 1];
  const opening = before?.word === 'the' ? tokens[first - 2] : before;
  const isHead = head.isFirst || (before?.word === 'the' && before.isFirst) || BEFORE_SUBJECT.test(opening?.word ?? '');
  const isPerson = isRole || TITLE.test(head.word) || (first < at && isPastForm(next?.word ?? ''));
  return isHead && isPerson ? token : undefined;
}

function isOfName(token: Token | undefined, of: Token): boolean {
  return token !== undefined && token.sentence === of.sentence && token.capital;
}
