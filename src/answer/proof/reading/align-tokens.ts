import { meanAlike, phraseOf } from '../words/mean-alike.ts';
import { isPastForm } from '../words/word-groups.ts';
import { verbClass } from './find-decidings.ts';
import type { Token } from './read-tokens.ts';
import { isSaidAsDone } from './said-as-done.ts';

/** A verb's small word may stand this far behind it: "handed the contract back" is not looked for. */
const PARTICLES = new Set(
  'up off out on over back down away in forward to with from through together for about aside along'.split(' '),
);
const LITTLE = new Set(['and', 'of', 'the', 'for', 'on', 'in', 'to', 'with', 'a']);
const INITIALS = /^\p{Lu}{2,6}s?$/u;

/** What one text gives to align by, found once for all statements that rest on it. `shorts`: its initials. */
type Vocabulary = { known: Set<string>; shorts: Token[] };
const VOCABULARIES = new WeakMap<Token[], Vocabulary>();

/**
 * The words of a statement with the key of the printed word that each stands for, where the papers say the same in
 * another word: "mended" of "repaired", "put off" of "deferred", initials of the words they begin, and these of initials.
 * All rules then read one word. Words that are no other's keep their own. `texts`: what may say them, dearest first.
 */
export function alignTokens(tokens: Token[], texts: Token[][]): Token[] {
  const vocabularies = texts.map(vocabularyOf);
  const isKnown = (word: string) => vocabularies.some(({ known }) => known.has(word));
  const spelt = tokens.some(isInitials) ? tokens.flatMap((token) => spellOut(token, texts.flat())) : tokens;
  const short = shortened(
    spelt,
    vocabularies.flatMap(({ shorts }) => shorts),
  );
  let wanted: Token[] | undefined;
  let phrases: ReturnType<typeof phrasesOf> | undefined;
  return spelt.map((token, at): Token => {
    const initials = short.get(token);
    if (initials) return { ...token, key: initials.key, stem: initials.stem };
    if (!isMatter(token) || token.capital || isKnown(token.key) || isKnown(token.stem)) return token;
    wanted ??= [
      ...new Map(
        texts
          .flat()
          .filter(isMatter)
          .map((other) => [other.word, other]),
      ).values(),
    ];
    phrases ??= phrasesOf(texts.flat());
    const [all, among] = [wanted, phrases];
    const counted = new Set(texts.flatMap((text) => text.filter((_, n) => isCounted(text, n))));
    const own = [...phraseAt(spelt, at), ...fixedAt(spelt, at), token.word];
    const alike = own.flatMap(
      (word) =>
        all.find((other) => meanAlike(word, other.word, { isForm: counted.has(other) || !isDone(spelt, at) })) ??
        among.find(({ phrase }) => meanAlike(word, phrase))?.token ??
        [],
    )[0];
    if (!alike) return token;
    // "Put off" of what was deferred: the rule of decisions reads the verb that the record has.
    const isDeciding =
      !/^(?:expect|want|plan|need|hope)/.test(token.word) &&
      verbClass(alike.stem) !== undefined &&
      isPastForm(token.word) &&
      isPastForm(alike.word);
    return { ...token, key: alike.key, ...(isDeciding ? { stem: alike.stem, word: alike.word } : {}) };
  });
}

function vocabularyOf(text: Token[]): Vocabulary {
  const found = VOCABULARIES.get(text);
  if (found) return found;
  const known = new Set<string>();
  for (const { key, stem } of text) known.add(key).add(stem);
  // In a heading all is in capitals.
  const shorts = text.filter(
    (token, at) =>
      isInitials(token) && ![text[at - 1], text[at + 1]].some((other) => /^\p{Lu}{2}/u.test(other?.text ?? '')),
  );
  VOCABULARIES.set(text, { known, shorts });
  return { known, shorts };
}

function isInitials({ capital, kind, text }: Token): boolean {
  return capital && kind === 'content' && INITIALS.test(text);
}

const isMatter = ({ kind }: Token) => kind === 'content';

/** "Was delivered", "had delivered": of what is done, the verb itself must stand there, not its noun. */
function isDone(tokens: Token[], at: number): boolean {
  const { word } = tokens[at] as Token;
  return isSaidAsDone(tokens, at) || (isPastForm(word) && /^(?:has|have|had)$/.test(tokens[at - 1]?.word ?? ''));
}

/** "There were 63 treatments": what is counted has been done. */
function isCounted(tokens: Token[], at: number): boolean {
  return tokens[at - 1]?.figure?.kind === 'count' && /^(?:was|were|been)$/.test(tokens[at - 2]?.word ?? '');
}

function phraseAt(tokens: Token[], at: number): string[] {
  const [verb, next] = [tokens[at], tokens[at + 1]];
  if (!verb || !next || !PARTICLES.has(next.word) || next.clause !== verb.clause) return [];
  const phrase = phraseOf(verb.word, next.word);
  return phrase === undefined ? [] : [phrase];
}

/** What a few words mean together that are no verb. */
const FIXED: [words: RegExp, lemma: string][] = [
  [/^(?:in place|instead) of/, 'replace'],
  [/^in charge of/, 'responsible'],
  [/^in favour/, 'support'],
  [/^free of charge/, 'free'],
  [/^ma(?:ke|de) public/, 'publish'],
  [/^out of action/, 'off'],
  [/^at once/, 'immediate'],
  [/^look(?:ed)? at/, 'consider'],
  [/^look(?:ed|ing)? after/, 'care'],
];
const FIXED_WORDS = 3;
const FIXED_FIRST = new Set(['in', 'instead', 'free', 'make', 'made', 'out', 'at', 'look', 'looked', 'looking']);

function phrasesOf(tokens: Token[]): { token: Token; phrase: string }[] {
  return tokens.flatMap((token, at) =>
    [...phraseAt(tokens, at), ...fixedAt(tokens, at)].map((phrase) => ({ token, phrase })),
  );
}

/** The lemma of a few words in a row, told at each of them. */
function fixedAt(tokens: Token[], at: number): string[] {
  return [at, at - 1].flatMap((from) => {
    if (!FIXED_FIRST.has(tokens[from]?.word ?? '')) return [];
    const words = tokens.slice(from, from + FIXED_WORDS).map(({ word }) => word);
    return FIXED.flatMap(([pattern, lemma]) => (pattern.test(words.join(' ')) ? [lemma] : []));
  });
}

/** "EHCP" as the words that it is short for in the paper, where the paper spells them out and does not shorten them. */
function spellOut(token: Token, printed: Token[]): Token[] {
  if (!isInitials(token) || printed.some(({ word }) => word === token.word)) return [token];
  const run = runOf(token.word.replace(/(?<=..)s$/, ''), printed);
  if (!run) return [token];
  const { text, clause, sentence, isFirst, start, end } = token;
  return run
    .filter(({ kind }) => kind !== 'function')
    .map((word) => ({ ...word, text, clause, sentence, isFirst, start, end, capital: false }));
}

/** Words of the statement that a printed short form stands for, each with that form. */
function shortened(tokens: Token[], shorts: Token[]): Map<Token, Token> {
  const found = new Map<Token, Token>();
  for (const short of shorts) {
    const initials = short.word.replace(/(?<=..)s$/, '');
    for (const word of runOf(initials, tokens) ?? []) found.set(word, short);
  }
  return found;
}

/** Words in a row that begin with these letters, little words counted or not. */
function runOf(initials: string, tokens: Token[]): Token[] | undefined {
  for (const words of [tokens, tokens.filter(({ word }) => !LITTLE.has(word))]) {
    const at = words
      .map(({ word, figure }) => (figure ? ' ' : (word[0] ?? ' ')))
      .join('')
      .indexOf(initials);
    if (at >= 0) return words.slice(at, at + initials.length);
  }
  return undefined;
}
