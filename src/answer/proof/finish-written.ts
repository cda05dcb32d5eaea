import type { Answer, Statement } from '../../answer.ts';
import type { Lexicon } from '../../lexicon.ts';
import type { Proof } from '../../proof.ts';
import type { Question } from '../../question.ts';
import { shareMet, stemsOf } from '../../term.ts';
import { countWords } from '../count-words.ts';
import { noteDoubts } from '../note-doubts.ts';
import { MAX_WRITTEN_WORDS } from './prove-statements.ts';

/** Less than this share of what was written kept is too little left of it to be an answer. */
const MIN_KEPT_SHARE = 0.5;
/** A proved answer says at least this part of the question's words that the quoted one says, or is beside the point. */
const MIN_MET_PART = 0.8;
/** Where nothing was found without the model, what it found says this share of the question's words, weighted by rarity. */
const MIN_MET_FOUND = 0.75;

export type FinishOptions = { question: Question; lexicon: Lexicon };

/**
 * The answer to send: what was proved, with the quotation itself in the place of what was not, in the order written; or
 * the extractive answer, where too little was proved, or where what was proved leaves the question's words or the passage
 * that answers best. A decline is overruled only where it found nothing in the papers and all that was written is proved,
 * of the meetings asked about, and says what was asked. Its coverage and hits are the extractive answer's.
 */
export function finishWritten(proof: Proof, extractive: Answer, { question, lexicon }: FinishOptions): Answer {
  if (extractive.kind === 'declined') return findMore(proof, extractive, { question, lexicon });
  const written = proof.kept.length + proof.dropped.length;
  if (proof.kept.length === 0 || proof.kept.length < MIN_KEPT_SHARE * written) return extractive;
  const kept = proof.kept.map(({ statement }) => statement);
  if (!answersAsWell(kept, extractive.statements, { question, lexicon })) return extractive;
  const statements = fit(inOrder(proof));
  return { ...extractive, statements, notes: notesOf(statements, extractive, question) };
}

function findMore(
  proof: Proof,
  declined: Extract<Answer, { kind: 'declined' }>,
  { question, lexicon }: FinishOptions,
): Answer {
  const kept = proof.kept.map(({ statement }) => statement);
  const isWhole = declined.reason === 'not-in-papers' && kept.length > 0 && proof.dropped.length === 0;
  if (!isWhole || !kept.every((statement) => isOfMeetings(statement, question))) return declined;
  if (shareSaid(kept, { question, lexicon }) < MIN_MET_FOUND) return declined;
  const { coverage, hits } = declined;
  const statements = fit(kept);
  return {
    kind: 'grounded',
    statements,
    notes: noteDoubts(question, { chosen: [], hits, statements }),
    coverage,
    hits,
  };
}

/** True if a statement rests only on meetings that the question asks about, where it names any. */
function isOfMeetings({ citations }: Statement, { committees, dates }: Question): boolean {
  return citations.every(({ place: { committee, meetingDate = '' } }) => {
    const isCommittee = committees.length === 0 || (committee !== undefined && committees.includes(committee));
    return (
      isCommittee && (dates.length === 0 || dates.some(({ from, to }) => from <= meetingDate && meetingDate <= to))
    );
  });
}

/** The share of the question's words that statements, their citations and headings say, weighted by rarity. */
function shareSaid(statements: Statement[], { question, lexicon }: FinishOptions): number {
  const words = statements.flatMap(({ text, citations }) => [
    text,
    ...citations.flatMap(({ label, place }) => [label, place.minuteTitle, place.heading, place.tableCaption]),
  ]);
  return shareMet(question.terms, stemsOf(words.join(' ')), lexicon);
}

/** True if proved statements rest on a passage that is quoted anyway, or say as much of what was asked. */
function answersAsWell(kept: Statement[], quoted: Statement[], options: FinishOptions): boolean {
  const idsOf = (statements: Statement[]) =>
    statements.flatMap(({ citations }) => citations.map(({ passageId }) => passageId));
  const quotedIds = new Set(idsOf(quoted));
  if (idsOf(kept).some((id) => quotedIds.has(id))) return true;
  // What is asked for by its number is that place and no other.
  const { references, terms } = options.question;
  if (references.length > 0 || terms.length === 0) return false;
  return shareSaid(kept, options) >= MIN_MET_PART * shareSaid(quoted, options);
}

/** Kept statements and quotations in the order written; a passage quoted or cited already is not quoted again. */
function inOrder({ kept, dropped }: Proof): Statement[] {
  const cited = new Set(kept.flatMap(({ statement }) => statement.citations.map(({ passageId }) => passageId)));
  const instead = dropped.flatMap(({ at, instead: statement }) => {
    const [first] = statement?.citations ?? [];
    if (!statement || !first || cited.has(first.passageId)) return [];
    cited.add(first.passageId);
    return [{ at, statement }];
  });
  return [...kept, ...instead].sort((a, b) => a.at - b.at).map(({ statement }) => statement);
}

function fit(statements: Statement[]): Statement[] {
  let words = 0;
  return statements.filter(({ text }) => {
    const more = countWords(text);
    if (words > 0 && words + more > MAX_WRITTEN_WORDS) return false;
    words += more;
    return true;
  });
}

/** The doubts about what is now said, and what the extractive answer notes besides its own doubts. */
function notesOf(
  statements: Statement[],
  extractive: Extract<Answer, { kind: 'grounded' }>,
  question: Question,
): string[] {
  const { hits } = extractive;
  const doubtsOf = (said: Statement[]) => {
    const ids = new Set(said.flatMap(({ citations }) => citations.map(({ passageId }) => passageId)));
    return noteDoubts(question, { chosen: hits.filter(({ passage }) => ids.has(passage.id)), hits, statements: said });
  };
  const old = doubtsOf(extractive.statements);
  return [...new Set([...extractive.notes.filter((note) => !old.includes(note)), ...doubtsOf(statements)])];
}
