import { readRefusal } from '../../calls/slack-refusal.ts';
import type { ThreadPlace } from '../../job.ts';
import type { SurfaceContext } from '../context.ts';
import { knownPost } from '../memory/known-post.ts';
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
  const { channel } = place;
  const whole = knownPost(desk, `${key}:whole`, place);
  if (whole !== undefined) return whole;
  const cutOff = knownPost(desk, key, place);
  if (cutOff !== undefined) await takeBack(client, { channel, ts: cutOff, log });
  if (cutOff !== undefined || !streams.take() || !desk.posts.begin(key, place).isNew) return undefined;
  let ts: string | undefined;
  try {
    // Begun empty: should Slack's answer get lost, nothing is said twice.
    const to = { channel, thread_ts: place.thread, recipient_team_id: place.team, recipient_user_id: user };
    ts = (await client.chat.startStream(to)).ts;
    if (ts === undefined) throw new Error('Slack began a stream without saying where');
    desk.posts.posted(key, ts);
    for (const chunk of chunks) {
      signal.throwIfAborted();
      await client.chat.appendStream({ channel, ts, chunks: [chunk] });
    }
    await client.chat.stopStream({ channel, ts, blocks: tail });
    desk.posts.begin(`${key}:whole`, place);
    desk.posts.posted(`${key}:whole`, ts);
    return ts;
  } catch (error) {
    if (ts !== undefined) await takeBack(client, { channel, ts, log });
    signal.throwIfAborted();
    streams.rest();
    log.info('answer not streamed', { reason: readRefusal(error).error });
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
