const UNITS: Record<string, number> = {
  nought: 0,
  nil: 0,
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  dozen: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
};
const TENS: Record<string, number> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const SCALES: Record<string, number> = { hundred: 100, thousand: 1000, million: 1e6, billion: 1e9 };
const ORDINALS = [
  'zeroth',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
].concat(['tenth', 'eleventh', 'twelfth']);
/** Parts and multiples said in a word, as values. "Third" and "quarter" are parts only with a number or "a" before. */
const SHARES: Record<string, number> = { half: 1 / 2, third: 1 / 3, quarter: 1 / 4, fifth: 1 / 5, tenth: 1 / 10 };

const any = (words: string[]) => words.join('|');
const SIMPLE = `(?:(?:${any(Object.keys(TENS))})(?:[-\\s](?:${any(Object.keys(UNITS).slice(3, 12))}|one))?|${any(Object.keys(UNITS))})`;

/** A number in words: "forty-one", "two hundred and six", "one million". */
export const NUMBER_WORDS = `(?:(?:${SIMPLE}|a)\\s(?:hundred|thousand|million|billion)(?:(?:\\sand)?\\s${SIMPLE})?|${SIMPLE})`;
/** A part of a whole in words: "a third", "two-thirds", "half", "three quarters". */
export const SHARE_WORDS = `(?:(?:a|an|one|two|three|four|nine)[-\\s])?(?:half|(?<=(?:a|an|one|two|three|four|nine)[-\\s])(?:thirds?|quarters?|fifths?|tenths?))`;
export const ORDINAL_WORDS = any(ORDINALS.slice(1));

/** The value of a number in words; undefined if it is none. */
export function valueOfWords(words: string): number | undefined {
  let total = 0;
  let part: number | undefined;
  for (const word of words.toLowerCase().split(/[-\s]+/)) {
    if (word === 'and') continue;
    const scale = SCALES[word];
    if (scale !== undefined) {
      total += (part ?? 1) * scale;
      part = undefined;
      continue;
    }
    const value = UNITS[word] ?? TENS[word] ?? (word === 'a' ? 1 : undefined);
    if (value === undefined) return undefined;
    part = (part ?? 0) + value;
  }
  return total + (part ?? 0);
}

/** The value of a share in words, to four places; undefined if it is none. */
export function valueOfShare(words: string): number | undefined {
  const [first = '', last = first] = words.toLowerCase().split(/[-\s]+/);
  const share = SHARES[last.replace(/s$/, '')];
  if (share === undefined) return undefined;
  const times = first === last || /^an?$/.test(first) ? 1 : (valueOfWords(first) ?? 1);
  return Math.round(times * share * 10_000) / 10_000;
}

/** 3 for "third"; undefined if the word is no ordinal. */
export function valueOfOrdinal(word: string): number | undefined {
  const at = ORDINALS.indexOf(word.toLowerCase());
  return at > 0 ? at : undefined;
}
