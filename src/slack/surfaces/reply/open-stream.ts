import type { MarkdownTextChunk } from '@slack/types';
import { readRefusal } from '../../calls/slack-refusal.ts';
import type { ThreadPlace } from '../../job.ts';
import type { SurfaceContext } from '../context.ts';
import { knownPost } from '../memory/known-post.ts';
import { findLostStream } from './find-lost-stream.ts';
import type { StreamedAnswer } from './streamed-answer.ts';

export type StreamOptions = {
  place: ThreadPlace;
  user: string;
  /** The workspace of whoever asked, where Slack said it: outside of direct messages a stream must name it. */
  userTeam?: string;
  key: string;
  signal: AbortSignal;
  context: Pick<SurfaceContext, 'client' | 'desk' | 'streams' | 'log' | 'botUser'>;
};

/** An answer while it comes. What is said early stays only if it is how the whole answer begins. */
export type AnswerStream = {
  /** Says a chunk once those before it are said. Never throws. */
  say(chunk: MarkdownTextChunk): void;
  /** Says the rest and ends. Gives the message's ts, or undefined where nothing stands in Slack, so that it can be posted. */
  finish(answer: StreamedAnswer): Promise<string | undefined>;
  /** Takes away what was said, unless it was finished. Never throws. */
  takeBack(): Promise<void>;
};

/**
 * Streams one answer, a chunk for each statement; nothing is sent before the first. A stream that breaks off, or that
 * another answer follows, is taken back, for half an answer is none.
 */
export function openStream(options: StreamOptions): AnswerStream {
  const { context, signal, key, place } = options;
  const { client, desk, streams, log } = context;
  const { channel } = place;
  const said: MarkdownTextChunk[] = [];
  let line = Promise.resolve();
  let failure: unknown;
  let ts: string | undefined;
  const append = async (chunk: MarkdownTextChunk): Promise<void> => {
    signal.throwIfAborted();
    ts ??= await begin(options);
    await client.chat.appendStream({ channel, ts, chunks: [chunk] });
    said.push(chunk);
  };
  const takeBack = async () => {
    await line;
    const begun = ts;
    ts = undefined;
    if (begun !== undefined) await endAndDelete(client, { channel, ts: begun, log });
  };
  return {
    say(chunk) {
      line = line
        .then(() => (failure === undefined ? append(chunk) : undefined))
        .catch((error: unknown) => {
          failure = error;
        });
    },
    takeBack,
    async finish({ chunks, tail }) {
      await line;
      const whole = ts === undefined ? knownPost(desk, `${key}:whole`) : undefined;
      if (whole !== undefined) return whole;
      try {
        if (failure !== undefined) throw failure;
        if (!isBeginning(said, chunks)) throw new NotStreamed('the whole answer begins otherwise');
        for (const chunk of chunks.slice(said.length)) await append(chunk);
        const stood = ts;
        if (stood === undefined) throw new NotStreamed('there is nothing to stream');
        await client.chat.stopStream({ channel, ts: stood, blocks: tail });
        desk.posts.begin(`${key}:whole`, place);
        desk.posts.posted(`${key}:whole`, stood);
        ts = undefined;
        return stood;
      } catch (error) {
        await takeBack();
        signal.throwIfAborted();
        // That nothing may be said in one place tells nothing of the others.
        if (!(error instanceof NotStreamed) && readRefusal(error).kind !== 'closed') streams.rest(channel);
        log.info('answer not streamed', {
          reason: error instanceof NotStreamed ? error.message : readRefusal(error).error,
        });
        return undefined;
      }
    },
  };
}

/** Why there is no stream although Slack refused none. */
class NotStreamed extends Error {}

function isBeginning(said: MarkdownTextChunk[], chunks: MarkdownTextChunk[]): boolean {
  return said.every(({ text }, at) => text === chunks[at]?.text);
}

/** Begun empty: should Slack's answer get lost, nothing is said twice. */
async function begin(options: StreamOptions): Promise<string> {
  const { place, user, userTeam = place.team, key, context } = options;
  const { client, desk, streams, log } = context;
  const { channel } = place;
  if (knownPost(desk, `${key}:whole`) !== undefined) throw new NotStreamed('it was streamed before a restart');
  const cutOff = knownPost(desk, key);
  if (cutOff !== undefined) await endAndDelete(client, { channel, ts: cutOff, log });
  if (cutOff !== undefined || !streams.take(channel))
    throw new NotStreamed('it was begun before, or there are too many streams');
  const { isNew, begunAt } = desk.posts.begin(key, place);
  if (!isNew) {
    await takeBackLost(options, begunAt);
    throw new NotStreamed('it was about to begin before a restart');
  }
  const to = { channel, thread_ts: place.thread, recipient_team_id: userTeam, recipient_user_id: user };
  const { ts } = await client.chat.startStream(to).catch(async (error: unknown) => {
    if (readRefusal(error).kind === 'unsure') await takeBackLost(options, begunAt);
    throw error;
  });
  if (ts === undefined) throw new Error('Slack began a stream without saying where');
  desk.posts.posted(key, ts);
  return ts;
}

/** Slack may have begun a stream and its answer got lost: an empty message would stay for ever. Never throws. */
async function takeBackLost({ place, context }: StreamOptions, begunAt: number): Promise<void> {
  const { client, log } = context;
  try {
    const ts = await findLostStream({ place, begunAt, context });
    if (ts !== undefined) await endAndDelete(client, { channel: place.channel, ts, log });
  } catch (error) {
    log.info('lost stream not looked for', { reason: readRefusal(error).error });
  }
}

type Taken = { channel: string; ts: string; log: SurfaceContext['log'] };

/** A live stream cannot be deleted before it is stopped; one that is over already says so. */
async function endAndDelete(client: SurfaceContext['client'], { channel, ts, log }: Taken): Promise<void> {
  for (const end of [() => client.chat.stopStream({ channel, ts }), () => client.chat.delete({ channel, ts })]) {
    await end().catch((error: unknown) =>
      log.info('broken stream not taken back', { reason: readRefusal(error).error }),
    );
  }
}
