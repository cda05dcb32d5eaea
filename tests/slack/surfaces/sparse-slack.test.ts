import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openSampleApp } from '../../support/sample-app.ts';
import { ANN, BEN, CITED, openSurfaceStage, QUESTION, type SurfaceStage, WORKS } from '../../support/surface-stage.ts';

/** What an older or smaller server than Slack's may not have; messages alone are told of everywhere. */
const CONVENIENCES = [
  'agents.sessions.rename',
  'agents.sessions.setStatus',
  'assistant.threads.setStatus',
  'assistant.threads.setSuggestedPrompts',
  'assistant.threads.setTitle',
  'chat.appendStream',
  'chat.startStream',
  'chat.stopStream',
  'conversations.open',
];

const sample = openSampleApp();
let stage: SurfaceStage;

beforeAll(async () => {
  const app = sample.open();
  await app.ingest([sample.papers]);
  stage = await openSurfaceStage({ app, slack: { sparse: true, unknownMethods: CONVENIENCES } });
});
afterAll(async () => {
  await stage.close();
  await sample.close();
});
afterEach(() => stage.idle());

it('answers a mention, its follow-up and a direct message from what Slack promises alone', async () => {
  const asked = stage.slack.mention(ANN, WORKS, QUESTION);
  await stage.hears(asked, CITED);
  stage.slack.say(ANN, WORKS, 'who was there?', { thread: asked.ts });
  await stage.hears(asked, /Adeyemi/);
  await stage.hears(stage.slack.directMessage(BEN, QUESTION), CITED);
});

it('answers the same command twice, each time privately', async () => {
  const answers = () => stage.slack.whispers(ANN, WORKS).filter((one) => CITED.test(stage.words(one)));
  for (const count of [1, 2]) {
    stage.slack.slashCommand({ user: ANN, channel: WORKS, text: QUESTION });
    await stage.slack.eventually(() => answers().length === count);
  }
});

it('opens sources, takes feedback and shares, though no workspace is named and nobody’s press has a time', async () => {
  const asked = stage.slack.mention(ANN, WORKS, QUESTION);
  const { ts } = await stage.hears(asked, CITED);
  stage.slack.pressButton({ user: BEN, channel: WORKS, ts, action: 'Source 1' });
  await stage.opened(BEN, /Minute 12/);
  const feedback = () => stage.desk.log.entries().filter((entry) => entry.feedback !== null);
  stage.slack.pressButton({ user: ANN, channel: WORKS, ts, action: 'feedback', option: 'positive' });
  await stage.slack.eventually(() => feedback().length === 1);
});

it('says in a direct message what it cannot say by a response_url that is over', async () => {
  await stage.slack.slashCommand({ user: BEN, channel: WORKS, text: 'Who was present on 6 February 2024?' }).settled;
  stage.slack.expireResponseUrls();
  const seen = () => [...stage.slack.whispers(BEN), ...stage.slack.replies(`D${BEN.slice(1)}`)];
  await stage.slack.eventually(() => seen().some((one) => /Birch/.test(stage.words(one))));
});

it('shows the home page and asks nothing more of a Slack without an agent view', async () => {
  stage.slack.openHome(ANN, 'home');
  await stage.slack.eventually(() => stage.slack.home(ANN));
  const [opened] = stage.slack.openHome(ANN, 'messages');
  expect((await opened?.settled)?.answeredAt).toBeDefined();
});
