import { isFunctionWord, isRecordWord, meaningOf, stemOf } from '../words/word-groups.ts';
import { type Figure, readFigures } from './read-figures.ts';

/**
 * A word or figure of a text. `key` is what two tokens that mean the same have in common; `clause` counts the parts of a
 * text between stops and conjunctions, `sentence` those between full stops, both from 0.
 */
export type Token = {
  text: string;
  word: string;
  stem: string;
  key: string;
  kind: 'content' | 'record' | 'function' | 'figure';
  figure?: Figure;
  /** Written with a capital letter. */
  capital: boolean;
  /** First of its sentence, where a capital says nothing. */
  isFirst: boolean;
  sentence: number;
  clause: number;
  start: number;
  end: number;
};

const WORD = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?/gu;
/** The same of a text without letters beyond A to Z, several times as fast. */
const PLAIN_WORD = /[a-z]+(?:['’][a-z]+)?/gi;
const HAS_OTHERS = /[^\t\n -~£‘’“”–—•…]/;
const SENTENCE_END = /[.!?:]["'’”)]*\s+$|\n\s*\n|\n\s*[-*•]/;
const CLAUSE_END = /[,;:()–—\n]|\s-\s/;
const CLAUSE_WORDS = new Set([
  'and',
  'but',
  'while',
  'whilst',
  'whereas',
  'although',
  'though',
  'because',
  'which',
  'who',
  'if',
  'unless',
  'once',
  'provided',
  'except',
  'excluding',
  'subject',
  'when',
  'where',
  'wherever',
]);
/** A full stop after these ends no sentence. */
const TITLES = /\b(?:mr|mrs|ms|dr|cllr|cllrs|rev|st|no|nos|min|para|prof|p\.m|a\.m)\.\s+$/i;

/** The words and figures of a text in order. Figures are one token each, whatever is inside them. */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  let clause = 0;
  let last = 0;
  for (const { start, end, figure } of pieces(text, readFigures(text))) {
    const before = tokens.at(-1);
    const read = readWord(text.slice(start, end), figure);
    // Most words have one space between them, which ends nothing.
    const isPlain = start - last === 1 && text[last] === ' ';
    const between = isPlain ? ' ' : text.slice(last, start);
    const isNew = !isPlain && SENTENCE_END.test(between) && !TITLES.test(text.slice(Math.max(0, last - 6), start));
    if (before) {
      if (isNew) sentence += 1;
      if (isNew || (!isPlain && CLAUSE_END.test(between)) || opensClause(read.word, before)) clause += 1;
    }
    tokens.push({ ...read, isFirst: before?.sentence !== sentence, sentence, clause, start, end });
    last = end;
  }
  return tokens;
}

/** "Provided that" opens a clause, "had provided" does not. */
function opensClause(word: string, before: Token): boolean {
  return (
    CLAUSE_WORDS.has(word) && !(word === 'provided' && /^(?:ha[ds]|have|be|is|are|was|were|been)$/.test(before.word))
  );
}

type Word = Pick<Token, 'text' | 'word' | 'stem' | 'key' | 'kind' | 'capital'>;
const WORDS = new Map<string, Word>();
/** Words are few; what a hostile text makes up is not kept for ever. */
const MAX_WORDS = 20_000;

function readWord(text: string, figure?: Figure): Word & { figure?: Figure } {
  if (figure) {
    const key = `${figure.kind}:${figure.value}`;
    return { text, word: key, stem: key, key, kind: 'figure', figure, capital: false };
  }
  const known = WORDS.get(text);
  if (known) return known;
  const word = text
    .toLowerCase()
    .replace(/['’]s$|['’]$/, '')
    .replace(/[’]/g, "'");
  const kind = isFunctionWord(word) ? 'function' : isRecordWord(word) ? 'record' : 'content';
  const read: Word = { text, word, stem: stemOf(word), key: meaningOf(word), kind, capital: /^\p{Lu}/u.test(text) };
  if (WORDS.size >= MAX_WORDS) WORDS.clear();
  WORDS.set(text, read);
  return read;
}

type Piece = { start: number; end: number; figure?: Figure };

/** Words and figures where they stand; words inside a figure are none. */
function pieces(text: string, figures: Figure[]): Piece[] {
  const found: Piece[] = [];
  let next = 0;
  for (const match of text.matchAll(HAS_OTHERS.test(text) ? WORD : PLAIN_WORD)) {
    const start = match.index;
    for (let figure = figures[next]; figure && figure.start <= start; figure = figures[next]) {
      found.push({ start: figure.start, end: figure.end, figure });
      next += 1;
    }
    const before = figures[next - 1];
    if (!before || start >= before.end) found.push({ start, end: start + match[0].length });
  }
  for (const figure of figures.slice(next)) found.push({ start: figure.start, end: figure.end, figure });
  return found;
}
