import type { Audience } from '../audience.ts';
import type { Dialogue } from '../dialogue.ts';
import { AppError } from '../errors.ts';
import { type Lexicon, wordsOf } from '../lexicon.ts';
import { asksOverTime, isAskingOverTime } from '../over-time.ts';
import type { DateRange, Question, Term } from '../question.ts';
import { findCommittees } from './find-committees.ts';
import { type FoundDate, findDates } from './find-dates.ts';
import { type FoundReference, findReferences } from './find-references.ts';
import { findWanted } from './find-wanted.ts';
import { leanOn } from './lean-on.ts';
import { SpellingMender } from './mend-spelling.ts';
import { readTerms } from './read-terms.ts';
import { withOneBefore } from './step-dates.ts';

/** Longer questions are refused: nobody types them, and each word costs a search. */
export const MAX_QUESTION_CHARS = 2000;

const COMMITTEE_WEIGHT = 0.3;
const ASKING_WEIGHT = 0.3;

export type ReadQuestionOptions = {
  lexicon: Lexicon;
  audience: Audience;
  /** A committee to keep to, as given beside the question. */
  committee?: string;
  /** What was kept of the turn before this one, for what this one leaves unsaid. */
  previous?: Dialogue;
};

const spellings = new WeakMap<Lexicon, SpellingMender>();

/**
 * Reads a member's question: committees, meeting dates, explicit references, people, what is wanted, and its words in
 * the record's terms. Throws AppError `invalid` for a committee the index does not have and for an overlong question.
 */
export function readQuestion(typed: string, options: ReadQuestionOptions): Question {
  const { lexicon, audience, previous } = options;
  const text = typed
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (text.length > MAX_QUESTION_CHARS) {
    throw new AppError(
      'invalid',
      `Cannot read a question of ${text.length} characters: the most is ${MAX_QUESTION_CHARS}`,
    );
  }
  const { dates, references } = findPlaces(text, lexicon);
  const spelling = spellings.get(lexicon) ?? new SpellingMender(lexicon.vocabulary);
  spellings.set(lexicon, spelling);
  const committees = options.committee
    ? [{ name: requireCommittee(options.committee, lexicon), short: false }]
    : findCommittees(mendWords(text, spelling), lexicon.committees);
  // A date on which nobody met is part of the subject, as a year is.
  const meant = dates.filter(({ ranges }) => ranges.some((range) => isMeetingDate(range, lexicon)));
  const bare = cutOut(text, [...meant, ...references]);
  const committeeWords = wordsOfCommittees(bare, lexicon, spelling);
  const shortNames = new Set(
    findCommittees(bare, lexicon.committees)
      .filter((f) => f.short)
      .map((f) => wordsOf(bare)[f.firstWord]),
  );
  const isOverTime = asksOverTime({ text });
  const terms = readTerms(bare, lexicon, spelling)
    .filter((term) => !shortNames.has(term.word))
    .map((term) => (committeeWords.has(term.word) ? { ...term, weight: COMMITTEE_WEIGHT, known: true } : term))
    .map((term) => (isOverTime && isAskingOverTime(term.word) ? { ...term, weight: ASKING_WEIGHT } : term));
  const read: Question = {
    text,
    audience,
    committees: [...new Set(committees.map((found) => found.name))],
    ...(options.committee && committees[0] ? { only: committees[0].name } : {}),
    dates: dates.flatMap((found) => found.ranges),
    references: references.map((found) => found.reference),
    people: findPeople(text, lexicon),
    wanted: findWanted(nameBodies(text, lexicon)),
    topic: spellOut(bare, terms, shortNames),
    terms,
  };
  const own = { ...read, dates: withOneBefore(read, lexicon) };
  return previous ? leanOn(own, { previous, lexicon, readTopic: (topic) => readTerms(topic, lexicon, spelling) }) : own;
}

/** The question with "the committee" for each name, so that "what did the LPC call for" reads as what a committee did. */
function nameBodies(text: string, { committees }: Lexicon): string {
  const named = new Set(findCommittees(text, committees).map(({ name }) => name));
  const aliases = committees
    .filter(({ name }) => named.has(name))
    .flatMap((committee) => committee.aliases)
    .sort((a, b) => b.length - a.length)
    .map((alias) => alias.replace(/[^\p{L}\p{N}]+/gu, '\\W+'));
  if (aliases.length === 0) return text;
  return text.replace(new RegExp(`\\b(?:the\\s+)?(?:${aliases.join('|')})\\b`, 'gi'), 'the committee');
}

/** Words of a question that name a committee, cut short or not: a name says where to look more than what for. */
function wordsOfCommittees(text: string, { committees }: Lexicon, spelling: SpellingMender): Set<string> {
  const words = wordsOf(text);
  const found = findCommittees(mendWords(text, spelling), committees).filter((committee) => !committee.short);
  return new Set(found.flatMap(({ firstWord, wordCount }) => words.slice(firstWord, firstWord + wordCount)));
}

/** "The fostering item 14 January" is of that day if somebody met then; "item 7 January 2020" is item 7 of that month. */
function findPlaces(text: string, lexicon: Lexicon): { dates: FoundDate[]; references: FoundReference[] } {
  const days = findDates(text, lexicon.meetings).filter(({ ranges }) =>
    ranges.some((range) => isMetOn(range, lexicon)),
  );
  const references = findReferences(text).filter(
    ({ start, end }) => !days.some((day) => start < day.end && day.start < end),
  );
  const rest = references.reduce(
    (left, { start, end }) => `${left.slice(0, start)}${' '.repeat(end - start)}${left.slice(end)}`,
    text,
  );
  return { dates: findDates(rest, lexicon.meetings), references };
}

function isMetOn(range: DateRange, lexicon: Lexicon): boolean {
  return range.precision === 'day' && isMeetingDate(range, lexicon);
}

/** The text with each word that the papers do not have as they spell it; as many words as before. */
function mendWords(text: string, spelling: SpellingMender): string {
  return text.replace(/\p{L}+/gu, (word) => spelling.mend(word.toLowerCase()) ?? word);
}

function isMeetingDate({ from, to, precision }: DateRange, { meetings }: Lexicon): boolean {
  return precision !== 'year' && meetings.some(({ date }) => date >= from && date <= to);
}

function requireCommittee(name: string, lexicon: Lexicon): string {
  const found = findCommittees(name, lexicon.committees)[0];
  if (found) return found.name;
  const known = lexicon.committees.map((committee) => `"${committee.name}"`).join(', ') || 'none';
  throw new AppError('invalid', `Cannot find the committee "${name}": the index has ${known}`);
}

function cutOut(text: string, found: { start: number; end: number }[]): string {
  const latestFirst = [...found].sort((a, b) => b.start - a.start);
  const rest = latestFirst.reduce((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text);
  return rest
    .replace(/[([]\s*[)\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The question with mended spelling and short forms spelt out, for the sentence model. */
function spellOut(bare: string, terms: Term[], dropped: Set<string | undefined>): string {
  const byWord = new Map(terms.map((term) => [term.word, term]));
  const replaced = bare.replace(/[\p{L}\p{N}]+(?:['’/.][\p{L}\p{N}]+)*/gu, (word) => {
    const key = wordsOf(word)[0] ?? word;
    return dropped.has(key) ? '' : (byWord.get(key)?.speltOut ?? word);
  });
  return replaced.replace(/\s+/g, ' ').trim();
}

function findPeople(text: string, lexicon: Lexicon): string[] {
  const words = wordsOf(text);
  const found = new Set<string>();
  for (let at = 0; at < words.length; at++) {
    for (const count of [3, 2, 1]) {
      const name = lexicon.people.get(words.slice(at, at + count).join(' '));
      if (name !== undefined) found.add(name);
    }
  }
  return [...found];
}
