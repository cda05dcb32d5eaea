import { readRefusal } from '../../calls/slack-refusal.ts';
import type { ThreadPlace } from '../../job.ts';
import type { SurfaceContext } from '../context.ts';
import { type AnswerStream, openStream } from './open-stream.ts';
import type { Reply } from './reply.ts';
import { openStatusMessage } from './status-message.ts';
import { openThreadStatus } from './thread-status.ts';

export type ThreadReplyOptions = {
  place: ThreadPlace;
  user: string;
  /** The asker's own workspace, where Slack said it. */
  userTeam?: string;
  key: string;
  signal: AbortSignal;
  context: SurfaceContext;
};

/** Answers in a thread, of a channel or of a direct message: seen by everybody there. */
export function openThreadReply(options: ThreadReplyOptions): Reply {
  const { place, key, user, signal, context } = options;
  const { messenger, log } = context;
  const message = openStatusMessage(options);
  const status = openThreadStatus(messenger, { to: place, onShown: message.isShown });
  let stream: AnswerStream | undefined;
  const streamOf = () => {
    stream ??= openStream({ ...options, key: `${key}:stream` });
    return stream;
  };
  return {
    begin(text) {
      // Asked once more, as after an edit: what was said to the question before is no answer to this one.
      void stream?.takeBack();
      stream = undefined;
      message.says(text);
      status.saysFirst(text);
    },
    working(text) {
      message.says(text);
      status.says(text);
    },
    early(chunks) {
      for (const chunk of chunks) streamOf().say(chunk);
    },
    async answer(messages, { streamed } = {}) {
      if (streamed && (await streamOf().finish(streamed)) !== undefined) return;
      await stream?.takeBack();
      for (const [n, part] of messages.entries()) {
        await messenger.post(part, { to: place, key: `${key}:answer:${n}`, signal });
      }
    },
    async say(said, { part }) {
      await messenger.post(said, { to: place, key: `${key}:${part}` });
    },
    async whisper(said, { part }) {
      // A direct message has no other reader; what cannot be said in a channel goes there.
      const alone = { team: place.team, channel: user };
      const here = place.channel.startsWith('D') ? place : { ...place, user };
      await messenger
        .post(said, { to: here, key: `${key}:${part}` })
        .catch(() => messenger.post(said, { to: alone, key: `${key}:${part}:alone` }))
        .catch((error: unknown) => log.info('nothing whispered', { reason: readRefusal(error).error }));
    },
    async end() {
      status.end();
      await stream?.takeBack();
      await message.end();
    },
  };
}
