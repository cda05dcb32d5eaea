import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDesk } from '../../../src/desk/open-desk.ts';
import type { Desk } from '../../../src/desk.ts';
import { openClient } from '../../../src/slack/calls/open-client.ts';
import { openPatientFetch } from '../../../src/slack/calls/patient-fetch.ts';
import { openStream } from '../../../src/slack/surfaces/reply/open-stream.ts';
import { openStreamBudget } from '../../../src/slack/surfaces/reply/stream-budget.ts';
import { type FakeSlack, openFakeSlack } from '../../support/fake-slack/open-fake-slack.ts';
import { TEAM } from '../../support/fake-slack/state/workspace.ts';
import { keepLog } from '../../support/quiet-log.ts';

const ANSWER = {
  chunks: [
    { type: 'markdown_text' as const, text: 'First statement. **[1]**\n\n' },
    { type: 'markdown_text' as const, text: 'Second statement. **[2]**\n\n' },
  ],
  tail: [],
};
let slack: FakeSlack;
let client: WebClient;
let desk: Desk;
let asked: { channel: string; ts: string };

beforeEach(async () => {
  slack = await openFakeSlack();
  slack.addUser('U1ANN');
  client = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } });
  desk = openDesk(':memory:');
  asked = slack.directMessage('U1ANN', 'a question');
});
afterEach(async () => {
  desk.close();
  await slack.close();
});

const open = (
  options: { signal?: AbortSignal; streams?: ReturnType<typeof openStreamBudget>; client?: WebClient } = {},
) =>
  openStream({
    place: { team: TEAM, channel: asked.channel, thread: asked.ts },
    user: 'U1ANN',
    key: 'job',
    signal: options.signal ?? new AbortController().signal,
    context: {
      client: options.client ?? client,
      desk,
      log: keepLog(),
      botUser: slack.botUser,
      streams: options.streams ?? openStreamBudget(Date.now),
    },
  });
const stream = (options: Parameters<typeof open>[0] = {}) => open(options).finish(ANSWER);
const seen = () => slack.replies(asked.channel, asked.ts);

describe('openStream()', () => {
  it('says statements before the whole answer stands, and then only the rest', async () => {
    const [first, second] = ANSWER.chunks;
    const live = open();
    if (first) live.say(first);
    await slack.eventually(() => seen()[0]?.text === first?.text);
    const ts = await live.finish(ANSWER);
    expect(seen().map((message) => [message.ts, message.text])).toEqual([[ts, `${first?.text}${second?.text}`]]);
    await live.takeBack();
    expect(seen()).toHaveLength(1);
  });

  it('takes back what was said early where the whole answer begins otherwise, or none comes', async () => {
    const other = { type: 'markdown_text' as const, text: 'Another statement. **[1]**\n\n' };
    const live = open();
    live.say(other);
    expect(await live.finish(ANSWER)).toBeUndefined();
    expect(seen()).toEqual([]);
    asked = slack.directMessage('U1ANN', 'one more question');
    const unfinished = openStream({
      place: { team: TEAM, channel: asked.channel, thread: asked.ts },
      user: 'U1ANN',
      key: 'other job',
      signal: new AbortController().signal,
      context: { client, desk, log: keepLog(), botUser: slack.botUser, streams: openStreamBudget(Date.now) },
    });
    unfinished.say(other);
    await slack.eventually(() => seen().length === 1);
    await unfinished.takeBack();
    expect(seen()).toEqual([]);
  });

  it('streams whole statements, one after the other', async () => {
    const ts = await stream();
    expect(seen().map((message) => [message.ts, message.text])).toEqual([
      [ts, 'First statement. **[1]**\n\nSecond statement. **[2]**\n\n'],
    ]);
    expect(slack.calls('chat.appendStream').map(({ args }) => args.chunks)).toEqual(
      ANSWER.chunks.map((chunk) => [chunk]),
    );
  });

  it('does not stream again what stands whole since before a restart', async () => {
    const ts = await stream();
    expect(await stream()).toBe(ts);
    expect(seen()).toHaveLength(1);
  });

  it('takes back what was cut off by a restart, so that it is posted once', async () => {
    const begun = await client.chat.startStream({ channel: asked.channel, thread_ts: asked.ts, markdown_text: 'Half' });
    desk.posts.begin('job', { team: TEAM, channel: asked.channel });
    desk.posts.posted('job', String(begun.ts));
    expect(await stream()).toBeUndefined();
    expect(seen()).toEqual([]);
  });

  it('looks for a stream that Slack began though its answer got lost, and takes it away', async () => {
    const lost = slack.faults.add({ method: 'chat.startStream', kind: 'reset', done: true });
    expect(await stream()).toBeUndefined();
    expect([lost.hits, seen()]).toEqual([1, []]);
  });

  it('looks for one that was about to begin before a restart, and leaves other messages alone', async () => {
    await client.chat.postMessage({ channel: asked.channel, thread_ts: asked.ts, text: 'An earlier answer' });
    desk.posts.begin('job', { team: TEAM, channel: asked.channel });
    await client.chat.startStream({ channel: asked.channel, thread_ts: asked.ts });
    expect(await stream()).toBeUndefined();
    expect(seen().map(({ text }) => text)).toEqual(['An earlier answer']);
  });

  it.each(['chat.appendStream', 'chat.stopStream'])('takes back a stream that breaks at %s', async (method) => {
    slack.faults.add({ method, kind: 'error', error: 'message_not_in_streaming_state' });
    expect(await stream()).toBeUndefined();
    expect(seen()).toEqual([]);
  });

  it('leaves nothing of an answer that its member stops, and throws why', async () => {
    const stop = new AbortController();
    slack.faults.add({ method: 'chat.appendStream', kind: 'error', error: 'stopped_by_user' });
    stop.abort(new Error('stopped'));
    await expect(stream({ signal: stop.signal })).rejects.toThrow('stopped');
    expect(seen()).toEqual([]);
  });

  it('waits for no stream that Slack limits, for what is not streamed is posted', async () => {
    slack.faults.add({ method: 'chat.startStream', kind: 'rate-limited', retryAfterSeconds: 250 });
    const fetch = openPatientFetch({ log: keepLog(), stopped: new AbortController().signal });
    const patient = openClient(slack.botToken, { apiUrl: slack.apiUrl, fetch, log: keepLog() });
    expect(await stream({ client: patient })).toBeUndefined();
    await expect(patient.chat.startStream({ channel: asked.channel, thread_ts: asked.ts })).rejects.toThrow();
    // Who waits for it asks again.
    expect(slack.calls('chat.startStream')).toHaveLength(1);
  });

  it('streams no more in a minute than Slack allows, and rests after a refusal', async () => {
    let at = 0;
    const budget = openStreamBudget(() => at);
    const taken = Array.from({ length: 30 }, () => budget.take('D1')).filter(Boolean);
    expect(taken.length).toBeLessThanOrEqual(20);
    expect(await stream({ streams: budget })).toBeUndefined();
    expect(slack.calls('chat.startStream')).toEqual([]);
    at = 60_000;
    expect(budget.take('D1')).toBe(true);
    budget.rest('C1');
    expect([budget.take('C2'), budget.take('D1')]).toEqual([false, true]);
    at = 120_000;
    expect(budget.take('C2')).toBe(true);
  });
});
