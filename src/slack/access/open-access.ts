import PQueue from 'p-queue';
import { type Audience, intersectAudiences, isPublicAudience, joinAudiences, PUBLIC_AUDIENCE } from '../../audience.ts';
import type { Log } from '../../log.ts';
import type { FindReader, Reader } from '../reader.ts';
import type { AccessRules, OutsiderRule } from './access-rules.ts';
import type { OwnTeam, PersonKind } from './judge-person.ts';
import type { AccessFile } from './open-access-file.ts';
import { type FactsClient, openSlackFacts, type SlackFacts } from './open-slack-facts.ts';

/** How long what Slack said of people and channels is believed, if no event says otherwise. */
const KEEP_MINUTES = 5;
/** An answer does not wait longer for Slack to say who reads it. */
const PATIENCE_MS = 8_000;
/** So many people are asked about at once: a channel of some dozens takes a second, and Slack's limits hold. */
const PEOPLE_AT_ONCE = 6;

const NO_MACHINES = 'Questions of other apps and workflows are not answered';
const NO_CLOSED_ACCOUNTS = 'This account is closed, so it is told nothing';
const NO_OUTSIDERS =
  'Guests and people of other workspaces cannot ask here; the published papers are on the website of the council';
const NO_OUTSIDE_CHANNELS =
  'People from outside the workspace of the council read this channel, so nothing is answered in it; ask in a direct message';

export type AccessOptions = {
  client: FactsClient;
  file: AccessFile;
  own: OwnTeam;
  log: Pick<Log, 'warn'>;
  keepMinutes?: number;
  patienceMs?: number;
  now?: () => number;
};

export type Access = {
  /** As reader.ts promises; never rejects. */
  findReader: FindReader;
  /** To be given each event of ACCESS_EVENTS: what is remembered of the people and channels in it is forgotten. */
  drop: SlackFacts['drop'];
};

/**
 * Finds what the readers of an answer may see, from the access file and from what Slack says of people, groups and
 * channels. In private it is what the asker may see, in a channel what every member of it may; apps among the members
 * do not count, and outsiders bring it down to the public record, or to nothing, as the file says. Whatever Slack does
 * not say in time counts as the public.
 */
export function openAccess(options: AccessOptions): Access {
  const { client, file, own, log, keepMinutes = KEEP_MINUTES, patienceMs = PATIENCE_MS, now = Date.now } = options;
  const facts = openSlackFacts({ client, own, keepMs: keepMinutes * 60_000, now });
  const findReader: FindReader = async (who) => {
    try {
      return await inTime(judge({ facts, rules: file.rules(), own, who }), patienceMs);
    } catch (error) {
      const { channel, user } = who;
      log.warn('Slack does not say who reads this: public record only', { user, channel, reason: reasonOf(error) });
      return readerOf(PUBLIC_AUDIENCE);
    }
  };
  return { findReader, drop: facts.drop };
}

type Judged = { facts: SlackFacts; rules: AccessRules; own: OwnTeam; who: Parameters<FindReader>[0] };

async function judge({ facts, rules, own, who }: Judged): Promise<Reader> {
  const isForeign = isOfOtherTeam(who.userTeam, own);
  const kind = await facts.person(who.user).catch((error: unknown) => {
    if (isForeign) return 'outsider' as const;
    throw error;
  });
  if (kind === 'machine') return { kind: 'refused', reason: NO_MACHINES, isMachine: true };
  if (kind === 'gone') return { kind: 'refused', reason: NO_CLOSED_ACCOUNTS };
  if (kind === 'outsider' || isForeign) return outsider(rules.outsiders, NO_OUTSIDERS);
  if (who.isExternal) return outsider(rules.outsiders, NO_OUTSIDE_CHANNELS);
  const { channel, user } = who;
  // A direct message with the bot is read by nobody else; its id alone says that it is one.
  if (channel === undefined || channel.startsWith('D')) return readerOf(await audienceOf(user, { facts, rules }));
  const { isExternal, isDirect, isOpen } = await facts.channel(channel);
  if (isExternal) return outsider(rules.outsiders, NO_OUTSIDE_CHANNELS);
  if (isDirect) return readerOf(await audienceOf(user, { facts, rules }));
  return judgeChannel({ facts, rules, isOpen, channel, user });
}

/** The workspace that an event names. Within an organisation only users.info tells, as people have several. */
function isOfOtherTeam(userTeam: string | undefined, own: OwnTeam): boolean {
  return own.enterprise === undefined && userTeam !== undefined && userTeam !== own.team;
}

type InChannel = { facts: SlackFacts; rules: AccessRules; isOpen: boolean; channel: string; user: string };

async function judgeChannel({ facts, rules, isOpen, channel, user }: InChannel): Promise<Reader> {
  const members = await facts.members(channel);
  if (members === undefined || members.length === 0) return readerOf(PUBLIC_AUDIENCE);
  const readers = [...new Set([...members, user])];
  const audiences = await Promise.all(readers.map((reader) => audienceOf(reader, { facts, rules, channel })));
  const uncleared = readers.filter((_, at) => isPublicAudience(audiences[at] ?? PUBLIC_AUDIENCE));
  const isForMembers = !isOpen || rules.openChannels === 'members';
  if (rules.outsiders === 'public') {
    // One uncleared person settles it, and then nobody else need be asked about.
    if (!isForMembers || (await hasPerson(uncleared, facts))) return readerOf(PUBLIC_AUDIENCE);
  }
  const kinds = await kindsOf(readers, facts);
  if (kinds.includes('outsider')) return outsider(rules.outsiders, NO_OUTSIDE_CHANNELS);
  if (!isForMembers || kinds.includes('gone')) return readerOf(PUBLIC_AUDIENCE);
  return readerOf(intersectAudiences(audiences.filter((_, at) => kinds[at] !== 'machine')));
}

async function hasPerson(ids: string[], facts: SlackFacts): Promise<boolean> {
  for (const id of ids) if ((await facts.person(id)) !== 'machine') return true;
  return false;
}

async function kindsOf(people: string[], facts: SlackFacts): Promise<PersonKind[]> {
  const queue = new PQueue({ concurrency: PEOPLE_AT_ONCE });
  return Promise.all(people.map((person) => queue.add(() => facts.person(person), { throwOnTimeout: true })));
}

type Granted = { facts: SlackFacts; rules: AccessRules; channel?: string };

/** What a full member may see: by name, by the user groups they are in, and, answered in a channel, by the channel. */
async function audienceOf(user: string, { facts, rules, channel }: Granted): Promise<Audience> {
  const ofGroups = await Promise.all(
    [...rules.groups].map(async ([group, audience]) =>
      (await facts.group(group)).has(user) ? audience : PUBLIC_AUDIENCE,
    ),
  );
  const ofChannel = channel === undefined ? undefined : rules.channels.get(channel);
  return joinAudiences([rules.people.get(user) ?? PUBLIC_AUDIENCE, ...ofGroups, ofChannel ?? PUBLIC_AUDIENCE]);
}

function outsider(rule: OutsiderRule, reason: string): Reader {
  return rule === 'public' ? readerOf(PUBLIC_AUDIENCE) : { kind: 'refused', reason };
}

function readerOf(audience: Audience): Reader {
  return { kind: 'reader', audience };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Slack did not answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
