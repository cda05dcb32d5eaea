import type { Lexicon } from '../lexicon.ts';
import type { Hit } from '../passage.ts';
import type { Question } from '../question.ts';

/** Most statements of an answer, by what is asked. */
const MOST = { plain: 2, several: 4, whole: 8 };
/** Wishes that all passages of a role answer together. */
const BY_ROLE = ['briefing', 'exempt'];
/** A further hit is worth saying if it scores this share of the best. */
const WORTH_SAYING = 0.8;

/**
 * The hits an answer is made of, in the order it says them: the best one and those nearly as good; every limb of a
 * minute asked for whole, every item of an agenda; one for each meeting where several are asked about, in order of date.
 */
export function chooseHits(question: Question, hits: Hit[], _lexicon: Lexicon): Hit[] {
  const [best] = hits;
  if (!best) return [];
  const named = hits.filter((hit) => hit.byRecord);
  if (question.references.length > 0 && named.length > 0) return chooseNamed(named);
  if (best.byRecord && BY_ROLE.includes(question.wanted[0] ?? '')) return named.slice(0, MOST.whole);
  const near = hits.filter((hit) => hit.score >= WORTH_SAYING * best.score);
  return near.slice(0, MOST.plain);
}

/** What was named by number: all of it that stands at the best place, up to the most. */
function chooseNamed(named: Hit[]): Hit[] {
  const [best] = named;
  if (!best) return [];
  const { place, paperId } = best.passage;
  const samePlace = named.filter(
    ({ passage }) =>
      passage.paperId === paperId && passage.place.minute === place.minute && passage.place.section === place.section,
  );
  return samePlace.slice(0, MOST.several).sort((a, b) => a.passage.ordinal - b.passage.ordinal);
}
