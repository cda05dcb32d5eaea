import type { Lexicon } from '../lexicon.ts';
import { initialsOf, type Naming } from '../naming.ts';

const MAX_MEANINGS = 3;
const MAX_SPELLINGS = 2;

export type Abbreviations = Pick<Lexicon, 'abbreviations' | 'initials'>;

/**
 * Short forms and what they stand for, from names in the order of how usual they are: what the papers spell out
 * themselves, and apart from it the initials of names in capitals. Keys and values in lower case, most usual first.
 */
export function learnAbbreviations(namings: Naming[]): Abbreviations {
  const abbreviations = new Map<string, string[]>();
  const initials = new Map<string, string[]>();
  for (const { short, long } of namings) {
    if (short !== undefined) addMeaning(abbreviations, { short, long, most: MAX_SPELLINGS });
    else for (const letters of initialsOf(long)) addMeaning(initials, { short: letters, long, most: MAX_MEANINGS });
  }
  return { abbreviations, initials };
}

type Meaning = { short: string; long: string; most: number };

function addMeaning(meanings: Map<string, string[]>, { short, long, most }: Meaning): void {
  const known = meanings.get(short) ?? [];
  if (known.length < most) meanings.set(short, [...known, long]);
}
