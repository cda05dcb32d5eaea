import type { ThreadPlace } from '../../job.ts';
import type { SurfaceContext } from '../context.ts';

/** The clocks of Slack and of this machine may differ by this much. */
const CLOCK_DIFFERENCE_MS = 60_000;
/** It was begun a moment ago: at the end of what came since. */
const MESSAGES_READ = 200;

export type LostStreamOptions = {
  place: ThreadPlace;
  begunAt: number;
  context: Pick<SurfaceContext, 'client' | 'desk' | 'botUser'>;
};

/**
 * The ts of a stream that Slack began without the bot's getting to know: a message of the bot's own without a word in
 * it, in this thread and since then. Rejects if Slack does not let one look.
 */
export async function findLostStream({ place, begunAt, context }: LostStreamOptions): Promise<string | undefined> {
  const { client, desk, botUser } = context;
  const { channel, thread } = place;
  const since = begunAt - CLOCK_DIFFERENCE_MS;
  const oldest = String(Math.floor(since / 1000));
  const { messages = [] } = await client.conversations.replies({ channel, ts: thread, oldest, limit: MESSAGES_READ });
  const lost = messages.find(
    ({ user, text, blocks, ts }) =>
      user === botUser &&
      !text &&
      (blocks?.length ?? 0) === 0 &&
      ts !== undefined &&
      ts !== thread &&
      Number(ts) * 1000 >= since &&
      !desk.posts.isPosted(channel, ts),
  );
  return lost?.ts;
}
