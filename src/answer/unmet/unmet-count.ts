import { type Lexicon, wordsOf } from '../../lexicon.ts';
import type { Hit } from '../../passage.ts';
import type { Question, Term } from '../../question.ts';
import { isMet, shareMet, stemsOf } from '../../term.ts';

/** "How many parking tickets were …", "number of school vacancies in …": what is to be counted, up to what follows. */
const COUNTED =
  /\b(?:how many|number of) (?:of (?:the |our |their |its )?)?((?:[\p{L}’'-]{1,30} ){0,3}?[\p{L}’'-]{1,30})(?=\s*[?.,;:]|\s*$| (?:are|were|was|is|do|does|did|have|has|had|got|get|left|live|who|that|which|in|on|at|of|for|from|to|by|with|we|they|before|after|during|since|per|\d))/iu;
/** "How many houses are insured": what those that are counted are to be. */
const PREDICATE =
  /\bhow many\b[^?]{1,80}? (?:are|were|is|was) (?!(?:in|on|at|of|for|from|to|by|with|there|we|they)\b)([\p{L}’'-]{1,30})(?=\s*[?.,;:]|\s*$| (?:in|on|at|of|for|from|to|by|with|against)\b)/iu;
/** What has so much of the question may be about what is counted there; a word for it elsewhere is not. */
const MIN_ABOUT = 0.4;

/**
 * That what a question wants counted is not counted in the passages: the thing itself must stand in one that is about
 * the rest of the question, and so must what the counted are to be.
 */
export function unmetCount({ text, terms }: Question, chosen: Hit[], lexicon: Lexicon): string | undefined {
  const telling = terms.filter(({ weight }) => weight === 1);
  const termOf = (words: string | undefined) => {
    const word = wordsOf(words ?? '').at(-1);
    return telling.find((term) => term.word === word);
  };
  const asked = [termOf(COUNTED.exec(text)?.[1]), termOf(PREDICATE.exec(text)?.[1])].filter(
    (term): term is Term => term !== undefined,
  );
  const counts = ({ passage }: Hit) => {
    const stems = stemsOf(`${passage.context} ${passage.text}`);
    return asked.every((term) => isMet(term, stems)) && shareMet(telling, stems, lexicon) >= MIN_ABOUT;
  };
  return asked.length === 0 || chosen.some(counts) ? undefined : 'what is to be counted';
}
