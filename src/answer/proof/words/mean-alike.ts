import { baseFormsOf } from './base-forms-of.ts';
import { type Meaning, openWordNet, PARTS_OF_SPEECH, type PartOfSpeech, type WordNet } from './open-word-net.ts';
import { isPastForm } from './word-groups.ts';

/** What a word may mean: its meanings, the first of them, those derived from it, those wider than the first, and the opposites. */
type Senses = {
  own: Set<string>;
  first: Set<string>;
  derived: Set<string>;
  wider: Set<string>;
  opposite: Set<string>;
  /** As a verb, the words that define its first meanings, and its plain forms. */
  gloss: Set<string>;
  bases: Set<string>;
};

/** A wider verb stands for one of a word's usual meanings, in one of its own first ones: further ones are too general. */
const USUAL = 4;
const FIRST = 2;
/** Verbs by which nearly any other is defined tell nothing, nor does a definition by what is not so. */
const DEFINING = new Set(
  'be have make take do get go come cause act use become move change put keep place say part state time way'.split(' '),
);
const DENYING = new Set(
  'not no without lack fail refuse remove cease prevent opposite neither undo against'.split(' '),
);

const SENSES = new Map<string, Senses>();
/** Words are few; what a hostile text makes up is not kept for ever. */
const MAX_KNOWN = 20_000;
let wordNet: WordNet | undefined;

/**
 * True if a paper's word may be told by another, both in lower case: they mean the same in one of their usual meanings,
 * are forms of one word ("approve", "approval"), the word told is the wider verb ("mend" told as "repair"), or one verb
 * is defined by the other ("administer" by "give").
 * A wider noun is no such word: what is true of boys is not true of pupils. Opposites never are. Without `isForm` a form
 * of another part of speech does not do: what was ordered for delivery was not delivered.
 */
export function meanAlike(said: string, printed: string, { isForm = true } = {}): boolean {
  const [a, b] = [sensesOf(said), sensesOf(printed)];
  if (a.own.size === 0 || b.own.size === 0) return false;
  const isAlike =
    meets(a.own, b.own) ||
    (isVerb(printed) && meets(b.wider, a.first)) ||
    (isForm &&
      (meets(a.derived, b.own) || meets(b.derived, a.own) || meets(a.gloss, b.bases) || meets(b.gloss, a.bases)));
  return isAlike && !meets(a.opposite, b.own) && !meets(b.opposite, a.own);
}

/** "Handed", "back" as the verb they are together, "hand_back"; undefined where they are none. */
export function phraseOf(verb: string, particle: string): string | undefined {
  const words = `${verb}_${particle}`;
  const known = PHRASES.get(words);
  if (known !== undefined) return known === '' ? undefined : known;
  const phrase = baseFormsOf(verb, 'verb')
    .map((base) => `${base}_${particle}`)
    .find((form) => has(form, 'verb'));
  if (PHRASES.size >= MAX_KNOWN) PHRASES.clear();
  PHRASES.set(words, phrase ?? '');
  return phrase;
}

const PHRASES = new Map<string, string>();

function has(lemma: string, part: PartOfSpeech): boolean {
  wordNet ??= openWordNet();
  return wordNet.countOf(lemma, part) > 0;
}

/** "Action" is seldom a verb, "actioned" always. */
function isVerb(word: string): boolean {
  return isPastForm(word) || /ing$|_/.test(word);
}

function meets(a: Set<string>, b: Set<string>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const id of few) if (many.has(id)) return true;
  return false;
}

function sensesOf(word: string): Senses {
  const known = SENSES.get(word);
  if (known) return known;
  const senses: Senses = {
    own: new Set(),
    first: new Set(),
    derived: new Set(),
    wider: new Set(),
    opposite: new Set(),
    gloss: new Set(),
    bases: new Set(),
  };
  for (const part of PARTS_OF_SPEECH) for (const base of baseFormsOf(word, part)) addSenses(senses, base, part);
  if (SENSES.size >= MAX_KNOWN) SENSES.clear();
  SENSES.set(word, senses);
  return senses;
}

function addSenses(senses: Senses, base: string, part: PartOfSpeech): void {
  wordNet ??= openWordNet();
  for (const [rank, meaning] of wordNet.meaningsOf(base, part).entries()) {
    senses.own.add(meaning.id);
    if (rank < FIRST) senses.first.add(meaning.id);
    if (part === 'verb') senses.bases.add(base);
    if (part === 'verb' && rank < USUAL && !meaning.gloss.some((word) => DENYING.has(word)))
      for (const word of meaning.gloss) if (!DEFINING.has(word)) senses.gloss.add(word);
    addLinks(senses, meaning, { base, isUsual: part === 'verb' && rank < USUAL });
  }
}

function addLinks(senses: Senses, meaning: Meaning, { base, isUsual }: { base: string; isUsual: boolean }): void {
  const place = meaning.words.indexOf(base) + 1;
  for (const { sign, to, from } of meaning.links) {
    // A link of words is of the word it begins at; one of meanings begins at 0.
    const isOwn = from === 0 || from === place;
    if (sign === '@' && isUsual) senses.wider.add(to);
    if (!isOwn) continue;
    if (sign === '+' || sign === '\\' || sign === '<') senses.derived.add(to);
    if (sign === '!') senses.opposite.add(to);
  }
}

const KINDS = new Map<string, { isAdjective: boolean; isNoun: boolean }>();

/** True of a word that is an adjective first of all: "new", "large"; not of "transport", "duty". */
export function isAdjective(word: string): boolean {
  return kindOf(word).isAdjective;
}

/** True of a word that may be a noun and is no form of a verb. */
export function isNoun(word: string): boolean {
  return kindOf(word).isNoun;
}

function kindOf(word: string): { isAdjective: boolean; isNoun: boolean } {
  const known = KINDS.get(word);
  if (known) return known;
  wordNet ??= openWordNet();
  const adjectives = wordNet.countOf(word, 'adj');
  const isForm = isPastForm(word) || /(?:ing|ly)$/.test(word);
  const kind = {
    isAdjective: adjectives > 0 && adjectives >= wordNet.countOf(word, 'noun'),
    isNoun: !isForm && baseFormsOf(word, 'noun').some((base) => has(base, 'noun')),
  };
  if (KINDS.size >= MAX_KNOWN) KINDS.clear();
  KINDS.set(word, kind);
  return kind;
}
