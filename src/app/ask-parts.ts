import { answerQuestion, fitStatements, wordsOfEach } from '../answer/answer-question.ts';
import { chooseQuote } from '../answer/choose-quote.ts';
import { composeStatement, quotePassage } from '../answer/compose-statement.ts';
import { noteStatus, OTHER_MEETING } from '../answer/note-doubts.ts';
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
  const times = new Set(
    questions.map((part) =>
      askedDates(part)
        .map(({ printed }) => printed)
        .join(),
    ),
  );
  const areTimesApart = times.size > 1;
  const parts: Part[] = [];
  for (const part of questions) parts.push(await askPart(part, { ...options, areTimesApart, count: questions.length }));
  // One passage that is sure to answer the whole is not added to.
  const isSure = (answer.hits[0]?.score ?? 0) >= SURE && !areTimesApart && question.wanted[0] !== 'briefing';
  const said = gatherStatements(answer.statements[0], parts, { isSure, areTimesApart });
  const unsaid = isSure
    ? []
    : parts.flatMap(({ answer: own }) => (own.kind === 'declined' ? noteUnsaid(own.message) : []));
  if (said.length < 2) return unsaid.length > 0 ? { ...answer, notes: [...answer.notes, ...unsaid] } : undefined;
  const ofWhole = answer.notes.filter((note) => !note.startsWith(OTHER_MEETING));
  const notes = [...new Set([...ofWhole, ...noteStatus(said), ...unsaid])];
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

type Part = { question: Question; lexicon: Lexicon; hits: Hit[]; answer: Answer; statement?: Statement };
type PartOptions = Omit<AskPartsOptions, 'answer'>;

/** To be briefed on one thing after another is to be told each, not what is on an agenda. */
function readPart(text: string, { read }: PartOptions): Question {
  const question = read(text);
  return { ...question, wanted: question.wanted.filter((wish) => wish !== 'briefing') };
}

type AskPartOptions = PartOptions & { areTimesApart: boolean; count: number };

async function askPart(
  question: Question,
  { search, index, lexicon, areTimesApart, count }: AskPartOptions,
): Promise<Part> {
  const found = await search(question);
  const hits = areTimesApart ? ofItsTimeFirst(found, question) : found;
  const answer = answerQuestion(question, { hits, lexicon, closed: index.closedPapers(question.audience) });
  const [first] = answer.kind === 'declined' ? [] : answer.statements;
  const hit = first && hits.find(({ passage }) => passage.id === first.citations[0].passageId);
  const statement = hit && composeStatement(question, hit, { lexicon, maxWords: wordsOfEach(count) });
  return { question, lexicon, hits, answer, ...(statement ? { statement } : {}) };
}

/** Where the parts ask of different times, what is of a part's own. */
function ofItsTimeFirst(hits: Hit[], question: Question): Hit[] {
  const times = askedDates(question);
  const isOfTime = ({ passage }: Hit) => times.some(({ isOf }) => isOf(passage));
  return [...hits.filter(isOfTime), ...hits.filter((hit) => !isOfTime(hit))];
}

/** What is said already answers a part for which it is at least half as likely as the best. */
const COVERS = 0.5;

type GatherOptions = { isSure: boolean; areTimesApart: boolean };

/** What answers the whole best, and the best of each part that this does not answer as well, or more of the same passage. */
function gatherStatements(first: Statement | undefined, parts: Part[], options: GatherOptions): Statement[] {
  const said = first ? [first] : [];
  for (const part of parts) {
    const saying = said.find((statement) => isAnsweredBy(part, statement, options));
    const more = saying ? moreOf(saying.citations[0], part) : part.statement;
    if (more && !said.some(({ citations: [cited] }) => overlap(cited, more.citations[0]))) said.push(more);
  }
  return said;
}

function isAnsweredBy(
  { statement, hits }: Part,
  { citations: [cited] }: Statement,
  { isSure, areTimesApart }: GatherOptions,
): boolean {
  const isSame = statement?.citations[0].passageId === cited.passageId;
  const least = COVERS * Math.max(...hits.slice(0, 1).map(({ score }) => score));
  const hit = hits.find(({ passage }) => passage.id === cited.passageId);
  return isSame || isSure || (!areTimesApart && hit !== undefined && hit.score >= least);
}

/** Fewer characters than this say nothing by themselves. */
const LEAST_MORE = 40;

/** What a passage that is quoted already says of a part beyond the words that are quoted. */
function moreOf({ passageId, span }: Citation, { question, hits, lexicon }: Part): Statement | undefined {
  const hit = hits.find(({ passage }) => passage.id === passageId);
  if (!hit) return undefined;
  const quote = chooseQuote(question, hit, { lexicon });
  const start = hit.passage.span.start + quote.start;
  const end = hit.passage.span.start + quote.end;
  const beyond = end > span.end ? { start: Math.max(start, span.end), end } : { start, end: Math.min(end, span.start) };
  const text = hit.passage.text.slice(beyond.start - hit.passage.span.start, beyond.end - hit.passage.span.start);
  const lead = text.length - text.trimStart().length;
  if (text.trim().length < LEAST_MORE) return undefined;
  return quotePassage(hit.passage, { start: beyond.start + lead, end: beyond.start + lead + text.trim().length });
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
