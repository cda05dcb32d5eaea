import type { WebClient } from '@slack/web-api';
import type { PostStore } from '../../desk.ts';
import { AppError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { cutText } from '../format/cut-text.ts';
import type { Message, Messenger, Posted, Target } from '../messenger.ts';
import { openDirectChannels } from './direct-channels.ts';
import { findPost } from './find-post.ts';
import { pause } from './patient-fetch.ts';
import { respondByUrl } from './respond-by-url.ts';
import { asAppError, readRefusal } from './slack-refusal.ts';

const POST_ATTEMPTS = 4;
/** A message whose post was cut off may be on its way still: it is looked for after this, then after twice as long. */
const FIRST_LOOK_MS = 700;
/** chat.update refuses a longer text, however short the blocks are (msg_too_long). */
const MAX_UPDATE_CHARS = 4_000;
/** Slack's words for blocks that it does not take; the text alone says the same. */
const BAD_BLOCKS = /^(?:invalid_blocks|invalid_blocks_format|msg_blocks_too_long|block_mismatch|invalid_attachments)$/;
const METADATA_TYPE = 'minutebook_post';

export type MessengerOptions = {
  client: WebClient;
  posts: PostStore;
  botUser: string;
  log: Log;
  /** The address given as SLACK_API_URL, whose host may also be answered at. */
  apiUrl?: string;
  /** Told once for every call that Slack refuses because the bot's token is dead. */
  onRevoked(error: string): void;
};

/** Speaks to Slack as messenger.ts promises. Every place that a message goes to has its post written down before. */
export function openMessenger(options: MessengerOptions): Messenger {
  const { client, posts, log } = options;
  const placeOf = openDirectChannels(client, log);
  return {
    async post(message, { to, key, signal }) {
      const known = posts.find(key);
      if (known?.ts !== undefined) return { ts: known.ts, channel: known.channel };
      const place = { ...to, channel: await placeOf(to.channel) };
      return postOnce(message, { ...options, to: place, key, ...(signal ? { signal } : {}) });
    },
    async update({ text, blocks }, { to: { channel }, ts }) {
      const short = cutText(text, MAX_UPDATE_CHARS);
      const call = (content: { text: string; blocks?: Message['blocks'] }) =>
        client.chat.update({ channel, ts, ...content });
      try {
        await call({ text: short, blocks }).catch((thrown: unknown) => {
          if (!BAD_BLOCKS.test(readRefusal(thrown).error)) throw thrown;
          log.fault('Slack does not take the blocks of a change; only its text is shown', thrown, { channel });
          // Without an empty list the blocks before would stay.
          return call({ text: short, blocks: [] });
        });
      } catch (thrown) {
        throw told(`Cannot change a message in ${channel}`, thrown, options);
      }
    },
    async setStatus(text, { to: { channel, thread } }) {
      if (thread === undefined) return false;
      try {
        await client.assistant.threads.setStatus({ channel_id: channel, thread_ts: thread, status: text });
        return true;
      } catch (thrown) {
        log.debug('No status shown', { channel, error: readRefusal(thrown).error });
        return false;
      }
    },
    respond: (message, { url, replace = false, signal }) =>
      respondByUrl(message, { ...options, url, replace, ...(signal ? { signal } : {}) }),
  };
}

type PostOptions = MessengerOptions & { to: Target; key: string; signal?: AbortSignal };

async function postOnce(message: Message, options: PostOptions): Promise<Posted> {
  const { posts, to, key, signal } = options;
  const post = posts.begin(key, to);
  if (post.ts !== undefined) return { ts: post.ts, channel: post.channel };
  let mayStand = !post.isNew;
  for (let attempt = 1; ; attempt += 1) {
    signal?.throwIfAborted();
    const outcome =
      (mayStand && (await lookFor(message, { ...options, ...post }))) || (await send(message, options, post.mark));
    if ('ts' in outcome) {
      posts.posted(key, outcome.ts);
      return outcome;
    }
    const { kind } = readRefusal(outcome.thrown);
    if (kind !== 'unsure') {
      if (!mayStand) posts.refused(key);
      throw told(`Cannot post in ${to.channel}`, outcome.thrown, options);
    }
    // What one member alone sees cannot be looked for, so it is not said again where it may have been said.
    if (attempt === POST_ATTEMPTS || to.user !== undefined)
      throw told(`Cannot post in ${to.channel}`, outcome.thrown, options);
    mayStand = true;
    await pause(FIRST_LOOK_MS * 2 ** (attempt - 1), signal);
  }
}

type Sent = Posted | { thrown: unknown };

/** Looks twice, for Slack may be slower than the one who looks. What one member alone sees cannot be looked for. */
async function lookFor(
  message: Message,
  options: PostOptions & { mark: string; begunAt: number },
): Promise<Sent | undefined> {
  const { client, posts, botUser, to, signal } = options;
  if (to.user !== undefined) return undefined;
  const wanted = { mark: options.mark, begunAt: options.begunAt, text: message.text, to, botUser };
  for (const wait of [0, FIRST_LOOK_MS * 2]) {
    await pause(wait, signal);
    try {
      const ts = await findPost(client, { ...wanted, isKnown: (found) => posts.isPosted(to.channel, found) });
      if (ts !== undefined) return { ts, channel: to.channel };
    } catch (thrown) {
      // Without having looked it must not be posted again: the job is tried later.
      return { thrown };
    }
  }
  return undefined;
}

async function send(message: Message, options: PostOptions, mark: string): Promise<Sent> {
  const { client, to, log, key } = options;
  const { channel, thread, user } = to;
  const placed = { channel, ...(thread === undefined ? {} : { thread_ts: thread }) };
  const plainly = { unfurl_links: false, unfurl_media: false };
  const metadata = { event_type: METADATA_TYPE, event_payload: { mark } };
  const call = async (content: { text: string; blocks?: Message['blocks'] }): Promise<Posted> => {
    if (user !== undefined) {
      const { message_ts } = await client.chat.postEphemeral({ ...placed, ...content, user });
      return { ts: message_ts ?? '', channel };
    }
    const { ts, channel: where = channel } = await client.chat.postMessage({
      ...placed,
      ...plainly,
      ...content,
      metadata,
    });
    if (ts === undefined) throw new AppError('unavailable', `Cannot post in ${channel}: Slack gave no ts`);
    return { ts, channel: where };
  };
  try {
    return await call({ text: message.text, blocks: message.blocks });
  } catch (thrown) {
    const { error } = readRefusal(thrown);
    if (!BAD_BLOCKS.test(error)) return { thrown };
    log.fault('Slack does not take the blocks of a message; only its text is posted', thrown, { key, error });
    return call({ text: message.text }).catch((again: unknown) => ({ thrown: again }));
  }
}

function told(tried: string, thrown: unknown, { onRevoked }: MessengerOptions): AppError {
  const { kind, error } = readRefusal(thrown);
  if (kind === 'revoked') onRevoked(error);
  return asAppError(tried, thrown);
}
