import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../../support/fake-slack/blocks/check-blocks.ts';
import type { FaultKind } from '../../support/fake-slack/web-api/faults.ts';
import { ANN, openSlackStage, QUESTION, type SlackStage } from '../../support/slack-stage.ts';

const TIMES_OUT = 40_000;

// Every fault has a channel of its own, so that they go side by side.
describe.concurrent('a post that goes wrong is never lost and never doubled', () => {
  let stage: SlackStage;
  let channels = 0;

  beforeAll(async () => {
    stage = await openSlackStage();
    await stage.start({ MINUTEBOOK_QUESTIONS_PER_MINUTE: '1000' });
    stage.slack.faults.add({
      method: 'chat.startStream',
      kind: 'error',
      error: 'not_allowed',
      times: 1000,
    });
  }, 60_000);
  afterAll(() => stage.close());

  const newChannel = () => {
    channels += 1;
    const user = `U${channels}ASKER`;
    stage.slack.addUser(user, { name: `Asker ${channels}` });
    const id = `C${channels}POST`;
    stage.slack.addChannel(id, { members: [ANN, user] });
    return { id, user };
  };
  const isAnswer = (args: Json) => /Min(?:ute|\.) 12/.test(String(args.text));
  /** Asks in a channel where the posts of answers are struck; the answers that stand in the end. */
  const askWith = async (kind: FaultKind, { times = 1 } = {}) => {
    const { id, user } = newChannel();
    const when = (args: Json) => args.channel === id && isAnswer(args);
    const fault = stage.slack.faults.add({ ...kind, method: 'chat.postMessage', times, when });
    const asked = stage.slack.mention(user, id, QUESTION);
    await stage.answered(asked, TIMES_OUT);
    // Until the bot itself is through with it: its status is gone.
    await stage.slack.eventually(() => fault.hits === times && isIdle(asked), { timeoutMs: TIMES_OUT });
    return stage.answers(asked);
  };
  const isIdle = ({ channel, ts }: { channel: string; ts: string }) =>
    stage.slack
      .calls('chat.postMessage')
      .every(({ args, answeredAt, fault }) => args.channel !== channel || answeredAt || fault) &&
    stage.slack.state.threads.status(channel, ts) === '';

  it.each<[string, FaultKind]>([
    ['timed out, Slack had posted', { kind: 'hang', done: true }],
    ['timed out, Slack had not posted', { kind: 'hang' }],
    ['cut off, Slack had posted', { kind: 'reset', done: true }],
    ['cut off, Slack had not posted', { kind: 'reset' }],
    ['answered with what is no answer, Slack had posted', { kind: 'garbage', done: true }],
    ['an error 500', { kind: 'status', status: 500 }],
    ['an error 503', { kind: 'status', status: 503 }],
    ['internal_error', { kind: 'error', error: 'internal_error' }],
    ['429 with Retry-After', { kind: 'rate-limited', retryAfterSeconds: 1 }],
    ['ratelimited with status 200', { kind: 'error', error: 'ratelimited' }],
    ['a slow Slack', { kind: 'slow', ms: 2500 }],
  ])('%s', { timeout: 2 * TIMES_OUT }, async (_, kind) => {
    expect(await askWith(kind)).toHaveLength(1);
  });

  it('three errors in a row', { timeout: 2 * TIMES_OUT }, async () => {
    expect(await askWith({ kind: 'status', status: 502 }, { times: 3 })).toHaveLength(1);
  });

  it('blocks that Slack does not take: the words come without them', { timeout: TIMES_OUT }, async () => {
    const [answer] = await askWith({ kind: 'error', error: 'invalid_blocks' });
    expect(answer?.blocks).toBeUndefined();
    expect(answer?.text).toMatch(/repaired by the end of March/);
  });

  it('a 429 on posting does not hold up what needs no post', { timeout: TIMES_OUT }, async () => {
    const { id, user } = newChannel();
    const when = (args: Json) => args.channel === id;
    stage.slack.faults.add({ method: 'chat.postMessage', kind: 'rate-limited', retryAfterSeconds: 4, when });
    const startedAt = Date.now();
    const asked = stage.slack.mention(user, id, QUESTION);
    await stage.slack.eventually(() => stage.slack.calls('chat.postMessage').some(({ args }) => args.channel === id));
    stage.slack.slashCommand({ user, channel: id, text: QUESTION });
    await stage.slack.eventually(() => stage.slack.whispers(user, id).some((one) => isAnswer({ text: one.text })));
    expect(Date.now() - startedAt).toBeLessThan(4000);
    await stage.answered(asked, TIMES_OUT);
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(4000);
  });

  it('a 429 on the status leaves the answer in time', { timeout: TIMES_OUT }, async () => {
    const { id, user } = newChannel();
    const when = (args: Json) => args.channel_id === id;
    const method = 'assistant.threads.setStatus';
    stage.slack.faults.add({ method, kind: 'rate-limited', retryAfterSeconds: 20, when });
    const startedAt = Date.now();
    await stage.answered(stage.slack.mention(user, id, QUESTION));
    expect(Date.now() - startedAt).toBeLessThan(15_000);
  });
});
