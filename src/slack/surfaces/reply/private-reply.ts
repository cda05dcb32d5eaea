import { readRefusal } from '../../calls/slack-refusal.ts';
import type { Message } from '../../messenger.ts';
import type { SurfaceContext } from '../context.ts';
import type { Reply } from './reply.ts';
import { STATUS_AFTER_MS, stoppableStatus } from './status-message.ts';

export type PrivateReplyOptions = {
  team: string;
  channel: string;
  user: string;
  key: string;
  responseUrl?: string;
  signal: AbortSignal;
  /** Nothing was said when it was acknowledged: work that lasts says so itself, and what its Stop button carries. */
  stopId?: () => string;
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
  let timer: NodeJS.Timeout | undefined;
  const send = async (message: Message, { key, signal }: { key: string; signal?: AbortSignal }) => {
    const { responseUrl: url, team, channel, user, context } = options;
    const { desk, messenger, log } = context;
    clearTimeout(timer);
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
    begin(text) {
      const { stopId, responseUrl: url, context } = options;
      if (!stopId || !url) return;
      timer = setTimeout(() => {
        responses += 1;
        context.messenger
          .respond(stoppableStatus(text, stopId()), { url })
          .catch((error: unknown) => context.log.info('status not shown', { reason: readRefusal(error).error }));
      }, STATUS_AFTER_MS);
    },
    working: () => undefined,
    early: () => undefined,
    async answer(messages) {
      for (const [n, message] of messages.entries()) {
        await send(message, { key: `${options.key}:answer:${n}`, signal: options.signal });
      }
    },
    say: (message, { part }) => send(message, { key: `${options.key}:${part}` }),
    whisper: (message, { part }) => send(message, { key: `${options.key}:${part}` }),
    end: async () => clearTimeout(timer),
  };
}
