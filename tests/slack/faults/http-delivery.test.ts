import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BotProcess } from '../../support/bot-process.ts';
import { ANN, openSlackStage, QUESTION, type SlackStage, WORKS } from '../../support/slack-stage.ts';

describe('over HTTP', () => {
  let stage: SlackStage;
  let bot: BotProcess;
  const event = JSON.stringify({
    type: 'event_callback',
    team_id: 'T0COUNCIL',
    event_id: 'EvFORGED',
    event: { type: 'message', channel_type: 'im', channel: 'DANN', user: ANN, text: QUESTION, ts: '1.000001' },
  });

  beforeAll(async () => {
    stage = await openSlackStage({ http: true });
    bot = await stage.start();
  });
  afterAll(() => stage.close());

  const postForged = (options: { secret?: string; at?: number; headers?: Record<string, string | undefined> }) =>
    stage.slack.postSigned(event, { url: bot.url, secret: stage.slack.signingSecret, ...options });

  it.each<[string, Parameters<typeof postForged>[0]]>([
    ['signed with another secret', { secret: 'guessed' }],
    ['not signed', { headers: { 'x-slack-signature': undefined } }],
    ['without a time', { headers: { 'x-slack-request-timestamp': undefined } }],
    ['signed ten minutes ago', { at: Date.now() - 600_000 }],
    ['signed for another body', { headers: { 'x-slack-signature': `v0=${'0'.repeat(64)}` } }],
  ])('what is %s is refused and asks for nothing', async (_, options) => {
    const calls = stage.slack.calls('chat.postMessage').length;
    expect((await postForged(options)).status).toBe(401);
    await stage.answered(stage.slack.mention(ANN, WORKS, QUESTION));
    expect(
      stage.slack
        .calls('chat.postMessage')
        .slice(calls)
        .filter(({ args }) => args.channel === 'DANN'),
    ).toEqual([]);
  });

  it("Slack's question for the address is answered", async () => {
    const http = stage.slack.useHttp(bot.url);
    const { status, text } = await http.verifyUrl('challenge-1');
    expect(status).toBe(200);
    expect(text).toContain('challenge-1');
  });

  it('a body that is too large is refused', async () => {
    const body = JSON.stringify({ type: 'event_callback', padding: 'x'.repeat(5_000_000) });
    const { status } = await stage.slack.postSigned(body, { url: bot.url, secret: stage.slack.signingSecret });
    expect(status).toBe(413);
  });

  it('an event tried again with x-slack-retry-num is answered once', async () => {
    const asked = stage.slack.directMessage(ANN, QUESTION);
    for (const delivery of asked.deliveries) {
      await delivery.settled;
      expect((await stage.slack.repeat(delivery, 2)).status).toBe(200);
    }
    await stage.answered(asked);
    await stage.answered(stage.slack.mention(ANN, WORKS, QUESTION));
    expect(stage.answers(asked)).toHaveLength(1);
  });

  it('a command is acknowledged before anything is looked up, and answered privately', async () => {
    stage.slack.addUser('U5NEW', { name: 'New Member' });
    const held = stage.slack.faults.add({ method: 'users.info', kind: 'held', times: 9 });
    const taken = await stage.slack.slashCommand({ user: 'U5NEW', channel: WORKS, text: QUESTION }).settled;
    expect(taken?.answeredAt).toBeDefined();
    await stage.slack.eventually(() => held.hits > 0);
    expect(stage.slack.whispers('U5NEW', WORKS).some((one) => /Min/.test(stage.words(one)))).toBe(false);
    held.remove();
    await stage.slack.eventually(() =>
      stage.slack.whispers('U5NEW', WORKS).some((one) => /Min/.test(stage.words(one))),
    );
  });

  it('a form whose type names its charset is read like any other', async () => {
    const [{ payload } = { payload: {} }] = stage.slack.deliveries.filter(({ kind }) => kind === 'command');
    const body = new URLSearchParams({ ...(payload as Record<string, string>), trigger_id: 'another', text: 'help' });
    const { status, text } = await stage.slack.postSigned(String(body), {
      url: bot.url,
      secret: stage.slack.signingSecret,
      headers: { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' },
    });
    expect([status, text]).toEqual([200, expect.stringContaining('cite every statement')]);
  });

  it('kill -9 in the middle: the question is finished after the restart', async () => {
    const held = stage.slack.faults.add({ method: 'conversations.members', kind: 'hang', times: 4 });
    const asked = stage.slack.mention(ANN, WORKS, QUESTION);
    await Promise.all(asked.deliveries.map(({ settled }) => settled));
    await bot.kill();
    held.remove();
    bot = await stage.start();
    await stage.answered(asked);
    expect(stage.answers(asked)).toHaveLength(1);
  });

  it('SIGTERM ends with 0', async () => {
    expect(await bot.stop()).toBe(0);
  });
});
