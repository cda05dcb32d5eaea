import type { Answer, DeclineReason } from '../answer.ts';
import { askedDates } from '../asked-dates.ts';
import { formatDate } from '../citation.ts';
import type { Lexicon } from '../lexicon.ts';
import { asksOverTime } from '../over-time.ts';
import type { Span } from '../paper.ts';
import type { Hit } from '../passage.ts';
import type { Question, Reference } from '../question.ts';
import { chooseHits } from './choose-hits.ts';
import { chooseQuote, MAX_QUOTE_WORDS } from './choose-quote.ts';
import { quotePassage } from './compose-statement.ts';
import { type ClosedPaper, findClosed, findClosedBeside, sayClosed } from './find-closed.ts';
import { findDisagreement } from './find-disagreement.ts';
import { findMissingMinutes } from './find-missing-minutes.ts';
import { fitInto, fitStatements } from './fit-statements.ts';
import { judgeQuestion } from './judge-question.ts';
import { noteDoubts } from './note-doubts.ts';
import { tellCoverage } from './tell-coverage.ts';
import { findUnmet } from './unmet/find-unmet.ts';
import { isAnsweredBy } from './weigh-evidence.ts';

export type AnswerOptions = {
  hits: Hit[];
  lexicon: Lexicon;
  /** Papers that the index says are closed to the question's audience. */
  closed: ClosedPaper[];
};

const MAX_NEAREST = 3;

/**
 * Answers a question from what retrieval found: statements quoted from the record, each cited, at most
 * MAX_ANSWER_WORDS words; or a decline that says why and what was looked through. Everything it shows comes from
 * `hits`, which hold nothing the audience may not read.
 */
export function answerQuestion(question: Question, options: AnswerOptions): Answer {
  const { hits, lexicon, closed } = options;
  const judged = judgeQuestion(question);
  if (judged) return decline(question, { ...options, ...judged });
  const shut = findClosed(question, closed, lexicon);
  const isBriefing = question.wanted[0] === 'briefing' && hits.some((hit) => hit.byRecord);
  if (shut && !isBriefing) return decline(question, { ...options, reason: 'exempt', message: sayClosed(shut) });
  const missing = findMissingMinutes(question, lexicon);
  if (missing) return decline(question, { ...options, reason: 'not-in-papers', message: missing });
  const meant = chooseHits(question, hits);
  const unsaid = notInRecord(question, hits) ?? unsaidInMinute(question, hits) ?? unmetBy(question, meant, lexicon);
  if (unsaid || !isAnsweredBy(question, hits, lexicon)) {
    return declineUnanswered(question, unsaid ?? NOT_ANSWERED, options);
  }
  const chosen = chooseHits(question, hits, { lexicon });
  const sure = shut ? [`${sayClosed(shut)}.`] : [];
  const quote = (maxWords: number) => {
    const quoted = chosen.map((hit) => ({ hit, span: chooseQuote(question, hit, { lexicon, maxWords }) }));
    const against = findDisagreement(quoted, hits);
    const all = [...quoted, ...against].map(({ hit, span }) => quotePassage(hit.passage, spanInPaper(hit, span)));
    const doubts = noteDoubts(question, { chosen, hits, statements: all });
    return { statements: all, notes: [...(against.length > 0 ? [DISAGREE] : []), ...sure, ...doubts] };
  };
  const { statements, notes } = wantsAll(question)
    ? fitInto(MAX_QUOTE_WORDS, quote)
    : quote(wordsOfEach(chosen.length));
  const whole = fitStatements(statements, notes);
  const isCut = whole.length < statements.length;
  return {
    kind: 'grounded',
    statements: isCut ? fitStatements(statements, [...notes, MORE]) : whole,
    notes: isCut ? [...notes, MORE] : notes,
    coverage: tellCoverage(question, lexicon),
    hits,
  };
}

/** Said where the figures of two statements do not agree: the program corrects neither. */
const DISAGREE = 'The sources do not agree: what each says is quoted.';
/** Said where an answer has no room for all that was asked for. */
export const MORE = 'There is more than fits into an answer: ask of one item, or ask to be briefed on the meeting.';
const NOT_ANSWERED = 'The papers that are indexed do not answer this';

function unmetBy(question: Question, chosen: Hit[], lexicon: Lexicon): string | undefined {
  if (chosen[0]?.byRecord) return undefined;
  const unmet = findUnmet(question, chosen, lexicon);
  return unmet === undefined ? undefined : `${NOT_ANSWERED}: what comes nearest says nothing of ${unmet}`;
}

/** A minute, resolution or paragraph named by its number that is not there is not answered by its likeness. */
function notInRecord({ references, terms }: Question, hits: Hit[]): string | undefined {
  const isNamedAlone = references.length > 0 && terms.every(({ weight }) => weight < 1);
  const isNamed = isNamedAlone || references.some(isOnePlace);
  return isNamed && !hits[0]?.byRecord ? 'The papers that are indexed have no such place' : undefined;
}

/** Can mean nothing but one place, whatever else is said: a resolution of a minute, "para 3.2.4". */
function isOnePlace({ kind, number, within }: Reference): boolean {
  return (kind === 'resolution' && within !== undefined) || (kind === 'paragraph' && /^\d+\.\d/.test(number));
}

/** Who proposed it, how the vote went: another minute's would be a wrong answer, however like the question it is. */
function unsaidInMinute({ leaning }: Question, hits: Hit[]): string | undefined {
  if (leaning?.kind !== 'minute' || hits[0]?.byRecord) return undefined;
  const [place] = leaning.places;
  return `The record of what was spoken of${place?.minute === undefined ? '' : `, minute ${place.minute},`} does not say this`;
}

function spanInPaper({ passage }: Hit, { start, end }: Span): Span {
  return { start: passage.span.start + start, end: passage.span.start + end };
}

/** Several passages answer together what is asked of several meetings or of a whole report; otherwise they are rivals. */
function wantsAll(question: Question): boolean {
  return question.wanted[0] === 'briefing' || asksOverTime(question) || askedDates(question).length > 1;
}

/** Words for each of several rivals: none is shortened for the sake of a lesser one beyond that. */
function wordsOfEach(count: number): number {
  return count <= 2 ? MAX_QUOTE_WORDS : Math.max(LEAST_QUOTE_WORDS, Math.floor(QUOTED_WORDS / count));
}

/** Words of an answer that may be quoted; the rest introduces and notes. */
const QUOTED_WORDS = 205;
const LEAST_QUOTE_WORDS = 40;

/** Where a closed paper lies beside what comes nearest, the answer may stand there: that it exists is said, and no more. */
function declineUnanswered(question: Question, message: string, options: AnswerOptions): Answer {
  const beside = findClosedBeside(options.hits, options.closed);
  return beside
    ? decline(question, { ...options, reason: 'exempt', message: `${message}. ${sayClosed(beside)}` })
    : decline(question, { ...options, reason: 'not-in-papers', message });
}

type DeclineOptions = AnswerOptions & { reason: DeclineReason; message: string };

function decline(question: Question, { hits, lexicon, reason, message }: DeclineOptions): Answer {
  const coverage = tellCoverage(question, lexicon);
  const newest = coverage.meetings.at(-1);
  const looked = newest
    ? `; looked through ${coverage.papers} papers of ${coverage.meetings.length} meetings, the newest ${formatDate(newest.date)}`
    : '';
  const isAboutPapers = reason === 'not-in-papers' || reason === 'exempt';
  return {
    kind: 'declined',
    reason,
    message: isAboutPapers ? `${message}${looked}` : message,
    coverage,
    nearest: isAboutPapers ? hits.slice(0, MAX_NEAREST) : [],
    hits,
  };
}
