const SMALL = '(?:and|of|for|the|in|on|to|&)';
/** A bracketed short form, and the run of up to nine words right before it. */
const SHORT = /\((?:[‘'"“])?([A-Z][A-Za-z0-9&+]{1,7})s?(?:[’'"”])?(?:\)| [–-] )/g;
const WORDS_BEFORE = /(?:[A-Za-z0-9][\w'’&/-]{0,30},?[ \t\n]+){1,9}$/;
/** Nine words with their spaces are hardly longer. */
const MAX_BEFORE_CHARS = 200;
/** A glossary's row or line: short form, then what it stands for. */
const GLOSSARY_ROW = /^[ \t|*-]*\**([A-Z][A-Za-z0-9+]{1,7})\**[ \t]*(?:\t|\||[–:-] )[ \t|]*([A-Z][^\n\t|]{5,120})/gm;
/** Words in capitals in a row: what an abbreviation may stand for although the papers never say so. */
const TITLE_RUN = new RegExp(`\\b[A-Z][a-z]+(?:[ -](?:${SMALL}[ -]){0,2}[A-Z][a-z]+){1,5}`, 'g');
const MAX_LOOSE_WORDS = 4;

/** A name a text uses, in lower case: with `short` where the text itself says what it is shortened to. */
export type Naming = { short?: string; long: string };

/**
 * The names in a text that a question may shorten: what it spells out itself, as "Looked After Children (LAC)" or in
 * a glossary, and runs of words in capitals; one entry each time one stands there. In time linear in the text.
 */
export function findNamings(text: string): Naming[] {
  const found: Naming[] = [];
  const note = (short: string, long: string | undefined) => {
    if (long !== undefined) found.push({ short: short.toLowerCase(), long });
  };
  for (const { index, 1: short } of text.matchAll(SHORT)) {
    const before = WORDS_BEFORE.exec(text.slice(Math.max(0, index - MAX_BEFORE_CHARS), index))?.[0];
    if (before !== undefined) note(singular(short), fitBefore(before, singular(short)));
  }
  for (const match of text.matchAll(GLOSSARY_ROW)) note(match[1] ?? '', fitAfter(match[2] ?? '', match[1] ?? ''));
  for (const match of text.matchAll(TITLE_RUN)) {
    const long = match[0]
      .replace(/-/g, ' ')
      .toLowerCase()
      .replace(/^(?:the|a|an) /, '');
    if (long.includes(' ')) found.push({ long });
  }
  return found;
}

/** "EHCPs" as "EHCP". */
function singular(short = ''): string {
  return short.replace(/(?<=[A-Z])s$/, '');
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

/** The first letters of a name in lower case, small words counted and left out: two to seven of them. */
export function initialsOf(phrase: string): string[] {
  const words = phrase.toLowerCase().split(' ').filter(Boolean);
  const all = words.map((word) => word[0] ?? '').join('');
  const telling = words.filter((word) => !new RegExp(`^${SMALL}$`).test(word));
  const short = telling.map((word) => word[0] ?? '').join('');
  return [...new Set([all.replace(/&/g, 'a'), short])].filter(
    (initials) => initials.length >= 2 && initials.length <= 7,
  );
}
