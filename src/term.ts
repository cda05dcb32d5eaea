import { stemmer } from 'stemmer';
import { type Lexicon, wordsOf } from './lexicon.ts';
import type { Term } from './question.ts';

/** A year or a financial or school year as a term: "2017", "2013/14". */
export const YEAR = /^(?:19|20)\d{2}$|^(?:20)?\d{2}\/(?:20)?\d{2}$/;

/** Room for stems that are known; the words of a large record are some 100,000. */
const MAX_KNOWN_STEMS = 200_000;
const knownStems = new Map<string, string>();
const knownForms = new WeakMap<Term, { words: string; forms: string[][] }>();

/** The stem of a word; the same words come again with every passage, and stemming them takes long. */
export function stemOf(word: string): string {
  const known = knownStems.get(word);
  if (known !== undefined) return known;
  const stem = stemmer(word);
  if (knownStems.size >= MAX_KNOWN_STEMS) knownStems.clear();
  knownStems.set(word, stem);
  return stem;
}

/** Stems of the words of a text; words joined by dashes or strokes count one by one. */
export function stemsOf(text: string): Set<string> {
  return new Set(wordsOf(text.replace(/[-–—/&,]/g, ' ')).map(stemOf));
}

/** True if a text with these stems has the term's word or, whole, one of the other ways to say it. */
export function isMet(term: Term, stems: Set<string>): boolean {
  return formsOf(term).some((form) => form.every((part) => stems.has(part)));
}

/** The stems of each way to say a term, which is asked of every passage and row. */
function formsOf(term: Term): string[][] {
  const words = [term.word, ...term.alternatives];
  // A term may be given other ways to be said while a question is read.
  const key = words.join('\n');
  const known = knownForms.get(term);
  if (known?.words === key) return known.forms;
  const forms = words.map((form) => wordsOf(form.replace(/\//g, ' ')).map(stemOf));
  knownForms.set(term, { words: key, forms });
  return forms;
}

/** How telling a term is: its weight times the logarithm of how few passages have its most usual form. */
export function rarityOf(term: Term, lexicon: Lexicon): number {
  const count = Math.max(0, ...[term.word, ...term.alternatives].map((form) => lexicon.vocabulary.get(form) ?? 0));
  return term.weight * Math.log(1 + (lexicon.passageCount + 0.5) / (count + 0.5));
}

/** The share of the terms, by how telling they are, that a text with these stems meets; 1 where there are none. */
export function shareMet(terms: Term[], stems: Set<string>, lexicon: Lexicon): number {
  let [whole, met] = [0, 0];
  for (const term of terms) {
    const rarity = rarityOf(term, lexicon);
    whole += rarity;
    met += isMet(term, stems) ? rarity : 0;
  }
  return whole > 0 ? met / whole : 1;
}
