import type { FactsClient } from '../../../src/slack/access/open-slack-facts.ts';

type Facts = Record<string, unknown>;

/** Slack's error as its web client throws it. */
export function slackError(error: string): Error {
  return Object.assign(new Error(`An API error occurred: ${error}`), { data: { ok: false, error } });
}

/**
 * A workspace as access sees it: people, channels and groups that a test may change, and a client that answers from
 * them. `fail` makes a method throw or hang; `calls` counts what was asked.
 */
export function openAccessWorkspace() {
  const people = new Map<string, Facts>([['UBOT', { is_bot: true, team_id: 'T1' }]]);
  const channels = new Map<string, { facts: Facts; members: string[] }>();
  const groups = new Map<string, string[]>();
  const failures = new Map<string, Error | 'hang'>();
  const calls: string[] = [];
  const pageSize = { members: 2 };
  const ask = async <T>(method: string, id: string, find: () => T | undefined, missing: string) => {
    calls.push(`${method} ${id}`);
    const failure = failures.get(method) ?? failures.get(`${method} ${id}`);
    if (failure === 'hang') return new Promise<T>(() => {});
    if (failure) throw failure;
    const found = find();
    if (found === undefined) throw slackError(missing);
    return found;
  };
  const client = {
    users: {
      info: async ({ user }: { user: string }) => ({
        ok: true,
        user: { id: user, ...(await ask('users.info', user, () => people.get(user), 'user_not_found')) },
      }),
    },
    conversations: {
      info: async ({ channel }: { channel: string }) => ({
        ok: true,
        channel: await ask('conversations.info', channel, () => channels.get(channel)?.facts, 'channel_not_found'),
      }),
      members: async ({ channel, cursor = '0' }: { channel: string; cursor?: string }) => {
        const find = () => channels.get(channel)?.members;
        const members = await ask('conversations.members', channel, find, 'channel_not_found');
        const end = Number(cursor) + pageSize.members;
        const next_cursor = end < members.length ? String(end) : '';
        return { ok: true, members: members.slice(Number(cursor), end), response_metadata: { next_cursor } };
      },
    },
    usergroups: {
      users: {
        list: async ({ usergroup }: { usergroup: string }) => ({
          ok: true,
          users: await ask('usergroups.users.list', usergroup, () => groups.get(usergroup), 'no_such_subteam'),
        }),
      },
    },
  };
  return {
    // The web client's methods take and give far more than access uses.
    client: client as unknown as FactsClient,
    people,
    channels,
    groups,
    calls,
    pageSize,
    fail: (method: string, failure: Error | 'hang') => failures.set(method, failure),
    mend: () => failures.clear(),
    addPerson: (id: string, facts: Facts = {}) => people.set(id, { team_id: 'T1', ...facts }),
    addChannel: (id: string, members: string[], facts: Facts = {}) =>
      channels.set(id, { facts: { id, is_private: true, ...facts }, members: ['UBOT', ...members] }),
  };
}
