import { describe, expect, test } from 'vitest';
import { type Access, mayRead, PUBLIC_AUDIENCE } from '../../../src/audience.ts';
import { parseAccessRules } from '../../../src/slack/access/access-rules.ts';
import type { OwnTeam } from '../../../src/slack/access/judge-person.ts';
import { openAccess } from '../../../src/slack/access/open-access.ts';
import type { Reader } from '../../../src/slack/reader.ts';
import { openAccessWorkspace, slackError } from './access-workspace.ts';

const EXEMPT_3: Access = { kind: 'exempt', paragraphs: [3] };
const PUBLIC: Reader = { kind: 'reader', audience: PUBLIC_AUDIENCE };
const ALL_3 = [{ committees: 'all', paragraphs: [3] }];
const RULES = {
  people: { UCLEAR: ALL_3, UWORKS: [{ committees: ['Works Committee'], paragraphs: [3] }], UGUEST: ALL_3 },
  groups: { SCLERKS: ALL_3 },
  channels: { CGRANTED: ALL_3 },
};

/** A workspace of one cleared member, one for Works alone, a clerk by group, an uncleared one and outsiders. */
function setUp(rules: object = {}, own: OwnTeam = { team: 'T1' }) {
  const slack = openAccessWorkspace();
  for (const id of ['UCLEAR', 'UWORKS', 'UCLERK', 'UPLAIN']) slack.addPerson(id);
  slack.addPerson('UGUEST', { is_restricted: true });
  slack.addPerson('UOTHER', { team_id: 'T2' });
  slack.addPerson('UROBOT', { is_bot: true });
  slack.groups.set('SCLERKS', ['UCLERK', 'UGUEST']);
  const clock = { ms: 1_000_000 };
  const logged: string[] = [];
  const parsed = { current: parseAccessRules(JSON.stringify({ ...RULES, ...rules }), 'access.json') };
  const access = openAccess({
    client: slack.client,
    file: { rules: () => parsed.current },
    own,
    log: { warn: (message) => logged.push(message) },
    patienceMs: 100,
    now: () => clock.ms,
  });
  const find = (user: string, further: { channel?: string; userTeam?: string; isExternal?: boolean } = {}) =>
    access.findReader({ team: 'T1', user, ...further });
  return { slack, clock, logged, access, find, parsed };
}

function sees(reader: Reader, committee?: string): boolean {
  return reader.kind === 'reader' && mayRead(reader.audience, EXEMPT_3, { committee });
}

describe('findReader() in private', () => {
  test('gives the asker what the file and the groups clear them for, and everybody else the public record', async () => {
    const { find } = setUp();
    expect(sees(await find('UCLEAR'))).toBe(true);
    expect(sees(await find('UCLERK', { channel: 'D1' }))).toBe(true);
    const works = await find('UWORKS');
    expect(sees(works, 'works committee')).toBe(true);
    expect(sees(works, 'Parks Panel')).toBe(false);
    expect(await find('UPLAIN')).toEqual(PUBLIC);
  });

  test("does not lend a channel's grant to a private answer", async () => {
    const { find } = setUp();
    expect(await find('UPLAIN', { channel: 'D1' })).toEqual(PUBLIC);
  });

  test.each([
    ['a guest, though named and in a group', { is_restricted: true }],
    ['a single-channel guest', { is_ultra_restricted: true }],
    ['a stranger', { is_stranger: true }],
    ['a member of another workspace', { team_id: 'T2' }],
    ['somebody whose workspace Slack leaves out', { team_id: undefined }],
  ])('gives %s the public record, or nothing where the file says so', async (_, facts) => {
    const open = setUp();
    open.slack.addPerson('UCLEAR', facts);
    expect(await open.find('UCLEAR')).toEqual(PUBLIC);
    const shut = setUp({ outsiders: 'nothing' });
    shut.slack.addPerson('UCLEAR', facts);
    expect(await shut.find('UCLEAR')).toMatchObject({ kind: 'refused', reason: expect.stringContaining('cannot ask') });
  });

  test("trusts an event's other workspace, whatever users.info says, but not within one organisation", async () => {
    expect(await setUp().find('UCLEAR', { userTeam: 'T2' })).toEqual(PUBLIC);
    const grid = setUp({}, { team: 'T1', enterprise: 'E1' });
    grid.slack.addPerson('UCLEAR', { team_id: 'T9', enterprise_user: { enterprise_id: 'E1' } });
    expect(sees(await grid.find('UCLEAR', { userTeam: 'T9' }))).toBe(true);
    grid.slack.addPerson('UWORKS', { team_id: 'T9', enterprise_user: { enterprise_id: 'E2' } });
    expect(await grid.find('UWORKS', { userTeam: 'T9' })).toEqual(PUBLIC);
  });

  test.each([{ is_bot: true }, { is_workflow_bot: true }, { is_connector_bot: true }, { deleted: true }])(
    'refuses an asker who is %o',
    async (facts) => {
      const { slack, find } = setUp();
      slack.addPerson('UCLEAR', facts);
      expect(await find('UCLEAR')).toMatchObject({ kind: 'refused' });
    },
  );

  test('gives somebody whom Slack does not show what outsiders get', async () => {
    expect(await setUp().find('UNOBODY')).toEqual(PUBLIC);
    expect(await setUp({ outsiders: 'nothing' }).find('UNOBODY')).toMatchObject({ kind: 'refused' });
  });

  test.each(['hang' as const, slackError('internal_error')])(
    'falls back to the public where Slack fails: %s',
    async (f) => {
      const { slack, find, logged } = setUp();
      slack.fail('users.info', f);
      expect(await find('UCLEAR')).toEqual(PUBLIC);
      expect(logged).toHaveLength(1);
      slack.mend();
      if (f !== 'hang') expect(sees(await find('UCLEAR'))).toBe(true);
    },
  );

  test('counts a group that is gone as empty, and keeps the other grants', async () => {
    const { slack, find } = setUp();
    slack.groups.delete('SCLERKS');
    expect(sees(await find('UCLEAR'))).toBe(true);
    expect(await find('UCLERK')).toEqual(PUBLIC);
  });

  test('takes a change of the rules from the next question on', async () => {
    const { find, parsed } = setUp();
    expect(sees(await find('UCLEAR'))).toBe(true);
    parsed.current = parseAccessRules('{}', 'access.json');
    expect(await find('UCLEAR')).toEqual(PUBLIC);
  });
});

describe('findReader() in a channel', () => {
  test('gives what every member may see, over all pages of members', async () => {
    const { slack, find } = setUp();
    slack.addChannel('C1', ['UCLEAR', 'UCLERK', 'UWORKS']);
    const reader = await find('UCLEAR', { channel: 'C1' });
    expect(sees(reader, 'Works Committee')).toBe(true);
    expect(sees(reader, 'Parks Panel')).toBe(false);
    expect(slack.calls.filter((call) => call.startsWith('conversations.members'))).toHaveLength(2);
    slack.addChannel('C2', ['UCLEAR', 'UCLERK', 'UWORKS', 'UPLAIN']);
    expect(await find('UCLEAR', { channel: 'C2' })).toEqual(PUBLIC);
  });

  test('counts the asker, in the list or not', async () => {
    const { slack, find } = setUp();
    slack.addChannel('C1', ['UCLEAR', 'UCLERK']);
    expect(sees(await find('UCLEAR', { channel: 'C1' }))).toBe(true);
    expect(await find('UPLAIN', { channel: 'C1' })).toEqual(PUBLIC);
  });

  test('counts every member of a group message like those of a channel', async () => {
    const { slack, find } = setUp();
    slack.addChannel('G1', ['UCLEAR', 'UPLAIN'], { is_mpim: true });
    expect(await find('UCLEAR', { channel: 'G1' })).toEqual(PUBLIC);
  });

  test('leaves out apps: they read nothing', async () => {
    const { slack, find } = setUp();
    slack.addChannel('C1', ['UCLEAR', 'UROBOT', 'USLACKBOT']);
    expect(sees(await find('UCLEAR', { channel: 'C1' }))).toBe(true);
  });

  test('knows the bot itself among the members, whatever Slack says of it', async () => {
    const { slack, find } = setUp({ outsiders: 'nothing' }, { team: 'T1', botUser: 'UBOT' });
    slack.people.delete('UBOT');
    slack.addChannel('C1', ['UCLEAR']);
    expect(sees(await find('UCLEAR', { channel: 'C1' }))).toBe(true);
    const stranger = setUp({ outsiders: 'nothing' }, { team: 'T1', botUser: 'UELSE' });
    stranger.slack.people.delete('UBOT');
    stranger.slack.addChannel('C1', ['UCLEAR']);
    expect(await stranger.find('UCLEAR', { channel: 'C1' })).toMatchObject({ kind: 'refused' });
  });

  test('counts everybody in a granted channel as cleared there, but never outsiders', async () => {
    const { slack, find } = setUp();
    slack.addChannel('CGRANTED', ['UPLAIN', 'UCLEAR']);
    expect(sees(await find('UPLAIN', { channel: 'CGRANTED' }))).toBe(true);
    for (const outsider of ['UGUEST', 'UOTHER', 'UNOBODY']) {
      const mixed = setUp();
      mixed.slack.addChannel('CGRANTED', ['UPLAIN', outsider]);
      expect(await mixed.find('UPLAIN', { channel: 'CGRANTED' })).toEqual(PUBLIC);
      const shut = setUp({ outsiders: 'nothing' });
      shut.slack.addChannel('CGRANTED', ['UPLAIN', outsider]);
      expect(await shut.find('UPLAIN', { channel: 'CGRANTED' })).toMatchObject({ kind: 'refused' });
    }
  });

  test.each([
    { is_ext_shared: true },
    { is_pending_ext_shared: true },
    { pending_shared: ['T9'] },
    { is_shared: true },
    { is_shared: true, is_org_shared: false },
  ])('counts a channel as external by %o', async (facts) => {
    const open = setUp();
    open.slack.addChannel('C1', ['UCLEAR'], facts);
    expect(await open.find('UCLEAR', { channel: 'C1' })).toEqual(PUBLIC);
    const shut = setUp({ outsiders: 'nothing' });
    shut.slack.addChannel('C1', ['UCLEAR'], facts);
    expect(await shut.find('UCLEAR', { channel: 'C1' })).toMatchObject({ kind: 'refused' });
  });

  test("takes Slack's word of an event that the channel is external", async () => {
    const { slack, find } = setUp();
    slack.addChannel('C1', ['UCLEAR']);
    expect(await find('UCLEAR', { channel: 'C1', isExternal: true })).toEqual(PUBLIC);
  });

  test('keeps a channel shared within the organisation for its members', async () => {
    const { slack, find } = setUp();
    slack.addChannel('C1', ['UCLEAR'], { is_shared: true, is_org_shared: true });
    expect(sees(await find('UCLEAR', { channel: 'C1' }))).toBe(true);
  });

  test('gives the public record in channels that anybody may enter, where the file asks for that', async () => {
    const { slack, find } = setUp({ openChannels: 'public' });
    slack.addChannel('C1', ['UCLEAR'], { is_private: false });
    expect(await find('UCLEAR', { channel: 'C1' })).toEqual(PUBLIC);
    slack.addChannel('C2', ['UCLEAR']);
    expect(sees(await find('UCLEAR', { channel: 'C2' }))).toBe(true);
  });

  test.each([
    ['conversations.info', 'hang' as const],
    ['conversations.info', slackError('missing_scope')],
    ['conversations.members', slackError('ratelimited')],
    ['users.info UCLERK', slackError('internal_error')],
    ['usergroups.users.list', slackError('fatal_error')],
  ])('falls back to the public where Slack cannot say who is there: %s %s', async (method, failure) => {
    const { slack, find, logged } = setUp();
    slack.addChannel('C1', ['UCLEAR', 'UCLERK']);
    slack.fail(method, failure);
    expect(await find('UCLEAR', { channel: 'C1' })).toEqual(PUBLIC);
    expect(logged).toEqual(['Slack does not say who reads this: public record only']);
  });

  test('falls back to the public where a channel is too large, or its pages go in circles', async () => {
    const { slack, find } = setUp();
    const many = Array.from({ length: 600 }, (_, n) => `U${n}`);
    slack.pageSize.members = 200;
    slack.addChannel('CGRANTED', [...many, 'UCLEAR']);
    expect(await find('UCLEAR', { channel: 'CGRANTED' })).toEqual(PUBLIC);
    expect(slack.calls.filter((call) => call.startsWith('users.info'))).toEqual(['users.info UCLEAR']);
    slack.pageSize.members = 0;
    slack.addChannel('C1', ['UCLEAR']);
    expect(await find('UCLEAR', { channel: 'C1' })).toEqual(PUBLIC);
  });

  test('asks about one uncleared member at most before it says public', async () => {
    const { slack, find } = setUp();
    const many = Array.from({ length: 60 }, (_, n) => `UMANY${n}`);
    for (const id of many) slack.addPerson(id);
    slack.addChannel('C1', ['UCLEAR', ...many]);
    expect(await find('UCLEAR', { channel: 'C1' })).toEqual(PUBLIC);
    expect(slack.calls.filter((call) => call.startsWith('users.info')).length).toBeLessThanOrEqual(3);
  });
});

describe('openAccess() remembers', () => {
  test('what Slack said for its minutes and no longer', async () => {
    const { slack, clock, find } = setUp();
    slack.addChannel('C1', ['UCLEAR', 'UCLERK']);
    await find('UCLEAR', { channel: 'C1' });
    const asked = slack.calls.length;
    clock.ms += 5 * 60_000 - 1;
    expect(sees(await find('UCLEAR', { channel: 'C1' }))).toBe(true);
    expect(slack.calls).toHaveLength(asked);
    slack.addPerson('UCLERK', { is_restricted: true });
    clock.ms += 1;
    expect(await find('UCLEAR', { channel: 'C1' })).toEqual(PUBLIC);
  });

  test.each([
    [{ type: 'member_joined_channel', user: 'UPLAIN', channel: 'C1' }],
    [{ type: 'channel_shared', channel: 'C1' }],
    [{ type: 'subteam_members_changed', subteam_id: 'SCLERKS' }],
    [{ type: 'subteam_updated', subteam: { id: 'SCLERKS' } }],
    [{ type: 'user_change', user: { id: 'UCLERK' } }],
    [{ type: 'user_change' }],
  ])('nothing that an event touches: %o', async (event) => {
    const { slack, access, find } = setUp();
    slack.addChannel('C1', ['UCLEAR', 'UCLERK']);
    expect(sees(await find('UCLEAR', { channel: 'C1' }))).toBe(true);
    if (event.type === 'member_joined_channel') slack.addChannel('C1', ['UCLEAR', 'UCLERK', 'UPLAIN']);
    if (event.type === 'channel_shared') slack.addChannel('C1', ['UCLEAR', 'UCLERK'], { is_ext_shared: true });
    if (event.type.startsWith('subteam')) slack.groups.set('SCLERKS', []);
    if (event.type === 'user_change') slack.addPerson('UCLERK', { is_restricted: true });
    expect(sees(await find('UCLEAR', { channel: 'C1' }))).toBe(true);
    access.drop(event);
    expect(await find('UCLEAR', { channel: 'C1' })).toEqual(PUBLIC);
  });

  test('nothing that was being loaded when an event said it had changed', async () => {
    const { slack, access, find } = setUp();
    slack.addChannel('C1', ['UCLEAR']);
    const before = find('UCLEAR', { channel: 'C1' });
    slack.addPerson('UCLEAR', { is_restricted: true });
    access.drop({ type: 'user_change', user: { id: 'UCLEAR' } });
    await before;
    expect(await find('UCLEAR', { channel: 'C1' })).toEqual(PUBLIC);
  });
});
