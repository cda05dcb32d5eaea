import { AppError } from '../../../errors.ts';
import { handedOffMessage, handOffMessages } from '../../blocks/notices/hand-off-messages.ts';
import { plainMessage } from '../../blocks/notices/plain-messages.ts';
import { postThread } from '../../calls/post-thread.ts';
import type { KeptAnswer } from '../memory/answer-memory.ts';
import { askAnew } from '../press/ask-anew.ts';
import { findPressed, type PressOptions, type RecordedPress, replyToPress } from '../press/pressed-answer.ts';
import { keepAnswer } from '../question/draw-answer.ts';

const NO_CLERK = 'No clerk’s channel is set up here, so please ask the clerk directly.';
const ALREADY = 'This question is with the clerk already; the reply will come here.';
const CLOSED = 'The clerk has dealt with this question already.';
const OUT_OF_REACH = 'The clerk’s channel cannot be reached, so please ask the clerk directly.';

/**
 * Hands a question to the clerk: with the answer and its sources, as far as everybody in the clerk's channel may see
 * them. An answer is handed over once, whoever presses and however often.
 */
export async function handOver(recorded: RecordedPress, options: PressOptions): Promise<void> {
  const { job } = recorded;
  const { context } = options;
  const reply = replyToPress(recorded, options);
  const tell = (text: string) => reply.say(plainMessage(text), { part: 'told' });
  const { clerkChannel } = context;
  if (clerkChannel === undefined) return tell(NO_CLERK);
  const pressed = await findPressed(job.value, { job, context });
  if (pressed.kind === 'refused') return tell(`${pressed.reason}.`);
  const begun = begin(job.value, { ...options, recorded, kept: pressed.kept });
  if (!begun.isOwn) return tell(begun.isClosed ? CLOSED : ALREADY);
  try {
    await post(pressed.kept, { ...options, recorded, handOffId: begun.id, clerkChannel });
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'forbidden')) throw error;
    const { handOff: _gone, ...kept } = pressed.kept;
    context.answers.replace(job.value, kept);
    context.log.warn('The clerk’s channel cannot be reached', { channel: clerkChannel });
    return tell(OUT_OF_REACH);
  }
  await reply.say(handedOffMessage(), { part: 'handed-over' });
}

type BeginOptions = PressOptions & { recorded: RecordedPress; kept: KeptAnswer };

/** Nothing waits between looking and writing, so that of two presses one is first; a job tried again keeps its own. */
function begin(
  answerId: string,
  { recorded, kept, context }: BeginOptions,
): { id: string; isOwn: boolean; isClosed: boolean } {
  const { key, job } = recorded;
  const { handOffs } = context.desk;
  const known = kept.handOff === undefined ? undefined : handOffs.read(kept.handOff);
  if (known) {
    return { id: known.id, isOwn: isOpenedBy(known.value, key), isClosed: known.state === 'closed' };
  }
  const value = { answerId, question: kept.question, isPrivate: kept.isPrivate, openedBy: key };
  const id = handOffs.begin({ user: job.user, member: kept.place, value });
  context.answers.replace(answerId, { ...kept, handOff: id });
  return { id, isOwn: true, isClosed: false };
}

function isOpenedBy(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && 'openedBy' in value && value.openedBy === key;
}

type PostOptions = PressOptions & { recorded: RecordedPress; handOffId: string; clerkChannel: string };

async function post(kept: KeptAnswer, options: PostOptions): Promise<void> {
  const { recorded, handOffId, clerkChannel, context, signal } = options;
  const { team, user } = recorded.job;
  // Where those in the clerk's channel are told nothing, they get the question alone.
  const anew = await askAnew(kept, { team, user, channel: clerkChannel, context, signal });
  const answer = anew.kind === 'asked' ? anew.asked : undefined;
  const place = { team, channel: clerkChannel, thread: '' };
  const shown = { ...kept, place, isPrivate: false, asked: kept.question, answers: context.answers };
  const answerId = answer ? keepAnswer(answer, shown) : '';
  const messages = handOffMessages({
    handOffId,
    question: kept.question,
    answerId,
    asker: user,
    isPrivate: kept.isPrivate || kept.place.channel.startsWith('D'),
    ...(answer ? { answer: answer.answer } : {}),
  });
  await postThread(messages, {
    messenger: context.messenger,
    to: { team, channel: clerkChannel },
    key: `hand-off:${handOffId}`,
    signal,
    // The clerk may reply before the rest of it stands there.
    onBegun: (thread) => context.desk.handOffs.place(handOffId, thread),
  });
}
