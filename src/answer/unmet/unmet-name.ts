import { type Lexicon, wordsOf } from '../../lexicon.ts';
import type { Question, Term } from '../../question.ts';
import { splitSentences } from '../../sentence.ts';
import { isMet, stemsOf } from '../../term.ts';

/** A name as typed inside a question: words that begin with a capital and go on in small letters. */
const NAME =
  /(?<=[\p{L}\p{N},;:’'"“(] |^(?:what|who|when|how|why|which|where|did|was|is|has|at|in) )\p{Lu}\p{Ll}[\p{L}’']*(?: \p{Lu}\p{Ll}[\p{L}’']*){0,3}/gu;
const MONTH_OR_DAY =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)/i;
/** A title before a name is no part of it. */
const TITLE = /^(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Sir|Commissioner|Reverend)$/;
/** What a place or a school is called after its own name: "Mill Lane" is not named where a mill and a lane are. */
const OF_PLACE =
  /^(?:road|lane|street|avenue|drive|close|hill|park|green|school|academy|primary|college|centre|house|hall|ward|bridge|square|way|end|villas?)$/i;

const MOST_CAPITALS = 0.6;

/** Stems and texts of the passages an answer would be made of. */
export type SaidNames = { stems: Set<string>; texts: string[]; lexicon: Lexicon };

/**
 * That a name in a question is not in the texts. Of a name of several words each must stand there, all of them in one
 * sentence, and those of a place side by side.
 */
export function unmetName({ text, terms, topic }: Question, { stems, texts, lexicon }: SaidNames): string | undefined {
  const inTopic = new Set(wordsOf(topic));
  const names = [...text.matchAll(NAME)].map(([name]) => name.split(' ').filter((word) => !TITLE.test(word)));
  const isUnmet = (typed: string) => {
    const word = wordsOf(typed)[0] ?? '';
    const term = terms.find((other) => other.word === word && other.weight === 1);
    // A slip in a name is mended; a word for everyday things, typed with a capital, is one of the papers' small ones.
    return term && !MONTH_OR_DAY.test(typed) && inTopic.has(word) && !isSaid(term, stems, lexicon);
  };
  const isTelling = (typed: string) =>
    !MONTH_OR_DAY.test(typed) && terms.some(({ word, weight }) => weight === 1 && word === wordsOf(typed)[0]);
  const isApart = (name: string[]) => {
    const isAsTyped = name.every((word) => inTopic.has(wordsOf(word)[0] ?? '') && isTelling(word));
    return name.length > 1 && isAsTyped && !isTogether(name, texts);
  };
  const mayNames = !isAllCapitals(text);
  return names.some((name) => name.some(isUnmet) || (mayNames && isApart(name)))
    ? 'the name that is asked about'
    : undefined;
}

/** Typed As A Title Is: capitals say nothing of names. */
function isAllCapitals(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}’']*/gu) ?? [];
  return words.filter((word) => /^\p{Lu}/u.test(word)).length > MOST_CAPITALS * words.length;
}

function isSaid(term: Term, stems: Set<string>, { abbreviations }: Lexicon): boolean {
  return isMet(term, stems) || abbreviations.has(term.word);
}

function isTogether(name: string[], texts: string[]): boolean {
  const words = name.map((word) => [...stemsOf(word.replace(/['’]s?$/, ''))][0] ?? '');
  if (OF_PLACE.test(name.at(-1) ?? '')) {
    return texts.some((text) => ` ${[...stemsInOrder(text)].join(' ')} `.includes(` ${words.join(' ')} `));
  }
  return texts.some((text) =>
    splitSentences(text).some(({ start, end }) => {
      const stems = stemsOf(text.slice(start, end));
      return words.every((word) => stems.has(word));
    }),
  );
}

function stemsInOrder(text: string): string[] {
  return text.split(/[^\p{L}\p{N}'’]+/u).flatMap((word) => [...stemsOf(word.replace(/['’]s?$/, ''))]);
}
