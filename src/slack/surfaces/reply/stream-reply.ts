import { readRefusal } from '../../calls/slack-refusal.ts';
import type { ThreadPlace } from '../../job.ts';
import type { SurfaceContext } from '../context.ts';
import type { StreamedAnswer } from './streamed-answer.ts';

export type StreamOptions = { place: ThreadPlace; user: string; key: string; signal: AbortSignal };

type StreamContext = Pick<SurfaceContext, 'client' | 'desk' | 'streams' | 'log'>;

/**
 * Streams an answer, a chunk for each statement. Gives the message's ts, or undefined where nothing of it stands in
 * Slack, so that it can be posted. A stream that breaks off is taken back, for half an answer is none.
 */
export async function streamReply(
  { chunks, tail }: StreamedAnswer,
  { context, ...options }: StreamOptions & { context: StreamContext },
): Promise<string | undefined> {
  const { client, desk, streams, log } = context;
  const { place, user, key, signal } = options;
  if (!streams.take()) return undefined;
  const thread = { channel: place.channel, thread_ts: place.thread };
  const post = desk.posts.begin(key, place);
  let ts = post.ts;
  try {
    if (!post.isNew) throw new Error('an earlier stream was cut off');
    // Begun empty: should its answer get lost, nothing is said twice.
    const begun = await client.chat.startStream({ ...thread, recipient_team_id: place.team, recipient_user_id: user });
    ts = begun.ts;
    if (ts === undefined) throw new Error('Slack began a stream without saying where');
    desk.posts.posted(key, ts);
    for (const chunk of chunks) {
      signal.throwIfAborted();
      await client.chat.appendStream({ channel: place.channel, ts, chunks: [chunk] });
    }
    await client.chat.stopStream({ channel: place.channel, ts, blocks: tail });
    return ts;
  } catch (error) {
    streams.rest();
    if (!signal.aborted) log.info('answer not streamed', { reason: readRefusal(error).error });
    if (ts !== undefined) await takeBack(client, { channel: place.channel, ts, log });
    signal.throwIfAborted();
    return undefined;
  }
}

/** A live stream cannot be deleted before it is stopped; one that is over already says so. */
async function takeBack(
  client: StreamContext['client'],
  { channel, ts, log }: { channel: string; ts: string; log: StreamContext['log'] },
): Promise<void> {
  for (const end of [() => client.chat.stopStream({ channel, ts }), () => client.chat.delete({ channel, ts })]) {
    await end().catch((error: unknown) =>
      log.info('broken stream not taken back', { reason: readRefusal(error).error }),
    );
  }
}
