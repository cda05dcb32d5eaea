import { answerQuestion } from '../answer/answer-question.ts';
import { finishWritten } from '../answer/proof/finish-written.ts';
import { proveStatements } from '../answer/proof/prove-statements.ts';
import type { Answer, Statement } from '../answer.ts';
import { readQuestion } from '../ask/read-question.ts';
import { type Audience, PUBLIC_AUDIENCE } from '../audience.ts';
import type { Briefing } from '../briefing.ts';
import { type Dialogue, rememberTurn } from '../dialogue.ts';
import type { Explanation } from '../explanation.ts';
import { findPersonalData } from '../find-personal-data.ts';
import type { Index } from '../index/open-index.ts';
import type { Lexicon } from '../lexicon.ts';
import { mayLeave } from '../model-settings.ts';
import { stoppableEmbedder } from '../models/stoppable-embedder.ts';
import type { Embedder, Writer } from '../models.ts';
import type { Hit } from '../passage.ts';
import type { Question } from '../question.ts';
import { retrieve } from '../retrieve/retrieve.ts';
import { improveAnswer } from '../write/improve-answer.ts';
import type { Prompts } from '../write/read-prompts.ts';
import { asksForBriefing, type BriefingAnswer } from './ask-briefing.ts';
import { answerParts } from './ask-parts.ts';
import { answerFollowUp } from './memory/answer-follow-up.ts';

/**
 * `previous`: what was kept of the turn before this one in a conversation, which this one may lean on. `onRead` is told
 * how the question was understood, before anything is searched; `signal` ends the work, which then throws its reason.
 * `isExtractive` leaves a configured language model out; `onStatement` is told of each of its statements once proved.
 */
export type AskOptions = {
  audience?: Audience;
  committee?: string;
  previous?: Dialogue;
  onRead?: (question: Question) => void;
  signal?: AbortSignal;
  isExtractive?: boolean;
  onStatement?: (statement: Statement) => void;
};

/**
 * `explanation`: how the language model's answer came about; missing where none was asked. `briefing`: the whole one,
 * where the question asked to be briefed for a meeting.
 */
export type Asked = {
  answer: Answer;
  question: Question;
  dialogue: Dialogue;
  ms: number;
  explanation?: Explanation;
  briefing?: Briefing;
};

/** What answering needs, opened when it is first needed. */
export type AskParts = {
  embedder(): Promise<Embedder>;
  index(embedder: Embedder): Index;
  lexicon(audience: Audience): Lexicon;
  writer(): CouncilWriter | undefined;
  /** The briefing that a question asks for, and what matters most of it; undefined where it is for no one meeting. */
  brief(question: Question, answer: Answer): BriefingAnswer | undefined;
};

/** The council's language model with its prompts and what the council says of its use. */
export type CouncilWriter = {
  writer: Writer;
  prompts: Prompts;
  isChoosing: boolean;
  timeoutMs: number;
  exemptOutside: number[];
};

/** Reads, retrieves and answers; then lets the council's language model, where there is one, say it better under proof. */
export async function askRecord(text: string, { parts, ...options }: AskOptions & { parts: AskParts }): Promise<Asked> {
  const { audience = PUBLIC_AUDIENCE, committee, previous, onRead, signal } = options;
  const model = await parts.embedder();
  const embedder = signal ? stoppableEmbedder(model, signal) : model;
  const index = parts.index(embedder);
  const { making } = index.version();
  const lexicon = parts.lexicon(audience);
  const startedAt = performance.now();
  const asked = { ...(committee === undefined ? {} : { committee }), ...(previous ? { previous } : {}) };
  // Personal data is no part of what is searched for where that goes to another machine.
  const searched = runsElsewhere(model) ? findPersonalData(text).redacted : text;
  const question = readQuestion(searched, { lexicon, audience, ...asked });
  onRead?.(question);
  const hits = await retrieve(question, { index, embedder, lexicon });
  // Another index was put in its place meanwhile: what was found there and what stands here do not belong together.
  if (index.version().making !== making) return askRecord(text, { parts, ...options });
  const whole = answerQuestion(question, { hits, lexicon, closed: index.closedPapers(audience) });
  const read = (words: string) => readQuestion(words, { lexicon, audience, ...asked });
  const find = (part: Question) => retrieve(part, { index, embedder, lexicon });
  const extractive = (await answerParts(question, { answer: whole, index, lexicon, read, search: find })) ?? whole;
  const briefing = asksForBriefing(question, extractive) ? parts.brief(question, extractive) : undefined;
  const remembered = briefing?.answer ?? answerFollowUp(question, { index, lexicon, answer: extractive });
  const council = options.isExtractive || remembered ? undefined : parts.writer();
  const search = (words: string) => find(read(words));
  const improved =
    council && (await improve(question, { ...options, typed: text, council, extractive, search, lexicon }));
  const answer = remembered ?? improved?.answer ?? extractive;
  return {
    answer,
    question,
    dialogue: rememberTurn(question, answer),
    ms: performance.now() - startedAt,
    ...(briefing ? { briefing: briefing.briefing } : {}),
    ...(improved ? { explanation: improved.explanation } : {}),
  };
}

const PERSONAL = 'the question holds personal data, which no model outside this machine is told';

/** What is confidential goes to no other machine, so a model that takes it runs on this one. */
function runsElsewhere({ mayTake }: Embedder): boolean {
  return mayTake !== undefined && !mayTake({ kind: 'confidential' });
}

type Improving = AskOptions & {
  typed: string;
  council: CouncilWriter;
  extractive: Answer;
  search(words: string): Promise<Hit[]>;
  lexicon: Lexicon;
};

function improve(question: Question, { typed, council, extractive, search, lexicon, ...options }: Improving) {
  const { writer, prompts, isChoosing, timeoutMs, exemptOutside } = council;
  const { previous, signal, onStatement } = options;
  const isPersonal = [typed, previous?.topic ?? ''].some((words) => findPersonalData(words).kinds.length > 0);
  return improveAnswer(question, {
    writer,
    prompts,
    extractive,
    isChoosing,
    timeoutMs,
    committees: lexicon.committees.map(({ name }) => name),
    mayTell: (access) => writer.isOnThisMachine || mayLeave(access, exemptOutside),
    ...(isPersonal && !writer.isOnThisMachine ? { withheld: PERSONAL } : {}),
    steps: {
      search,
      prove: (written, passages) => proveStatements(written, { passages, question }),
      finish: (proof) => finishWritten(proof, extractive, { question, lexicon }),
    },
    ...(previous ? { earlier: previous.topic } : {}),
    ...(signal ? { signal } : {}),
    ...(onStatement ? { onStatement } : {}),
  });
}
