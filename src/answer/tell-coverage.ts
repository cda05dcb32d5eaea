import type { Coverage } from '../answer.ts';
import { formatDate } from '../citation.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Question } from '../question.ts';

/** What was looked through for a question, and the meetings whose minutes are known to be missing. */
export function tellCoverage(question: Question, lexicon: Lexicon): Coverage {
  const only = question.only;
  const meetings = lexicon.meetings.filter(({ committee }) => only === undefined || committee === only);
  return {
    committees: lexicon.committees.map(({ name }) => name).filter((name) => only === undefined || name === only),
    meetings: meetings.map(({ committee, date }) => ({ committee, date })),
    papers: lexicon.papers.length,
    missing: meetings
      .filter(({ hasMinutes }) => !hasMinutes)
      .map(({ committee, date }) => `the minutes of ${committee}, ${formatDate(date)}, are not in the index`),
  };
}
