import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from './blocks/check-blocks.ts';
import { type FakeSlack, openFakeSlack } from './open-fake-slack.ts';
import { quietLogger } from './quiet-logger.ts';

let slack: FakeSlack;
let client: WebClient;

beforeAll(async () => {
  slack = await openFakeSlack({ pageSize: 2 });
  slack.addUser('U1ANN', { name: 'Ann Parsley' });
  slack.addChannel('C1ENV', { members: ['U1ANN'] });
  client = clientOf(slack.botToken);
});
afterAll(() => slack.close());

const clientOf = (token: string) =>
  new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    logger: quietLogger,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });

const plain = (text: string) => ({ type: 'plain_text', text });
const section = (text: string): Json => ({ type: 'section', text: { type: 'mrkdwn', text } });
const button = (fields: Json): Json => ({ type: 'button', text: plain('Source'), ...fields });
const row = (...elements: Json[]): Json => ({ type: 'actions', elements });
const cells = (count: number, text = 'x') => Array.from({ length: count }, () => ({ type: 'raw_text', text }));
const times = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item);

async function errorOf(method: string, args: Json, by = client): Promise<string> {
  const told = await by.apiCall(method, args).catch((error: { data?: { error?: string } }) => error.data ?? error);
  return (told as { error?: string }).error ?? 'ok';
}

const post = (blocks: Json[]) => errorOf('chat.postMessage', { channel: 'C1ENV', text: 'x', blocks });

describe('chat.postMessage holds to the limits of blocks', () => {
  it.each<[string, Json[], string]>([
    ['50 blocks', times(50, { type: 'divider' }), 'ok'],
    ['51 blocks', times(51, { type: 'divider' }), 'invalid_blocks'],
    ['a section of 3000', [section('x'.repeat(3000))], 'ok'],
    ['a section of 3001', [section('x'.repeat(3001))], 'invalid_blocks'],
    ['an empty section', [section('')], 'invalid_blocks'],
    ['a header of 151', [{ type: 'header', text: plain('x'.repeat(151)) }], 'invalid_blocks'],
    ['a header in mrkdwn', [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }], 'invalid_blocks'],
    ['11 elements of context', [{ type: 'context', elements: times(11, plain('x')) }], 'invalid_blocks'],
    ['25 buttons', [row(...Array.from({ length: 25 }, (_, n) => button({ action_id: `a${n}` })))], 'ok'],
    ['26 buttons', [row(...Array.from({ length: 26 }, (_, n) => button({ action_id: `a${n}` })))], 'invalid_blocks'],
    ['an action_id twice', [row(button({ action_id: 'a' }), button({ action_id: 'a' }))], 'invalid_blocks'],
    ['a block_id twice', times(2, { type: 'divider', block_id: 'b' }), 'invalid_blocks'],
    ['a value of 2001', [row(button({ value: 'x'.repeat(2001) }))], 'invalid_blocks'],
    ['words of 76 on a button', [row(button({ text: plain('x'.repeat(76)) }))], 'invalid_blocks'],
    ['a spoken label of 76', [row(button({ accessibility_label: 'x'.repeat(76) }))], 'invalid_blocks'],
    ['a field Slack does not know', [{ ...section('x'), colour: 'red' }], 'invalid_blocks'],
    ['a block Slack does not know', [{ type: 'marquee' }], 'invalid_blocks'],
    ['a table of 101 rows', [{ type: 'table', rows: times(101, cells(1)) }], 'invalid_blocks'],
    ['a table of 21 cells a row', [{ type: 'table', rows: [cells(21)] }], 'invalid_blocks'],
    ['a table of 10,001 characters', [{ type: 'table', rows: times(3, cells(4, 'x'.repeat(834))) }], 'invalid_blocks'],
    ['two tables', times(2, { type: 'table', rows: [cells(1)] }), 'only_one_table_allowed'],
    ['markdown over 12,000 in all', times(2, { type: 'markdown', text: 'x'.repeat(6001) }), 'msg_too_long'],
    ['blocks over 13,000 in all', times(5, section('x'.repeat(2700))), 'msg_blocks_too_long'],
  ])('%s', async (_, blocks, expected) => {
    expect(await post(blocks)).toBe(expected);
  });

  it('says which part is wrong', async () => {
    const told = await client
      .apiCall('chat.postMessage', { channel: 'C1ENV', text: 'x', blocks: [section('')] })
      .catch((error: { data: { response_metadata: { messages: string[] } } }) => error.data.response_metadata.messages);
    expect(told).toEqual(['[ERROR] must be more than 0 characters [json-pointer:/blocks/0/text/text]']);
  });
});

describe('messages', () => {
  it('posts are cut at 40,000 characters, updates refused over 4,000', async () => {
    const posted = await client.chat.postMessage({ channel: 'C1ENV', text: 'x'.repeat(40_001) });
    expect(posted.message?.text).toHaveLength(40_000);
    const change = { channel: 'C1ENV', ts: posted.ts ?? '' };
    expect(await errorOf('chat.update', { ...change, text: 'x'.repeat(4001) })).toBe('msg_too_long');
    expect(await errorOf('chat.update', { ...change, text: 'short' })).toBe('ok');
  });

  it.each<[string, string, Json, string]>([
    ['nothing said', 'chat.postMessage', { channel: 'C1ENV' }, 'no_text'],
    ['an unknown channel', 'chat.postMessage', { channel: 'C9', text: 'x' }, 'channel_not_found'],
    ['a thread of nothing', 'chat.postMessage', { channel: 'C1ENV', text: 'x', thread_ts: '1.1' }, 'thread_not_found'],
    [
      'a thread that is no ts',
      'chat.postMessage',
      { channel: 'C1ENV', text: 'x', thread_ts: 'a' },
      'invalid_thread_ts',
    ],
    ['both texts', 'chat.postMessage', { channel: 'C1ENV', text: 'x', markdown_text: 'y' }, 'markdown_text_conflict'],
    ['a message that is gone', 'chat.update', { channel: 'C1ENV', ts: '1.1', text: 'x' }, 'message_not_found'],
    ['a thread that is gone', 'conversations.replies', { channel: 'C1ENV', ts: '1.1' }, 'thread_not_found'],
    ['an ephemeral to a stranger', 'chat.postEphemeral', { channel: 'C1ENV', user: 'U9', text: 'x' }, 'user_not_found'],
    ['an unknown person', 'users.info', { user: 'U9' }, 'user_not_found'],
    ['an unknown group', 'usergroups.users.list', { usergroup: 'S9' }, 'no_such_subteam'],
    ['an unknown method', 'chat.shout', {}, 'unknown_method'],
    ['a trigger of nobody', 'views.open', { trigger_id: '1', view: modal({}) }, 'invalid_trigger_id'],
    ['a stream without a thread', 'chat.startStream', { channel: 'C1ENV', markdown_text: 'x' }, 'invalid_thread_ts'],
  ])('%s', async (_, method, args, expected) => {
    expect(await errorOf(method, args)).toBe(expected);
  });

  it('a stream in a channel must say for whom', async () => {
    const { ts } = slack.mention('U1ANN', 'C1ENV', 'hello');
    const stream = { channel: 'C1ENV', thread_ts: ts };
    expect(await errorOf('chat.startStream', stream)).toBe('missing_recipient_team_id');
    expect(await errorOf('chat.startStream', { ...stream, recipient_team_id: 'T' })).toBe('missing_recipient_user_id');
  });

  it('the bot speaks only where it is, and not in what is archived', async () => {
    slack.addChannel('C2OUT', { withBot: false });
    slack.addChannel('G3SHUT', { withBot: false, kind: 'private' });
    slack.addChannel('C4OLD');
    slack.archive('C4OLD');
    const said = (channel: string) => errorOf('chat.postMessage', { channel, text: 'x' });
    expect(await Promise.all(['C2OUT', 'G3SHUT', 'C4OLD'].map(said))).toEqual([
      'not_in_channel',
      'channel_not_found',
      'is_archived',
    ]);
  });
});

describe('views', () => {
  it.each<[string, Json, string]>([
    ['a title of 25', { title: plain('x'.repeat(25)) }, 'invalid_arguments'],
    ['metadata of 3001', { private_metadata: 'x'.repeat(3001) }, 'invalid_arguments'],
    ['101 blocks', { blocks: times(101, { type: 'divider' }) }, 'invalid_blocks'],
    ['a table', { blocks: [{ type: 'table', rows: [cells(1)] }] }, 'invalid_blocks'],
    ['an input without submit', { blocks: [question] }, 'invalid_arguments'],
    ['100 blocks', { blocks: times(100, { type: 'divider' }) }, 'ok'],
  ])('%s', async (_, fields, expected) => {
    const trigger = slack.state.triggers.give('U1ANN');
    expect(await errorOf('views.open', { trigger_id: trigger, view: modal(fields) })).toBe(expected);
    slack.state.views.closeAll('U1ANN');
  });

  it('expired triggers, a stack of three, and the hash of an older state are refused', async () => {
    const late = await openFakeSlack({ triggerMs: -1 });
    late.addUser('U1ANN');
    const slow = new WebClient(late.botToken, {
      slackApiUrl: late.apiUrl,
      logger: quietLogger,
      retryConfig: { retries: 0 },
    });
    const expired = { trigger_id: late.state.triggers.give('U1ANN'), view: modal({}) };
    expect(await errorOf('views.open', expired, slow)).toBe('expired_trigger_id');
    await late.close();
    const push = () => errorOf('views.push', { trigger_id: slack.state.triggers.give('U1ANN'), view: modal({}) });
    expect([await push(), await push(), await push(), await push()]).toEqual(['ok', 'ok', 'ok', 'push_limit_reached']);
    const [top] = slack.state.views.stack('U1ANN').slice(-1);
    const change = { view_id: top?.id, hash: top?.hash, view: modal({}) };
    expect([await errorOf('views.update', change), await errorOf('views.update', change)]).toEqual([
      'ok',
      'hash_conflict',
    ]);
  });
});

describe('tokens, scopes and pages', () => {
  it('refuses tokens by their faults', async () => {
    expect(await errorOf('auth.test', {}, clientOf('xoxb-wrong'))).toBe('invalid_auth');
    expect(await errorOf('auth.test', {}, clientOf(slack.appToken))).toBe('not_allowed_token_type');
  });

  it('names the scope that is missing and those that are there', async () => {
    const poor = await openFakeSlack({ scopes: ['chat:write', 'channels:read'] });
    poor.addChannel('C1ENV');
    const by = new WebClient(poor.botToken, {
      slackApiUrl: poor.apiUrl,
      logger: quietLogger,
      retryConfig: { retries: 0 },
    });
    const told = await by.users.info({ user: 'U1' }).catch((error) => error.data);
    expect(told).toMatchObject({ error: 'missing_scope', needed: 'users:read', provided: 'chat:write,channels:read' });
    expect((await by.auth.test()).response_metadata?.scopes).toEqual(['chat:write', 'channels:read']);
    await poor.close();
  });

  it('gives long lists in pages', async () => {
    slack.addChannel('C5BIG', { members: ['U1', 'U2', 'U3'], withBot: true });
    const members: string[] = [];
    for await (const part of client.paginate('conversations.members', { channel: 'C5BIG', limit: 100 })) {
      const page = (part as { members?: string[] }).members ?? [];
      expect(page.length).toBeLessThanOrEqual(2);
      members.push(...page);
    }
    expect(members).toEqual(['U1', 'U2', 'U3', slack.botUser]);
  });
});

describe('faults', () => {
  it('a post whose answer is lost has been posted, one that was refused has not', async () => {
    slack.addChannel('C6');
    slack.faults.add({ method: 'chat.postMessage', kind: 'reset', done: true });
    slack.faults.add({ method: 'chat.postMessage', kind: 'status', status: 500 });
    const said = () => client.chat.postMessage({ channel: 'C6', text: 'x' }).catch(() => 'failed');
    expect([await said(), await said()]).toEqual(['failed', 'failed']);
    expect(slack.replies('C6')).toHaveLength(1);
    expect(
      slack
        .calls('chat.postMessage')
        .slice(-2)
        .map(({ fault }) => fault),
    ).toEqual(['reset', 'status']);
  });

  it('too many calls are told how long to wait', async () => {
    slack.faults.add({ method: 'chat.update', kind: 'rate-limited', retryAfterSeconds: 7 });
    const told = await client.chat.update({ channel: 'C1ENV', ts: '1', text: 'x' }).catch((error) => error.retryAfter);
    expect(told).toBe(7);
  });

  it('rate limits count per method, posts per channel', async () => {
    const strict = await openFakeSlack({ rateLimits: true });
    for (const id of ['C1', 'C2']) strict.addChannel(id);
    const by = new WebClient(strict.botToken, {
      logger: quietLogger,
      slackApiUrl: strict.apiUrl,
      rejectRateLimitedCalls: true,
    });
    const said = (channel: string) =>
      by.chat.postMessage({ channel, text: 'x' }).then(
        () => 'ok',
        () => 'limited',
      );
    const first = await Promise.all(times(61, 'C1').map(said));
    expect(first.filter((one) => one === 'limited')).toHaveLength(1);
    expect(await said('C2')).toBe('ok');
    await strict.close();
  });
});

describe('tokens() of what was sent', () => {
  it('finds markup wherever Slack reads it, and not in plain text', async () => {
    const before = slack.tokens().length;
    await client.apiCall('chat.postMessage', {
      channel: 'C1ENV',
      text: 'for <!here>, &lt;!channel&gt;',
      blocks: [section('see <https://example.org|the paper>'), { type: 'header', text: plain('<!here>') }],
    });
    expect(
      slack
        .tokens()
        .slice(before)
        .map(({ token }) => token),
    ).toEqual(['<!here>', '<https://example.org|the paper>']);
  });
});

const question: Json = { type: 'input', label: plain('Question'), element: { type: 'plain_text_input' } };

function modal(fields: Json): Json {
  return { type: 'modal', title: plain('Source'), blocks: [{ type: 'divider' }], ...fields };
}
