import { asksForMoney, hasMoney } from '../amount.ts';
import { type Lexicon, wordsOf } from '../lexicon.ts';
import type { Hit } from '../passage.ts';
import type { Question, Term } from '../question.ts';
import { splitSentences } from '../sentence.ts';
import { isMet, shareMet, stemsOf, YEAR } from '../term.ts';

/** A name as typed inside a question: a word that begins with a capital and goes on in small letters. */
const NAME =
  /(?<=[\p{L}\p{N},;:’'"“(] |^(?:what|who|when|how|why|which|where|did|was|is|has|at|in) )\p{Lu}\p{Ll}[\p{L}’']*/gu;
/** A body that acts: "the Planning Committee", "licensing board". */
const BODY = /\b(\p{L}[\p{L}’'&-]*) (?:committee|panel|board|commission|forum)\b/iu;
/** In front of "committee" these name none. */
const NO_NAME =
  /^(?:the|this|that|our|your|their|which|what|any|each|every|another|other|both|same|select|scrutiny|sub|joint|full|parent|of|by|to|did|has|a|an|were|was|are|is|do|does|will|would|and|or|for|in|on|at|with|from|past|last|next|new|old)$/i;
/** Cabinet is recommended much and decides elsewhere: what it decided is told in such words. */
const CABINET_DID =
  /\bcabinet (?:\w+ )?(?:decid|resolv|agree|approv|adopt|accept|refus|reject|consider|discuss|say|said|do|did)\w*/i;
const DID_AS_CABINET =
  /\bcabinet(?:['’]s)? (?:\w+ ){0,2}(?:decided|decision|resolved|agreed|approved|adopted|accepted|refused|rejected|considered|discussed|said|received)\b|\b(?:by|at) cabinet\b/i;

const MONTH_OR_DAY =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)/i;
/** Asks what came of a review, a visit, a trial. */
const OUTCOME_ASKED =
  /\bwhat (?:did|was|were|has|have)\b.{0,60}\b(?:find|found|findings?|conclude[ds]?|conclusions?|verdict|outcomes?|show(?:ed)?|uncover(?:ed)?)\b|\b(?:findings|verdict|outcomes?|conclusions?) (?:of|from)\b|\bdid\b.{3,80}\bhappen\b|\bwhat (?:came|has come) (?:out )?of\b|\bwhat did\b.{0,40}\b(?:decide|agree|resolve)\b.{0,60}\b(?:session|event|workshop|seminar|visit|training)\b|\b(?:which|what)\b.{0,60}\bdid\b.{0,40}\b(?:go to|visit|attend|choose|pick)\b/i;
const OUTCOME_SAID =
  /\b(?:f(?:ou|i)nd\w*|conclu\w+|verdict|outcomes?|results?|show\w*|established|identified|highlighted|revealed|recommend\w*|judged|rated|concern\w*|positive\w*|issues|arising|lessons|learn(?:t|ed|ing))\b/i;
const PLANNED =
  /\b(?:would|will|to be|is due|was due|are due|scheduled|planned|shortly|commenc\w+|awaited|forthcoming|underway|about to|be (?:made|arranged|included|organised|held)|(?:had|has|have) been (?:organised|arranged)|co-?ordinate)\b/i;
/** Asks how a vote went. */
const VOTE_ASKED =
  /\b(?:who|how many)\b.{0,40}\bvot(?:e|ed|es|ing)\b|\bvoted? (?:for|against)\b|\bhow did .{0,40}\bvote\b/i;
const VOTE_SAID = /\bvot(?:e|ed|es|ing)\b|\babst(?:ain|ention)|\b(?:for|against):? \d|\bunanimous/i;
/** "How many parking tickets were …": what is to be counted, up to the verb. */
const COUNTED =
  /\bhow many ((?:[\p{L}’'-]{1,30} ){1,3}?)(?:are|were|was|is|do|does|did|have|has|had|got|left|in|on|at|of|for|from|to|with|we|they)\b/iu;
/** Words that ask for money, not for what it is paid for. */
const MONEY_WORD = /^(?:cost|spen[dt]|pa(?:y|id)|money|price|fee|budget|sav(?:e|ing)|salar)/;
/** A sentence with the amount says at least this much of what it is the amount of, with its headings; less in a hit that is sure. */
const MIN_BOUND = 0.4;
const MIN_BOUND_SURE = 0.2;
const SURE = 0.6;
/** Asks what was resolved on something. */
const RESOLUTION_ASKED = /\bwhat (?:did|was|has|have|were)\b.{0,60}\b(?:resolved?|decided?|resolution|decision)\b/i;
const OF_AGENDA = ['briefing', 'exempt', 'next-meeting', 'attendance'];

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
    unmetYear(question, { stems, dates, texts }) ??
    unmetMoney(question, chosen, lexicon) ??
    unmetCounted(question, stems) ??
    unmetOutcome(question, chosen) ??
    unmetVote(question, texts) ??
    unmetByKind(question, chosen)
  );
}

function unmetName({ text, terms, topic }: Question, stems: Set<string>, lexicon: Lexicon): string | undefined {
  const inTopic = new Set(wordsOf(topic));
  const names = [...text.matchAll(NAME)].map(([name]) => name);
  const unmet = names.find((name) => {
    const word = wordsOf(name)[0] ?? '';
    const term = terms.find((other) => other.word === word && other.weight === 1);
    // A slip in a name is mended; a word for everyday things, typed with a capital, is one of the papers' small ones.
    return term && !MONTH_OR_DAY.test(name) && inTopic.has(word) && !isSaid(term, stems, lexicon);
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

type Said = { stems: Set<string>; dates: string[]; texts: string[] };

function unmetYear({ terms }: Question, { stems, dates, texts }: Said): string | undefined {
  const years = terms.filter(({ word, weight }) => weight === 1 && YEAR.test(word));
  const isThere = (term: Term) =>
    isMet(term, stems) || [term.word, ...endOf(term.word)].some((year) => isYearSaid(year, dates, texts));
  return years.length > 0 && !years.some(isThere) ? 'the year that is asked about' : undefined;
}

function isYearSaid(year: string, dates: string[], texts: string[]): boolean {
  const said = new RegExp(`(?<!\\d)${year}(?!\\d)`);
  return dates.some((date) => date.startsWith(year)) || texts.some((text) => said.test(text));
}

/** The calendar year in which a financial or school year ends: "31.3.2017" lies in 2016/17. */
function endOf(year: string): string[] {
  const end = /\/(?:20)?(\d{2})$/.exec(year)?.[1];
  return end === undefined ? [] : [`20${end}`];
}

/** An amount counts where the sentence or row with it is about what is asked, not where the page has one somewhere. */
function unmetMoney(question: Question, chosen: Hit[], lexicon: Lexicon): string | undefined {
  if (!asksForMoney(question.text)) return undefined;
  const telling = question.terms.filter(({ word, weight }) => weight === 1 && !MONEY_WORD.test(word));
  const isBound = ({ passage, score }: Hit) => {
    const least = score >= SURE ? MIN_BOUND_SURE : MIN_BOUND;
    const around = stemsOf(passage.context);
    return splitSentences(passage.text).some(({ start, end }) => {
      const sentence = passage.text.slice(start, end);
      const isOfMoney = hasMoney(sentence) || (passage.kind === 'table' && hasMoney(passage.text));
      return isOfMoney && shareMet(telling, new Set([...stemsOf(sentence), ...around]), lexicon) >= least;
    });
  };
  return chosen.some(isBound) ? undefined : 'what it cost, or of any money for it';
}

/** What is counted must be said: a figure for something else near by is no answer. */
function unmetCounted({ text, terms }: Question, stems: Set<string>): string | undefined {
  const counted = wordsOf(COUNTED.exec(text)?.[1] ?? '').at(-1);
  const term = terms.find(({ word, weight }) => word === counted && weight === 1);
  return term === undefined || isMet(term, stems) ? undefined : 'what is to be counted';
}

/** What is only planned in the record has no outcome there. */
function unmetOutcome({ text }: Question, chosen: Hit[]): string | undefined {
  const said = chosen.map(({ passage }) => passage.text);
  const isPlannedOnly = said.length > 0 && said.every((other) => PLANNED.test(other) && !OUTCOME_SAID.test(other));
  return OUTCOME_ASKED.test(text) && isPlannedOnly ? 'what came of it' : undefined;
}

function unmetVote({ text }: Question, texts: string[]): string | undefined {
  return VOTE_ASKED.test(text) && !texts.some((other) => VOTE_SAID.test(other)) ? 'a vote' : undefined;
}

/** A line of an agenda says that something came up, not what of it; a report does not say what was resolved. */
function unmetByKind({ text, wanted }: Question, chosen: Hit[]): string | undefined {
  const kinds = chosen.map(({ passage }) => passage.kind);
  const isAgenda = kinds.length > 0 && kinds.every((kind) => kind === 'item' || kind === 'agenda');
  if (isAgenda && !OF_AGENDA.includes(wanted[0] ?? '') && !/\b(?:item|agenda|page|pp?\.)/i.test(text)) {
    return 'more than that it was on an agenda';
  }
  const isMinuted = kinds.some((kind) => kind === 'limb' || kind === 'discussion' || kind === 'minute');
  return wanted[0] === 'decision' && RESOLUTION_ASKED.test(text) && !isMinuted ? 'a resolution on it' : undefined;
}
