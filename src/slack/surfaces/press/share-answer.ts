import { AppError } from '../../../errors.ts';
import { sharedMessages } from '../../blocks/answer/shared-message.ts';
import { plainMessage } from '../../blocks/notices/plain-messages.ts';
import { postThread } from '../../calls/post-thread.ts';
import { findTables } from '../../find-tables.ts';
import { keepAnswer } from '../question/draw-answer.ts';
import { askAnew } from './ask-anew.ts';
import { findPressed, type PressOptions, type RecordedPress, replyToPress } from './pressed-answer.ts';

const NOBODY_HERE = 'There is nobody here to share it with. Ask in a channel, and you can share the answer there.';
const NOT_IN_CHANNEL =
  'I am not in this channel, so I cannot post there. Invite me with /invite and press Share again.';
const NOT_FOR_ALL =
  'From what everybody in this channel may see, this question cannot be answered, so nothing was posted.';

/**
 * Posts a private answer in the channel it was asked in, with the name of who shares it. It is made again from what
 * everybody in the channel may see; what that does not answer is not posted. An answer is shared once.
 */
export async function shareAnswer(recorded: RecordedPress, options: PressOptions): Promise<void> {
  const { job } = recorded;
  const { context, signal } = options;
  const reply = replyToPress(recorded, options);
  const tell = (text: string) => reply.say(plainMessage(text), { part: 'told' });
  const pressed = await findPressed(job.value, { job, context });
  if (pressed.kind === 'refused') return tell(`${pressed.reason}.`);
  const { kept } = pressed;
  const { team, channel } = kept.place;
  if (!kept.isPrivate || channel.startsWith('D')) return tell(NOBODY_HERE);
  const anew = await askAnew(kept, { team, user: job.user, channel, context, signal });
  if (anew.kind === 'refused') return tell(`${anew.reason}.`);
  const { asked, audience } = anew;
  if (asked.answer.kind === 'declined') return tell(NOT_FOR_ALL);
  const shared = { ...kept, isPrivate: false, asked: kept.question, answers: context.answers };
  const answerId = keepAnswer(asked, shared);
  const tables = findTables(asked.answer, { app: context.app, audience });
  const messages = sharedMessages(asked.answer, { question: kept.question, answerId, sharer: job.user, tables });
  try {
    const { messenger } = context;
    const place = await postThread(messages, { messenger, to: { team, channel }, key: `share:${job.value}`, signal });
    context.threads.listen(place, job.user);
    context.threads.keepDialogue(place, asked.dialogue, job.user);
    const posted = context.answers.find(answerId, team);
    if (posted) context.answers.replace(answerId, { ...posted, place });
  } catch (error) {
    if (error instanceof AppError && error.code === 'forbidden') return tell(NOT_IN_CHANNEL);
    throw error;
  }
  await tell('Posted in the channel.');
}
