import { asksForAmount, hasAmount } from '../amount.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Hit } from '../passage.ts';
import type { DateRange, Question, Term } from '../question.ts';
import { isMet, rarityOf, stemsOf, YEAR } from '../term.ts';

/** How well the best passages meet a question: what declining is decided on. */
export type Evidence = {
  /** Best cosine of a passage or sentence among the first hits. */
  similarity: number;
  /** Best likeness of tokens among the hits. */
  likeness: number;
  /** Share of the question's content words, by rarity, that the best of the first hits has, in any of their forms. */
  coverage: number;
  /** Share of the question, by rarity, of words that the papers do not have as typed and no first hit has otherwise. */
  unknownShare: number;
  /** A year or period ("2019/20") that the question names stands neither in a first hit nor in its meeting's date. */
  isYearMissing: boolean;
};

/** Hits that are looked at. */
const FIRST_HITS = 5;
/** Nothing of the dev and sample questions with an answer lies below (docs/evaluation.md). */
const MIN_SIMILARITY = 0.58;
/** A hit that takes so much of the whole, with so much of the words met, stands whatever its cosine: a list of names has little. */
const SURE_SCORE = 0.85;
const SURE_COVERAGE = 0.75;
/** Below it two answerable questions in a hundred lie, and one in five of the others. */
const MIN_TOGETHER = 4.22;
/** … and below this one more, where the papers do not have much of what is asked about. */
const MIN_TOGETHER_UNKNOWN = 4.35;
const MUCH_UNKNOWN = 0.45;
/** A word the papers do not have counts as what the question is about if it is this much of it, and little else is met. */
const MIN_UNKNOWN_SHARE = 0.2;
const MIN_COVERAGE = 0.57;
/** … unless something is this near in sense: people have other words for most things. */
const NEAR_SIMILARITY = 0.69;
/** A passage this near in sense answers although the year stands elsewhere. */
const SURE_SIMILARITY = 0.8;
/** A hit without a figure speaks against an answer only if it leads those that have one by so much. */
const NEARLY_AS_GOOD = 0.1;

/**
 * True if what was found can answer the question: found by number or role in the record, or near enough in sense, with
 * the words it turns on met, the year it names, and a figure where a figure is asked for.
 */
export function isAnsweredBy(question: Question, hits: Hit[], lexicon: Lexicon): boolean {
  const [best] = hits;
  if (!best) return false;
  if (best.byRecord) return true;
  const evidence = weighEvidence(question, hits, lexicon);
  const isConfined = question.dates.some((range) => isMeetingRange(range, lexicon));
  const isSure = best.score >= SURE_SCORE && evidence.coverage >= SURE_COVERAGE;
  if (evidence.similarity < MIN_SIMILARITY && !isSure) return false;
  const least = evidence.unknownShare >= MUCH_UNKNOWN ? MIN_TOGETHER_UNKNOWN : MIN_TOGETHER;
  if (!isConfined && weighTogether(evidence) < least) return false;
  const turnsOnUnknown = evidence.unknownShare >= MIN_UNKNOWN_SHARE && evidence.coverage < MIN_COVERAGE;
  if (turnsOnUnknown && evidence.similarity < NEAR_SIMILARITY) return false;
  if (evidence.isYearMissing && evidence.coverage < 1 && evidence.similarity < SURE_SIMILARITY) return false;
  return (
    !asksForAmount(question) ||
    hits.slice(0, FIRST_HITS).some((hit) => hit.score >= NEARLY_AS_GOOD * best.score && hasAmount(hit.passage.text))
  );
}

/**
 * Words met, sense and tokens in one number, by logistic regression on answerable and other questions. It tells the two
 * apart only in part (area under the curve 0.73, docs/evaluation.md): it is used for what is plainly absent.
 */
function weighTogether({ coverage, similarity, likeness }: Evidence): number {
  return 1.5 * coverage + 2.4 * similarity + 3.3 * likeness;
}

function isMeetingRange({ from, to, precision }: DateRange, { meetings }: Lexicon): boolean {
  return precision !== 'year' && meetings.some(({ date }) => date >= from && date <= to);
}

/** See Evidence. */
export function weighEvidence(question: Question, hits: Hit[], lexicon: Lexicon): Evidence {
  const first = hits.slice(0, FIRST_HITS);
  const telling = question.terms.filter((term) => term.weight === 1);
  const texts = first.map(({ passage }) => stemsOf(`${passage.context} ${passage.text}`));
  const unknown = telling.filter(
    (term) => !term.known && !YEAR.test(term.word) && !texts.some((stems) => meets(term, stems)),
  );
  return {
    similarity: Math.max(0, ...first.map((hit) => hit.similarity)),
    likeness: Math.max(0, ...hits.map((hit) => hit.likeness ?? 0)),
    coverage: Math.max(
      0,
      ...texts.map(
        (stems) =>
          1 -
          shareOf(
            telling.filter((term) => !meets(term, stems)),
            telling,
            lexicon,
          ),
      ),
    ),
    unknownShare: shareOf(unknown, telling, lexicon),
    isYearMissing: telling.some((term) => YEAR.test(term.word) && !texts.some((stems) => isMet(term, stems))),
  };
}

// A word that the papers do not have in any close form shares a stem with theirs by chance ("electively", "elected").
function meets(term: Term, stems: Set<string>): boolean {
  if (term.known) return isMet(term, stems);
  return term.alternatives.some((word) => isMet({ ...term, word, alternatives: [] }, stems));
}

/** What some of the terms are of all of them, by rarity. */
function shareOf(some: Term[], all: Term[], lexicon: Lexicon): number {
  const sum = (terms: Term[]) => terms.reduce((total, term) => total + rarityOf(term, lexicon), 0);
  return all.length > 0 ? sum(some) / sum(all) : 0;
}
