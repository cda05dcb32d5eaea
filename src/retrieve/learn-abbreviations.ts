import type { Lexicon } from '../lexicon.ts';

const SMALL = '(?:and|of|for|the|in|on|to|&)';
/** A run of up to nine words right before a bracketed short form. */
const SPELT_THEN_SHORT =
  /((?:[A-Za-z0-9][\w'’&/-]{0,30},?[ \t\n]+){1,9})\((?:[‘'"“])?([A-Z][A-Za-z0-9&+]{1,7})s?(?:[’'"”])?(?:\)| [–-] )/g;
/** A glossary's row or line: short form, then what it stands for. */
const GLOSSARY_ROW = /^[ \t|*-]*\**([A-Z][A-Za-z0-9+]{1,7})\**[ \t]*(?:\t|\||[–:-] )[ \t|]*([A-Z][^\n\t|]{5,120})/gm;
/** Words in capitals in a row: what an abbreviation may stand for although the papers never say so. */
const TITLE_RUN = new RegExp(`\\b[A-Z][a-z]+(?:[ -](?:${SMALL}[ -]){0,2}[A-Z][a-z]+){1,5}`, 'g');
const MAX_MEANINGS = 3;
const MAX_LOOSE_WORDS = 4;

export type Abbreviations = Pick<Lexicon, 'abbreviations' | 'initials'>;

/**
 * Short forms and what they stand for, from the papers' own words: "Looked After Children (LAC)" and glossaries, and
 * apart from these the initials of names in capitals that recur. Keys and values in lower case, most usual first.
 */
export function learnAbbreviations(texts: string[]): Abbreviations {
  const said = new Map<string, Map<string, number>>();
  const runs = new Map<string, number>();
  for (const text of texts) {
    for (const match of text.matchAll(SPELT_THEN_SHORT))
      note(said, singular(match[2]), fitBefore(match[1] ?? '', singular(match[2])));
    for (const match of text.matchAll(GLOSSARY_ROW))
      note(said, match[1] ?? '', fitAfter(match[2] ?? '', match[1] ?? ''));
    for (const match of text.matchAll(TITLE_RUN)) {
      const run = match[0]
        .replace(/-/g, ' ')
        .toLowerCase()
        .replace(/^(?:the|a|an) /, '');
      if (!run.includes(' ')) continue;
      runs.set(run, (runs.get(run) ?? 0) + 1);
    }
  }
  const abbreviations = new Map([...said].map(([short, counts]) => [short, mostUsual(counts)]));
  return { abbreviations, initials: learnInitials(runs) };
}

function learnInitials(runs: Map<string, number>): Map<string, string[]> {
  const initials = new Map<string, string[]>();
  for (const [run] of [...runs].sort((a, b) => b[1] - a[1])) {
    for (const short of initialsOf(run)) {
      const known = initials.get(short) ?? [];
      if (known.length < MAX_MEANINGS) initials.set(short, [...known, run]);
    }
  }
  return initials;
}

/** "EHCPs" as "EHCP". */
function singular(short = ''): string {
  return short.replace(/(?<=[A-Z])s$/, '');
}

function note(said: Map<string, Map<string, number>>, short: string, long: string | undefined): void {
  if (long === undefined) return;
  const key = short.toLowerCase();
  const counts = said.get(key) ?? new Map<string, number>();
  counts.set(long, (counts.get(long) ?? 0) + 1);
  said.set(key, counts);
}

/**
 * The last words before the bracket whose initials, small words skipped or not, spell the short form; failing that,
 * the last few words that hold its letters in order, from the first letter of the first ("expected standard (EXS)").
 */
function fitBefore(before: string, short: string): string | undefined {
  const words = before
    .trim()
    .split(/[\s/-]+/)
    .map((word) => word.replace(/,$/, ''));
  for (let count = 2; count <= words.length; count++) {
    const tail = words.slice(-count);
    if (spells(tail, short)) return tail.join(' ').toLowerCase();
  }
  for (let count = 2; count <= Math.min(words.length, MAX_LOOSE_WORDS); count++) {
    const tail = words.slice(-count).join(' ').toLowerCase();
    if (holdsLetters(tail, short.toLowerCase().replace(/[^a-z]/g, ''))) return tail;
  }
  return undefined;
}

function holdsLetters(phrase: string, letters: string): boolean {
  if (letters.length < 3 || phrase[0] !== letters[0]) return false;
  let at = 0;
  for (const letter of phrase) if (letter === letters[at]) at++;
  // The last letter has to begin a word: chance fits nearly never do.
  return at === letters.length && new RegExp(`\\b${letters.at(-1)}`).test(phrase.slice(1));
}

function fitAfter(after: string, short: string): string | undefined {
  const words = after
    .trim()
    .split(/[\s/–-]+/)
    .filter(Boolean);
  for (let count = 2; count <= Math.min(words.length, short.length + 3); count++) {
    const head = words.slice(0, count).map((word) => word.replace(/[,;:.]+$/, ''));
    if (spells(head, short)) return head.join(' ').toLowerCase();
  }
  return undefined;
}

function spells(words: string[], short: string): boolean {
  return initialsOf(words.join(' ')).includes(short.toLowerCase().replace(/&/g, 'a'));
}

function initialsOf(phrase: string): string[] {
  const words = phrase.toLowerCase().split(' ').filter(Boolean);
  const all = words.map((word) => word[0] ?? '').join('');
  const telling = words.filter((word) => !new RegExp(`^${SMALL}$`).test(word));
  const short = telling.map((word) => word[0] ?? '').join('');
  return [...new Set([all.replace(/&/g, 'a'), short])].filter(
    (initials) => initials.length >= 2 && initials.length <= 7,
  );
}

function mostUsual(counts: Map<string, number>): string[] {
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 2)
    .map(([long]) => long);
}
