import { stemmer } from 'stemmer';

/** Words shorter than this are never mended: too many others are one letter away. */
const MIN_LENGTH = 5;
/** From this length two slips are allowed, if the word begins right: else "electively" would be "effectively". */
const TWO_SLIPS_LENGTH = 8;

/**
 * Finds words of the papers for words that are typed wrongly: one slip (a letter left out, put in, changed, or two
 * swapped), two in long words; the nearest wins, then the most usual. Words that
 * the papers have, in this or a close form, are right as they are.
 */
export class SpellingMender {
  readonly #byLength = new Map<number, string[]>();
  readonly #vocabulary: Map<string, number>;

  constructor(vocabulary: Map<string, number>) {
    this.#vocabulary = vocabulary;
    for (const word of vocabulary.keys()) {
      if (word.length < MIN_LENGTH - 1 || /\d/.test(word)) continue;
      const list = this.#byLength.get(word.length);
      if (list) list.push(word);
      else this.#byLength.set(word.length, [word]);
    }
  }

  /** True if the papers use the word or a close inflection of it; a shared stem is not enough ("electively", "elected"). */
  knows(word: string): boolean {
    const stem = stemmer(word);
    return inflectionsOf(word).some((form) => this.#vocabulary.has(form) && (form === word || stemmer(form) === stem));
  }

  /** The paper's spelling of a word, or undefined where the word is known or nothing is near enough. */
  mend(word: string): string | undefined {
    if (word.length < MIN_LENGTH || /\d/.test(word) || this.knows(word)) return undefined;
    const limit = word.length >= TWO_SLIPS_LENGTH ? 2 : 1;
    let best: { word: string; slips: number; count: number } | undefined;
    for (let length = word.length - limit; length <= word.length + limit; length++) {
      for (const candidate of this.#byLength.get(length) ?? []) {
        if (candidate[0] !== word[0] && candidate[1] !== word[1]) continue;
        const slips = countSlips(word, candidate, limit);
        if (slips > limit || (slips > 1 && candidate.slice(0, 2) !== word.slice(0, 2))) continue;
        const count = this.#vocabulary.get(candidate) ?? 0;
        if (!best || slips < best.slips || (slips === best.slips && count > best.count)) {
          best = { word: candidate, slips, count };
        }
      }
    }
    return best?.word;
  }
}

/** The word itself, and with a plural, past or present ending put on, taken off or changed. */
function inflectionsOf(word: string): string[] {
  const bases = [
    word,
    word.replace(/ies$/, 'y'),
    word.replace(/e?s$/, ''),
    word.replace(/s$/, ''),
    word.replace(/e?d$/, ''),
    word.replace(/d$/, ''),
    word.replace(/ing$/, ''),
    word.replace(/ing$/, 'e'),
    word.replace(/(.)\1(?:ed|ing)$/, '$1'),
  ];
  return bases
    .filter((base) => base.length > 1)
    .flatMap((base) => [
      base,
      `${base}s`,
      `${base}es`,
      `${base}ed`,
      `${base}d`,
      `${base}ing`,
      base.replace(/e$/, 'ing'),
      base.replace(/y$/, 'ies'),
    ]);
}

/** Slips between two words (Damerau's edit distance, adjacent swaps only); more than the limit may be any larger number. */
export function countSlips(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
