import type { Json } from '../blocks/check-blocks.ts';
import type { Method } from '../state/fake-state.ts';
import { BOT_USER, type FakeChannel, findMessage, messageRecord, TEAM } from '../state/workspace.ts';
import { SCOPE_FAMILY } from '../web-api/scopes.ts';
import { SlackError } from '../web-api/slack-error.ts';
import { page, reachChannel } from './reach-channel.ts';

const info: Method = (args, state) => {
  const channel = reachChannel(args.channel, { state, purpose: 'know' });
  return { channel: channelRecord(channel) };
};

const members: Method = (args, state) => {
  const channel = reachChannel(args.channel, { state, purpose: 'know' });
  const { items, meta } = page([...channel.members], args, state.settings.pageSize);
  return { members: items, response_metadata: meta };
};

/** Newest first, top-level messages only, between `oldest` and `latest`. */
const history: Method = (args, state) => {
  const channel = reachChannel(args.channel, { state, purpose: 'read' });
  const within = inRange(args);
  const top = channel.messages.filter(({ ts, threadTs }) => (!threadTs || threadTs === ts) && within(ts));
  const { items, meta } = page([...top].reverse(), args, state.settings.pageSize);
  return pageOfMessages(
    items.map((message) => recordFor(message, channel, args)),
    meta,
  );
};

/** The root and its replies, oldest first. */
const replies: Method = (args, state) => {
  const channel = reachChannel(args.channel, { state, purpose: 'read' });
  const ts = String(args.ts);
  const root = findMessage(channel, ts);
  const thread = root?.threadTs ?? ts;
  const within = inRange(args);
  const all = channel.messages.filter((one) => one.ts === thread || one.threadTs === thread);
  if (all.length === 0) throw new SlackError('thread_not_found');
  const wanted = all.filter((one) => one.ts === thread || within(one.ts));
  const { items, meta } = page(wanted, args, state.settings.pageSize);
  return pageOfMessages(
    items.map((message) => recordFor(message, channel, args)),
    meta,
  );
};

const open: Method = (args, state) => {
  const ids = String(args.users ?? '')
    .split(',')
    .filter(Boolean);
  if (ids.length === 0 && args.channel)
    return { channel: channelRecord(state.workspace.channel(String(args.channel))) };
  const [user] = ids;
  if (!user || ids.length > 1) throw new SlackError(user ? 'method_not_supported' : 'users_list_not_supplied');
  return { channel: channelRecord(state.workspace.direct(state.workspace.user(user).id)) };
};

const list: Method = (args, state) => {
  const kinds = String(args.types ?? 'public_channel').split(',');
  const known = [...state.workspace.channels.values()].filter(
    (channel) =>
      kinds.includes(KIND_NAMES[channel.kind]) && (channel.kind === 'public' || channel.members.has(BOT_USER)),
  );
  const allowed = known.filter(({ kind }) => state.settings.scopes.includes(`${SCOPE_FAMILY[kind]}:read`));
  const wanted = allowed.filter(({ isArchived }) => !isArchived || String(args.exclude_archived) !== 'true');
  const { items, meta } = page(wanted, args, state.settings.pageSize);
  return { channels: items.map(channelRecord), response_metadata: meta };
};

const usersConversations: Method = (args, state) => {
  const user = String(args.user ?? BOT_USER);
  const kinds = String(args.types ?? 'public_channel').split(',');
  const joined = [...state.workspace.channels.values()].filter(
    ({ kind, members: all }) =>
      all.has(user) && kinds.includes(KIND_NAMES[kind]) && (kind === 'public' || all.has(BOT_USER)),
  );
  const { items, meta } = page(joined, args, state.settings.pageSize);
  return { channels: items.map(channelRecord), response_metadata: meta };
};

export const conversationMethods: Record<string, Method> = {
  'conversations.info': info,
  'conversations.members': members,
  'conversations.history': history,
  'conversations.replies': replies,
  'conversations.open': open,
  'conversations.list': list,
  'users.conversations': usersConversations,
};

const KIND_NAMES = { public: 'public_channel', private: 'private_channel', im: 'im', mpim: 'mpim' } as const;

export function channelRecord(channel: FakeChannel): Json {
  const { id, kind, members: all } = channel;
  const shared = channel.isExtShared;
  const common = { id, created: 1_700_000_000, is_archived: channel.isArchived, context_team_id: TEAM };
  if (kind === 'im') {
    return {
      ...common,
      is_im: true,
      is_org_shared: false,
      user: [...all].find((user) => user !== BOT_USER),
      is_open: true,
    };
  }
  return {
    ...common,
    name: channel.name,
    is_channel: kind === 'public',
    is_group: kind === 'private',
    is_im: false,
    is_mpim: kind === 'mpim',
    is_private: kind !== 'public',
    is_general: false,
    is_shared: shared,
    is_org_shared: false,
    is_ext_shared: shared,
    is_pending_ext_shared: channel.isPendingExtShared,
    is_member: all.has(BOT_USER),
    num_members: all.size,
    shared_team_ids: shared ? [TEAM, 'T0STRANGER'] : [TEAM],
  };
}

function inRange({ oldest, latest, inclusive }: Json): (ts: string) => boolean {
  const includes = String(inclusive) === 'true' || String(inclusive) === '1';
  const from = oldest === undefined ? -1 : Number(oldest);
  const to = latest === undefined ? Number.POSITIVE_INFINITY : Number(latest);
  return (ts) => {
    const at = Number(ts);
    return includes ? at >= from && at <= to : at > from && at < to;
  };
}

function recordFor(message: Parameters<typeof messageRecord>[0], channel: FakeChannel, args: Json): Json {
  const { metadata, ...record } = messageRecord(message, channel);
  // Metadata is told only to those who ask for it.
  return metadata && String(args.include_all_metadata) === 'true' ? { ...record, metadata } : record;
}

function pageOfMessages(messages: Json[], meta: Json): Json {
  return { messages, has_more: meta.next_cursor !== '', response_metadata: meta };
}
