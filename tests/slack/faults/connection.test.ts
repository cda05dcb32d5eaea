import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BotProcess } from '../../support/bot-process.ts';
import type { DisconnectReason } from '../../support/fake-slack/delivery/socket-mode.ts';
import { ANN, openSlackStage, QUESTION, type SlackStage, WORKS } from '../../support/slack-stage.ts';

describe('whatever happens to the connection, the next question is answered', () => {
  let stage: SlackStage;
  let bot: BotProcess;
  let isOver = false;

  beforeAll(async () => {
    // What gets lost with a connection is sent again after Slack's own three seconds.
    stage = await openSlackStage({ slack: { ackTimeoutMs: 3000, clockFactor: 0.01 } });
    bot = await stage.start({ MINUTEBOOK_QUESTIONS_PER_MINUTE: '1000' });
    void bot.ended.then(() => {
      isOver = true;
    });
  });
  afterAll(() => stage.close());

  const isAnswered = async () => {
    const asked = stage.slack.mention(ANN, WORKS, QUESTION);
    await stage.answered(asked);
    expect(stage.answers(asked)).toHaveLength(1);
    expect(isOver, bot.output()).toBe(false);
  };
  const isReconnected = (opened: number) =>
    stage.slack.eventually(() => stage.slack.socket.opened() > opened && stage.slack.socket.connections.length > 0, {
      what: 'a new connection',
    });

  it.each<DisconnectReason>(['refresh_requested', 'warning', 'too_many_websockets', 'link_disabled'])(
    'Slack ends the connection: %s',
    async (reason) => {
      const opened = stage.slack.socket.opened();
      stage.slack.socket.disconnect(reason);
      await isReconnected(opened);
      await isAnswered();
    },
  );

  it('the line is cut in the middle of a question, which was acknowledged before anything was looked up', async () => {
    stage.slack.addChannel('C5CUT', { members: [ANN] });
    const held = stage.slack.faults.add({ method: 'conversations.members', kind: 'held', times: 9 });
    const asked = stage.slack.mention(ANN, 'C5CUT', QUESTION);
    const taken = await Promise.all(asked.deliveries.map(({ settled }) => settled));
    for (const attempt of taken) expect(attempt?.answeredAt).toBeDefined();
    await stage.slack.eventually(() => held.hits > 0);
    stage.slack.socket.drop();
    held.remove();
    await stage.answered(asked);
    expect(stage.answers(asked)).toHaveLength(1);
    await isAnswered();
  });

  it('a question asked while there is no connection', async () => {
    stage.slack.socket.drop();
    await stage.slack.eventually(() => stage.slack.socket.connections.length === 0);
    await isAnswered();
  });

  it.each<[string, string | Buffer]>([
    ['half of a frame', '{"type":"events_api","envelope_id":"e'],
    ['a binary frame', Buffer.from([0, 255, 1, 2])],
    ['JSON that is no envelope', '[1,2,3]'],
    ['null', 'null'],
    ['an envelope of a kind nobody knows', '{"envelope_id":"e1","type":"holiday","payload":{}}'],
    ['an event without a payload', '{"envelope_id":"e2","type":"events_api"}'],
    ['an event whose payload is a list', '{"envelope_id":"e3","type":"events_api","payload":[]}'],
    ['an event with a type that is no word', '{"envelope_id":"e4","type":"events_api","payload":{"event":{"type":7}}}'],
    ['a command without a payload', '{"envelope_id":"e5","type":"slash_commands","payload":null}'],
    ['a press of nothing', '{"envelope_id":"e6","type":"interactive","payload":{"type":"block_actions","actions":[]}}'],
  ])('%s', async (_, frame) => {
    stage.slack.socket.sendRaw(frame);
    await isAnswered();
  });

  it('app_rate_limited, which has no inner event, is acknowledged', async () => {
    const payload = { type: 'app_rate_limited', team_id: 'T0COUNCIL', minute_rate_limited: 1, api_app_id: 'A0MINUTES' };
    const taken = await stage.slack.deliver('event', payload).settled;
    expect(taken?.answeredAt).toBeDefined();
    await isAnswered();
  });

  it('apps.connections.open fails twelve times', async () => {
    const method = 'apps.connections.open';
    const refused = stage.slack.faults.add({ method, kind: 'status', status: 503, times: 12 });
    const opened = stage.slack.socket.opened();
    stage.slack.socket.drop();
    await isReconnected(opened);
    expect(refused.hits).toBe(12);
    await isAnswered();
  });

  it.each(['internal_error', 'ratelimited'])('apps.connections.open says %s', async (error) => {
    const opened = stage.slack.socket.opened();
    const fault = stage.slack.faults.add({ method: 'apps.connections.open', kind: 'error', error, times: 2 });
    stage.slack.socket.drop();
    await isReconnected(opened);
    expect(fault.hits).toBe(2);
    await isAnswered();
  });
});
