import type { ProofFault } from '../../../proof.ts';
import type { Claim, Source } from '../reading/claim.ts';
import type { Token } from '../reading/read-tokens.ts';

const TITLES =
  /\b(Councillors?|COUNCILLORS?|Cllrs?|CLLRS?|Mr|Mrs|Miss|Ms|Dr|Professor|Prof|Reverend|Rev|Sir|Dame|Lord|Lady)\b\.?\s+(?:(?:\p{Lu}\.|\p{Lu}\p{Ll}+)\s+)?(\p{Lu}[\p{L}'’-]+)/gu;
/** A list of councillors, whose title is printed once: "Councillors Farrow, Mirza and Tranter". */
const TITLED_LIST = /\b(?:Councillors|Cllrs\.?)\s+((?:\p{Lu}[\p{L}'’.-]*|and|,|&|\(|\)|\s)+)/gu;
const OTHER_TITLE = /\b(?:Mr|Mrs|Miss|Ms|Dr|Professor|Prof|Reverend|Rev|Sir|Dame|Lord|Lady)\b/;
const BODIES = /^(?:council|cabinet|board|government)$/;
/** Said of a sitting committee whatever its papers print. */
const ALWAYS = /^(?:committee|committees|members?|councillors?|cllrs?|chair|minutes?|reports?|agenda|resolution|item)$/;

/**
 * Every name of the statement, person's or body's, stands in its quotations or in what the program cites them by;
 * initials stand for words there; nobody gets another title.
 */
export function checkNames({ text, tokens, sources }: Claim): ProofFault | undefined {
  for (const token of tokens) {
    if (
      !token.capital ||
      (token.isFirst && !BODIES.test(token.word)) ||
      token.kind === 'function' ||
      isKnown(token, sources)
    )
      continue;
    return { kind: 'name', said: token.text };
  }
  return checkTitles(text, sources);
}

function isKnown(token: Token, sources: Source[]): boolean {
  if (ALWAYS.test(token.word)) return true;
  const isSame = (other: Token) => other.stem === token.stem || other.word === token.word.replace(/s$/, '');
  if (BODIES.test(token.word)) {
    // "The parish council" is another than the Council.
    return sources.some(({ quote, place }) =>
      [...quote, ...place].some((other) => other.word === token.word && other.capital),
    );
  }
  const known = sources.some(({ quote, place }) => quote.some(isSame) || place.some(isSame));
  return (
    known ||
    (isInitials(token.text) &&
      sources.some(({ evidence, placeText }) => isShortFor(token.text, `${placeText} ${evidence.text}`)))
  );
}

function isInitials(word: string): boolean {
  return /^\p{Lu}{2,8}s?$/u.test(word);
}

const LITTLE = new Set(['and', 'of', 'the', 'for', 'on', 'in', 'to', 'with', 'a']);

/** True if words in a row begin with these letters, little words counted or not: EHCP, "education, health and care plan". */
function isShortFor(initials: string, text: string): boolean {
  const wanted = initials.replace(/s$/, '').toLowerCase();
  const words = text.toLowerCase().match(/\p{L}[\p{L}'’]*/gu) ?? [];
  const first = (list: string[]) => list.map((word) => word[0] ?? '').join('');
  return first(words).includes(wanted) || first(words.filter((word) => !LITTLE.has(word))).includes(wanted);
}

function checkTitles(text: string, sources: Source[]): ProofFault | undefined {
  const printed = sources.map(({ evidence, placeText }) => `${evidence.around} ${placeText}`).join(' ');
  const known = titlesOf(printed);
  for (const [name, titles] of titlesOf(text)) {
    const others = known.get(name);
    if (others && ![...titles].every((title) => others.has(title)))
      return { kind: 'name', said: `${[...titles][0]} ${name}` };
    if (!others && [...titles].some((title) => title !== 'councillor')) {
      // A name without a title in the paper has none in the statement.
      const isBare = new RegExp(`\\b${name}\\b`).test(printed);
      if (isBare && !/^(?:mr|mrs|ms|miss)$/.test([...titles][0] ?? ''))
        return { kind: 'name', said: `${[...titles][0]} ${name}` };
    }
  }
  return undefined;
}

function titlesOf(text: string): Map<string, Set<string>> {
  const titles = new Map<string, Set<string>>();
  const add = (name: string, title: string) => titles.set(name, (titles.get(name) ?? new Set()).add(title));
  for (const [, title = '', name = ''] of text.matchAll(TITLES)) add(name, oneTitle(title));
  for (const [, whole = ''] of text.matchAll(TITLED_LIST)) {
    // "Councillors Kettleby and Quill and Reverend H. Marchbank": the list ends where somebody has another title.
    const [list = ''] = whole.split(OTHER_TITLE);
    for (const name of list.match(/\p{Lu}[\p{L}'’-]+/gu) ?? []) add(name, 'councillor');
  }
  return titles;
}

function oneTitle(title: string): string {
  const lower = title.toLowerCase().replace(/s$/, (s) => (/^(?:mrs|ms|miss)$/i.test(title) ? s : ''));
  return { cllr: 'councillor', rev: 'reverend', prof: 'professor' }[lower] ?? lower;
}
