import { readPause } from '../../../pause.ts';
import { outstandingMessages, threadMessages } from '../../blocks/memory/memory-messages.ts';
import { pausedMessage, plainMessage } from '../../blocks/notices/plain-messages.ts';
import { openPrivateReply } from '../reply/private-reply.ts';
import { type LookUpOptions, type RecordedLookUp, sayOrThrow } from './brief-on-demand.ts';

/** Tells whoever asked, and them alone, what is outstanding or how a decision went on. */
export async function tellMemory({ job, key }: RecordedLookUp, { context, signal }: LookUpOptions): Promise<void> {
  const { team, channel, user, words, wish, responseUrl } = job;
  const { app, desk, log } = context;
  const reply = openPrivateReply({ team, channel, user, key, responseUrl, signal, context });
  const paused = readPause(desk.settings);
  if (paused) return reply.say(pausedMessage(paused.reason), { part: 'paused' });
  const reader = await context.findReader({ team, user });
  if (reader.kind === 'refused') return reply.say(plainMessage(`${reader.reason}.`), { part: 'refused' });
  const { audience } = reader;
  try {
    const messages =
      wish === 'thread'
        ? threadMessages(await app.thread(words, { audience }))
        : outstandingMessages(app.outstanding({ audience, words }));
    await reply.answer(messages);
  } catch (error) {
    await sayOrThrow(error, { reply, signal, log });
  }
}
