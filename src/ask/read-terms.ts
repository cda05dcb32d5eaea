import { stemmer } from 'stemmer';
import { type Lexicon, wordsOf } from '../lexicon.ts';
import type { Term } from '../question.ts';
import type { SpellingMender } from './mend-spelling.ts';
import { readEverydayWords, readPlainWords } from './read-plain-words.ts';

/** Function words and the words people wrap a question in: they say nothing about what is looked for. */
const STOP_WORDS = new Set(
  (
    'a about after again all also am an and any anything are as ask at be because been before being between both but by can ' +
    'could did do does doing done down during each else ever every exactly few find for from further get getting give given go ' +
    'going got had has have having he her here hers him his how i if in into is it its itself just know like ' +
    'lot made make many me mean meant might more most much must my need no nor not now of off ok on once only or other our out ' +
    'over own per please put quite re really same say says see she should show so some someone something still stuff such sure tell than ' +
    'that the their them then there these they thing things this those through to too under until up upon us use used very ' +
    'want was way we well went were what whats when where which while who whom whose why will with would yes yet you your ' +
    'actually bit bits reach reached reaching came come comes hows latest pretty recall remember someone supposed theyre thats though was wasnt were ' +
    'wondering would youre whether within without'
  ).split(' '),
);

/** Words of meetings and papers that are in nearly every passage of a committee's record: kept, but they weigh little. */
const FAINT_WORDS = new Set(
  (
    'agenda agree agreed approve approved defer deferred refuse refused reject rejected brief briefing main prep committee commission panel board council councillor councillors cllr cllrs decide decided decision ' +
    'discuss discussed item items meeting meetings member members minute minutes officer officers paper papers pack report reports ' +
    'reported resolution resolve resolved said told asked raised note noted page pages paragraph para question questions update ' +
    'information year years'
  ).split(' '),
);
const FAINT_WEIGHT = 0.3;
const MAX_PHRASE_WORDS = 4;
/** Longer everyday words are not shorthand: spelling them out would change what is asked. */
const MAX_SHORTHAND = 4;

/** Content words of a question with what else means the same: spelt-out forms, clerk's words, mended spelling. */
export function readTerms(text: string, lexicon: Lexicon, spelling: SpellingMender): Term[] {
  const words = wordsOf(text.replace(/(?<=[\p{L}\p{N}])[-&](?=[\p{L}\p{N}])/gu, ' '));
  const plain = readPlainWords();
  const everyday = readEverydayWords();
  const spelt = words.map((word) =>
    spelling.knows(word) ? word : (plain.get(word)?.[0] ?? spelling.mend(word) ?? word),
  );
  const alternatives = new Map<number, string[]>();
  const add = (at: number, more: string[]) => alternatives.set(at, [...(alternatives.get(at) ?? []), ...more]);
  for (let at = 0; at < words.length; at++) {
    for (let count = 1; count <= MAX_PHRASE_WORDS && at + count <= words.length; count++) {
      const phrase = words.slice(at, at + count).join(' ');
      const whole = spelt.slice(at, at + count).join(' ');
      const meanings = plain.get(phrase) ?? [];
      for (let word = at; word < at + count; word++)
        if (word === at || !STOP_WORDS.has(words[word] ?? '')) add(word, meanings);
      if (count === 1) add(at, longFormsAt(words, at, { text, lexicon, spelling }));
      if (count > 1) for (let word = at; word < at + count; word++) add(word, shortFormsOf(whole, lexicon));
    }
  }
  return words.flatMap((word, at) => {
    const others = (alternatives.get(at) ?? []).filter((other) => other !== word);
    const isFiller = plain.get(word)?.length === 0;
    const isLetter = word.length === 1 && !/\d/.test(word);
    if ((isFiller && others.length === 0) || isLetter || (STOP_WORDS.has(word) && others.length === 0)) return [];
    const known = spelling.knows(word) || /^\d/.test(word);
    const mended = known || others.length > 0 ? undefined : spelling.mend(word);
    const all = [...new Set([...others, ...yearForms(word), ...(mended ? [mended] : [])])];
    const weight = FAINT_WORDS.has(word) || STOP_WORDS.has(word) || everyday.has(word) ? FAINT_WEIGHT : 1;
    const speltOut =
      mended ??
      longFormsAt(words, at, { text, lexicon, spelling })[0] ??
      (known || word.length > MAX_SHORTHAND ? undefined : plain.get(word)?.[0]);
    return [
      { word, alternatives: all, known: known || mended !== undefined, weight, ...(speltOut ? { speltOut } : {}) },
    ];
  });
}

type LongFormOptions = { text: string; lexicon: Lexicon; spelling: SpellingMender };

/** What a short form stands for where it stands: "CP" before "plan" is what "CPP" is, without its plan. */
function longFormsAt(words: string[], at: number, { text, ...options }: LongFormOptions): string[] {
  const word = words[at] ?? '';
  const next = words[at + 1] ?? '';
  const wholes = word.length > 1 ? (options.lexicon.abbreviations.get(word + next.charAt(0)) ?? []) : [];
  const before = wholes
    .map((whole) => whole.split(' '))
    .filter((whole) => whole.length === word.length + 1 && stemmer(whole.at(-1) ?? '') === stemmer(next))
    .map((whole) => whole.slice(0, -1).join(' '));
  return before.length > 0 ? before : longForms(word, text, options);
}

// "it" is no abbreviation, "IT" is; initials that no paper spells out count only for what is typed in capitals or unknown.
function longForms(
  word: string,
  text: string,
  { lexicon, spelling }: { lexicon: Lexicon; spelling: SpellingMender },
): string[] {
  const isCapital = new RegExp(`(?<![\\p{L}])${word.toUpperCase()}(?![\\p{L}])`, 'u').test(text);
  if (STOP_WORDS.has(word) && !isCapital) return [];
  const said = lexicon.abbreviations.get(word) ?? [];
  return said.length === 0 && (isCapital || !spelling.knows(word)) ? (lexicon.initials.get(word) ?? []) : said;
}

function shortFormsOf(phrase: string, lexicon: Lexicon): string[] {
  const initials = phrase
    .split(' ')
    .map((word) => word[0])
    .join('');
  return [...lexicon.abbreviations]
    .filter(([short, long]) => short[0] === initials[0] && long.includes(phrase))
    .map(([short]) => short);
}

/** "2013/14" is also printed "2013/2014" and "13/14", and the other way about. */
function yearForms(word: string): string[] {
  const match = /^(20)?(\d{2})\/(20)?(\d{2})$/.exec(word);
  if (!match || Number(match[4]) !== (Number(match[2]) + 1) % 100) return [];
  const [from, to] = [match[2] ?? '', match[4] ?? ''];
  return [`20${from}/${to}`, `20${from}/20${to}`, `${from}/${to}`, `20${from} ${to}`].filter((form) => form !== word);
}
