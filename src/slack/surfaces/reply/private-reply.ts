import type { Message } from '../../messenger.ts';
import type { SurfaceContext } from '../context.ts';
import type { Reply } from './reply.ts';

export type PrivateReplyOptions = {
  team: string;
  channel: string;
  user: string;
  key: string;
  responseUrl?: string;
  signal: AbortSignal;
  context: Pick<SurfaceContext, 'messenger' | 'desk' | 'log'>;
};

/** Slack takes five answers at one response_url; one is left for what is said at the end. */
const MAX_RESPONSES = 4;

/**
 * Answers so that the asker alone sees it: by the response_url while that works, else in a direct message. The status
 * was said when the command was acknowledged.
 */
export function openPrivateReply(options: PrivateReplyOptions): Reply {
  let responses = 0;
  const send = async (message: Message, { key, signal }: { key: string; signal?: AbortSignal }) => {
    const { responseUrl: url, team, channel, user, context } = options;
    const { desk, messenger, log } = context;
    const said = desk.posts.begin(`${key}:private`, { team, channel });
    if (said.ts !== undefined) return;
    if (url !== undefined && responses < MAX_RESPONSES) {
      responses += 1;
      try {
        await messenger.respond(message, { url, ...(signal ? { signal } : {}) });
        return desk.posts.posted(`${key}:private`, 'by response_url');
      } catch (error) {
        signal?.throwIfAborted();
        responses = MAX_RESPONSES;
        log.info('response_url no longer taken, so the answer goes to a direct message', {
          error: error instanceof Error ? error.name : 'unknown',
        });
      }
    }
    await messenger.post(message, { to: { team, channel: user }, key });
  };
  return {
    begin: () => undefined,
    working: () => undefined,
    async answer(messages) {
      for (const [n, message] of messages.entries()) {
        await send(message, { key: `${options.key}:answer:${n}`, signal: options.signal });
      }
    },
    say: (message, { part }) => send(message, { key: `${options.key}:${part}` }),
    whisper: (message, { part }) => send(message, { key: `${options.key}:${part}` }),
    end: async () => undefined,
  };
}
