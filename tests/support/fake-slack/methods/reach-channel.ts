import type { Json } from '../blocks/check-blocks.ts';
import type { FakeState } from '../state/fake-state.ts';
import { BOT_USER, type FakeChannel, type FakeMessage, findMessage } from '../state/workspace.ts';
import { SCOPE_FAMILY } from '../web-api/scopes.ts';
import { SlackError } from '../web-api/slack-error.ts';

/** What the bot wants in a channel: to know of it, to read it, to write there. */
type Purpose = 'know' | 'read' | 'write';

/** The channel of a call, if the bot may do there what it wants; throws `SlackError` with Slack's reason. */
export function reachChannel(id: unknown, { state, purpose }: { state: FakeState; purpose: Purpose }): FakeChannel {
  if (typeof id !== 'string' || id === '') throw new SlackError('channel_not_found');
  const { workspace, settings } = state;
  if (purpose === 'write' && workspace.users.has(id)) return workspace.direct(id);
  const channel = workspace.channel(id);
  const isMember = channel.members.has(BOT_USER);
  if (!isMember && channel.kind !== 'public') throw new SlackError('channel_not_found');
  if (purpose !== 'write') {
    const needed = `${SCOPE_FAMILY[channel.kind]}:${purpose === 'know' ? 'read' : 'history'}`;
    if (!settings.scopes.includes(needed)) {
      throw new SlackError('missing_scope', [], { needed, provided: settings.scopes.join(',') });
    }
  }
  if (!isMember && purpose !== 'know') throw new SlackError('not_in_channel');
  if (channel.isArchived && purpose === 'write') throw new SlackError('is_archived');
  return channel;
}

/** A message of the bot's own, for update, delete and streams. */
export function ownMessage(channel: FakeChannel, ts: unknown): FakeMessage {
  const message = findMessage(channel, String(ts));
  if (!message) throw new SlackError('message_not_found');
  if (message.user !== BOT_USER) throw new SlackError('cant_update_message');
  return message;
}

/** A page of a list, with Slack's cursor for the next; `limit` is held to the fake's page size. */
export function page<Item>(items: readonly Item[], args: Json, pageSize: number): { items: Item[]; meta: Json } {
  const start = args.cursor ? Number(Buffer.from(String(args.cursor), 'base64').toString()) : 0;
  if (!Number.isInteger(start) || start < 0 || start > items.length) throw new SlackError('invalid_cursor');
  const wanted = Number(args.limit ?? 100);
  const end = start + Math.max(1, Math.min(Number.isFinite(wanted) ? wanted : 100, pageSize));
  const next = end < items.length ? Buffer.from(String(end)).toString('base64') : '';
  return { items: items.slice(start, end), meta: { next_cursor: next } };
}
