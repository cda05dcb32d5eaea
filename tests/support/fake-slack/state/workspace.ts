import type { Json } from '../blocks/check-blocks.ts';
import { SlackError } from '../web-api/slack-error.ts';

/** A member, guest, stranger or bot, as `users.info` tells them. */
export type FakeUser = {
  id: string;
  name: string;
  team: string;
  isBot?: boolean;
  isRestricted?: boolean;
  isUltraRestricted?: boolean;
  isWorkflowBot?: boolean;
  isConnectorBot?: boolean;
  isStranger?: boolean;
  deleted?: boolean;
  email?: string;
};

export type FakeChannel = {
  id: string;
  name: string;
  kind: 'public' | 'private' | 'im' | 'mpim';
  members: Set<string>;
  isArchived: boolean;
  isExtShared: boolean;
  isPendingExtShared: boolean;
  messages: FakeMessage[];
};

/** A message; `seenBy` makes it ephemeral. A deleted one is gone from `messages`. */
export type FakeMessage = {
  ts: string;
  /** When it stood in Slack, whole: milliseconds since 1970. */
  postedAt: number;
  user: string;
  text: string;
  blocks?: Json[];
  threadTs?: string;
  botId?: string;
  metadata?: Json;
  markdown?: string;
  edited?: boolean;
  seenBy?: string;
  subtype?: string;
  stream?: { state: 'live' | 'stopped' | 'completed'; startedAt: number; chunks: Json[]; blocks: Json[] };
  arguments: Json;
};

export type FakeUserGroup = { id: string; handle: string; users: string[] };

export type Workspace = ReturnType<typeof openWorkspace>;

export const BOT_USER = 'U0MINUTES';
export const BOT_ID = 'B0MINUTES';
export const APP_ID = 'A0MINUTES';
export const TEAM = 'T0COUNCIL';

/** Who and what there is, and what was said. `changed` is called after every change, for those who wait for one. */
export function openWorkspace(changed: () => void) {
  const users = new Map<string, FakeUser>();
  const channels = new Map<string, FakeChannel>();
  const groups = new Map<string, FakeUserGroup>();
  const ephemerals: (FakeMessage & { channel: string })[] = [];
  const makeTs = stampClock();
  users.set(BOT_USER, { id: BOT_USER, name: 'Minutebook', team: TEAM, isBot: true });

  const direct = (user: string): FakeChannel => {
    const id = `D${user.slice(1)}`;
    const existing = channels.get(id);
    if (existing) return existing;
    return add({ id, name: '', kind: 'im', members: new Set([user, BOT_USER]) });
  };
  const add = (channel: Pick<FakeChannel, 'id' | 'name' | 'kind' | 'members'>): FakeChannel => {
    const added = { ...channel, isArchived: false, isExtShared: false, isPendingExtShared: false, messages: [] };
    channels.set(channel.id, added);
    return added;
  };
  return {
    users,
    channels,
    groups,
    ephemerals,
    makeTs,
    direct,
    addChannel: add,
    changed,
    user(id: string): FakeUser {
      const user = users.get(id);
      if (!user) throw new SlackError('user_not_found');
      return user;
    },
    channel(id: string): FakeChannel {
      const channel = channels.get(id);
      if (!channel) throw new SlackError('channel_not_found');
      return channel;
    },
    say(said: Omit<FakeMessage, 'postedAt'>, channel: FakeChannel): FakeMessage {
      const message = { ...said, postedAt: Date.now() };
      channel.messages.push(message);
      changed();
      return message;
    },
    whisper(message: Omit<FakeMessage, 'postedAt'> & { seenBy: string }, channel: string): void {
      ephemerals.push({ ...message, postedAt: Date.now(), channel });
      changed();
    },
  };
}

export function findMessage(channel: FakeChannel, ts: string): FakeMessage | undefined {
  return channel.messages.find((message) => message.ts === ts);
}

/** A message as `conversations.history`, `replies` and events give it. */
export function messageRecord(message: FakeMessage, channel: FakeChannel): Json {
  const replies = channel.messages.filter(({ ts, threadTs }) => threadTs === message.ts && ts !== message.ts);
  const users = [...new Set(replies.map(({ user }) => user))];
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: TEAM,
    ...(message.subtype ? { subtype: message.subtype } : {}),
    ...(message.botId ? { bot_id: message.botId, app_id: APP_ID } : {}),
    ...(message.blocks ? { blocks: message.blocks } : {}),
    ...(message.metadata ? { metadata: message.metadata } : {}),
    ...(message.edited ? { edited: { user: message.user, ts: message.ts } } : {}),
    ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    ...(message.threadTs && message.threadTs !== message.ts
      ? { parent_user_id: findMessage(channel, message.threadTs)?.user }
      : {}),
    ...(replies.length > 0
      ? {
          thread_ts: message.ts,
          reply_count: replies.length,
          reply_users: users,
          reply_users_count: users.length,
          latest_reply: replies.at(-1)?.ts,
        }
      : {}),
  };
}

/** Unlike any two messages of a channel: seconds of now and a count, never twice the same, always growing. */
function stampClock(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `${Math.floor(Date.now() / 1000)}.${String(count).padStart(6, '0')}`;
  };
}
