import type { Answer, Statement } from '../answer.ts';
import type { Access } from '../audience.ts';
import { citePassage } from '../citation.ts';
import type { Explanation } from '../explanation.ts';
import type { CallAllowance, CallUsage, Writer } from '../models.ts';
import type { Hit, Passage } from '../passage.ts';
import type { Proof } from '../proof.ts';
import type { Question } from '../question.ts';
import type { Written } from '../writer.ts';
import { WriterFailure } from '../writer-failure.ts';
import { choosePassages } from './choose-passages.ts';
import { type MakeNonce, randomNonce } from './fence-text.ts';
import { fuseHits } from './fuse-hits.ts';
import type { Prompt, Prompts } from './read-prompts.ts';
import { understandQuestion } from './understand-question.ts';
import { writeAnswer } from './write-answer.ts';

/** What improving takes from the other steps. */
export type ImproveSteps = {
  /** Retrieval for the question's audience. */
  search(text: string): Promise<Hit[]>;
  prove(written: Written, passages: Map<string, Passage>): Proof;
  /** The answer to send: what is proved, else the extractive one. */
  finish(proof: Proof): Answer;
};

export type ImproveOptions = {
  steps: ImproveSteps;
  writer: Writer;
  prompts: Prompts;
  extractive: Answer;
  /** The question before this one in the conversation, as typed. */
  earlier?: string;
  committees: string[];
  /** Whether what is under an access may be told to this model. */
  mayTell(access: Access): boolean;
  /** Why the model is not asked at all, where it may not be told the question. */
  withheld?: string;
  isChoosing: boolean;
  /** For all calls of the question together. */
  timeoutMs: number;
  signal?: AbortSignal;
  /** Called with each statement once it is proved, before the whole answer stands. */
  onStatement?: (statement: Statement) => void;
  makeNonce?: MakeNonce;
};

const ONLY_PARTLY = 'What was found may answer only a part of the question.';
/** Understand, choose, write. */
const MAX_CALLS = 3;
/** What a small local model can follow: about 3,000 tokens of passages. */
const MAX_PASSAGES = 12;

/**
 * The question answered by the language model where it can be proved, else the extractive answer unchanged: no failure of
 * the model reaches the member. At most three calls within `timeoutMs`. Throws only the signal's reason when it is stopped.
 */
export async function improveAnswer(
  question: Question,
  options: ImproveOptions,
): Promise<{ answer: Answer; explanation: Explanation }> {
  const { extractive, writer, timeoutMs, signal, withheld } = options;
  const explanation: Explanation = {
    model: writer.id,
    prompts: [],
    searches: [],
    passages: [],
    statements: [],
    calls: [],
  };
  const unasked = withheld ?? (isWorthAsking(extractive) ? undefined : 'no question for a model');
  if (unasked !== undefined) return { answer: extractive, explanation: { ...explanation, fellBack: unasked } };
  await writer.prepare?.();
  signal?.throwIfAborted();
  const deadline = AbortSignal.timeout(timeoutMs);
  const run: Run = {
    ...options,
    allowance: { left: MAX_CALLS },
    stop: signal ? AbortSignal.any([signal, deadline]) : deadline,
    explanation,
    writer: recordCalls(writer, explanation.calls),
  };
  try {
    return { answer: await askModel(question, run), explanation };
  } catch (error) {
    signal?.throwIfAborted();
    const failure = deadline.aborted ? new WriterFailure('timed-out', { cause: error }) : error;
    if (!(failure instanceof WriterFailure)) throw error;
    return { answer: extractive, explanation: { ...explanation, fellBack: failure.message } };
  }
}

type Run = ImproveOptions & { allowance: CallAllowance; stop: AbortSignal; explanation: Explanation };

/** A decline for another reason than not having found it stands: a model can change nothing about it. */
function isWorthAsking(extractive: Answer): boolean {
  return extractive.hits.length > 0 && (extractive.kind === 'grounded' || extractive.reason === 'not-in-papers');
}

function recordCalls(writer: Writer, calls: CallUsage[]): Writer {
  return {
    ...writer,
    async write(call, options) {
      const reply = await writer.write(call, options);
      calls.push(reply.usage);
      return reply;
    },
  };
}

async function askModel(question: Question, run: Run): Promise<Answer> {
  const { steps, extractive, mayTell, isChoosing, explanation, prompts } = run;
  const asked = await understand(question, run);
  const found = await Promise.all(explanation.searches.map((search) => steps.search(search)));
  let hits = fuseHits(extractive.hits, found).filter(({ passage }) => mayTell(passage.access));
  const call = callOptions(run);
  if (isChoosing) {
    notePrompt(explanation, prompts.choose);
    hits = await orElse(choosePassages(asked, hits, { ...call, prompt: prompts.choose }), { fallback: hits, run });
  }
  const passages = hits.slice(0, MAX_PASSAGES).map(({ passage }) => passage);
  if (passages.length === 0) throw new WriterFailure('rejected');
  notePrompt(explanation, prompts.write);
  const reply = await writeAnswer(asked, { ...call, prompt: prompts.write, passages, ...provedAsTheyCome(run) });
  explanation.passages = [...reply.passages].map(([id, passage]) => ({
    id,
    label: citePassage(passage, passage.span).label,
  }));
  const proof = steps.prove(reply.written, reply.passages);
  explanation.statements = tellFates(reply.written, proof);
  const answer = steps.finish(proof);
  return reply.written.kind === 'partly' ? withDoubt(answer, extractive) : answer;
}

/** A model that says its answer is of a part only is taken at its word where that answer is sent. */
function withDoubt(answer: Answer, extractive: Answer): Answer {
  if (answer === extractive || answer.kind !== 'grounded') return answer;
  return { ...answer, notes: [...answer.notes, ONLY_PARTLY] };
}

function callOptions({ writer, allowance, stop, makeNonce = randomNonce }: Run) {
  return { writer, allowance, signal: stop, makeNonce };
}

function notePrompt(explanation: Explanation, { name, version, hash }: Prompt): void {
  explanation.prompts.push({ name, version, hash });
}

/**
 * The question made whole, its searches noted; asked only where the question leans on another, has a word that the papers
 * lack, or found nothing. What fails here costs nothing: the member's own words are searched as before.
 */
async function understand(question: Question, run: Run): Promise<string> {
  const { extractive, earlier, committees, prompts, explanation } = run;
  const isPlain = earlier === undefined && extractive.kind === 'grounded' && question.terms.every(({ known }) => known);
  if (isPlain) return question.text;
  notePrompt(explanation, prompts.understand);
  const call = understandQuestion(question.text, {
    ...callOptions(run),
    prompt: prompts.understand,
    committees,
    ...(earlier === undefined ? {} : { earlier }),
  });
  const understood = await orElse(call, { fallback: { question: question.text, searches: [] as string[] }, run });
  explanation.searches = understood.searches;
  return understood.question;
}

/** A helping call that fails is done without, unless its failure would be that of every call. */
async function orElse<T>(promise: Promise<T>, { fallback, run }: { fallback: T; run: Run }): Promise<T> {
  try {
    return await promise;
  } catch (error) {
    run.stop.throwIfAborted();
    const isPassing =
      error instanceof WriterFailure && ['malformed', 'filtered', 'too-long', 'too-much'].includes(error.fault);
    if (!isPassing) throw error;
    return fallback;
  }
}

/** Proves each statement by itself as soon as it is whole, and hands on those that hold. */
function provedAsTheyCome({ steps, onStatement }: Run) {
  if (!onStatement) return {};
  return {
    onStatement: (
      statement: Extract<Written, { kind: 'answer' | 'partly' }>['statements'][number],
      passages: Map<string, Passage>,
    ) => {
      for (const { statement: proved } of steps.prove({ kind: 'answer', statements: [statement] }, passages).kept)
        onStatement(proved);
    },
  };
}

function tellFates(written: Written, { kept, dropped }: Proof): Explanation['statements'] {
  if (written.kind === 'declined') return [];
  return written.statements.map(({ text }, at) => {
    if (kept.some((one) => one.at === at)) return { text, fate: 'kept' };
    const fault = dropped.find((one) => one.at === at);
    const why = fault ? `${fault.why.kind}: ${fault.why.said}` : 'not looked at';
    return { text, fate: fault?.instead ? 'quoted' : 'dropped', why };
  });
}
