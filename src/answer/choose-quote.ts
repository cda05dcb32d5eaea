import { asksForAmount, hasAmount, hasFigures } from '../amount.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Span } from '../paper.ts';
import type { Hit, Passage } from '../passage.ts';
import { readPeriods, sharePeriods } from '../period.ts';
import type { Question } from '../question.ts';
import { splitSentences } from '../sentence.ts';
import { shareMet, stemsOf } from '../term.ts';
import { countWords } from './count-words.ts';

/** A quote is at most this long, so that two of them make an answer and a reader sees what is meant. */
export const MAX_QUOTE_WORDS = 120;
const MAX_QUOTE_CHARS = 790;
/** A table of no more than this is quoted whole: a row says more beside the others. */
const SMALL_TABLE_CHARS = 400;
/** Rows next to the best that answer nearly as well are quoted with it. */
const TABLE_ROWS = 4;
const NEAR_ROW = 0.75;
/** What sharing the question's words counts beside the cosine of a sentence. */
const WORDS_SHARE = 0.5;

/** `maxWords`: at most MAX_QUOTE_WORDS; fewer where an answer has several quotations. */
export type ChooseQuoteOptions = { lexicon: Lexicon; maxWords?: number };

/**
 * The part of a passage to quote, as offsets in its text: a short passage whole; of a longer one the sentence that
 * answers best with its neighbours, of a table the row or two.
 */
export function chooseQuote(
  question: Question,
  { passage, sentences: similar, byRecord }: Hit,
  { lexicon, maxWords: asked = MAX_QUOTE_WORDS }: ChooseQuoteOptions,
): Span {
  const text = passage.text;
  // A limb is said whole, and so is what was named.
  const maxWords = passage.kind === 'limb' || byRecord ? MAX_QUOTE_WORDS : asked;
  const cited = citedBefore(question, passage);
  if (cited) return cited;
  const whole = { start: passage.kind === 'limb' ? beginOfLimb(passage) : 0, end: text.length };
  if (passage.kind !== 'table' && fits(text.slice(whole.start), maxWords)) return whole;
  const sentences = splitSentences(text);
  const scores = sentences.map((sentence) => {
    const cosine = Math.max(
      0,
      ...similar.filter((s) => s.start < sentence.end && s.end > sentence.start).map((s) => s.similarity),
    );
    const says = isAnswerLike(question, text.slice(sentence.start, sentence.end)) ? ANSWER_LIKE : 0;
    return (
      cosine + says + WORDS_SHARE * shareMet(question.terms, stemsOf(text.slice(sentence.start, sentence.end)), lexicon)
    );
  });
  if (passage.kind !== 'table') return growAround(text, { sentences, scores, maxWords });
  return chooseRows(sentences, weighRows(question, { passage, rows: sentences, scores }));
}

/** What being of the time that is asked about counts for a row beside what it says. */
const OF_TIME = 0.5;

type WeighRowsOptions = { passage: Passage; rows: Span[]; scores: number[] };

/** The rows' scores: a caption or a header, which has no figure where others do, answers nothing; the time asked about does. */
function weighRows(question: Question, { passage, rows, scores }: WeighRowsOptions): number[] {
  const around = stemsOf(passage.context);
  const asked = readPeriods(question.text);
  const texts = rows.map(({ start, end }) => passage.text.slice(start, end));
  const areFigures = texts.filter((row) => hasFigures(row)).length * 2 >= texts.length;
  return texts.map((row, at) => {
    const isHeading = isHeader(row, around) || (areFigures && !hasFigures(row));
    const ofTime = hasFigures(row) ? OF_TIME * sharePeriods(asked, readPeriods(row)) : 0;
    return (scores[at] ?? 0) + ofTime - (isHeading ? 1 : 0);
  });
}

/** Words over a limb that only lead it in: "It was RESOLVED:". */
const LEAD_IN = /^[^\n]{1,60}[:–-]\s*$/;

/** A limb is quoted with what leads it in, but not with the minute's heading or the foot of a page before it. */
function beginOfLimb({ text, span, recordSpan }: Passage): number {
  const begin = (recordSpan?.start ?? span.start) - span.start;
  return LEAD_IN.test(text.slice(0, begin).trimStart()) ? 0 : begin;
}

/** What a sentence of the kind that is asked for counts besides. */
const ANSWER_LIKE = 0.15;
/** How a question asks for a reason, a person, a time, and how a sentence gives one. */
const ASKED_AND_SAID: { asks: RegExp; says: RegExp }[] = [
  {
    asks: /\bwhy\b|\bhow come\b|\breasons?\b|\bwhat(?:['’]?s| is| was| are| were)? (?:behind|caus\w+)\b/i,
    says: /\b(?:due to|because|as a result|attribut\w+|owing to|reasons?|caused?|result of|in order to|so that)\b/i,
  },
  {
    asks: /\b(?:who|whose|whom|which (?:officer|councillor|member|director)|anyone)\b/i,
    says: /\b(?:Councillors?|Cllrs?|Mrs?|Ms|Head of|Director|Officer|Manager|Chair)\b|\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u,
  },
  {
    asks: /\bvot(?:e|es|ed|ing)\b/i,
    says: /\b(?:put to the vote|voting|voted|votes|carried|lost)\b/i,
  },
  {
    asks: /\b(?:when|what date|how (?:soon|long)|deadline)\b/i,
    says: /\b(?:(?:19|20)\d{2}|jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|spring|summer|autumn|winter|weeks?|months?|years?|days?)\b/i,
  },
];

function isAnswerLike(question: Question, sentence: string): boolean {
  if (asksForAmount(question) && hasAmount(sentence)) return true;
  return ASKED_AND_SAID.some(({ asks, says }) => asks.test(question.text) && says.test(sentence));
}

/** Asked which place that was, the words that were cited are cited again. */
function citedBefore({ leaning }: Question, { source, span }: Passage): Span | undefined {
  if (leaning?.kind !== 'place') return undefined;
  const place = leaning.places.find(
    (other) => other.source === source && span.start <= other.span.start && other.span.end <= span.end,
  );
  return place && { start: place.span.start - span.start, end: place.span.end - span.start };
}

// A caption or header row is in the context already: the row that answers is what is wanted.
function isHeader(row: string, around: Set<string>): boolean {
  return [...stemsOf(row)].every((stem) => around.has(stem));
}

function fits(text: string, maxWords: number): boolean {
  return text.length <= MAX_QUOTE_CHARS && countWords(text) <= maxWords;
}

function indexOfBest(scores: number[]): number {
  return scores.reduce((best, score, at) => (score > (scores[best] ?? 0) ? at : best), 0);
}

/** The best row with those beside it that answer nearly as well; a small table whole. */
function chooseRows(rows: Span[], scores: number[]): Span {
  const whole = { start: rows[0]?.start ?? 0, end: rows.at(-1)?.end ?? 0 };
  if (whole.end - whole.start <= SMALL_TABLE_CHARS) return whole;
  const best = indexOfBest(scores);
  let [first, last] = [best, best];
  const least = NEAR_ROW * (scores[best] ?? 0);
  const isNear = (at: number) => (scores[at] ?? -1) >= least;
  while (last - first + 1 < TABLE_ROWS && (isNear(first - 1) || isNear(last + 1))) {
    const [from, to] = (scores[first - 1] ?? -1) > (scores[last + 1] ?? -1) ? [first - 1, last] : [first, last + 1];
    if ((rows[to]?.end ?? 0) - (rows[from]?.start ?? 0) > MAX_QUOTE_CHARS) break;
    [first, last] = [from, to];
  }
  return { start: rows[first]?.start ?? 0, end: rows[last]?.end ?? 0 };
}

/** What is asked at a meeting is answered in the sentence after. */
const IS_QUESTION = /\b(?:asked|queried|questioned|wondered|wanted to know|enquired|wished to know)\b/i;

/** The best sentence and, while they fit, the better of its neighbours; what was asked with what was replied. */
type GrowOptions = { sentences: Span[]; scores: number[]; maxWords: number };

function growAround(text: string, { sentences, scores, maxWords }: GrowOptions): Span {
  let first = indexOfBest(scores);
  let last = first;
  for (;;) {
    const before = first > 0 ? (scores[first - 1] ?? 0) : -1;
    const after = last < sentences.length - 1 ? (scores[last + 1] ?? 0) : -1;
    if (before < 0 && after < 0) break;
    const asks = IS_QUESTION.test(text.slice(sentences[last]?.start, sentences[last]?.end)) && after >= 0;
    const [from, to] = before > after && !asks ? [first - 1, last] : [first, last + 1];
    const span = { start: sentences[from]?.start ?? 0, end: sentences[to]?.end ?? 0 };
    if (!fits(text.slice(span.start, span.end), maxWords)) break;
    [first, last] = [from, to];
  }
  const start = sentences[first]?.start ?? 0;
  const end = sentences[last]?.end ?? text.length;
  return fits(text.slice(start, end), MAX_QUOTE_WORDS) ? { start, end } : cutToWords(text, { start, end });
}

// One sentence longer than a quote may be: its beginning, up to the end of a word.
function cutToWords(text: string, { start }: Span): Span {
  const slice = text.slice(start, start + MAX_QUOTE_CHARS);
  return { start, end: start + Math.max(1, slice.search(/\s\S*$/)) };
}
