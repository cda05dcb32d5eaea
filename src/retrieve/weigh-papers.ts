import { stemmer } from 'stemmer';
import type { Lexicon } from '../lexicon.ts';
import type { Question } from '../question.ts';

/** A paper whose name the question says whole counts this much more; one of which it says half, half as much more. */
const NAMED_LIFT = 1;

/**
 * How likely each paper is the one a question means by its title, author or kind: a factor from 1 to 1 + NAMED_LIFT.
 * The share of the paper's name that the question says and the share of the question that the name says both count.
 */
export function weighPapers(question: Question, lexicon: Lexicon): Map<number, number> {
  const asked = new Set(
    question.terms.flatMap((term) =>
      [term.word, ...term.alternatives].flatMap((form) => form.split(' ').map((w) => stemmer(w))),
    ),
  );
  const weigh = (word: string) => rarity(word, lexicon);
  const factors = new Map<number, number>();
  for (const { id, words } of lexicon.papers) {
    const named = [...words].filter((word) => asked.has(stemmer(word)));
    const said = sum(named.map(weigh));
    const whole = sum([...words].map(weigh));
    const wanted = sum(question.terms.filter((term) => term.weight === 1).map((term) => weigh(term.word)));
    if (whole === 0 || wanted === 0) continue;
    const share = Math.sqrt((said / whole) * Math.min(1, said / wanted));
    factors.set(id, 1 + NAMED_LIFT * share);
  }
  return factors;
}

function rarity(word: string, lexicon: Lexicon): number {
  const count = lexicon.vocabulary.get(word) ?? 0;
  return Math.log(1 + (lexicon.passageCount - count + 0.5) / (count + 0.5));
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
