import type { Json } from '../blocks/check-blocks.ts';
import type { FakeState, Method } from '../state/fake-state.ts';
import { APP_ID, BOT_ID, BOT_USER, type FakeUser, TEAM } from '../state/workspace.ts';
import { SlackError } from '../web-api/slack-error.ts';
import { page } from './reach-channel.ts';

export const peopleMethods: Record<string, Method> = {
  'auth.test': (_args, state) => ({
    url: `${state.apiUrl()}`,
    team: state.settings.teamName,
    team_id: TEAM,
    user: 'minutebook',
    user_id: BOT_USER,
    bot_id: BOT_ID,
    is_enterprise_install: false,
  }),
  'api.test': (args) => ({ args }),
  'team.info': (_args, state) => ({ team: { id: TEAM, name: state.settings.teamName, domain: 'council' } }),
  'bots.info': (args) => {
    if (args.bot !== BOT_ID) throw new SlackError('bot_not_found');
    return { bot: { id: BOT_ID, deleted: false, name: 'Minutebook', app_id: APP_ID, user_id: BOT_USER } };
  },
  'users.info': (args, state) => ({ user: userRecord(state.workspace.user(String(args.user))) }),
  'users.list': (args, state) => {
    const { items, meta } = page([...state.workspace.users.values()], args, state.settings.pageSize);
    return { members: items.map(userRecord), response_metadata: meta };
  },
  'users.lookupByEmail': (args, state) => {
    const found = [...state.workspace.users.values()].find(({ email }) => email !== undefined && email === args.email);
    if (!found) throw new SlackError('users_not_found');
    return { user: userRecord(found) };
  },
  'usergroups.list': (_args, { workspace }) => ({
    usergroups: [...workspace.groups.values()].map((group) => ({
      ...group,
      team_id: TEAM,
      user_count: group.users.length,
    })),
  }),
  'usergroups.users.list': (args, state) => ({ users: groupOf(args, state).users }),
  'reactions.add': (args, state) => {
    const channel = state.workspace.channel(String(args.channel));
    if (!channel.messages.some(({ ts }) => ts === args.timestamp)) throw new SlackError('message_not_found');
    return {};
  },
};

export function userRecord(user: FakeUser): Json {
  const { id, name, team } = user;
  return {
    id,
    team_id: team,
    name: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.'),
    real_name: name,
    deleted: user.deleted ?? false,
    is_bot: user.isBot ?? false,
    is_restricted: user.isRestricted ?? false,
    is_ultra_restricted: user.isUltraRestricted ?? false,
    ...(user.isWorkflowBot ? { is_workflow_bot: true } : {}),
    ...(user.isConnectorBot ? { is_connector_bot: true } : {}),
    ...(user.isStranger ? { is_stranger: true } : {}),
    tz: 'Europe/London',
    tz_offset: 0,
    locale: 'en-GB',
    profile: { real_name: name, display_name: name, team, ...(user.email ? { email: user.email } : {}) },
  };
}

function groupOf(args: Json, { workspace }: FakeState) {
  const group = workspace.groups.get(String(args.usergroup));
  if (!group) throw new SlackError('no_such_subteam');
  return group;
}
