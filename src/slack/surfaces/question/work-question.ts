import type { Answer, Statement } from '../../../answer.ts';
import type { Asked } from '../../../app.ts';
import { type Audience, isPublicAudience, mayReadAllOf } from '../../../audience.ts';
import { parseDialogue } from '../../../dialogue.ts';
import { AppError } from '../../../errors.ts';
import { findPersonalData, type PersonalDataKind, sayPersonalData } from '../../../find-personal-data.ts';
import { readPause } from '../../../pause.ts';
import { lastChunks } from '../../blocks/answer/stream-chunks.ts';
import { helpMessage, pausedMessage, plainMessage } from '../../blocks/notices/plain-messages.ts';
import { statusText } from '../../blocks/notices/status-text.ts';
import { StoppedByMember } from '../../stopped-by-member.ts';
import { attachChart } from '../briefs/attach-chart.ts';
import { postBriefing } from '../briefs/post-briefing.ts';
import type { SurfaceContext } from '../context.ts';
import type { Reply } from '../reply/reply.ts';
import { streamedAnswer } from '../reply/streamed-answer.ts';
import { tellFailure } from '../reply/tell-failure.ts';
import { drawAnswer } from './draw-answer.ts';
import { nameSession } from './name-session.ts';
import type { QuestionJob, RecordedQuestion } from './question-job.ts';
import { isPrivate, readerOf, replyToQuestion } from './reply-to-question.ts';

export type WorkOptions = { context: SurfaceContext; signal: AbortSignal };

const FIRST_STATUS = 'Reading the minutes …';
/** Said to somebody one would ask, and no question yet. */
const GREETING = /^(?:help|hello|hi|hey|good (?:morning|afternoon|evening))?[ .!?]{0,9}$/i;
const THANKS = /^(?:many )?(?:thanks?(?: you)?|ta|cheers)(?: (?:a lot|very much|so much))?[ .!]{0,9}$/i;
const WELCOME = 'You are welcome. Ask on whenever you like.';
const STOPPED = 'Stopped, as you asked. Nothing more comes to this question.';

/**
 * Answers a question where it was asked, or declines it, or says in one sentence why not; a member's stop ends the work
 * itself. Throws what the queue should try again, and the signal's reason when the process stops.
 */
export async function workQuestion(recorded: RecordedQuestion, { context, signal }: WorkOptions): Promise<void> {
  const reply = replyToQuestion(recorded, { context, signal });
  try {
    await answerAsEdited(recorded, { reply, context, signal });
  } catch (error) {
    if (!signal.aborted || !(signal.reason instanceof StoppedByMember)) throw error;
    await endStopped(recorded, { reply, context });
  } finally {
    context.changes.forget(recorded.key);
    await reply.end();
  }
}

/** Ends a question that its asker stopped, or took away, before anybody began with it. */
export async function dropQuestion(recorded: RecordedQuestion, context: SurfaceContext): Promise<void> {
  const reply = replyToQuestion(recorded, { context, signal: new AbortController().signal });
  try {
    await endStopped(recorded, { reply, context });
  } finally {
    context.changes.forget(recorded.key);
    await reply.end();
  }
}

async function endStopped(recorded: RecordedQuestion, { reply, context }: Pick<AnswerOptions, 'reply' | 'context'>) {
  recordQuestion(recorded, { context, outcome: 'stopped' });
  // A question that its asker took away needs no word any more.
  if (!context.changes.isDeleted(recorded.key)) await reply.say(plainMessage(STOPPED), { part: 'stopped' });
}

type AnswerOptions = WorkOptions & { reply: Reply };

/** An edit that comes while the answer is being looked for counts; one that comes later is a matter for a new question. */
async function answerAsEdited(recorded: RecordedQuestion, options: AnswerOptions): Promise<void> {
  const text = options.context.changes.textOf(recorded.key) ?? recorded.job.text;
  await answerQuestion({ ...recorded, job: { ...recorded.job, text } }, options);
}

async function answerQuestion(recorded: RecordedQuestion, options: AnswerOptions): Promise<void> {
  const { job } = recorded;
  const { reply, context } = options;
  const { desk, findReader } = context;
  // Shown where it takes long to find out who reads the answer, too.
  reply.begin(FIRST_STATUS);
  const reader = await findReader(readerOf(job));
  if (reader.kind === 'refused' && reader.isMachine) return;
  const paused = readPause(desk.settings);
  if (paused) return reply.say(pausedMessage(paused.reason), { part: 'paused' });
  if (reader.kind === 'refused') return reply.say(plainMessage(`${reader.reason}.`), { part: 'refused' });
  if (GREETING.test(job.text)) return reply.say(helpMessage(), { part: 'help' });
  if (THANKS.test(job.text)) return reply.say(plainMessage(WELCOME), { part: 'welcome' });
  if (job.surface === 'direct') void nameSession(job, context);
  const asked = await ask(recorded, { ...options, audience: reader.audience });
  const edited = context.changes.textOf(recorded.key) ?? job.text;
  if (edited !== job.text) return answerAsEdited(recorded, options);
  // Whoever came into the channel meanwhile reads the answer too; less is open each time, so this comes to an end.
  const now = await findReader(readerOf(job));
  if (now.kind === 'refused' || !mayReadAllOf(now.audience, reader.audience)) return answerQuestion(recorded, options);
  if (asked) await giveAnswer(asked, { ...options, recorded, audience: reader.audience });
}

/** Undefined where the failure was told: a question that cannot be read, or a fault that asking again would not mend. */
async function ask(
  recorded: RecordedQuestion,
  { reply, context, signal, audience }: AnswerOptions & { audience: Audience },
): Promise<Asked | undefined> {
  const { job } = recorded;
  const previous = parseDialogue(context.threads.dialogue(job.place));
  const said: Statement[] = [];
  const onStatement = (statement: Statement) => {
    said.push(statement);
    reply.early(lastChunks(said));
  };
  try {
    return await context.app.ask(job.text, {
      audience,
      ...(previous ? { previous } : {}),
      ...(job.committee === undefined ? {} : { committee: job.committee }),
      ...(mayBeSeenEarly(job, audience) ? { onStatement } : {}),
      onRead: (question) => reply.working(statusText(question)),
      signal,
    });
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof AppError && error.code === 'unavailable') throw error;
    const reference = context.log.fault('Question not answered', error, { surface: job.surface });
    recordQuestion(recorded, { context, outcome: 'failed' });
    await reply.say(plainMessage(tellFailure(error, reference)), { part: 'failure' });
    await warnOfPersonalData(job.text, reply);
    return undefined;
  }
}

/** Who reads in a channel is asked again before the answer is said: before that only what all the world may read is. */
function mayBeSeenEarly(job: QuestionJob, audience: Audience): boolean {
  return job.surface === 'direct' || (!isPrivate(job) && isPublicAudience(audience));
}

type GiveOptions = AnswerOptions & { recorded: RecordedQuestion; audience: Audience };

async function giveAnswer(asked: Asked, { recorded, reply, context, audience, signal }: GiveOptions): Promise<void> {
  const { job } = recorded;
  const { place, user } = job;
  const { answers, threads } = context;
  const { answerId, messages } = drawAnswer(asked, {
    place,
    user,
    isPrivate: isPrivate(job),
    asked: job.text,
    dialogue: threads.dialogue(place),
    ...(job.committee === undefined ? {} : { committee: job.committee }),
    audience,
    context,
  });
  signal.throwIfAborted();
  const streamed = isPrivate(job) ? undefined : streamedAnswer(asked.answer, messages);
  if (asked.briefing && !isPrivate(job)) {
    await postBriefing(asked.briefing, { context, to: place, key: recorded.key, signal });
  } else {
    await reply.answer(messages, { streamed });
    await attachChart(recorded, { context, audience, signal });
  }
  const isPersonal = await warnOfPersonalData(job.text, reply);
  if (!isPersonal && !isPrivate(job)) threads.keepDialogue(place, asked.dialogue, user);
  const record = recordQuestion(recorded, { context, answer: asked.answer });
  const kept = answers.find(answerId, place.team);
  if (kept) answers.replace(answerId, { ...kept, record });
}

/** Tells the asker alone what personal data their question seems to hold; true if it holds any. */
async function warnOfPersonalData(text: string, reply: Reply): Promise<boolean> {
  const { kinds } = findPersonalData(text);
  if (kinds.length > 0) await reply.whisper(plainMessage(warnOf(kinds)), { part: 'personal-data' });
  return kinds.length > 0;
}

function warnOf(kinds: PersonalDataKind[]): string {
  return `Your question seems to hold ${sayPersonalData(kinds)}. It is not kept in the record of questions. Please leave personal data out, and consider deleting your message.`;
}

type RecordOptions = { context: SurfaceContext } & ({ answer: Answer } | { outcome: 'failed' | 'stopped' });

/** Writes a question and how it ended into the record of questions; gives the id that feedback is added under. */
function recordQuestion({ job, receivedAt }: RecordedQuestion, { context, ...ended }: RecordOptions): string {
  const { place, user, surface, text: question } = job;
  const { team, channel } = place;
  const latencyMs = context.now() - receivedAt;
  return context.desk.log.record({ team, user, channel, surface, question, latencyMs, ...ended });
}
