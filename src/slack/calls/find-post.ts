import type { WebClient } from '@slack/web-api';
import type { Target } from '../messenger.ts';

/** The clocks of Slack and of this machine may differ by this much. */
const CLOCK_DIFFERENCE_MS = 5 * 60_000;
const MESSAGES_A_PAGE = 100;
/** In busy places a message is found among the last thousand or not at all. */
const MAX_PAGES = 10;

export type WantedPost = {
  /** The opaque word in the message's metadata. */
  mark: string;
  begunAt: number;
  text: string;
  to: Target;
  botUser: string;
  /** True for the ts of a message that the bot knows to be another. */
  isKnown(ts: string): boolean;
};

/**
 * The ts of a message that was to be posted, if it stands in Slack. It is known by its mark; where Slack gives no
 * metadata at all, by the bot's having said the same words there since. Rejects if Slack does not let one look.
 */
export async function findPost(client: WebClient, wanted: WantedPost): Promise<string | undefined> {
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const { messages, next } = await readPage(client, wanted, cursor);
    const marked = messages.find(({ metadata }) => markOf(metadata) === wanted.mark);
    const found =
      marked ?? (messages.some(({ metadata }) => metadata) ? undefined : messages.find(saysTheSame(wanted)));
    if (found?.ts !== undefined) return found.ts;
    if (next === undefined) return undefined;
    cursor = next;
  }
  return undefined;
}

type Said = { ts?: string; user?: string; text?: string; metadata?: { event_payload?: unknown } };

async function readPage(
  client: WebClient,
  { to: { channel, thread }, begunAt }: WantedPost,
  cursor: string | undefined,
): Promise<{ messages: Said[]; next: string | undefined }> {
  const oldest = String(Math.floor((begunAt - CLOCK_DIFFERENCE_MS) / 1000));
  const page = { channel, oldest, include_all_metadata: true, limit: MESSAGES_A_PAGE, ...(cursor ? { cursor } : {}) };
  const answer =
    thread === undefined
      ? await client.conversations.history(page)
      : await client.conversations.replies({ ...page, ts: thread });
  return { messages: answer.messages ?? [], next: answer.response_metadata?.next_cursor || undefined };
}

function markOf(metadata: Said['metadata']): unknown {
  const payload = metadata?.event_payload;
  return typeof payload === 'object' && payload !== null && 'mark' in payload ? payload.mark : undefined;
}

function saysTheSame({ text, botUser, begunAt, isKnown }: WantedPost): (said: Said) => boolean {
  return (said) =>
    said.user === botUser &&
    said.text === text &&
    said.ts !== undefined &&
    Number(said.ts) * 1000 >= begunAt - CLOCK_DIFFERENCE_MS &&
    !isKnown(said.ts);
}
