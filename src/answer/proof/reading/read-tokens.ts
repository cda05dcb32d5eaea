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
  const figures = readFigures(text);
  const tokens: Token[] = [];
  let sentence = 0;
  let clause = 0;
  let last = 0;
  for (const { start, end, figure } of [...pieces(text, figures)]) {
    const between = text.slice(last, start);
    const isNew = SENTENCE_END.test(between) && !TITLES.test(text.slice(Math.max(0, last - 6), start));
    const words = text.slice(start, end);
    const word = words
      .toLowerCase()
      .replace(/['’]s$|['’]$/, '')
      .replace(/[’]/g, "'");
    if (tokens.length > 0 && isNew) sentence += 1;
    if (tokens.length > 0 && (isNew || CLAUSE_END.test(between) || opensClause(word, tokens.at(-1)))) clause += 1;
    const isFirst = tokens.at(-1)?.sentence !== sentence;
    tokens.push({ ...readWord(words, word, figure), isFirst, sentence, clause, start, end });
    last = end;
  }
  return tokens;
}

/** "Provided that" opens a clause, "had provided" does not. */
function opensClause(word: string, before: Token | undefined): boolean {
  return (
    CLAUSE_WORDS.has(word) &&
    !(word === 'provided' && /^(?:ha[ds]|have|be|is|are|was|were|been)$/.test(before?.word ?? ''))
  );
}

type Forms = Pick<Token, 'stem' | 'key' | 'kind'>;
const FORMS = new Map<string, Forms>();
/** Words are few; what a hostile text makes up is not kept for ever. */
const MAX_FORMS = 20_000;

function formsOf(word: string): Forms {
  const known = FORMS.get(word);
  if (known) return known;
  const kind = isFunctionWord(word) ? 'function' : isRecordWord(word) ? 'record' : 'content';
  const forms: Forms = { stem: stemOf(word), key: meaningOf(word), kind };
  if (FORMS.size >= MAX_FORMS) FORMS.clear();
  FORMS.set(word, forms);
  return forms;
}

function readWord(text: string, word: string, figure?: Figure) {
  const capital = /^\p{Lu}/u.test(text);
  if (figure) {
    const key = `${figure.kind}:${figure.value}`;
    return { text, word: key, stem: key, key, kind: 'figure' as const, figure, capital: false };
  }
  return { text, word, ...formsOf(word), capital };
}

function* pieces(text: string, figures: Figure[]): Iterable<{ start: number; end: number; figure?: Figure }> {
  let next = 0;
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const end = start + match[0].length;
    while (next < figures.length && (figures[next]?.start ?? 0) <= start) {
      const figure = figures[next] as Figure;
      yield { start: figure.start, end: figure.end, figure };
      next += 1;
    }
    const before = figures[next - 1];
    if (!before || start >= before.end) yield { start, end };
  }
  for (const figure of figures.slice(next)) yield { start: figure.start, end: figure.end, figure };
}
