import type { Answer, Statement } from '../../answer.ts';
import { findFollowUp, followUpTerms } from '../../ask/find-follow-up.ts';
import { formatDate } from '../../citation.ts';
import { judgeOutcome } from '../../follow/judge-outcome.ts';
import { isTask } from '../../follow/outcome/is-task.ts';
import { type Followed, sayOutcome } from '../../follow/say-outcome.ts';
import type { Index } from '../../index/open-index.ts';
import type { LedgerEntry, Outcome } from '../../ledger.ts';
import type { Lexicon } from '../../lexicon.ts';
import type { Passage } from '../../passage.ts';
import type { FollowUp, Question } from '../../question.ts';
import { shareMet, stemsOf } from '../../term.ts';
import { openCommittee } from './open-committee.ts';

export type FollowUpParts = { index: Index; lexicon: Lexicon; answer: Answer; today?: string };

/** Room for what the answer adds besides: notes and receipt. */
const MAX_WORDS = 200;
const MOST: Record<FollowUp, number> = { outstanding: 6, promised: 5, outcome: 2 };
/** The share of a question's telling words that a line must have, by how rare they are. */
const LEAST_SHARE = 0.6;
/** The same of all words of the minute it stands in. */
const WHOLE_SHARE = 0.7;
/** What presses most comes first. */
const URGENCY: Outcome['kind'][] = ['overdue', 'gone-quiet', 'partly', 'due', 'cannot-tell', 'answered'];

/**
 * The answer to "was it done?", "what is outstanding from September?", "what did officers promise us on EHCPs?" from
 * the committee's memory, with the receipt of `answer`; undefined where the question asks nothing of the kind, or the
 * record has no such line.
 */
export function answerFollowUp(
  question: Question,
  { index, lexicon, answer, today = newestMeeting(lexicon) }: FollowUpParts,
): Answer | undefined {
  const wish = findFollowUp(question);
  if (wish === undefined) return undefined;
  const lines = chooseLines(question, { wish, index, lexicon, today });
  if (lines.length === 0) return undefined;
  const statements: Statement[] = [];
  let words = 0;
  for (const line of lines.slice(0, MOST[wish])) {
    const statement = sayOutcome(
      line,
      ({ passageId }) => index.passages([passageId ?? 0], question.audience)[0]?.status ?? line.entry.status,
    );
    words += statement.text.split(/\s+/).length;
    if (statements.length > 0 && words > MAX_WORDS) break;
    statements.push(statement);
  }
  const passages = new Set(lines.slice(0, statements.length).map(({ passage }) => passage.id));
  const first = lines
    .slice(0, statements.length)
    .map(({ passage }) => ({ passage, score: 1, similarity: 0, sentences: [], byRecord: true }));
  return {
    kind: 'grounded',
    statements,
    notes: notesOf({ shown: statements.length, found: lines.length, today }),
    coverage: answer.coverage,
    hits: [...first, ...answer.hits.filter(({ passage }) => !passages.has(passage.id))],
  };
}

function notesOf({ shown, found, today }: { shown: number; found: number; today: string }): string[] {
  const more = found > shown ? [`${found - shown} more: minutebook ledger --open lists them all.`] : [];
  return [
    `As the papers stand on ${formatDate(today)}, the newest meeting in the index; what they do not say may still have been done.`,
    ...more,
  ];
}

function newestMeeting({ meetings }: Lexicon): string {
  return meetings.filter(({ hasMinutes }) => hasMinutes).at(-1)?.date ?? meetings.at(-1)?.date ?? '';
}

type Choosing = { wish: FollowUp; index: Index; lexicon: Lexicon; today: string };

function chooseLines(question: Question, { wish, index, lexicon, today }: Choosing): Followed[] {
  const { audience, committees, only } = question;
  const named = only === undefined ? committees : [only];
  const asked = named.length > 0 ? named : lexicon.committees.map(({ name }) => name);
  const lines = asked.flatMap((committee) => {
    const opened = openCommittee(index, { audience, committee });
    const entries = opened.open.record.entries.filter(
      (entry) => isTask(entry) && isKind(entry, wish) && isInDates(entry, question),
    );
    return relevant(entries, {
      question,
      lexicon,
      minuteText: (entry) =>
        opened.open
          .ownerOf(entry)
          ?.passages.map(({ text }) => text)
          .join(' ') ?? '',
    }).flatMap(({ entry, share }) => {
      const [passage] = index.passages([entry.passageId], audience);
      return passage ? [{ entry, passage, share, outcome: judgeOutcome(entry, { ...opened, today }) }] : [];
    });
  });
  if (wish !== 'outstanding') return lines.sort((a, b) => b.share - a.share || newer(a, b));
  return lines
    .filter(
      ({ outcome, entry }) =>
        outcome.kind !== 'answered' && (entry.kind === 'undertaking' || entry.limbKind !== 'recommendation'),
    )
    .sort((a, b) => URGENCY.indexOf(a.outcome.kind) - URGENCY.indexOf(b.outcome.kind) || newer(b, a));
}

function newer(a: { passage: Passage }, b: { passage: Passage }): number {
  return (b.passage.place.meetingDate ?? '').localeCompare(a.passage.place.meetingDate ?? '');
}

function isKind(entry: LedgerEntry, wish: FollowUp): boolean {
  return wish !== 'promised' || entry.kind === 'undertaking';
}

function isInDates({ place: { meetingDate } }: LedgerEntry, { dates }: Question): boolean {
  return (
    dates.length === 0 ||
    dates.some(({ from, to }) => meetingDate !== undefined && from <= meetingDate && meetingDate <= to)
  );
}

type Relevance = { question: Question; lexicon: Lexicon; minuteText(entry: LedgerEntry): string };

/** Lines about what is asked: of the place that is leant on or named, or with the question's telling words. */
function relevant(
  entries: LedgerEntry[],
  { question, lexicon, minuteText }: Relevance,
): { entry: LedgerEntry; share: number }[] {
  const { leaning, references } = question;
  const minute = references.find(({ kind }) => kind === 'minute' || kind === 'resolution');
  if (minute) {
    const number = minute.within ?? minute.number;
    const limb = minute.kind === 'resolution' ? minute.number : undefined;
    return entries
      .filter(({ place }) => place.minute === number && (limb === undefined || place.limb === limb))
      .map((entry) => ({ entry, share: 1 }));
  }
  const terms = followUpTerms(question);
  if (leaning && leaning.places.length > 0) {
    const [spoken] = leaning.places;
    const there = entries.filter(
      ({ source, place, span }) =>
        source === spoken?.source &&
        place.minute === spoken.minute &&
        (place.limb === undefined ||
          spoken.limb === undefined ||
          place.limb === spoken.limb ||
          (span.start < spoken.span.end && spoken.span.start < span.end)),
    );
    if (there.length > 0)
      return there.map((entry) => ({
        entry,
        share: spoken?.limb !== undefined && entry.place.limb === spoken.limb ? 1 : 0.5,
      }));
  }
  if (terms.length === 0)
    return question.dates.length > 0 || question.committees.length > 0 || question.only
      ? entries.map((entry) => ({ entry, share: 0 }))
      : [];
  const shareIn = (text: string) => shareMet(terms, stemsOf(text), lexicon);
  const own = entries
    .map((entry) => ({ entry, share: shareIn(`${entry.place.minuteTitle ?? ''} ${entry.text} ${entry.who ?? ''}`) }))
    .filter(({ share }) => share >= LEAST_SHARE);
  if (own.length > 0) return own;
  // What was asked may only be named by what was said around it ("EHCPs").
  return entries
    .map((entry) => ({ entry, whole: shareIn(minuteText(entry)), own: shareIn(entry.text) }))
    .filter(({ whole }) => whole >= WHOLE_SHARE)
    .map(({ entry, whole, own: told }) => ({ entry, share: (whole + told) / 2 }));
}
