import { readRefusal } from '../../calls/slack-refusal.ts';
import type { ThreadPlace } from '../../job.ts';
import type { SurfaceContext } from '../context.ts';
import type { Reply } from './reply.ts';
import { openStatusMessage } from './status-message.ts';
import { streamReply } from './stream-reply.ts';
import { openThreadStatus } from './thread-status.ts';

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
  const message = openStatusMessage(options);
  const status = openThreadStatus(messenger, { to: place, onShown: message.isShown });
  return {
    begin(text) {
      message.says(text);
      status.saysFirst(text);
    },
    working(text) {
      message.says(text);
      status.says(text);
    },
    async answer(messages, { streamed } = {}) {
      if (streamed) {
        const ts = await streamReply(streamed, { place, user, key: `${key}:stream`, signal, context });
        if (ts !== undefined) return;
      }
      for (const [n, part] of messages.entries()) {
        await messenger.post(part, { to: place, key: `${key}:answer:${n}`, signal });
      }
    },
    async say(said, { part }) {
      await messenger.post(said, { to: place, key: `${key}:${part}` });
    },
    async whisper(said, { part }) {
      await messenger
        .post(said, { to: { ...place, user }, key: `${key}:${part}` })
        .catch((error: unknown) => log.info('nothing whispered', { reason: readRefusal(error).error }));
    },
    async end() {
      status.end();
      await message.end();
    },
  };
}
