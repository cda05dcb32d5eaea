import { readRefusal } from '../../calls/slack-refusal.ts';
import type { ThreadPlace } from '../../job.ts';
import type { SurfaceContext } from '../context.ts';
import type { Reply } from './reply.ts';
import { openStatusMessage } from './status-message.ts';
import { streamReply } from './stream-reply.ts';

export type ThreadReplyOptions = {
  place: ThreadPlace;
  user: string;
  key: string;
  isRetry: boolean;
  signal: AbortSignal;
  context: SurfaceContext;
};

/** Answers in a thread, of a channel or of a direct message: seen by everybody there. */
export function openThreadReply(options: ThreadReplyOptions): Reply {
  const { place, key, user, signal, context } = options;
  const { messenger, log } = context;
  const status = openStatusMessage(options);
  let isWorking = false;
  return {
    working(text) {
      isWorking = true;
      status.says(text);
      void messenger.setStatus(text, { to: place });
    },
    async answer(messages, { streamed } = {}) {
      if (streamed) {
        const ts = await streamReply(streamed, { place, user, key: `${key}:stream`, signal, context });
        if (ts !== undefined) return;
      }
      for (const [n, message] of messages.entries()) {
        await messenger.post(message, { to: place, key: `${key}:answer:${n}`, signal });
      }
    },
    async say(message, { part }) {
      await messenger.post(message, { to: place, key: `${key}:${part}` });
    },
    async whisper(message, { part }) {
      await messenger
        .post(message, { to: { ...place, user }, key: `${key}:${part}` })
        .catch((error: unknown) => log.info('nothing whispered', { reason: readRefusal(error).error }));
    },
    async end() {
      await status.end();
      if (isWorking) await messenger.setStatus('', { to: place });
    },
  };
}
