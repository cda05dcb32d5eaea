import type { Lexicon } from '../lexicon.ts';
import type { Hit } from '../passage.ts';
import type { Question } from '../question.ts';
import { isMet, rarityOf, shareMet, stemsOf } from '../term.ts';

/** How well the best passages meet a question: what declining is decided on. */
export type Evidence = {
  /** Best cosine of a passage or sentence among the first hits. */
  similarity: number;
  /** Share of the question's content words, by rarity, that the best of the first hits has, in any of their forms. */
  coverage: number;
  /** The rarest content word that no first hit has; undefined if all are met. */
  unmet?: string;
};

/** Hits that are looked at. */
const FIRST_HITS = 5;
/** Below both, or far below either, nothing answers. Set on the dev and sample questions (docs/evaluation.md). */
const MIN_SIMILARITY = 0.6;
const MIN_COVERAGE = 0.35;

/** True if what was found can answer the question: found by number or role in the record, or near enough in words and sense. */
export function isAnsweredBy(question: Question, hits: Hit[], lexicon: Lexicon): boolean {
  const [best] = hits;
  if (!best) return false;
  if (best.byRecord) return true;
  const evidence = weighEvidence(question, hits, lexicon);
  return evidence.similarity >= MIN_SIMILARITY && evidence.coverage >= MIN_COVERAGE;
}

/** See Evidence. */
export function weighEvidence(question: Question, hits: Hit[], lexicon: Lexicon): Evidence {
  const first = hits.slice(0, FIRST_HITS);
  const telling = question.terms.filter((term) => term.weight === 1);
  const texts = first.map(({ passage }) => stemsOf(`${passage.context} ${passage.text}`));
  const [unmet] = telling
    .filter((term) => !texts.some((stems) => isMet(term, stems)))
    .sort((a, b) => rarityOf(b, lexicon) - rarityOf(a, lexicon));
  return {
    similarity: Math.max(0, ...first.map((hit) => hit.similarity)),
    coverage: Math.max(0, ...texts.map((stems) => shareMet(telling, stems, lexicon))),
    ...(unmet ? { unmet: unmet.word } : {}),
  };
}
