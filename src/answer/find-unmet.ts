import { asksForMoney, hasMoney } from '../amount.ts';
import { type Lexicon, wordsOf } from '../lexicon.ts';
import type { Hit } from '../passage.ts';
import type { Question, Term } from '../question.ts';
import { isMet, stemsOf, YEAR } from '../term.ts';

/** A name as typed inside a question: a word that begins with a capital and goes on in small letters. */
const NAME =
  /(?<=[\p{L}\p{N},;:’'"“(] |^(?:what|who|when|how|why|which|where|did|was|is|has|at|in) )\p{Lu}\p{Ll}[\p{L}’']*/gu;
/** A body that acts: "the Planning Committee", "licensing board". */
const BODY = /\b(\p{L}[\p{L}’'&-]*) (?:committee|panel|board|commission|forum)\b/iu;
/** In front of "committee" these name none. */
const NO_NAME =
  /^(?:the|this|that|our|your|their|which|what|any|each|every|another|other|both|same|select|scrutiny|sub|joint|full|parent|of|by|to|did|has|a|an)$/i;
/** Cabinet is recommended much and decides elsewhere: what it decided is told in such words. */
const CABINET_DID =
  /\bcabinet (?:\w+ )?(?:decid|resolv|agree|approv|adopt|accept|refus|reject|consider|discuss|say|said|do|did)\w*/i;
const DID_AS_CABINET =
  /\bcabinet(?:['’]s)? (?:\w+ ){0,2}(?:decided|decision|resolved|agreed|approved|adopted|accepted|refused|rejected|considered|discussed|said|received)\b|\b(?:by|at) cabinet\b/i;

/**
 * What a question turns on that none of the chosen passages has, in words of ours (never the question's, which may be
 * anything); undefined where nothing is missing: a name
 * it gives, a body it asks the doings of, a year, an amount of money. A passage likes such a question for all the rest
 * of its words, and would answer another one.
 */
export function findUnmet(question: Question, chosen: Hit[], lexicon: Lexicon): string | undefined {
  const texts = chosen.map(({ passage }) => `${passage.context} ${passage.place.paperTitle ?? ''} ${passage.text}`);
  const named = lexicon.papers.filter(({ id }) => chosen.some(({ passage }) => passage.paperId === id));
  const stems = stemsOf([...texts, ...named.flatMap(({ words }) => [...words])].join(' '));
  const dates = chosen.map(({ passage }) => passage.place.meetingDate ?? '');
  return (
    unmetName(question, stems, lexicon) ??
    unmetBody(question, texts, stems) ??
    unmetYear(question, stems, dates) ??
    unmetMoney(question, texts)
  );
}

function unmetName({ text, terms, topic }: Question, stems: Set<string>, lexicon: Lexicon): string | undefined {
  const inTopic = new Set(wordsOf(topic));
  const names = [...text.matchAll(NAME)].map(([name]) => name);
  const unmet = names.find((name) => {
    const word = wordsOf(name)[0] ?? '';
    const term = terms.find((other) => other.word === word && other.weight === 1);
    // A slip in a name is mended; a word for everyday things, typed with a capital, is one of the papers' small ones.
    return term && inTopic.has(word) && !isSaid(term, stems, lexicon);
  });
  return unmet === undefined ? undefined : 'the name that is asked about';
}

function isSaid(term: Term, stems: Set<string>, { abbreviations }: Lexicon): boolean {
  return isMet(term, stems) || abbreviations.has(term.word);
}

function unmetBody({ text, committees }: Question, texts: string[], stems: Set<string>): string | undefined {
  if (CABINET_DID.test(text) && !texts.some((other) => DID_AS_CABINET.test(other))) return 'what Cabinet did';
  const match = BODY.exec(text);
  const name = match?.[1] ?? '';
  if (!match || committees.length > 0 || NO_NAME.test(name)) return undefined;
  return [...stemsOf(name)].every((stem) => stems.has(stem)) ? undefined : 'the body that is asked about';
}

function unmetYear({ terms }: Question, stems: Set<string>, dates: string[]): string | undefined {
  const years = terms.filter(({ word, weight }) => weight === 1 && YEAR.test(word));
  const isThere = (term: Term) => isMet(term, stems) || dates.some((date) => date.startsWith(term.word));
  return years.length > 0 && !years.some(isThere) ? 'the year that is asked about' : undefined;
}

function unmetMoney(question: Question, texts: string[]): string | undefined {
  return asksForMoney(question.text) && !texts.some(hasMoney) ? 'an amount of money' : undefined;
}
