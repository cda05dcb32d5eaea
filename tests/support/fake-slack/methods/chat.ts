import { checkBlocks, type Json } from '../blocks/check-blocks.ts';
import type { FakeState, Method } from '../state/fake-state.ts';
import {
  BOT_ID,
  BOT_USER,
  type FakeChannel,
  type FakeMessage,
  findMessage,
  messageRecord,
} from '../state/workspace.ts';
import { SlackError } from '../web-api/slack-error.ts';
import { ownMessage, reachChannel } from './reach-channel.ts';

const MAX_POSTED_TEXT = 40_000;
const MAX_UPDATED_TEXT = 4_000;
const MAX_MARKDOWN_TEXT = 12_000;
const THREAD_TS = /^\d{1,12}\.\d{1,6}$/;

const postMessage: Method = (args, state) => {
  const channel = reachChannel(args.channel, { state, purpose: 'write' });
  const thread = threadOf(args, channel);
  const metadata = typeof args.metadata === 'object' && args.metadata ? { metadata: args.metadata as Json } : {};
  const message = say({ ...contentOf(args), ...thread, ...metadata, arguments: args }, { channel, state });
  return { channel: channel.id, ts: message.ts, message: messageRecord(message, channel) };
};

const postEphemeral: Method = (args, state) => {
  const channel = reachChannel(args.channel, { state, purpose: 'write' });
  const user = state.workspace.user(String(args.user));
  if (!channel.members.has(user.id)) throw new SlackError('user_not_in_channel');
  const ts = state.workspace.makeTs();
  const said = { user: BOT_USER, botId: BOT_ID, ...contentOf(args), ...threadOf(args, channel), arguments: args };
  state.workspace.whisper({ ...said, ts, seenBy: user.id }, channel.id);
  return { message_ts: ts };
};

const update: Method = (args, state) => {
  const channel = reachChannel(args.channel, { state, purpose: 'write' });
  const message = ownMessage(channel, args.ts);
  if (message.stream?.state === 'live') throw new SlackError('streaming_state_conflict');
  if (String(args.text ?? '').length > MAX_UPDATED_TEXT) throw new SlackError('msg_too_long');
  const { blocks, ...content } = contentOf(args);
  Object.assign(message, { ...content, edited: true, arguments: args });
  // Text without blocks leaves the blocks that were there; an empty list takes them away.
  if (blocks) message.blocks = blocks;
  if (typeof args.metadata === 'object' && args.metadata) message.metadata = args.metadata as Json;
  state.workspace.changed();
  emitChange(message, { channel, state });
  return { channel: channel.id, ts: message.ts, text: message.text, message: messageRecord(message, channel) };
};

const remove: Method = (args, state) => {
  const channel = reachChannel(args.channel, { state, purpose: 'write' });
  const message = ownMessage(channel, args.ts);
  channel.messages.splice(channel.messages.indexOf(message), 1);
  state.workspace.changed();
  return { channel: channel.id, ts: message.ts };
};

const getPermalink: Method = (args, state) => {
  const channel = reachChannel(args.channel, { state, purpose: 'know' });
  const message = findMessage(channel, String(args.message_ts));
  if (!message) throw new SlackError('message_not_found');
  const thread = message.threadTs ? `?thread_ts=${message.threadTs}&cid=${channel.id}` : '';
  const permalink = `https://council.slack.com/archives/${channel.id}/p${message.ts.replace('.', '')}${thread}`;
  return { channel: channel.id, permalink };
};

export const chatMethods: Record<string, Method> = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': remove,
  'chat.getPermalink': getPermalink,
};

/** Puts a message of the bot's into a channel, takes the thread's status away, and tells the app as Slack does. */
export function say(
  content: Omit<FakeMessage, 'ts' | 'user' | 'postedAt'>,
  { channel, state }: { channel: FakeChannel; state: FakeState },
): FakeMessage {
  const { workspace, threads } = state;
  const message = workspace.say({ ts: workspace.makeTs(), user: BOT_USER, botId: BOT_ID, ...content }, channel);
  const thread = message.threadTs ?? message.ts;
  if (threads.status(channel.id, thread) !== '') {
    threads.setStatus({ channel: channel.id, thread, status: '', loading: [] });
  }
  state.emit({ ...messageRecord(message, channel), channel: channel.id, event_ts: message.ts });
  return message;
}

/** The thread a call names; throws where there is none. */
export function threadOf(args: Json, channel: FakeChannel): { threadTs?: string } {
  const ts = args.thread_ts;
  if (ts === undefined || ts === '') return {};
  if (typeof ts !== 'string' || !THREAD_TS.test(ts)) throw new SlackError('invalid_thread_ts');
  const root = findMessage(channel, ts);
  // Replies to a root that was deleted stay a thread; without any there is nothing to reply to.
  if (!root && !channel.messages.some(({ threadTs }) => threadTs === ts)) throw new SlackError('thread_not_found');
  return { threadTs: root?.threadTs ?? ts };
}

function contentOf(args: Json): Pick<FakeMessage, 'text' | 'blocks' | 'markdown'> {
  const { text, blocks, attachments, markdown_text: markdown } = args;
  if (markdown !== undefined) {
    if (text !== undefined || blocks !== undefined) throw new SlackError('markdown_text_conflict');
    if (String(markdown).length > MAX_MARKDOWN_TEXT) throw new SlackError('msg_too_long');
    return { text: String(markdown), markdown: String(markdown) };
  }
  const checked = blocks === undefined ? undefined : checkBlocks(blocks, 'message');
  if ((text === undefined || text === '') && !checked?.length && attachments === undefined) {
    throw new SlackError('no_text');
  }
  return { text: String(text ?? '').slice(0, MAX_POSTED_TEXT), ...(checked ? { blocks: checked } : {}) };
}

function emitChange(message: FakeMessage, { channel, state }: { channel: FakeChannel; state: FakeState }): void {
  const record = messageRecord(message, channel);
  state.emit({
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    channel: channel.id,
    ts: state.workspace.makeTs(),
    event_ts: state.workspace.makeTs(),
    message: record,
    previous_message: record,
  });
}
