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

/** A name in capitals: a place, a school, a person. */
const NAME = /\b\p{Lu}[\p{L}’']+(?: (?:of |the |and |on )?\p{Lu}[\p{L}’']+){0,4}/u;
const YEARS = /\b(?:(?:19|20)\d{2}|\d{2})\/(?:20)?\d{2}\b|\b(?:19|20)\d{2}\b/;
const YEAR_STEP = {
  before: /\b(?:year before|previous year|last year|year earlier)\b/i,
  after: /\b(?:year after|next year|following year)\b/i,
};

/**
 * The subject of a follow-up: that of the question before it, with a year or a name in it replaced by the one this
 * question gives ("what about Rawmarsh?", "and in 2023/24?", "the year before?"), else with its own words before it.
 */
export function shiftSubject(own: Question, { previous, telling, asksItself }: ShiftSubjectOptions): string {
  const stepped = stepYear(own.text, previous.topic);
  if (stepped !== undefined) return stepped;
  if (telling.length === 0 || asksItself) return previous.topic;
  const years = telling.filter(({ word }) => YEAR.test(word));
  if (years.length === telling.length && YEARS.test(previous.topic)) {
    return previous.topic.replace(YEARS, years.map(({ word }) => word).join(' '));
  }
  const words = own.text.replace(
    /^(?:and|but|so|or|ok|then|what about|how about|same for|also|for|in|at|on|the|\s|,)+/i,
    '',
  );
  const name = NAME.exec(words)?.[0];
  const before = NAME.exec(previous.topic.replace(/^\p{L}+/u, (first) => first.toLowerCase()))?.[0];
  if (name !== undefined && before !== undefined) return previous.topic.replace(before, name);
  return `${own.topic.replace(/^(?:and|what about|how about|but|so)\s+/i, '')} ${previous.topic}`.trim();
}

function stepYear(text: string, topic: string): string | undefined {
  const step = YEAR_STEP.before.test(text) ? -1 : YEAR_STEP.after.test(text) ? 1 : 0;
  if (step === 0 || !YEARS.test(topic)) return undefined;
  return topic.replace(YEARS, (printed) =>
    printed.replace(/\d+/g, (digits) => String(Number(digits) + step).padStart(digits.length, '0')),
  );
}
