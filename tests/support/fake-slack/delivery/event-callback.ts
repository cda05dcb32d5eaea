import { randomUUID } from 'node:crypto';
import type { Json } from '../blocks/check-blocks.ts';
import type { FakeSettings } from '../state/fake-state.ts';
import { APP_ID, BOT_USER, type FakeChannel, TEAM, type Workspace } from '../state/workspace.ts';
import { EVENT_SCOPES } from '../web-api/scopes.ts';

const MESSAGE_EVENTS = {
  public: 'message.channels',
  private: 'message.groups',
  im: 'message.im',
  mpim: 'message.mpim',
} as const;

/** What `channel_type` says of a message. */
export const CHANNEL_TYPES = { public: 'channel', private: 'group', im: 'im', mpim: 'mpim' } as const;

/** Whether the app hears of an event: subscribed, with the scope for it, and in the channel it is about. */
export function isHeard(
  event: Json,
  { settings, workspace }: { settings: FakeSettings; workspace: Workspace },
): boolean {
  const channel = typeof event.channel === 'string' ? workspace.channels.get(event.channel) : undefined;
  const name = event.type === 'message' ? channel && MESSAGE_EVENTS[channel.kind] : String(event.type);
  if (!name || !settings.events.includes(name)) return false;
  const scope = EVENT_SCOPES[name];
  if (scope && !settings.scopes.includes(scope)) return false;
  const isTalk = event.type === 'message' || event.type === 'app_mention';
  return !isTalk || (channel?.members.has(BOT_USER) ?? false);
}

/** The whole payload around an event, with an event id of its own. */
export function eventCallback(event: Json, channel?: FakeChannel): Json {
  return {
    token: 'legacy-verification-token',
    team_id: TEAM,
    context_team_id: TEAM,
    context_enterprise_id: null,
    api_app_id: APP_ID,
    event,
    type: 'event_callback',
    event_id: `Ev${randomUUID().replaceAll('-', '').slice(0, 10).toUpperCase()}`,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [
      { enterprise_id: null, team_id: TEAM, user_id: BOT_USER, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: channel?.isExtShared ?? false,
    event_context: `4-${randomUUID()}`,
  };
}
