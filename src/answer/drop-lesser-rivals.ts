import type { Lexicon } from '../lexicon.ts';
import type { Hit } from '../passage.ts';
import type { Question } from '../question.ts';
import { shareMet, stemsOf } from '../term.ts';

/** Nearer by the tokens than the first by this much, a rival may say in other words what is asked. */
const NEARER = 0.02;

/** Asks for more than one account of a thing. */
const SEVERAL_ASKED = /\b(?:two|both|different|differs?|disagree|several|versions)\b/i;

/**
 * The hits of an answer without those that are no rivals of the first: what stands elsewhere, says less of the question
 * than what is said before it and comes no nearer to it in sense. Limbs stay: a resolution is known by its minute.
 */
export function dropLesserRivals(question: Question, hits: Hit[], { lexicon }: { lexicon: Lexicon }): Hit[] {
  const [first, ...others] = hits;
  if (!first || SEVERAL_ASKED.test(question.text)) return hits;
  const kept = [first];
  for (const hit of others) {
    const said = shareMet(question.terms, new Set(kept.flatMap((one) => [...wordsAround(one)])), lexicon);
    const isLess = shareMet(question.terms, wordsAround(hit), lexicon) < said;
    const isNearer = (hit.likeness ?? 0) - (first.likeness ?? 0) >= NEARER;
    if (!isLess || isNearer || isBeside(hit, first) || hit.passage.kind === 'limb') kept.push(hit);
  }
  return kept;
}

function wordsAround({ passage }: Hit): Set<string> {
  return stemsOf(`${passage.context} ${passage.text}`);
}

/** What stands next to it goes on with it. */
function isBeside({ passage }: Hit, { passage: first }: Hit): boolean {
  return passage.paperId === first.paperId && Math.abs(passage.ordinal - first.ordinal) <= 1;
}
