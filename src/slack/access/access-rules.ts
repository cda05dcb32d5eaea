import { parseDocument } from 'yaml';
import { z } from 'zod';
import { type Audience, committeeKey, joinAudiences, SCHEDULE_12A_PARAGRAPHS } from '../../audience.ts';
import { AppError } from '../../errors.ts';

/** What is answered to guests and people of other workspaces, and where they read along. */
export type OutsiderRule = 'public' | 'nothing';

/**
 * Who is cleared for what: audiences by Slack's ids of people (U…, W…), user groups (S…) and channels (C…, G…).
 * `openChannels` says whether the members of a channel that anybody in the workspace may enter count alone.
 */
export type AccessRules = {
  people: Map<string, Audience>;
  groups: Map<string, Audience>;
  channels: Map<string, Audience>;
  outsiders: OutsiderRule;
  openChannels: 'members' | 'public';
  /** Names of committees as the file writes them. */
  committees: string[];
};

/** Without an access file nobody is cleared, and outsiders may ask what everybody may read. */
export const NOBODY_CLEARED: AccessRules = {
  people: new Map(),
  groups: new Map(),
  channels: new Map(),
  outsiders: 'public',
  openChannels: 'members',
  committees: [],
};

const committeeName = z
  .string()
  .trim()
  .max(200)
  .refine((name) => committeeKey(name) !== '', 'expected the name of a committee');
const grant = z.strictObject({
  committees: z.union([z.literal('all'), z.array(committeeName).min(1)], 'expected "all" or names of committees'),
  paragraphs: z.union(
    [z.literal('all'), z.array(z.int().min(1).max(7)).min(1)],
    'expected "all" or paragraphs of Schedule 12A, 1 to 7',
  ),
  note: z.string().max(500).optional(),
});
type Grant = z.infer<typeof grant>;

function grantsBy(id: RegExp, expected: string) {
  return z.record(z.string().regex(id, expected), z.array(grant)).default({});
}

const schema = z.strictObject({
  people: grantsBy(/^[UW][A-Z0-9]{1,30}$/, 'expected the id of a member, such as U024BE7LH'),
  groups: grantsBy(/^S[A-Z0-9]{1,30}$/, 'expected the id of a user group, such as S0614TZR7'),
  channels: grantsBy(/^[CG][A-Z0-9]{1,30}$/, 'expected the id of a channel, such as C024BE91L'),
  outsiders: z.enum(['public', 'nothing'], 'expected "public" or "nothing"').default('public'),
  openChannels: z.enum(['members', 'public'], 'expected "members" or "public"').default('members'),
});

/** The rules an access file's text states. Throws `invalid` with the place of the first fault: nothing of it is used. */
export function parseAccessRules(text: string, file: string): AccessRules {
  const checked = schema.safeParse(parseJson(text, file));
  if (!checked.success) throw refusal(file, reasonOf(checked.error.issues[0]), checked.error);
  const { people, groups, channels, outsiders, openChannels } = checked.data;
  const grants = [people, groups, channels].flatMap((by) => Object.values(by).flat());
  return {
    people: audiencesBy(people),
    groups: audiencesBy(groups),
    channels: audiencesBy(channels),
    outsiders,
    openChannels,
    committees: [...new Set(grants.flatMap(({ committees }) => (committees === 'all' ? [] : committees)))],
  };
}

/** Committees of the rules that the index does not know, as the rules write them: a slip, or papers yet to come. */
export function findUnknownCommittees(rules: AccessRules, known: string[]): string[] {
  const keys = new Set(known.map(committeeKey));
  return rules.committees.filter((name) => !keys.has(committeeKey(name)));
}

function parseJson(text: string, file: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw refusal(file, 'it is not JSON', cause);
  }
  // JSON takes the last of two equal keys without a word: one of two grants of a person would be lost.
  const [twice] = parseDocument(text, { schema: 'json' }).errors.filter(({ code }) => code === 'DUPLICATE_KEY');
  if (twice)
    throw refusal(file, `the same key stands twice, the second in line ${twice.linePos?.[0].line ?? '?'}`, twice);
  return value;
}

function reasonOf(issue: z.core.$ZodIssue | undefined): string {
  const place = issue?.path.map(String).join('.');
  const message = issue?.code === 'invalid_key' ? issue.issues[0]?.message : issue?.message;
  return `${place ? `${place}: ` : ''}${message ?? 'not valid'}`;
}

function refusal(file: string, reason: string, cause: unknown): AppError {
  return new AppError('invalid', `Cannot use the access file "${file}": ${reason}`, cause);
}

function audiencesBy(by: Record<string, Grant[]>): Map<string, Audience> {
  return new Map(Object.entries(by).map(([id, grants]) => [id, joinAudiences(grants.map(audienceOf))]));
}

function audienceOf({ committees, paragraphs }: Grant): Audience {
  const cleared = paragraphs === 'all' ? SCHEDULE_12A_PARAGRAPHS : paragraphs;
  if (committees === 'all') return { cleared };
  return { cleared: [], of: committees.map((committee) => ({ committee, cleared })) };
}
