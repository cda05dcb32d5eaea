import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BotProcess } from '../../support/bot-process.ts';
import type { ArmedFault } from '../../support/fake-slack/web-api/faults.ts';
import { ANN, BEN, CLERK, openSlackStage, QUESTION, type SlackStage, WORKS } from '../../support/slack-stage.ts';

// A start of the bot alone may take half a minute where the machine is busy.
describe('a bot that ends in the middle finishes after its restart, and says it once', { timeout: 90_000 }, () => {
  let stage: SlackStage;
  let bot: BotProcess;

  beforeAll(async () => {
    stage = await openSlackStage();
    bot = await stage.start();
  }, 60_000);
  afterAll(() => stage.close());

  const strike = (fault: ArmedFault) => stage.slack.eventually(() => fault.hits > 0, { what: 'the fault' });
  /** Answers are posted, not streamed. */
  const withoutStreams = () =>
    stage.slack.faults.add({ method: 'chat.startStream', kind: 'error', error: 'not_allowed', times: 1000 });
  const isAnswer = (args: { text?: unknown }) => /Min(?:ute|\.) 12/.test(String(args.text));
  const restart = async () => {
    await bot.kill();
    bot = await stage.start();
  };

  // First, for a bot whose stream was refused posts for a while.
  it('kill -9 in the middle of a stream leaves no half answer', async () => {
    const cut = stage.slack.faults.add({ method: 'chat.appendStream', kind: 'hang' });
    const asked = stage.slack.directMessage(ANN, QUESTION);
    await strike(cut);
    await restart();
    await stage.answered(asked);
    await stage.answered(stage.slack.directMessage(BEN, QUESTION));
    expect(stage.answers(asked)).toHaveLength(1);
    expect(stage.slack.replies(asked.channel, asked.ts)).toHaveLength(1);
  });

  it('a stream that breaks off is taken back, and the answer posted whole', async () => {
    const broken = stage.slack.faults.add({ method: 'chat.appendStream', kind: 'error', error: 'internal_error' });
    const asked = stage.slack.directMessage(ANN, QUESTION);
    await stage.answered(asked);
    await stage.slack.eventually(() => stage.slack.replies(asked.channel, asked.ts).length === 1);
    expect(stage.answers(asked)).toHaveLength(1);
    expect(broken.hits).toBe(1);
  });

  it('kill -9 while the answer is on its way and Slack never got it', async () => {
    const noStreams = withoutStreams();
    const lost = stage.slack.faults.add({ method: 'chat.postMessage', kind: 'hang', when: isAnswer });
    const asked = stage.slack.mention(ANN, WORKS, QUESTION);
    await strike(lost);
    await restart();
    await stage.answered(asked);
    await stage.answered(stage.slack.directMessage(BEN, QUESTION));
    expect(stage.answers(asked)).toHaveLength(1);
    noStreams.remove();
  });

  it('kill -9 when Slack has posted the answer and the bot does not know', async () => {
    const noStreams = withoutStreams();
    const posted = stage.slack.faults.add({ method: 'chat.postMessage', kind: 'hang', done: true, when: isAnswer });
    const asked = stage.slack.mention(ANN, WORKS, QUESTION);
    await strike(posted);
    await restart();
    await stage.answered(stage.slack.directMessage(BEN, QUESTION));
    expect(stage.answers(asked)).toHaveLength(1);
    noStreams.remove();
  });

  it('kill -9 with questions of several members waiting', async () => {
    const held = stage.slack.faults.add({ method: 'conversations.members', kind: 'hang', times: 6 });
    const all = [ANN, BEN, CLERK].map((user) => stage.slack.mention(user, WORKS, QUESTION));
    await Promise.all(all.flatMap(({ deliveries }) => deliveries.map(({ settled }) => settled)));
    held.remove();
    await restart();
    for (const asked of all) await stage.answered(asked);
    expect(all.map((asked) => stage.answers(asked).length)).toEqual([1, 1, 1]);
  });

  it('kill -9 in the middle of a private answer', async () => {
    const lost = stage.slack.faults.add({ method: 'response_url', kind: 'hang' });
    stage.slack.slashCommand({ user: ANN, channel: WORKS, text: QUESTION });
    await strike(lost);
    await restart();
    const seen = () => [...stage.slack.whispers(ANN), ...stage.slack.messages(`D${ANN.slice(1)}`)];
    await stage.slack.eventually(() => seen().some((one) => /Min(?:ute|\.) 12/.test(stage.words(one))));
  });

  it('SIGTERM in the middle: ends with 0 within ten seconds, and the question is finished by the next', async () => {
    const held = stage.slack.faults.add({ method: 'conversations.members', kind: 'hang', times: 20 });
    const asked = stage.slack.mention(ANN, WORKS, QUESTION);
    await Promise.all(asked.deliveries.map(({ settled }) => settled));
    await strike(held);
    const { code, ms } = await bot.stop();
    held.remove();
    expect(code).toBe(0);
    expect(ms).toBeLessThan(10_000);
    expect(stage.answers(asked)).toHaveLength(0);
    bot = await stage.start();
    await stage.answered(asked);
    expect(stage.answers(asked)).toHaveLength(1);
  });

  it('SIGTERM while nothing is open ends at once', async () => {
    const { code, ms } = await bot.stop();
    expect(code).toBe(0);
    expect(ms).toBeLessThan(5_000);
  });
});
