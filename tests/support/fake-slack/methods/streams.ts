import { z } from 'zod';
import { checkBlocks, type Json } from '../blocks/check-blocks.ts';
import type { FakeState, Method } from '../state/fake-state.ts';
import { type FakeChannel, type FakeMessage, messageRecord } from '../state/workspace.ts';
import { SlackError } from '../web-api/slack-error.ts';
import { say, threadOf } from './chat.ts';
import { ownMessage, reachChannel } from './reach-channel.ts';

const MAX_MARKDOWN_TEXT = 12_000;
/** A stream is over after about five minutes, however much is appended. */
const STREAM_MS = 5 * 60_000;

const short = z.string().max(256);
const CHUNKS = z.array(
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('markdown_text'), text: z.string() }),
    z.strictObject({ type: z.literal('plan_update'), title: short }),
    z.strictObject({ type: z.literal('blocks'), blocks: z.array(z.unknown()).max(50) }),
    z.strictObject({
      type: z.literal('task_update'),
      id: short,
      title: short,
      status: z.enum(['pending', 'in_progress', 'complete', 'error']),
      details: short.optional(),
      output: short.optional(),
      sources: z.array(z.strictObject({ type: z.literal('url'), url: z.url(), text: z.string() })).optional(),
    }),
  ]),
);

const startStream: Method = (args, state) => {
  const channel = reachChannel(args.channel, { state, purpose: 'write' });
  const thread = threadOf(args, channel);
  if (!thread.threadTs) throw new SlackError('invalid_thread_ts');
  if (channel.kind !== 'im') {
    if (!args.recipient_team_id) throw new SlackError('missing_recipient_team_id');
    if (!args.recipient_user_id) throw new SlackError('missing_recipient_user_id');
  }
  const stream = { state: 'live' as const, startedAt: Date.now(), chunks: chunksOf(args), blocks: [] };
  const message = say({ text: '', ...thread, stream, arguments: args }, { channel, state });
  message.text = textOf(stream.chunks);
  state.threads.setSession(channel.id, thread.threadTs, 'processing');
  return { channel: channel.id, ts: message.ts };
};

const appendStream: Method = (args, state) => {
  const { channel, message, stream } = liveStream(args, state);
  const chunks = chunksOf(args);
  if (chunks.length === 0) throw new SlackError('no_text');
  stream.chunks.push(...chunks);
  message.text = textOf(stream.chunks);
  state.workspace.changed();
  return { channel: channel.id, ts: message.ts };
};

const stopStream: Method = (args, state) => {
  const { channel, message, stream } = liveStream(args, state);
  stream.chunks.push(...chunksOf(args));
  if (args.blocks !== undefined) stream.blocks = checkBlocks(args.blocks, 'message');
  stream.state = 'completed';
  message.postedAt = Date.now();
  message.text = textOf(stream.chunks);
  message.blocks = blocksOf(stream);
  if (typeof args.metadata === 'object' && args.metadata) message.metadata = args.metadata as Json;
  const status = args.session_status ?? 'active';
  if (message.threadTs) state.threads.setSession(channel.id, message.threadTs, String(status));
  state.workspace.changed();
  return { channel: channel.id, ts: message.ts, message: messageRecord(message, channel) };
};

export const streamMethods: Record<string, Method> = {
  'chat.startStream': startStream,
  'chat.appendStream': appendStream,
  'chat.stopStream': stopStream,
};

function liveStream(args: Json, state: FakeState): { channel: FakeChannel; message: FakeMessage; stream: Stream } {
  const channel = reachChannel(args.channel, { state, purpose: 'write' });
  const message = ownMessage(channel, args.ts);
  const { stream } = message;
  if (stream?.state === 'stopped') throw new SlackError('stopped_by_user');
  const isOver = stream && Date.now() - stream.startedAt > STREAM_MS;
  if (stream?.state !== 'live' || isOver) {
    if (stream?.state === 'live') stream.state = 'completed';
    throw new SlackError('message_not_in_streaming_state');
  }
  return { channel, message, stream };
}

type Stream = NonNullable<FakeMessage['stream']>;

function chunksOf(args: Json): Json[] {
  const { markdown_text: markdown, chunks = [] } = args;
  if (markdown !== undefined && String(markdown).length > MAX_MARKDOWN_TEXT) throw new SlackError('msg_too_long');
  const parsed = CHUNKS.safeParse(chunks);
  if (!parsed.success) throw new SlackError('invalid_chunks', [parsed.error.message]);
  for (const chunk of parsed.data) if (chunk.type === 'blocks') checkBlocks(chunk.blocks, 'message');
  const text = markdown === undefined ? [] : [{ type: 'markdown_text', text: String(markdown) }];
  return [...text, ...(parsed.data as Json[])];
}

function textOf(chunks: Json[]): string {
  return chunks.flatMap((chunk) => (chunk.type === 'markdown_text' ? [String(chunk.text)] : [])).join('');
}

function blocksOf(stream: Stream): Json[] {
  const inChunks = stream.chunks.flatMap((chunk) => (chunk.type === 'blocks' ? (chunk.blocks as Json[]) : []));
  return [...inChunks, ...stream.blocks];
}
