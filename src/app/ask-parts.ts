import { answerQuestion, MORE } from '../answer/answer-question.ts';
import { chooseQuote, MAX_QUOTE_WORDS } from '../answer/choose-quote.ts';
import { composeStatement, quotePassage } from '../answer/compose-statement.ts';
import { fitInto, fitStatements } from '../answer/fit-statements.ts';
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
  for (const part of questions) parts.push(await askPart(part, { ...options, areTimesApart }));
  // One passage that is sure to answer the whole is not added to.
  const isSure = (answer.hits[0]?.score ?? 0) >= SURE && !areTimesApart && !question.wanted.includes('briefing');
  const unsaid = isSure
    ? []
    : parts.flatMap(({ answer: own }) => (own.kind === 'declined' ? noteUnsaid(own.message) : []));
  const ofWhole = answer.notes.filter((note) => note !== MORE && !note.startsWith(OTHER_MEETING));
  const whole = likeliest(question, answer, { hits: answer.hits, lexicon: options.lexicon });
  const gathered = fitInto(MAX_QUOTE_WORDS, (maxWords) => {
    const statements = gatherStatements(whole, parts, { isSure, areTimesApart, maxWords });
    return { statements, notes: [...new Set([...ofWhole, ...noteStatus(statements), ...unsaid])] };
  });
  if (gathered.statements.length < 2)
    return unsaid.length > 0 ? { ...answer, notes: [...answer.notes, ...unsaid] } : undefined;
  const { statements, notes } = gathered;
  return {
    ...answer,
    statements: oldestFirst(fitStatements(withMore(statements, question, answer), notes)),
    notes,
    hits: interleave([answer.hits.slice(0, 1), ...parts.map(({ hits }) => hits), answer.hits]),
  };
}

/** To be briefed is to be told what else there is on the whole, where there is room. */
function withMore(said: Statement[], { wanted }: Question, answer: Answer): Statement[] {
  if (wanted[0] !== 'briefing' || answer.kind === 'declined') return said;
  const isNew = ({ citations: [one] }: Statement) => !said.some(({ citations: [other] }) => overlap(one, other));
  return [...said, ...answer.statements.filter(isNew)];
}

/** A first hit with this share of the whole was right in 87 of 100 questions (docs/evaluation.md). */
const SURE = 0.6;

function noteUnsaid(message: string): string {
  return `To part of the question: ${message}.`;
}

/** What answers a question best, which can be quoted at more or less length. */
type Saying = { question: Question; lexicon: Lexicon; hit: Hit };
type Part = { question: Question; lexicon: Lexicon; hits: Hit[]; answer: Answer; saying?: Saying };
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
  const saying = likeliest(question, answer, { hits, lexicon });
  return { question, lexicon, hits, answer, ...(saying ? { saying } : {}) };
}

/** Of what an answer says, what stands first among the hits: all limbs of a matter are said in the order they stand. */
function likeliest(
  question: Question,
  answer: Answer,
  { hits, lexicon }: Pick<Part, 'hits' | 'lexicon'>,
): Saying | undefined {
  const said = answer.kind === 'declined' ? [] : answer.statements.map(({ citations: [{ passageId }] }) => passageId);
  const hit = hits.find(({ passage }) => said.includes(passage.id));
  return hit && { question, lexicon, hit };
}

/** Where the parts ask of different times, what is of a part's own. */
function ofItsTimeFirst(hits: Hit[], question: Question): Hit[] {
  const times = askedDates(question);
  const isOfTime = ({ passage }: Hit) => times.some(({ isOf }) => isOf(passage));
  return [...hits.filter(isOfTime), ...hits.filter((hit) => !isOfTime(hit))];
}

/** What is said already answers a part for which it is at least half as likely as the best. */
const COVERS = 0.5;

type GatherOptions = { isSure: boolean; areTimesApart: boolean; maxWords: number };

/** What answers the whole best, and the best of each part that this does not answer as well, or more of the same passage. */
function gatherStatements(whole: Saying | undefined, parts: Part[], options: GatherOptions): Statement[] {
  const { maxWords } = options;
  const said = whole ? [quote(whole, maxWords)] : [];
  for (const part of parts) {
    const saying = said.find((statement) => isAnsweredBy(part, statement, options));
    const own = part.saying && quote(part.saying, maxWords);
    const more = saying ? moreOf(saying.citations[0], part, maxWords) : own;
    if (more && !said.some(({ citations: [cited] }) => overlap(cited, more.citations[0]))) said.push(more);
  }
  return said;
}

function quote({ question, hit, lexicon }: Saying, maxWords: number): Statement {
  return composeStatement(question, hit, { lexicon, maxWords });
}

function isAnsweredBy(
  { saying, hits }: Part,
  { citations: [cited] }: Statement,
  { isSure, areTimesApart }: GatherOptions,
): boolean {
  const isSame = saying?.hit.passage.id === cited.passageId;
  const best = hits[0]?.score ?? 0;
  const hit = hits.find(({ passage }) => passage.id === cited.passageId);
  // What is sure of the whole does not answer a part of which another passage is as sure.
  const isOfAll = isSure && best < SURE;
  return isSame || isOfAll || (!areTimesApart && hit !== undefined && hit.score >= COVERS * best);
}

/** Fewer characters than this say nothing by themselves. */
const LEAST_MORE = 40;

/** What a passage that is quoted already says of a part beyond the words that are quoted. */
function moreOf({ passageId, span }: Citation, part: Part, maxWords: number): Statement | undefined {
  const { question, hits, lexicon } = part;
  const hit = hits.find(({ passage }) => passage.id === passageId);
  if (!hit) return undefined;
  const found = chooseQuote(question, hit, { lexicon, maxWords });
  const start = hit.passage.span.start + found.start;
  const end = hit.passage.span.start + found.end;
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
