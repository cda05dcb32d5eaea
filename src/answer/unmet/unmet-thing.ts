import { isMoneyWord } from '../../amount.ts';
import { wordsOf } from '../../lexicon.ts';
import type { Question, Term } from '../../question.ts';
import { isMet } from '../../term.ts';

/** "What was the turnout of …", "what compensation did …": the thing itself, at most three words. */
const WHAT_THING =
  /\bwhat(?:['’]?s| is| was| were| are) the ((?:[\p{L}'’-]{1,30} ){0,2}?[\p{L}'’-]{1,30}) (?:of|for|from|on|at|in)\b|\bwhat ([\p{L}'’-]{1,30}) (?:did|was|were|has|have|had|is|are|do|does|gets?|got)\b/iu;
/** "Which contractor repaired …": one of a kind is to be named. */
const WHICH_ONE =
  /\bwhich ([\p{L}'’-]{1,30}) (?:did|was|were|has|have|had|is|are|do|does|gets?|got|\p{L}{1,20}ed|won|took)\b/iu;
/** What came of something is said in many ways, none of which need be called so. */
const OUTCOME = /^(?:verdict|findings?|conclusions?|upshot|gist)$/;

/**
 * That the very thing a question asks for is in none of the texts, in any form or other word for it: they tell of the
 * same matter, and would answer something else about it. "What capacity" may be told without the word, so that only a
 * word the papers do not have at all counts there; money is known by its sign and has its own rule.
 */
export function unmetThing({ text, terms }: Question, stems: Set<string>): string | undefined {
  const [, what, whatElse] = WHAT_THING.exec(text) ?? [];
  const thing = wordsOf(what ?? whatElse ?? '').at(-1);
  const kind = wordsOf(WHICH_ONE.exec(text)?.[1] ?? '').at(-1);
  const isAsked = ({ word, known }: Term) => word === kind || (word === thing && !known && !OUTCOME.test(word));
  const isMissing = terms.some(
    (term) => isAsked(term) && term.weight === 1 && !isMoneyWord(term.word) && !isMet(term, stems),
  );
  return isMissing ? 'what is asked for' : undefined;
}
