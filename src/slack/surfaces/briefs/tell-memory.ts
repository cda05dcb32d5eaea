import { outstandingMessages, threadMessages } from '../../blocks/memory/memory-messages.ts';
import type { RecordedLookUp } from '../../job.ts';
import { type LookUpOptions, lookUpPrivately } from '../reply/look-up-privately.ts';

/** Tells whoever asked, and them alone, what is outstanding or how a decision went on. */
export function tellMemory(recorded: RecordedLookUp, options: LookUpOptions): Promise<void> {
  const { words, wish } = recorded.job;
  const { app } = options.context;
  return lookUpPrivately(recorded, options, async (reply, audience) => {
    const messages =
      wish === 'thread'
        ? threadMessages(await app.thread(words, { audience }))
        : outstandingMessages(app.outstanding({ audience, words }));
    await reply.answer(messages);
  });
}
