import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../../support/fake-slack/blocks/check-blocks.ts';
import type { FaultKind } from '../../support/fake-slack/web-api/faults.ts';
import { ANN, BEN, openSlackStage, QUESTION, type SlackStage, WORKS } from '../../support/slack-stage.ts';

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
  });
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
    await stage.answered(asked);
    // Until the bot itself is through with it: its status is gone.
    await stage.slack.eventually(() => fault.hits === times && isIdle(asked));
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
    ['ratelimited with status 200', { kind: 'error', error: 'ratelimited' }],
    ['a slow Slack', { kind: 'slow', ms: 2500 }],
  ])('%s', async (_, kind) => {
    expect(await askWith(kind)).toHaveLength(1);
  });

  it('429 with Retry-After, which is waited out', async () => {
    const [answer, ...more] = await askWith({ kind: 'rate-limited', retryAfterSeconds: 2 });
    expect(more).toEqual([]);
    const isSaid = (args: Json) => args.channel === answer?.arguments.channel && isAnswer(args);
    const [first, second] = stage.slack.calls('chat.postMessage').filter(({ args }) => isSaid(args));
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(1_900);
  });

  it('three errors in a row', async () => {
    expect(await askWith({ kind: 'status', status: 502 }, { times: 3 })).toHaveLength(1);
  });

  it('blocks that Slack does not take: the words come without them', async () => {
    const [answer] = await askWith({ kind: 'error', error: 'invalid_blocks' });
    expect(answer?.blocks).toBeUndefined();
    expect(answer?.text).toMatch(/repaired by the end of March/);
  });
});

// Longer than any test lasts: what would wait for it never comes. The bot waits for no more than five minutes.
const RETRY_AFTER_SECONDS = 280;

describe('a limit of Slack holds up nothing but what it is about', () => {
  let stage: SlackStage;

  beforeAll(async () => {
    stage = await openSlackStage();
    await stage.start();
  });
  afterAll(() => stage.close());

  const limit = (method: string) =>
    stage.slack.faults.add({ method, kind: 'rate-limited', retryAfterSeconds: RETRY_AFTER_SECONDS, times: 99 });

  it('a 429 on the status leaves the answer in time', async () => {
    const limited = limit('assistant.threads.setStatus');
    const asked = stage.slack.mention(ANN, WORKS, QUESTION);
    await stage.slack.eventually(() => limited.hits === 1);
    await stage.answered(asked);
    expect(stage.slack.calls('assistant.threads.setStatus')).toHaveLength(1);
  });

  it('a 429 on posting does not hold up what needs no post', async () => {
    stage.slack.faults.add({ method: 'chat.startStream', kind: 'error', error: 'not_allowed', times: 9 });
    const limited = limit('chat.postMessage');
    const asked = stage.slack.mention(ANN, WORKS, QUESTION);
    await stage.slack.eventually(() => limited.hits > 0);
    stage.slack.slashCommand({ user: BEN, channel: WORKS, text: QUESTION });
    await stage.slack.eventually(() =>
      stage.slack.whispers(BEN, WORKS).some((one) => /Min(?:ute|\.) 12/.test(one.text)),
    );
    expect(stage.answers(asked)).toEqual([]);
  });
});
