import type { Lexicon } from '../../lexicon.ts';
import type { Hit } from '../../passage.ts';
import type { Question, Term } from '../../question.ts';
import { splitSentences } from '../../sentence.ts';
import { shareMet, stemsOf } from '../../term.ts';
import { countWords } from '../count-words.ts';

/** Asks what came of a review, a visit, a trial, a reply that was promised. */
const OUTCOME_ASKED =
  /\bwhat (?:did|was|were|has|have)\b.{0,60}\b(?:find|found|findings?|conclude[ds]?|conclusions?|verdict|outcomes?|show(?:ed)?|uncover(?:ed)?)\b|\b(?:findings|verdict|outcomes?|conclusions?) (?:of|from)\b|\bdid\b.{3,80}\bhappen\b|\bwhat (?:came|has come) (?:out )?of\b|\bwhat did\b.{0,40}\b(?:decide|agree|resolve)\b.{0,60}\b(?:session|event|workshop|seminar|visit|training)\b|\b(?:which|what)\b.{0,60}\bdid\b.{0,40}\b(?:go to|visit|attend|choose|pick)\b|\bwhat did (?:the|their|her|his) (?:\w+ ){0,2}(?:reply|response|letter|answer|follow[- ]?up)\b/i;
/** Tells of an outcome, wherever it stands. */
const OUTCOME_TOLD =
  /\b(?:found|conclud\w+|verdict|show(?:s|ed|n)|established (?:that|there)|identified|highlighted|revealed|recommended|judged|rated|assured|arising|learn(?:t|ed))\b/i;
/** Names outcomes, which may be to come. */
const OUTCOME_NAMED =
  /\b(?:f(?:ou|i)nd\w*|conclu\w+|outcomes?|results?|show\w*|recommend\w*|concern\w*|positive\w*|issues|lessons|learning)\b/i;
const PLANNED =
  /\b(?:would|will|to be|is due|was due|are due|scheduled|planned|shortly|commenc\w+|awaited|forthcoming|underway|about to|be (?:made|arranged|included|organised|held)|(?:had|has|have) been (?:organised|arranged)|co-?ordinate)\b/i;
/** Sentences that say nearly as much of the matter as the one that says most are of it. */
const NEAR_MOST = 0.8;
/** One that says so much of it as that and tells of an outcome may tell of the matter's. */
const MAY_BE_OF_MATTER = 0.5;
/** Fewer words make no sentence. */
const LEAST_WORDS = 5;

/**
 * That what a question wants the outcome of is only planned: the sentences on it, with those that follow them, tell of
 * no outcome. One that is named after the plan ("a meeting would discuss the findings") is part of the plan.
 */
export function unmetOutcome({ text, terms }: Question, chosen: Hit[], lexicon: Lexicon): string | undefined {
  if (!OUTCOME_ASKED.test(text)) return undefined;
  const isPlanned = chosen.length > 0 && chosen.every(({ passage }) => isAllPlan(passage.text));
  return isPlanned || isMatterPlanned(terms, chosen, lexicon) ? 'what came of it' : undefined;
}

/** Plans, and not one word of an outcome. */
function isAllPlan(text: string): boolean {
  return PLANNED.test(text) && !OUTCOME_TOLD.test(text) && !OUTCOME_NAMED.test(text);
}

function isMatterPlanned(terms: Term[], chosen: Hit[], lexicon: Lexicon): boolean {
  const telling = terms.filter(({ weight }) => weight === 1);
  const pairs = chosen.flatMap(({ passage }) => {
    const sentences = splitSentences(passage.text).map(({ start, end }) => passage.text.slice(start, end));
    return sentences.flatMap((sentence, at) => {
      // What was asked is answered in the sentence after; a heading says neither.
      const first = /\?\s*$/.test(sentence) ? at + 1 : at;
      const share = shareMet(telling, stemsOf(`${sentence} ${first > at ? sentences[first] : ''}`), lexicon);
      const said = sentences[first] ?? '';
      return countWords(said) < LEAST_WORDS ? [] : [{ said, next: sentences[first + 1] ?? '', share }];
    });
  });
  const most = Math.max(0, ...pairs.map(({ share }) => share));
  const onMatter = pairs.filter(({ share }) => share > 0 && share >= NEAR_MOST * most);
  if (pairs.some(({ said, share }) => share > 0 && share >= MAY_BE_OF_MATTER * most && OUTCOME_TOLD.test(said))) {
    return false;
  }
  return onMatter.length > 0 && onMatter.every(({ said, next }) => isPlan(said, next));
}

function isPlan(sentence: string, next: string): boolean {
  const plan = sentence.search(PLANNED);
  if (plan < 0) return false;
  const isTold = OUTCOME_TOLD.test(sentence) || OUTCOME_NAMED.test(sentence.slice(0, plan));
  return !isTold && !OUTCOME_TOLD.test(next);
}
