import { answerQuestion } from '../answer/answer-question.ts';
import type { Answer, Statement } from '../answer.ts';
import { splitQuestion } from '../ask/split-question.ts';
import { findDays } from '../follow/find-days.ts';
import type { Index } from '../index/open-index.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Hit } from '../passage.ts';
import type { Question } from '../question.ts';

/** Hits that are looked at for a day: past these they are about something else. */
const NEAREST = 3;

export type AskPartsOptions = {
  answer: Answer;
  index: Index;
  lexicon: Lexicon;
  read(text: string): Question;
  search(question: Question): Promise<Hit[]>;
};

/**
 * The answer to a question that asks two things of one subject: the best statement for each,
 * where two meetings told them. Undefined for other questions, and where either part has no answer.
 */
export async function answerParts(
  question: Question,
  { answer, ...options }: AskPartsOptions,
): Promise<Answer | undefined> {
  if (answer.kind === 'declined') return undefined;
  const parts = splitQuestion(question.text);
  if (!parts) return undefined;
  const [first, second] = [await askPart(parts[0], options), await askPart(parts[1], options)];
  if (!first || !second) return undefined;
  // Both lead to one place: what was said before it was said at another meeting.
  const earlier = isOnePlace(first, second) ? elsewhere(first, options) : first;
  if (!earlier || isOneMeeting(earlier, second)) return undefined;
  const statements: Statement[] = [earlier.statement, second.statement];
  return { ...answer, statements, hits: interleave(earlier.hits, second.hits, answer.hits) };
}

type Part = { question: Question; hits: Hit[]; statement: Statement };
type PartOptions = Omit<AskPartsOptions, 'answer'>;

async function askPart(text: string, options: PartOptions): Promise<Part | undefined> {
  const question = options.read(text);
  return part(question, await options.search(question), options);
}

function part(question: Question, hits: Hit[], { index, lexicon }: PartOptions): Part | undefined {
  const answer = answerQuestion(question, { hits, lexicon, closed: index.closedPapers(question.audience) });
  const statement = answer.kind === 'declined' ? undefined : answer.statements[0];
  return statement && { question, hits, statement };
}

function isOnePlace(a: Part, b: Part): boolean {
  return a.statement.citations[0].passageId === b.statement.citations[0].passageId;
}

/** What one meeting's papers say of both is answered as a whole. */
function isOneMeeting(a: Part, b: Part): boolean {
  const [x, y] = [a, b].map(({ statement }) => statement.citations[0].place);
  return x?.meetingDate === y?.meetingDate && x?.committee === y?.committee;
}

/** Asked when, a passage that prints a day is nearer to an answer than one that does not, if it is about as likely. */
function datedFirst({ text }: Question, hits: Hit[]): Hit[] {
  if (!/\bwhen\b/i.test(text)) return hits;
  const isDated = ({ passage }: Hit) => findDays(passage.text).some(({ iso }) => iso.length === 10);
  const near = hits.slice(0, NEAREST);
  return [...near.filter(isDated), ...near.filter((hit) => !isDated(hit)), ...hits.slice(NEAREST)];
}

function elsewhere({ question, hits, statement }: Part, options: PartOptions): Part | undefined {
  const { committee, meetingDate } = statement.citations[0].place;
  const others = hits.filter(
    ({ passage: { place } }) => place.meetingDate !== meetingDate || place.committee !== committee,
  );
  return part(question, datedFirst(question, others), options);
}

/** The best hits of each in turn, each passage once. */
function interleave(...lists: Hit[][]): Hit[] {
  const seen = new Set<number>();
  const longest = Math.max(...lists.map(({ length }) => length));
  const taken = Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
  return taken.filter(({ passage }) => seen.size < seen.add(passage.id).size);
}
