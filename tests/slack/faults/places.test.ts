import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BotProcess } from '../../support/bot-process.ts';
import type { Json } from '../../support/fake-slack/blocks/check-blocks.ts';
import { ANN, BEN, openSlackStage, QUESTION, type SlackStage } from '../../support/slack-stage.ts';

describe('where Slack refuses or things are gone meanwhile', () => {
  let stage: SlackStage;
  let bot: BotProcess;
  let channels = 0;

  beforeAll(async () => {
    stage = await openSlackStage();
    bot = await stage.start({ MINUTEBOOK_QUESTIONS_PER_MINUTE: '1000' });
  });
  afterAll(() => stage.close());

  const newChannel = () => {
    channels += 1;
    const id = `C${channels}PLACE`;
    stage.slack.addChannel(id, { members: [ANN, BEN] });
    return id;
  };
  const goesOn = () => stage.answered(stage.slack.directMessage(BEN, QUESTION));
  const linesAbout = (words: string) =>
    bot
      .output()
      .split('\n')
      .filter((line) => line.includes(words));
  /** Holds a question in a channel until it is let go of. */
  const hold = (id: string) => {
    const when = (args: Json) => args.channel === id;
    return stage.slack.faults.add({ method: 'conversations.members', kind: 'held', times: 9, when });
  };

  it.each(['is_archived', 'not_in_channel', 'channel_not_found', 'restricted_action'])(
    '%s: nothing can be said there, which is told in a direct message and logged once, and the bot goes on',
    async (error) => {
      const id = newChannel();
      const when = (args: Json) => args.channel === id;
      const posting = stage.slack.faults.add({ method: 'chat.postMessage', kind: 'error', error, times: 50, when });
      stage.slack.faults.add({ method: 'chat.startStream', kind: 'error', error, times: 50, when });
      const before = linesAbout(`"${error}"`).length;
      const direct = stage.slack.state.workspace.direct(ANN).id;
      const told = () =>
        stage.slack.replies(direct).filter(({ text }) => /cannot answer where you asked/.test(text)).length;
      const toldBefore = told();
      stage.slack.mention(ANN, id, QUESTION);
      await stage.slack.eventually(() => posting.hits > 0 && linesAbout(`"${error}"`).length > before);
      await goesOn();
      expect(linesAbout(`"${error}"`).filter((line) => /"level":(40|50)/.test(line))).toHaveLength(before + 1);
      expect(posting.hits).toBeLessThanOrEqual(2);
      await stage.slack.eventually(() => told() === toldBefore + 1);
    },
  );

  it('the channel is archived while the answer is looked for', async () => {
    const id = newChannel();
    const held = hold(id);
    stage.slack.mention(ANN, id, QUESTION);
    await stage.slack.eventually(() => held.hits > 0);
    stage.slack.archive(id);
    const before = linesAbout('"is_archived"').length;
    held.remove();
    await stage.slack.eventually(() => linesAbout('"is_archived"').length > before);
    await goesOn();
    expect(stage.slack.replies(id)).toEqual([]);
  });

  it('the question is deleted while the answer is looked for: nothing is said', async () => {
    const id = newChannel();
    const held = hold(id);
    const asked = stage.slack.mention(ANN, id, QUESTION);
    await stage.slack.eventually(() => held.hits > 0);
    await Promise.all(stage.slack.remove(asked).map(({ settled }) => settled));
    held.remove();
    await goesOn();
    await stage.slack.eventually(() => stage.slack.replies(id, asked.ts).length === 0);
    expect(stage.answers(asked)).toEqual([]);
  });

  it('the member presses Stop: nothing more comes but a word about it', async () => {
    const user = 'U9STOP';
    stage.slack.addUser(user, { name: 'Stopping Member' });
    const when = (args: Json) => args.user === user;
    const held = stage.slack.faults.add({ method: 'users.info', kind: 'held', times: 9, when });
    const asked = stage.slack.directMessage(user, QUESTION);
    await stage.slack.eventually(() => held.hits > 0);
    stage.slack.stopAgent(user, asked.channel, asked.ts);
    await goesOn();
    await stage.slack.eventually(() => stage.said(asked).some((words) => /stopped/i.test(words)));
    held.remove();
    await goesOn();
    expect(stage.answers(asked)).toEqual([]);
    const session = () => stage.slack.state.threads.sessions.get(`${asked.channel}/${asked.ts}`)?.state;
    await stage.slack.eventually(() => session() !== 'processing');
  });

  it.each([
    ['users.info', 'internal_error'],
    ['users.info', 'user_not_found'],
    ['conversations.info', 'internal_error'],
    ['conversations.members', 'internal_error'],
    ['conversations.members', 'missing_scope'],
    ['usergroups.users.list', 'plan_upgrade_required'],
    ['assistant.threads.setStatus', 'missing_scope'],
    ['agents.sessions.rename', 'internal_error'],
  ])('%s fails with %s: the question is answered or told why not', async (method, error) => {
    const id = newChannel();
    stage.slack.faults.add({ method, kind: 'error', error, times: 20 });
    const user = `U${channels}NEW`;
    stage.slack.addUser(user, { name: 'New Member' });
    stage.slack.join(user, id);
    const asked = stage.slack.mention(user, id, QUESTION);
    await stage.slack.eventually(() => stage.said(asked).some((words) => words.trim() !== ''));
    stage.slack.faults.clear();
  });

  it('the response_url has had its time: the answer comes as a direct message', async () => {
    const held = stage.slack.faults.add({ method: 'users.info', kind: 'held', times: 9 });
    const user = 'U9LATE';
    stage.slack.addUser(user, { name: 'Late Member' });
    const id = newChannel();
    stage.slack.join(user, id);
    await stage.slack.slashCommand({ user, channel: id, text: QUESTION }).settled;
    stage.slack.expireResponseUrls();
    held.remove();
    const direct = () => stage.slack.messages(`D${user.slice(1)}`).map((message) => stage.words(message));
    await stage.slack.eventually(() => stage.slack.state.workspace.channels.has(`D${user.slice(1)}`));
    await stage.slack.eventually(() => direct().some((words) => /Min(?:ute|\.) 12/.test(words)));
  });

  it('a Source button whose trigger has expired: the member is told', async () => {
    const asked = stage.slack.directMessage(ANN, QUESTION);
    const answer = await stage.answered(asked);
    await stage.slack.eventually(() => answer.blocks?.length);
    stage.slack.faults.add({ method: 'views.open', kind: 'error', error: 'expired_trigger_id' });
    const before = stage.slack.whispers(ANN).length + stage.slack.replies(asked.channel).length;
    const press = stage.slack.pressButton({ user: ANN, channel: asked.channel, ts: answer.ts, action: 'source.1' });
    expect((await press.settled)?.answeredAt).toBeDefined();
    await stage.slack.eventually(
      () => stage.slack.whispers(ANN).length + stage.slack.replies(asked.channel).length > before,
    );
    expect(stage.slack.modal(ANN)).toBeUndefined();
  });
});

describe('when the bot loses its place in the workspace', () => {
  it.each(['revokeToken', 'uninstall'] as const)('%s: it says nothing more, logs it once and stays up', async (how) => {
    const stage = await openSlackStage();
    const bot = await stage.start();
    let isOver = false;
    void bot.ended.then(() => {
      isOver = true;
    });
    await stage.answered(stage.slack.directMessage(ANN, QUESTION));
    await stage.slack.eventually(() => /"Job done"/.test(bot.output()));
    await Promise.all(stage.slack[how]().map(({ settled }) => settled));
    const asked = stage.slack.directMessage(ANN, QUESTION);
    await Promise.all(asked.deliveries.map(({ settled }) => settled));
    expect(stage.slack.replies(asked.channel, asked.ts)).toEqual([]);
    expect(isOver).toBe(false);
    expect(await bot.stop()).toBe(0);
    // By now whatever was being done is over.
    expect(stage.slack.replies(asked.channel, asked.ts)).toEqual([]);
    const told = bot
      .output()
      .split('\n')
      .filter((line) => /"level":[45]0/.test(line) && /taken out|token_revoked|account_inactive/.test(line));
    expect(told).toHaveLength(1);
    await stage.close();
  });
});
