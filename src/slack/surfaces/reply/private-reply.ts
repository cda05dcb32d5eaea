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
  /** The thread that the asker reads: a response_url would answer beside it, in the channel. */
  thread?: string;
  signal: AbortSignal;
  /** Nothing was said when it was acknowledged: work that lasts says so itself, and what its Stop button carries. */
  stopId?: () => string;
  context: Pick<SurfaceContext, 'messenger' | 'desk' | 'log'>;
};

/** Slack takes five answers at one response_url; one is left for what is said at the end. */
const MAX_RESPONSES = 4;

/**
 * Answers so that the asker alone sees it: in the thread they read, or by the response_url while that works, else in a
 * direct message. The status was said when the command was acknowledged.
 */
export function openPrivateReply(options: PrivateReplyOptions): Reply {
  let responses = 0;
  let timer: NodeJS.Timeout | undefined;
  const respond = async (message: Message, { signal }: SendOptions): Promise<boolean> => {
    const { responseUrl: url, context } = options;
    if (url === undefined || responses >= MAX_RESPONSES) return false;
    responses += 1;
    try {
      await context.messenger.respond(message, { url, ...(signal ? { signal } : {}) });
      return true;
    } catch (error) {
      signal?.throwIfAborted();
      responses = MAX_RESPONSES;
      context.log.info('response_url no longer taken, so the answer goes to a direct message', {
        error: error instanceof Error ? error.name : 'unknown',
      });
      return false;
    }
  };
  const send = async (message: Message, sending: SendOptions) => {
    const { team, channel, user, context } = options;
    const { desk, messenger } = context;
    const { key } = sending;
    clearTimeout(timer);
    const said = desk.posts.begin(`${key}:private`, { team, channel });
    if (said.ts !== undefined) return;
    if ((await sayInThread(message, { ...options, ...sending })) || (await respond(message, sending))) {
      return desk.posts.posted(`${key}:private`, 'said in private');
    }
    await messenger.post(message, { to: { team, channel: user }, key });
  };
  return {
    begin(text) {
      const { stopId, context } = options;
      if (!stopId || timer !== undefined) return;
      const key = `${options.key}:status`;
      const say = async () => {
        const status = stoppableStatus(text, stopId());
        return (await sayInThread(status, { ...options, key })) || (await respond(status, { key }));
      };
      timer = setTimeout(() => {
        say().catch((error: unknown) => context.log.info('status not shown', { reason: readRefusal(error).error }));
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

type SendOptions = { key: string; signal?: AbortSignal };
type InThread = Pick<PrivateReplyOptions, 'team' | 'channel' | 'user' | 'thread' | 'context'> & SendOptions;

/** Nobody else reads a direct message, so there it stays; in a channel it is whispered. False where it cannot be said. */
async function sayInThread(message: Message, { thread, key, signal, context, ...at }: InThread): Promise<boolean> {
  const { team, channel, user } = at;
  if (thread === undefined) return false;
  const to = { team, channel, thread, ...(channel.startsWith('D') ? {} : { user }) };
  try {
    await context.messenger.post(message, { to, key: `${key}:in-thread`, ...(signal ? { signal } : {}) });
    return true;
  } catch (error) {
    signal?.throwIfAborted();
    context.log.info('not said in the thread', { reason: readRefusal(error).error });
    return false;
  }
}
