import { answerQuestion, fitStatements } from '../answer/answer-question.ts';
import { noteStatus } from '../answer/note-doubts.ts';
import type { Answer, Statement } from '../answer.ts';
import { splitQuestion } from '../ask/split-question.ts';
import { askedDates } from '../asked-dates.ts';
import type { Citation } from '../citation.ts';
import type { Index } from '../index/open-index.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Hit } from '../passage.ts';
import type { Question } from '../question.ts';

export type AskPartsOptions = {
  answer: Answer;
  index: Index;
  lexicon: Lexicon;
  read(text: string): Question;
  search(question: Question): Promise<Hit[]>;
};

/**
 * The answer to a question that asks several things of one subject: the best statement for each, oldest meeting first.
 * Undefined for other questions, and where one passage answers all.
 */
export async function answerParts(
  question: Question,
  { answer, ...options }: AskPartsOptions,
): Promise<Answer | undefined> {
  if (answer.kind === 'declined') return undefined;
  const texts = splitQuestion(question.text);
  if (!texts) return undefined;
  const questions = texts.map((text) => readPart(text, options));
  const times = new Set(questions.flatMap((part) => askedDates(part).map(({ printed }) => printed)));
  const parts: Part[] = [];
  for (const part of questions) parts.push(await askPart(part, { ...options, areTimesApart: times.size > 1 }));
  const areTimesApart = times.size > 1;
  // One passage that is sure to answer the whole is not added to.
  const isSure = (answer.hits[0]?.score ?? 0) >= SURE && !areTimesApart && question.wanted[0] !== 'briefing';
  const said = gatherStatements(answer.statements[0], isSure ? [] : parts, areTimesApart);
  const unsaid = isSure
    ? []
    : parts.flatMap(({ answer: own }) => (own.kind === 'declined' ? noteUnsaid(own.message) : []));
  if (said.length < 2) return unsaid.length > 0 ? { ...answer, notes: [...answer.notes, ...unsaid] } : undefined;
  const notes = [...new Set([...answer.notes, ...noteStatus(said), ...unsaid])];
  return {
    ...answer,
    statements: oldestFirst(fitStatements(said, notes)),
    notes,
    hits: interleave([answer.hits.slice(0, 1), ...parts.map(({ hits }) => hits), answer.hits]),
  };
}

/** A first hit with this share of the whole was right in 87 of 100 questions (docs/evaluation.md). */
const SURE = 0.6;

function noteUnsaid(message: string): string {
  return `To part of the question: ${message}.`;
}

type Part = { hits: Hit[]; answer: Answer; statement?: Statement };
type PartOptions = Omit<AskPartsOptions, 'answer'>;

/** To be briefed on one thing after another is to be told each, not what is on an agenda. */
function readPart(text: string, { read }: PartOptions): Question {
  const question = read(text);
  return { ...question, wanted: question.wanted.filter((wish) => wish !== 'briefing') };
}

type AskPartOptions = PartOptions & { areTimesApart: boolean };

async function askPart(question: Question, { search, index, lexicon, areTimesApart }: AskPartOptions): Promise<Part> {
  const found = await search(question);
  const hits = areTimesApart ? ofItsTimeFirst(found, question) : found;
  const answer = answerQuestion(question, { hits, lexicon, closed: index.closedPapers(question.audience) });
  const [statement] = answer.kind === 'declined' ? [] : answer.statements;
  return { hits, answer, ...(statement ? { statement } : {}) };
}

/** Where the parts ask of different times, what is of a part's own. */
function ofItsTimeFirst(hits: Hit[], question: Question): Hit[] {
  const times = askedDates(question);
  const isOfTime = ({ passage }: Hit) => times.some(({ isOf }) => isOf(passage));
  return [...hits.filter(isOfTime), ...hits.filter((hit) => !isOfTime(hit))];
}

/** What is said already answers a part for which it is at least half as likely as the best. */
const COVERS = 0.5;

/** What answers the whole best, and the best of each part that this does not answer as well. */
function gatherStatements(first: Statement | undefined, parts: Part[], areTimesApart: boolean): Statement[] {
  const said = first ? [first] : [];
  for (const { statement, hits } of parts) {
    if (!statement) continue;
    const least = COVERS * Math.max(...hits.slice(0, 1).map(({ score }) => score));
    const isSaid = said.some(({ citations: [cited] }) => {
      if (overlap(cited, statement.citations[0])) return true;
      const hit = hits.find(({ passage }) => passage.id === cited.passageId);
      return !areTimesApart && hit !== undefined && hit.score >= least;
    });
    if (!isSaid) said.push(statement);
  }
  return said;
}

function overlap(one: Citation, other: Citation): boolean {
  return one.passageId === other.passageId && one.span.start < other.span.end && other.span.start < one.span.end;
}

function oldestFirst(statements: Statement[]): Statement[] {
  const dateOf = ({ citations: [{ place }] }: Statement) => place.meetingDate ?? '';
  return [...statements].sort((a, b) => dateOf(a).localeCompare(dateOf(b)));
}

/** The best hits of each in turn, each passage once. */
function interleave(lists: Hit[][]): Hit[] {
  const seen = new Set<number>();
  const longest = Math.max(...lists.map(({ length }) => length));
  const taken = Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
  return taken.filter(({ passage }) => seen.size < seen.add(passage.id).size);
}
