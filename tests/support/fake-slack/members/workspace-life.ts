import type { Json } from '../blocks/check-blocks.ts';
import type { Delivery } from '../delivery/deliver.ts';
import { channelRecord } from '../methods/conversations.ts';
import { userRecord } from '../methods/people.ts';
import type { FakeState } from '../state/fake-state.ts';
import { viewRecord } from '../state/views.ts';
import { BOT_USER, type FakeChannel, type FakeUser, TEAM } from '../state/workspace.ts';

type ChannelOptions = Partial<Pick<FakeChannel, 'kind' | 'isExtShared' | 'isPendingExtShared'>> & {
  /** The bot is in unless this says no. */
  withBot?: boolean;
  members?: string[];
};

type Tell = (event: Json) => Delivery[];

/** People, channels and groups, and what happens to them; the app is told as Slack tells it. */
export function workspaceLife(state: FakeState, tell: Tell) {
  return {
    ...newcomers(state),
    ...changesOfPeople(state, tell),
    ...changesOfPlaces(state, tell),
    ...visits(state, tell),
  };
}

function newcomers({ workspace }: FakeState) {
  return {
    addUser(id: string, user: Partial<Omit<FakeUser, 'id'>> = {}): FakeUser {
      const added = { id, name: id, team: TEAM, ...user };
      workspace.users.set(id, added);
      return added;
    },
    addChannel(
      id: string,
      { withBot = true, members = [], kind = 'public', ...rest }: ChannelOptions & { name?: string } = {},
    ) {
      const { name = id.toLowerCase(), ...shared } = rest;
      const all = new Set([...members, ...(withBot ? [BOT_USER] : [])]);
      return Object.assign(workspace.addChannel({ id, name, kind, members: all }), shared);
    },
    addUserGroup(id: string, { handle = id.toLowerCase(), users = [] }: { handle?: string; users?: string[] } = {}) {
      workspace.groups.set(id, { id, handle, users });
    },
  };
}

function changesOfPeople({ workspace }: FakeState, tell: Tell) {
  const now = () => workspace.makeTs();
  return {
    userChange(id: string, change: Partial<FakeUser>): Delivery[] {
      const user = Object.assign(workspace.user(id), change);
      return tell({ type: 'user_change', user: userRecord(user), cache_ts: 1, event_ts: now() });
    },
    groupChange(id: string, users: string[]): Delivery[] {
      const group = workspace.groups.get(id);
      if (!group) throw new Error(`No user group ${id}`);
      group.users = users;
      const change = { subteam_id: id, team_id: TEAM, date_update: 1, event_ts: now() };
      return tell({ type: 'subteam_members_changed', ...change });
    },
    join(user: string, channel: string): Delivery[] {
      const place = workspace.channel(channel);
      place.members.add(user);
      const about = { user, channel, channel_type: place.kind === 'public' ? 'C' : 'G', team: TEAM };
      return tell({ type: 'member_joined_channel', ...about, event_ts: now() });
    },
    leave(user: string, channel: string): Delivery[] {
      const place = workspace.channel(channel);
      place.members.delete(user);
      const about = { user, channel, channel_type: place.kind === 'public' ? 'C' : 'G', team: TEAM };
      return tell({ type: user === BOT_USER ? 'channel_left' : 'member_left_channel', ...about, event_ts: now() });
    },
  };
}

function changesOfPlaces(state: FakeState, tell: Tell) {
  const { workspace } = state;
  const now = () => workspace.makeTs();
  return {
    archive(channel: string): Delivery[] {
      workspace.channel(channel).isArchived = true;
      return tell({ type: 'channel_archive', channel, user: BOT_USER, event_ts: now() });
    },
    share(channel: string): Delivery[] {
      const place = workspace.channel(channel);
      place.isExtShared = true;
      const record = channelRecord(place);
      return tell({ type: 'channel_shared', channel, connected_team_id: 'T0STRANGER', record, event_ts: now() });
    },
    revokeToken(): Delivery[] {
      state.revoked.error = 'token_revoked';
      return tell({ type: 'tokens_revoked', tokens: { oauth: [], bot: [BOT_USER] }, event_ts: now() });
    },
    uninstall(): Delivery[] {
      state.revoked.error = 'account_inactive';
      return tell({ type: 'app_uninstalled', event_ts: now() });
    },
  };
}

function visits(state: FakeState, tell: Tell) {
  const { workspace } = state;
  const now = () => workspace.makeTs();
  return {
    /** The Home tab, or the conversation with the bot. */
    openHome(user: string, tab: 'home' | 'messages' = 'home'): Delivery[] {
      const home = state.views.all.find((one) => one.user === user && one.view.type === 'home');
      const view = home && tab === 'home' ? { view: viewRecord(home) } : {};
      const channel = workspace.direct(user).id;
      return tell({ type: 'app_home_opened', user, channel, tab, ...view, event_ts: now() });
    },
    /** The member presses Stop under the agent's thread. */
    stopAgent(user: string, channel: string, thread: string): Delivery[] {
      const live = workspace
        .channel(channel)
        .messages.filter((one) => one.threadTs === thread && one.stream?.state === 'live');
      for (const { stream } of live) if (stream) stream.state = 'stopped';
      const streams = live.map(({ ts }) => ts);
      const place = { user, channel, thread_ts: thread, streaming_message_ts: streams };
      return tell({ type: 'agent_session_stopped', ...place, event_ts: now() });
    },
  };
}
