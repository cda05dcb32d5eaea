import type { WebClient } from '@slack/web-api';
import { judgePerson, type OwnTeam, type PersonKind } from './judge-person.ts';
import { openTimedCache } from './open-timed-cache.ts';

/** Members asked for in one call; Slack recommends at most 200. */
const MEMBERS_A_PAGE = 200;
/** Of a channel with more members than this it is not asked who they are: users.info allows about 100 calls a minute. */
export const MAX_MEMBERS = 500;
/** Slack's own account sends reminders and notices; users.info does not always call it a bot. */
const SLACKBOT = 'USLACKBOT';
/** Slack's words for a person whom this workspace cannot see. */
const UNSEEN = new Set(['user_not_found', 'user_not_visible', 'users_not_found']);
/** Slack's words for a user group that nobody is in: it was taken away, or the workspace's plan has none. */
const NO_GROUP = new Set(['no_such_subteam', 'subteam_not_found', 'plan_upgrade_required']);

/** `isExternal`: people of other workspaces read it, or are invited to. `isOpen`: every full member may enter and read. */
export type ChannelFacts = { isExternal: boolean; isDirect: boolean; isOpen: boolean };

/** An event of Slack's, as far as it says what it is about. */
export type SlackEvent = { type: string; user?: unknown; channel?: unknown; subteam?: unknown; subteam_id?: unknown };

/** What Slack says of people, channels and groups, remembered for a while. Every method rejects if Slack cannot say. */
export type SlackFacts = {
  person(user: string): Promise<PersonKind>;
  channel(channel: string): Promise<ChannelFacts>;
  /** Ids of all who are in a channel; undefined if they are more than MAX_MEMBERS. */
  members(channel: string): Promise<string[] | undefined>;
  group(group: string): Promise<Set<string>>;
  /** Forgets what an event of Slack says has changed. */
  drop(event: SlackEvent): void;
};

export type FactsClient = Pick<WebClient, 'users' | 'conversations' | 'usergroups'>;
export type SlackFactsOptions = { client: FactsClient; own: OwnTeam; keepMs: number; now(): number };

/** Asks Slack through the client, and forgets after `keepMs` or when Slack says that something has changed. */
export function openSlackFacts({ client, own, keepMs, now }: SlackFactsOptions): SlackFacts {
  const kept = { keepMs, now };
  const people = openTimedCache({ ...kept, load: (user) => loadPerson(client, user, own) });
  const channels = openTimedCache({ ...kept, load: (channel) => loadChannel(client, channel) });
  const members = openTimedCache({ ...kept, load: (channel) => loadMembers(client, channel) });
  const groups = openTimedCache({ ...kept, load: (group) => loadGroup(client, group) });
  return {
    person: people.get,
    channel: channels.get,
    members: members.get,
    group: groups.get,
    drop(event) {
      const { people: user, channel, group } = touchedBy(event);
      if (user !== undefined) people.drop(user);
      if (group !== undefined) groups.drop(group);
      if (channel !== undefined) for (const cache of [channels, members]) cache.drop(channel);
      // An event that does not say what it is about may be about anything.
      if ([user, channel, group].every((id) => id === undefined)) {
        for (const cache of [people, channels, members, groups]) cache.clear();
      }
    },
  };
}

function touchedBy({ user, channel, subteam, subteam_id }: SlackEvent) {
  return { people: idOf(user), channel: idOf(channel), group: idOf(subteam_id ?? subteam) };
}

function idOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' ? id : undefined;
}

async function loadPerson(client: FactsClient, user: string, own: OwnTeam): Promise<PersonKind> {
  if (user === SLACKBOT || user === own.botUser) return 'machine';
  try {
    const answer = await client.users.info({ user });
    if (answer.user === undefined || (answer.user.id !== undefined && answer.user.id !== user)) {
      throw new Error(`Slack told nothing of the member ${user}`);
    }
    return judgePerson(answer.user, own);
  } catch (error) {
    if (UNSEEN.has(slackError(error))) return 'outsider';
    throw error;
  }
}

function slackError(error: unknown): string {
  const data = error instanceof Error && 'data' in error ? error.data : undefined;
  return typeof data === 'object' && data !== null && 'error' in data ? String(data.error) : '';
}

async function loadChannel(client: FactsClient, channel: string): Promise<ChannelFacts> {
  const { channel: facts } = await client.conversations.info({ channel });
  if (!facts) throw new Error(`Slack told nothing of the channel ${channel}`);
  const isInvited = (facts.pending_shared?.length ?? 0) > 0 || (facts.pending_connected_team_ids?.length ?? 0) > 0;
  const isShared = facts.is_shared === true && facts.is_org_shared !== true;
  return {
    isExternal: facts.is_ext_shared === true || facts.is_pending_ext_shared === true || isInvited || isShared,
    isDirect: facts.is_im === true,
    isOpen: facts.is_private !== true && facts.is_mpim !== true && facts.is_im !== true,
  };
}

async function loadMembers(client: FactsClient, channel: string): Promise<string[] | undefined> {
  const members = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await client.conversations.members({ channel, limit: MEMBERS_A_PAGE, ...(cursor ? { cursor } : {}) });
    if (!page.members) throw new Error(`Slack told no members of the channel ${channel}`);
    const known = members.size;
    for (const member of page.members) members.add(member);
    if (members.size > MAX_MEMBERS) return undefined;
    cursor = page.response_metadata?.next_cursor || undefined;
    // A page that brings nobody new but points to another would go on for ever.
    if (cursor !== undefined && members.size === known)
      throw new Error(`Slack tells the members of ${channel} in circles`);
  } while (cursor !== undefined);
  return [...members];
}

async function loadGroup(client: FactsClient, usergroup: string): Promise<Set<string>> {
  try {
    const { users } = await client.usergroups.users.list({ usergroup });
    if (!users) throw new Error(`Slack told no members of the user group ${usergroup}`);
    return new Set(users);
  } catch (error) {
    if (NO_GROUP.has(slackError(error))) return new Set();
    throw error;
  }
}
