import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BotProcess } from '../../support/bot-process.ts';
import type { Json } from '../../support/fake-slack/blocks/check-blocks.ts';
import type { Said } from '../../support/fake-slack/members/member-messages.ts';
import type { ArmedFault, Fault } from '../../support/fake-slack/web-api/faults.ts';
import { ANN, BEN, CLERK, openSlackStage, QUESTION, type SlackStage, WORKS } from '../../support/slack-stage.ts';

const LOST = 'C2LOST';
const POSTED = 'C3POSTED';
const WAITING = 'C4WAITING';

// A start of the bot alone may take half a minute where the machine is busy.
describe('a bot that ends in the middle finishes after its restart, and says it once', { timeout: 90_000 }, () => {
  let stage: SlackStage;
  let bot: BotProcess;
  let streamed: Said;
  let lost: Said;
  let posted: Said;
  let waiting: Said[];

  const strike = (fault: ArmedFault) => stage.slack.eventually(() => fault.hits > 0, { what: 'the fault' });
  const isAnswer = ({ text }: Json) => /Min(?:ute|\.) 12/.test(String(text));
  /** Another member's question, asked and answered: by then whatever was to be said before has been said. */
  const afterwards = () => stage.answered(stage.slack.directMessage(BEN, QUESTION));

  /** One kill -9 in the middle of everything at once; each test tells what became of one of them. */
  beforeAll(async () => {
    stage = await openSlackStage();
    for (const id of [LOST, POSTED, WAITING]) stage.slack.addChannel(id, { members: [ANN, BEN, CLERK] });
    bot = await stage.start();
    const { faults, mention, slashCommand, directMessage } = stage.slack;
    const inChannel = (id: string, fault: Fault) => faults.add({ ...fault, when: (args) => args.channel === id });
    const answerIn = (id: string, fault: Fault) =>
      faults.add({ ...fault, when: (args) => args.channel === id && isAnswer(args) });
    const direct = stage.slack.state.workspace.direct(ANN).id;
    // In channels answers are posted, not streamed.
    const isInChannel = ({ channel }: Json) => String(channel).startsWith('C');
    faults.add({ method: 'chat.startStream', kind: 'error', error: 'not_allowed', times: 9, when: isInChannel });
    const held = inChannel(WAITING, { method: 'conversations.members', kind: 'hang', times: 6 });
    const struck = [
      inChannel(direct, { method: 'chat.appendStream', kind: 'hang' }),
      answerIn(LOST, { method: 'chat.postMessage', kind: 'hang' }),
      answerIn(POSTED, { method: 'chat.postMessage', kind: 'hang', done: true }),
      faults.add({ method: 'response_url', kind: 'hang' }),
    ];
    streamed = directMessage(ANN, QUESTION);
    lost = mention(BEN, LOST, QUESTION);
    posted = mention(CLERK, POSTED, QUESTION);
    slashCommand({ user: CLERK, channel: WORKS, text: QUESTION });
    waiting = [ANN, BEN, CLERK].map((user) => mention(user, WAITING, QUESTION));
    await Promise.all(waiting.flatMap(({ deliveries }) => deliveries.map(({ settled }) => settled)));
    for (const fault of struck) await strike(fault);
    held.remove();
    await bot.kill();
    bot = await stage.start();
  }, 120_000);
  afterAll(() => stage.close());

  it('kill -9 in the middle of a stream leaves no half answer', async () => {
    await stage.answered(streamed);
    await afterwards();
    await stage.slack.eventually(() => stage.slack.replies(streamed.channel, streamed.ts).length === 1);
    expect(stage.answers(streamed)).toHaveLength(1);
  });

  it('kill -9 while the answer is on its way and Slack never got it', async () => {
    await stage.answered(lost);
    await afterwards();
    expect(stage.answers(lost)).toHaveLength(1);
  });

  it('kill -9 when Slack has posted the answer and the bot does not know', async () => {
    await stage.answered(posted);
    await afterwards();
    expect(stage.answers(posted)).toHaveLength(1);
  });

  it('kill -9 with questions of several members waiting', async () => {
    for (const asked of waiting) await stage.answered(asked);
    await afterwards();
    expect(waiting.map((asked) => stage.answers(asked).length)).toEqual([1, 1, 1]);
  });

  it('kill -9 in the middle of a private answer', async () => {
    const direct = stage.slack.state.workspace.direct(CLERK).id;
    const seen = () => [...stage.slack.whispers(CLERK), ...stage.slack.messages(direct)];
    await stage.slack.eventually(() => seen().some((one) => /Min(?:ute|\.) 12/.test(stage.words(one))));
  });

  it('a stream that breaks off is taken back, and the answer posted whole', async () => {
    const broken = stage.slack.faults.add({ method: 'chat.appendStream', kind: 'error', error: 'internal_error' });
    const asked = stage.slack.directMessage(ANN, QUESTION);
    await stage.answered(asked);
    await stage.slack.eventually(() => stage.slack.replies(asked.channel, asked.ts).length === 1);
    expect(stage.answers(asked)).toHaveLength(1);
    expect(broken.hits).toBe(1);
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
