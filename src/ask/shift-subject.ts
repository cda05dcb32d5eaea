import type { Dialogue } from '../dialogue.ts';
import type { Question, Term } from '../question.ts';
import { YEAR } from '../term.ts';

export type ShiftSubjectOptions = {
  previous: Dialogue;
  /** Words of the question's own that say what it is about. */
  telling: Term[];
  /** It asks something of its own about the same subject, rather than the same about another. */
  asksItself: boolean;
};

/** What a follow-up is about. `instead`: words that stand for part of `topic`, where which part cannot be told. */
export type Subject = { topic: string; instead?: string };

/** A name in capitals: a place, a school, a person. */
const NAME = /\b\p{Lu}[\p{L}’']+(?: (?:of |the |and |on )?\p{Lu}[\p{L}’']+){0,4}/u;
const YEARS = /\b(?:(?:19|20)\d{2}|\d{2})\/(?:20)?\d{2}\b|\b(?:19|20)\d{2}\b/;
const YEAR_BEFORE = /\b(?:year before|previous year|last year|year earlier)\b/i;
const YEAR_AFTER = /\b(?:year after|next year|following year)\b/i;
/** What a question begins with before it names anything. */
const OPENING =
  /^(?:(?:and|but|so|or|ok(?:ay)?|then|also|what|how|about|same|for|in|at|on|of|the|who|which|when|where|why|did|does|do|was|were|is|are|has|have|many|much)\b[\s,]*)+/i;

/**
 * The subject of a follow-up: that of the question before it, with a year or a name in it replaced by the one this
 * question gives ("what about Rawmarsh?", "and in 2023/24?", "the year before?"); other words of its own stand beside
 * it as `instead`, and replace those that an earlier follow-up put there.
 */
export function shiftSubject(own: Question, { previous, telling, asksItself }: ShiftSubjectOptions): Subject {
  const { topic } = previous;
  const kept: Subject = previous.instead === undefined ? { topic } : { topic, instead: previous.instead };
  const stepped = stepYear(own.text, topic);
  if (stepped !== undefined) return { ...kept, topic: stepped };
  if (telling.length === 0 || asksItself) return kept;
  const years = telling.filter(({ word }) => YEAR.test(word));
  if (years.length === telling.length && YEARS.test(topic)) {
    return { ...kept, topic: topic.replace(YEARS, years.map(({ word }) => word).join(' ')) };
  }
  // What is named beside the words, a meeting or a committee, is read already.
  const isBare = own.committees.length + own.dates.length + own.references.length === 0;
  const words = (isBare ? own.text : own.topic).replace(OPENING, '').replace(/[\s?.!]+$/, '');
  const name = NAME.exec(own.text.replace(OPENING, ''))?.[0];
  const before = NAME.exec(topic.replace(OPENING, (opening) => opening.toLowerCase()))?.[0];
  if (name !== undefined && before !== undefined && name.length >= words.length - 1) {
    return { topic: topic.replace(before, name) };
  }
  return { topic, instead: words };
}

function stepYear(text: string, topic: string): string | undefined {
  const step = YEAR_BEFORE.test(text) ? -1 : YEAR_AFTER.test(text) ? 1 : 0;
  if (step === 0 || !YEARS.test(topic)) return undefined;
  return topic.replace(YEARS, (printed) =>
    printed.replace(/\d+/g, (digits) => String(Number(digits) + step).padStart(digits.length, '0')),
  );
}
