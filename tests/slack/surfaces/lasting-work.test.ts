import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { StoppedByMember } from '../../../src/slack/stopped-by-member.ts';
import { gateApp } from '../../support/gated-app.ts';
import { openSampleApp } from '../../support/sample-app.ts';
import { ANN, BEN, CITED, openSurfaceStage, QUESTION, type SurfaceStage, WORKS } from '../../support/surface-stage.ts';

const sample = openSampleApp();
let gated: ReturnType<typeof gateApp>;
let stage: SurfaceStage;

beforeAll(async () => {
  const app = sample.open();
  await app.ingest([sample.papers]);
  // The first question opens what all later ones use.
  await app.ask(QUESTION);
  gated = gateApp(app);
});
afterAll(() => sample.close());
beforeEach(async () => {
  stage = await openSurfaceStage({ app: gated.app });
  gated.hold();
  gated.reasons.length = 0;
});
afterEach(async () => {
  gated.letGo();
  await stage.close();
});

const noAgents = () =>
  stage.slack.faults.add({ method: 'assistant.threads.setStatus', kind: 'error', error: 'not_allowed', times: 99 });

describe('work that lasts', () => {
  it('shows within a second what is being read, and takes it away in the end', async () => {
    const asked = stage.slack.directMessage(ANN, QUESTION);
    const status = await stage.slack.eventually(() =>
      stage.slack.statuses.find((one) => one.status === 'Reading minutes of 9 January 2024 …'),
    );
    expect(status.thread).toBe(asked.ts);
    gated.letGo();
    await stage.hears(asked, CITED);
    await stage.slack.eventually(() => stage.slack.state.threads.status(asked.channel, asked.ts) === '');
    expect(stage.slack.state.threads.sessions.get(`${asked.channel}/${asked.ts}`)?.state).toBe('active');
  });

  it('says so in a message with a Stop button where Slack shows no status, which goes when the answer comes', async () => {
    noAgents();
    const asked = stage.slack.mention(ANN, WORKS, QUESTION);
    await stage.hears(asked, /Reading minutes of 9 January 2024 …[\s\S]*\[Stop\]/);
    gated.letGo();
    await stage.hears(asked, CITED);
    await stage.slack.eventually(() => stage.slack.replies(WORKS).length === 1);
  });

  it('stops for its asker, once, and says so once', async () => {
    noAgents();
    const asked = stage.slack.mention(ANN, WORKS, QUESTION);
    const { ts } = await stage.hears(asked, /\[Stop\]/);
    stage.slack.pressButton({ user: BEN, channel: WORKS, ts, action: 'Stop' });
    await stage.whispered(BEN, /Only whoever asked can stop this/);
    expect(gated.reasons).toEqual([]);
    stage.slack.pressButton({ user: ANN, channel: WORKS, ts, action: 'Stop' });
    await stage.hears(asked, /Stopped, as you asked/);
    expect(gated.reasons).toEqual([expect.any(StoppedByMember)]);
    gated.letGo();
    await stage.idle();
    await stage.slack.eventually(() => stage.slack.replies(WORKS).length === 1);
    expect(stage.desk.log.entries().map(({ outcome }) => outcome)).toEqual(['stopped']);
  });

  it('stops what still waits behind it in the thread, each with a word and in the record', async () => {
    noAgents();
    const asked = stage.slack.mention(ANN, WORKS, QUESTION);
    const { ts } = await stage.hears(asked, /\[Stop\]/);
    await stage.slack.mention(ANN, WORKS, QUESTION, { thread: asked.ts }).deliveries[0]?.settled;
    stage.slack.pressButton({ user: ANN, channel: WORKS, ts, action: 'Stop' });
    await stage.slack.eventually(
      () => stage.said(asked).filter((said) => /Stopped, as you asked/.test(said)).length === 2,
    );
    await stage.idle();
    expect(stage.desk.log.entries().map(({ outcome }) => outcome)).toEqual(['stopped', 'stopped']);
    expect(gated.reasons).toEqual([expect.any(StoppedByMember)]);
  });

  it('stops with the agent’s session, and leaves it', async () => {
    const asked = stage.slack.directMessage(ANN, QUESTION);
    await stage.slack.eventually(() => stage.slack.statuses.length > 0);
    stage.slack.stopAgent(ANN, asked.channel, asked.ts);
    await stage.hears(asked, /Stopped, as you asked/);
    expect(gated.reasons).toEqual([expect.any(StoppedByMember)]);
    await stage.slack.eventually(
      () => stage.slack.state.threads.sessions.get(`${asked.channel}/${asked.ts}`)?.state === 'active',
    );
    expect(stage.slack.replies(asked.channel, asked.ts)).toHaveLength(1);
  });

  it('says within a second that a question waits, too, and answers it when its turn comes', async () => {
    const asked = Array.from({ length: 5 }, () => stage.slack.directMessage(ANN, QUESTION));
    const [last] = asked.slice(-1);
    const waits = await stage.slack.eventually(() =>
      stage.slack.statuses.find((one) => /^Other questions/.test(one.status)),
    );
    expect(asked.slice(3).map(({ ts }) => ts)).toContain(waits.thread);
    await stage.slack.eventually(() =>
      asked.every(({ ts }) => stage.slack.statuses.some((one) => one.thread === ts && one.status !== '')),
    );
    gated.letGo();
    for (const one of asked) await stage.hears(one, CITED);
    await stage.idle();
    await stage.slack.eventually(() => last && stage.slack.state.threads.status(last.channel, last.ts) === '');
  });

  it('takes back a question that waits when its asker presses Stop, where Slack shows no status', async () => {
    noAgents();
    const asked = Array.from({ length: 4 }, () => stage.slack.directMessage(ANN, QUESTION));
    const [waiting] = asked.slice(-1);
    if (!waiting) throw new Error('Nothing was asked');
    const { ts } = await stage.hears(waiting, /Other questions[\s\S]*\[Stop\]/);
    stage.slack.pressButton({ user: ANN, channel: waiting.channel, ts, action: 'Stop' });
    await stage.hears(waiting, /Stopped, as you asked/);
    gated.letGo();
    await stage.idle();
    await stage.slack.eventually(() => stage.slack.replies(waiting.channel, waiting.ts).length === 1);
    expect(gated.reasons).toEqual([]);
  });

  it('says in the message what is being done when the turn of a question comes', async () => {
    noAgents();
    const [first] = Array.from({ length: 3 }, () => stage.slack.directMessage(ANN, QUESTION));
    const last = stage.slack.directMessage(ANN, QUESTION);
    await stage.hears(last, /Other questions/);
    if (first)
      stage.slack.pressButton({
        user: ANN,
        channel: first.channel,
        ts: (await stage.hears(first, /\[Stop\]/)).ts,
        action: 'Stop',
      });
    await stage.hears(last, /Reading minutes of 9 January 2024 …[\s\S]*\[Stop\]/);
    gated.letGo();
    await stage.hears(last, CITED);
  });

  it('stops a command too', async () => {
    await stage.slack.slashCommand({ user: ANN, channel: WORKS, text: QUESTION }).settled;
    const { ts } = await stage.whispered(ANN, /\[Stop\]/);
    await stage.slack.eventually(() => stage.slack.deliveries.length > 0 && stage.desk.jobs.open().length === 1);
    stage.slack.pressButton({ user: ANN, channel: WORKS, ts, action: 'Stop' });
    await stage.whispered(ANN, /Stopped, as you asked/);
    expect(stage.slack.whispers(ANN).filter((one) => CITED.test(stage.words(one)))).toEqual([]);
  });

  it('answers a question as it was edited meanwhile', async () => {
    const asked = stage.slack.mention(ANN, WORKS, 'What was resolved about the pool?');
    await stage.slack.eventually(() => stage.slack.statuses.length > 0);
    const [taken] = stage.slack.edit(asked, `<@${stage.slack.botUser}> ${QUESTION}`);
    await taken?.settled;
    gated.letGo();
    await stage.hears(asked, CITED);
    await stage.idle();
    expect(stage.slack.replies(WORKS)).toHaveLength(1);
  });

  it('drops a question that was deleted meanwhile, without a word', async () => {
    const asked = stage.slack.mention(ANN, WORKS, QUESTION);
    await stage.slack.eventually(() => stage.slack.statuses.length > 0);
    await stage.slack.remove(asked)[0]?.settled;
    await stage.slack.eventually(() => gated.reasons.length === 1);
    gated.letGo();
    await stage.idle();
    expect(stage.slack.replies(WORKS)).toEqual([]);
  });
});
