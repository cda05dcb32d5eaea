import type { ThreadPlace } from '../job.ts';
import type { Message, Messenger, Target } from '../messenger.ts';

export type PostThreadOptions = {
  messenger: Pick<Messenger, 'post'>;
  /** A channel or a member, or a thread there. */
  to: Target;
  /** Each message's own has its number behind. */
  key: string;
  signal: AbortSignal;
  /** Told where the first one stands, before the next is posted. */
  onBegun?: (place: ThreadPlace) => void;
};

/**
 * Posts messages one after the other, each once: in the thread that is named, else the first begins one. Gives where
 * they stand; throws as the messenger does.
 */
export async function postThread(
  messages: Message[],
  { messenger, to, key, signal, onBegun }: PostThreadOptions,
): Promise<ThreadPlace> {
  let place: ThreadPlace | undefined;
  for (const [n, message] of messages.entries()) {
    const { ts, channel } = await messenger.post(message, { to: place ?? to, key: `${key}:${n}`, signal });
    if (place) continue;
    place = { team: to.team, channel, thread: to.thread ?? ts };
    onBegun?.(place);
  }
  if (!place) throw new Error('There was nothing to post');
  return place;
}
