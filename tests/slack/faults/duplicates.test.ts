import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BotProcess } from '../../support/bot-process.ts';
import { ANN, BEN, openSlackStage, QUESTION, type SlackStage, WORKS } from '../../support/slack-stage.ts';

describe('what Slack delivers twice is answered once', () => {
  let stage: SlackStage;
  let bot: BotProcess;

  beforeAll(async () => {
    stage = await openSlackStage();
    bot = await stage.start();
  });
  afterAll(() => stage.close());

  /** Another member's question, asked and answered: by then whatever was to be said before has been said. */
  const afterwards = async () => {
    await stage.answered(stage.slack.directMessage(BEN, QUESTION));
  };

  it('a mention that comes as two events, as mention and as message', async () => {
    const asked = stage.slack.mention(ANN, WORKS, QUESTION);
    expect(asked.deliveries).toHaveLength(2);
    await stage.answered(asked);
    await afterwards();
    expect(stage.answers(asked)).toHaveLength(1);
  });

  it('the same event id, delivered again at once', async () => {
    const asked = stage.slack.directMessage(ANN, QUESTION);
    const [delivery] = asked.deliveries;
    if (!delivery) throw new Error('The app did not hear of it');
    const again = await stage.slack.repeat(delivery, 1);
    expect(again.answeredAt).toBeDefined();
    await stage.answered(asked);
    await afterwards();
    expect(stage.answers(asked)).toHaveLength(1);
  });

  it('the same event id, minutes after it was answered', async () => {
    const asked = stage.slack.mention(ANN, WORKS, QUESTION);
    await stage.answered(asked);
    for (const delivery of asked.deliveries) await stage.slack.repeat(delivery, 3);
    await afterwards();
    expect(stage.answers(asked)).toHaveLength(1);
  });

  it('an event whose acknowledgement Slack never saw', async () => {
    stage.slack.socket.lose(true);
    const asked = stage.slack.directMessage(ANN, QUESTION);
    await stage.slack.eventually(() => asked.deliveries[0]?.attempts.length === 1);
    stage.slack.socket.lose(false);
    await stage.answered(asked);
    await afterwards();
    expect(stage.answers(asked)).toHaveLength(1);
    expect((await asked.deliveries[0]?.settled)?.retry).toBe(1);
  });

  it('a slash command and the same words again are two questions', async () => {
    const whispers = () => stage.slack.whispers(ANN, WORKS).filter((one) => /Min(?:ute|\.) 12/.test(stage.words(one)));
    for (const count of [1, 2]) {
      stage.slack.slashCommand({ user: ANN, channel: WORKS, text: QUESTION });
      await stage.slack.eventually(() => whispers().length === count);
    }
  });

  it('the same event id after a restart', async () => {
    const asked = stage.slack.mention(ANN, WORKS, QUESTION);
    await stage.answered(asked);
    expect(await bot.stop()).toBe(0);
    bot = await stage.start();
    for (const delivery of asked.deliveries) await stage.slack.repeat(delivery, 2);
    await afterwards();
    expect(stage.answers(asked)).toHaveLength(1);
  });
});
