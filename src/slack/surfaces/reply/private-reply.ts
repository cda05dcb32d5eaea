import { AppError } from '../../../errors.ts';
import { smallPrint } from '../../blocks/parts/rich-text.ts';
import { readRefusal } from '../../calls/slack-refusal.ts';
import { SLACK_LIMITS } from '../../format/slack-limits.ts';
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
const ONCE_MORE = 'Slack did not say whether this had reached you, so you may have it twice.';

/** `unsure`: it may have been said, and nobody can look for what one member alone sees. */
type Outcome = 'said' | 'not said' | 'unsure';

/**
 * Answers so that the asker alone sees it: in the thread they read, or by the response_url while that works, else in a
 * direct message. What may have been said already is said once more, with a word about that. The status was said when
 * the command was acknowledged.
 */
export function openPrivateReply(options: PrivateReplyOptions): Reply {
  let responses = 0;
  let timer: NodeJS.Timeout | undefined;
  const respond = async (message: Message, { signal }: SendOptions): Promise<Outcome> => {
    const { responseUrl: url, context } = options;
    if (url === undefined || responses >= MAX_RESPONSES) return 'not said';
    responses += 1;
    try {
      await context.messenger.respond(message, { url, ...(signal ? { signal } : {}) });
      return 'said';
    } catch (error) {
      signal?.throwIfAborted();
      responses = MAX_RESPONSES;
      context.log.info('response_url no longer taken, so the answer goes to a direct message', {
        error: error instanceof Error ? error.name : 'unknown',
      });
      return outcomeOf(error);
    }
  };
  const send = async (message: Message, sending: SendOptions) => {
    const { team, channel, user, context } = options;
    const { desk, messenger } = context;
    const { key } = sending;
    clearTimeout(timer);
    const said = desk.posts.begin(`${key}:private`, { team, channel });
    if (said.ts !== undefined) return;
    const inThread = (words: Message) => sayInThread(words, { ...options, ...sending });
    let mayStand = !said.isNew;
    for (const say of [inThread, (words: Message) => respond(words, sending)]) {
      const outcome = await say(mayStand ? onceMore(message) : message);
      if (outcome === 'said') return desk.posts.posted(`${key}:private`, 'said in private');
      mayStand ||= outcome === 'unsure';
    }
    await messenger.post(mayStand ? onceMore(message) : message, { to: { team, channel: user }, key });
  };
  return {
    begin(text) {
      const { stopId, context } = options;
      if (!stopId || timer !== undefined) return;
      const key = `${options.key}:status`;
      const say = async () => {
        const status = stoppableStatus(text, stopId());
        if ((await sayInThread(status, { ...options, key })) !== 'said') await respond(status, { key });
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

/** Nobody else reads a direct message, so there it stays; in a channel it is whispered. */
async function sayInThread(message: Message, { thread, key, signal, context, ...at }: InThread): Promise<Outcome> {
  const { team, channel, user } = at;
  if (thread === undefined) return 'not said';
  const to = { team, channel, thread, ...(channel.startsWith('D') ? {} : { user }) };
  try {
    await context.messenger.post(message, { to, key: `${key}:in-thread`, ...(signal ? { signal } : {}) });
    return 'said';
  } catch (error) {
    signal?.throwIfAborted();
    context.log.info('not said in the thread', { reason: readRefusal(error).error });
    return outcomeOf(error);
  }
}

function outcomeOf(error: unknown): Outcome {
  return error instanceof AppError && error.code === 'unavailable' ? 'unsure' : 'not said';
}

function onceMore({ text, blocks }: Message): Message {
  const room = blocks.length < SLACK_LIMITS.messageBlocks;
  return { text: `${ONCE_MORE}\n${text}`, blocks: room ? [...smallPrint(ONCE_MORE), ...blocks] : blocks };
}
