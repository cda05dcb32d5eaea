import { isMoneyWord } from '../../amount.ts';
import { wordsOf } from '../../lexicon.ts';
import type { Question, Term } from '../../question.ts';
import { isMet } from '../../term.ts';

/** "What was the turnout of …": the thing itself, at most three words. */
const THE_THING =
  /\b(?:what|which)(?:['’]?s| is| was| were| are) the ((?:[\p{L}'’-]{1,30} ){0,2}?[\p{L}'’-]{1,30}) (?:of|for|from|on|at|in)\b/iu;
/** "What compensation did …", "which contractor repaired …". */
const WHAT_THING =
  /\b(?:what|which) ([\p{L}'’-]{1,30}) (?:did|was|were|has|have|had|is|are|do|does|gets?|got|\p{L}{1,20}ed|won|took)\b/iu;

/**
 * That the very thing a question asks for is in none of the texts, in any form or other word for it: they tell of the
 * same matter, and would answer something else about it. Money is known by its sign and has its own rule.
 */
export function unmetThing({ text, terms }: Question, stems: Set<string>): string | undefined {
  const asked = [THE_THING, WHAT_THING].map((ask) => wordsOf(ask.exec(text)?.[1] ?? '').at(-1));
  const isMissing = (term: Term) => term.weight === 1 && !isMoneyWord(term.word) && !isMet(term, stems);
  return terms.some((term) => asked.includes(term.word) && isMissing(term)) ? 'what is asked for' : undefined;
}
