import { stemmer } from 'stemmer';
import { type Lexicon, wordsOf } from './lexicon.ts';
import type { Term } from './question.ts';

/** A year or a financial or school year as a term: "2017", "2013/14". */
export const YEAR = /^(?:19|20)\d{2}$|^(?:20)?\d{2}\/(?:20)?\d{2}$/;

/** Stems of the words of a text; words joined by dashes or strokes count one by one. */
export function stemsOf(text: string): Set<string> {
  return new Set(wordsOf(text.replace(/[-–—/&,]/g, ' ')).map((word) => stemmer(word)));
}

/** True if a text with these stems has the term's word or, whole, one of the other ways to say it. */
export function isMet({ word, alternatives }: Term, stems: Set<string>): boolean {
  return [word, ...alternatives].some((form) =>
    wordsOf(form.replace(/\//g, ' ')).every((part) => stems.has(stemmer(part))),
  );
}

/** How telling a term is: its weight times the logarithm of how few passages have its most usual form. */
export function rarityOf(term: Term, lexicon: Lexicon): number {
  const count = Math.max(0, ...[term.word, ...term.alternatives].map((form) => lexicon.vocabulary.get(form) ?? 0));
  return term.weight * Math.log(1 + (lexicon.passageCount + 0.5) / (count + 0.5));
}

/** The share of the terms, by how telling they are, that a text with these stems meets; 1 where there are none. */
export function shareMet(terms: Term[], stems: Set<string>, lexicon: Lexicon): number {
  const whole = terms.reduce((sum, term) => sum + rarityOf(term, lexicon), 0);
  const met = terms.reduce((sum, term) => sum + (isMet(term, stems) ? rarityOf(term, lexicon) : 0), 0);
  return whole > 0 ? met / whole : 1;
}
