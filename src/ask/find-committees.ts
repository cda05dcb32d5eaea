import { type CommitteeName, wordsOf } from '../lexicon.ts';

/** A committee found in a question, by its place among the question's words. `short`: by initials only. */
export type FoundCommittee = { name: string; firstWord: number; wordCount: number; short: boolean };

/** A shortened word ("corp") stands for a committee's word when it has at least this many letters. */
const MIN_SHORTENED = 4;

/**
 * Committees that a question names in full, by their usual short form, by initials, or with words cut short
 * ("corp parenting"). The longest alias at a place wins; one alias shared by two committees finds both.
 */
export function findCommittees(text: string, committees: CommitteeName[]): FoundCommittee[] {
  const words = wordsOf(text.replace(/&/g, ' and '));
  const found: FoundCommittee[] = [];
  const aliases = committees
    .flatMap(({ name, aliases }) => aliases.map((alias) => ({ name, alias: wordsOf(alias.replace(/&/g, ' and ')) })))
    .filter(({ alias }) => alias.length > 0)
    .sort((a, b) => b.alias.length - a.alias.length);
  for (const { name, alias } of aliases) {
    for (let at = 0; at + alias.length <= words.length; at++) {
      if (!alias.every((word, i) => isSameWord(words[at + i] ?? '', word, alias.length))) continue;
      const overlaps = found.some((f) => at < f.firstWord + f.wordCount && at + alias.length > f.firstWord);
      const isShared = found.some((f) => f.firstWord === at && f.wordCount === alias.length && f.name !== name);
      if (overlaps && !isShared) continue;
      found.push({ name, firstWord: at, wordCount: alias.length, short: alias.length === 1 });
    }
  }
  return found;
}

function isSameWord(typed: string, word: string, aliasLength: number): boolean {
  if (typed === word) return true;
  return aliasLength > 1 && typed.length >= MIN_SHORTENED && word.length > typed.length && word.startsWith(typed);
}
