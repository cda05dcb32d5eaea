import { randomUUID } from 'node:crypto';
import type { Json } from '../blocks/check-blocks.ts';
import type { Deliverer, Delivery } from '../delivery/deliver.ts';
import { CHANNEL_TYPES, eventCallback, isHeard } from '../delivery/event-callback.ts';
import type { FakeState } from '../state/fake-state.ts';
import { BOT_USER, type FakeChannel, type FakeMessage, messageRecord, TEAM } from '../state/workspace.ts';

/** Something said: its ts, and what the app was told of it. */
export type Said = { ts: string; channel: string; deliveries: Delivery[] };

export type SayOptions = {
  thread?: string;
  subtype?: string;
  /** Fields of the event besides Slack's usual, or in their place: hostile or odd ones. */
  fields?: Json;
};

/** What members say; texts are as events carry them: `&amp;` for an ampersand, `<@U1>` for a mention. */
export function memberMessages(state: FakeState, deliverer: Deliverer) {
  const { workspace } = state;
  const tell = (event: Json): Delivery[] => {
    if (!isHeard(event, state)) return [];
    const channel = typeof event.channel === 'string' ? workspace.channels.get(event.channel) : undefined;
    return [deliverer.deliver('event', eventCallback(event, channel))];
  };
  const say = (user: string, channelId: string, text: string, options: SayOptions = {}): Said => {
    const channel = workspace.channel(channelId);
    const { thread, subtype, fields = {} } = options;
    const ts = workspace.makeTs();
    const by = workspace.user(user);
    const bot = by.isBot ? { botId: `B${user.slice(1)}` } : {};
    const place = { ...(thread ? { threadTs: thread } : {}), ...(subtype ? { subtype } : {}) };
    const message = workspace.say({ ts, user, text, ...place, ...bot, arguments: {} }, channel);
    const event = { ...messageEvent(message, { channel, team: by.team }), ...fields };
    const mention = { ...event, type: 'app_mention' };
    const isMention = text.includes(`<@${BOT_USER}`) && channel.kind !== 'im';
    return { ts, channel: channelId, deliveries: [...(isMention ? tell(mention) : []), ...tell(event)] };
  };
  return {
    tell,
    say,
    /** "@Minutebook …" in a channel. */
    mention: (user: string, channel: string, text: string, options?: SayOptions): Said =>
      say(user, channel, `<@${BOT_USER}> ${text}`, options),
    /** In the member's conversation with the bot. */
    directMessage: (user: string, text: string, options?: SayOptions): Said =>
      say(user, workspace.direct(user).id, text, options),
    edit(said: Said, text: string): Delivery[] {
      const channel = workspace.channel(said.channel);
      const message = find(channel, said.ts);
      const previous = messageRecord(message, channel);
      Object.assign(message, { text, edited: true });
      workspace.changed();
      const now = { message: messageRecord(message, channel), previous_message: previous };
      return tell({ ...hidden('message_changed', channel), ...now });
    },
    remove(said: Pick<Said, 'ts' | 'channel'>): Delivery[] {
      const channel = workspace.channel(said.channel);
      const message = find(channel, said.ts);
      const previous = messageRecord(message, channel);
      channel.messages.splice(channel.messages.indexOf(message), 1);
      workspace.changed();
      return tell({ ...hidden('message_deleted', channel), deleted_ts: said.ts, previous_message: previous });
    },
  };

  function hidden(subtype: string, channel: FakeChannel): Json {
    const ts = workspace.makeTs();
    const place = { channel: channel.id, channel_type: CHANNEL_TYPES[channel.kind] };
    return { type: 'message', subtype, hidden: true, ...place, ts, event_ts: ts };
  }
}

function find(channel: FakeChannel, ts: string): FakeMessage {
  const message = channel.messages.find((one) => one.ts === ts);
  if (!message) throw new Error(`No message ${ts} in ${channel.id}`);
  return message;
}

function messageEvent(message: FakeMessage, { channel, team }: { channel: FakeChannel; team: string }): Json {
  const { thread_ts: ownThread, ...record } = messageRecord(message, channel);
  const stranger = team === TEAM ? {} : { user_team: team, source_team: team };
  return {
    ...record,
    ...(message.threadTs ? { thread_ts: ownThread } : {}),
    ...stranger,
    client_msg_id: randomUUID(),
    channel: channel.id,
    channel_type: CHANNEL_TYPES[channel.kind],
    event_ts: message.ts,
  };
}
