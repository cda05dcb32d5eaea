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
  context: Pick<SurfaceContext, 'messenger' | 'log'>;
};

/** Slack takes five answers at one response_url; one is left for what is said at the end. */
const MAX_RESPONSES = 4;

/**
 * Answers so that the asker alone sees it: by the response_url while that works, else in a direct message. The status
 * was said when the command was acknowledged.
 */
export function openPrivateReply(options: PrivateReplyOptions): Reply {
  let responses = 0;
  const send = async (message: Message, key: string) => {
    const { responseUrl: url, signal, context } = options;
    if (url !== undefined && responses < MAX_RESPONSES) {
      responses += 1;
      try {
        return await context.messenger.respond(message, { url, signal });
      } catch (error) {
        signal.throwIfAborted();
        responses = MAX_RESPONSES;
        context.log.info('response_url no longer taken, so the answer goes to a direct message', {
          error: error instanceof Error ? error.name : 'unknown',
        });
      }
    }
    await context.messenger.post(message, { to: { team: options.team, channel: options.user }, key });
  };
  return {
    working: () => undefined,
    async answer(messages) {
      for (const [n, message] of messages.entries()) await send(message, `${options.key}:answer:${n}`);
    },
    say: (message, { part }) => send(message, `${options.key}:${part}`),
    end: async () => undefined,
  };
}
