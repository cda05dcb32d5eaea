import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBoltApp } from './bolt-app.ts';
import { type FakeSlack, openFakeSlack } from './open-fake-slack.ts';

describe('openFakeSlack() with a real Bolt app over Socket Mode', () => {
  let slack: FakeSlack;
  let bolt: Awaited<ReturnType<typeof openBoltApp>>;

  beforeEach(async () => {
    slack = await openFakeSlack();
    slack.addUser('U1ANN', { name: 'Ann Parsley' });
    slack.addChannel('C1ENV', { name: 'environment', members: ['U1ANN'] });
    bolt = await openBoltApp(slack);
  });

  afterEach(async () => {
    await bolt.stop();
    await slack.close();
  });

  it('brings a mention and shows the reply in its thread', async () => {
    bolt.app.event('app_mention', async ({ event, client }) => {
      await client.chat.postMessage({ channel: event.channel, thread_ts: event.ts, text: 'Resolved &amp; noted' });
    });
    await bolt.start();
    const asked = slack.mention('U1ANN', 'C1ENV', 'what was resolved?');
    await slack.eventually(() => slack.replies('C1ENV', asked.ts)[0]);
    expect(slack.conversation('C1ENV')).toBe(
      ['#environment', '  Ann Parsley: @Minutebook what was resolved?', '    Minutebook: Resolved & noted'].join('\n'),
    );
    const [mention, message] = await Promise.all(asked.deliveries.map(({ settled }) => settled));
    expect(mention?.answeredAt).toBeGreaterThanOrEqual(mention?.at ?? Number.POSITIVE_INFINITY);
    expect(message?.retry).toBe(0);
    const [first, second] = asked.deliveries.map(({ payload }) => payload.event_id);
    expect(first).not.toBe(second);
  });

  it('opens a modal from a command, takes its values and refuses the trigger a second time', async () => {
    const answers: unknown[] = [];
    bolt.app.command('/minutes', async ({ ack, body, client }) => {
      await ack({ text: 'Looking' });
      const view = {
        type: 'modal' as const,
        callback_id: 'ask',
        title: { type: 'plain_text' as const, text: 'Ask' },
        submit: { type: 'plain_text' as const, text: 'Send' },
        blocks: [
          {
            type: 'input' as const,
            label: { type: 'plain_text' as const, text: 'Question' },
            element: { type: 'plain_text_input' as const, action_id: 'question' },
          },
        ],
      };
      await client.views.open({ trigger_id: body.trigger_id, view });
      const again = await client.views.open({ trigger_id: body.trigger_id, view }).catch((error) => error.data.error);
      answers.push(again);
    });
    bolt.app.view('ask', async ({ ack, view }) => {
      await ack();
      answers.push(Object.values(Object.values(view.state.values)[0] ?? {})[0]?.value);
    });
    await bolt.start();
    await slack.slashCommand({ user: 'U1ANN', channel: 'C1ENV', text: 'parking' }).settled;
    await slack.eventually(() => slack.modal('U1ANN') && answers.length === 1);
    await slack.submitView({ user: 'U1ANN', values: { question: 'Who was there?' } }).settled;
    expect(answers).toEqual(['exchanged_trigger_id', 'Who was there?']);
    expect(slack.modal('U1ANN')).toBeUndefined();
    expect(slack.whispers('U1ANN', 'C1ENV').map(({ text }) => text)).toEqual(['Looking']);
  });

  it('presses a button by its words, and the response_url is good five times', async () => {
    const statuses: number[] = [];
    bolt.app.action('source', async ({ ack, respond, action }) => {
      await ack();
      for (let use = 1; use <= 6; use += 1) {
        const value = 'value' in action ? action.value : '';
        await respond({ text: `${value} ${use}`, replace_original: false }).then(
          () => statuses.push(200),
          (error) => statuses.push(error.statusCode),
        );
      }
    });
    await bolt.start();
    const button = {
      type: 'button' as const,
      action_id: 'source',
      value: 'p1',
      text: { type: 'plain_text' as const, text: 'Source 1' },
    };
    const posted = await bolt.app.client.chat.postMessage({
      channel: 'C1ENV',
      text: 'An answer',
      blocks: [{ type: 'actions', elements: [button] }],
    });
    slack.pressButton({ user: 'U1ANN', channel: 'C1ENV', ts: String(posted.ts), action: 'Source 1' });
    await slack.eventually(() => statuses.length === 6);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
    expect(slack.whispers('U1ANN').map(({ text }) => text)).toEqual(['p1 1', 'p1 2', 'p1 3', 'p1 4', 'p1 5']);
  });

  it('streams in a thread until the member stops it', async () => {
    await bolt.start();
    const { client } = bolt.app;
    const asked = slack.directMessage('U1ANN', 'a long question');
    const place = { channel: asked.channel, thread_ts: asked.ts };
    const stream = await client.chat.startStream({ ...place, markdown_text: 'First. ' });
    const ts = String(stream.ts);
    await client.chat.appendStream({ channel: asked.channel, ts, markdown_text: 'Second.' });
    expect(slack.replies(asked.channel, asked.ts)[0]?.text).toBe('First. Second.');
    await expect(client.chat.update({ channel: asked.channel, ts, text: 'no' })).rejects.toThrow(
      'streaming_state_conflict',
    );
    slack.stopAgent('U1ANN', asked.channel, asked.ts);
    await expect(client.chat.appendStream({ channel: asked.channel, ts, markdown_text: 'x' })).rejects.toThrow(
      'stopped_by_user',
    );
  });

  it('tries an event again that was not acknowledged, with a new envelope and the count of tries', async () => {
    await slack.close();
    slack = await openFakeSlack();
    slack.addUser('U1ANN');
    slack.addChannel('C1ENV', { members: ['U1ANN'] });
    bolt = await openBoltApp(slack);
    const retries: unknown[] = [];
    bolt.app.event('app_mention', async ({ context }) => {
      retries.push([context.retryNum, context.retryReason]);
    });
    await bolt.start();
    slack.socket.lose(true);
    const { deliveries } = slack.mention('U1ANN', 'C1ENV', 'hello');
    await slack.eventually(() => deliveries[0]?.attempts.length === 1);
    slack.socket.lose(false);
    const taken = await deliveries[0]?.settled;
    expect(taken?.retry).toBe(1);
    expect(new Set(deliveries[0]?.attempts.map(({ envelopeId }) => envelopeId)).size).toBe(2);
    await slack.eventually(() => retries.length === 1);
    expect(retries).toEqual([[1, 'timeout']]);
  });

  it('refreshes the connection, and what was said in between arrives', async () => {
    const heard: string[] = [];
    bolt = await openBoltApp(slack, { pongMs: 300 });
    bolt.app.event('app_mention', async ({ event }) => {
      heard.push(event.text);
    });
    await bolt.start();
    slack.socket.disconnect('refresh_requested');
    await slack.eventually(() => slack.socket.connections.length === 0);
    slack.mention('U1ANN', 'C1ENV', 'while nobody listens');
    await slack.eventually(() => heard.length === 1);
    expect(slack.socket.opened()).toBeGreaterThan(1);
  });
});

describe('openFakeSlack() with a real Bolt app over HTTP', () => {
  it('signs what it delivers, verifies the address and is refused without a signature', async () => {
    const slack = await openFakeSlack();
    slack.addUser('U1ANN');
    slack.addChannel('C1ENV', { members: ['U1ANN'] });
    const bolt = await openBoltApp(slack, { http: true });
    const heard: string[] = [];
    bolt.app.event('app_mention', async ({ event }) => {
      heard.push(event.text);
    });
    bolt.app.command('/minutes', async ({ ack }) => ack('Looking'));
    const url = await bolt.start();
    const http = slack.useHttp(url);
    expect(await http.verifyUrl('c0')).toMatchObject({ status: 200, text: expect.stringContaining('c0') });
    slack.mention('U1ANN', 'C1ENV', 'hello');
    await slack.eventually(() => heard.length === 1);
    await slack.slashCommand({ user: 'U1ANN', channel: 'C1ENV', text: 'x' }).settled;
    expect(slack.whispers('U1ANN').map(({ text }) => text)).toEqual(['Looking']);
    const wrong = await slack.postSigned('{}', { url, secret: 'another' });
    expect(wrong.status).toBe(401);
    await bolt.stop();
    await slack.close();
  });
});
