import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import { openSampleApp } from '../../support/sample-app.ts';
import { ANN, BEN, CITED, openSurfaceStage, QUESTION, type SurfaceStage, WORKS } from '../../support/surface-stage.ts';

const sample = openSampleApp();
let app: App;
let stage: SurfaceStage;

beforeAll(async () => {
  app = sample.open();
  await app.ingest([sample.papers]);
});
afterAll(() => sample.close());
beforeEach(async () => {
  stage = await openSurfaceStage({ app });
});
afterEach(() => stage.close());

const ask = (text: string, options: { user?: string; channel?: string; command?: string } = {}) =>
  stage.slack.slashCommand({ user: ANN, channel: WORKS, text, ...options }).settled;

/** Not the word before it that it is being looked for. */
const isAnswer = (args: unknown) => CITED.test(JSON.stringify(args));

describe('the command /minutes', () => {
  it('answers privately, with a status at once and a button to share', async () => {
    await ask(QUESTION);
    await stage.whispered(ANN, /Reading the minutes …/);
    const answer = await stage.whispered(ANN, CITED);
    expect(stage.words(answer)).toMatch(/You asked: .*footbridge/);
    expect(stage.words(answer)).toMatch(/\[Share\]/);
    await stage.idle();
    expect(stage.slack.replies(WORKS)).toEqual([]);
    expect(stage.slack.whispers(BEN)).toEqual([]);
  });

  it('posts a shared answer in the channel once, with the name of who shares it', async () => {
    await ask(QUESTION);
    const { ts } = await stage.whispered(ANN, CITED);
    stage.slack.pressButton({ user: ANN, channel: WORKS, ts, action: 'Share' });
    const shared = await stage.slack.eventually(() => stage.slack.replies(WORKS)[0]);
    expect(stage.words(shared)).toMatch(/Shared by .*Ann Parsley/);
    expect(stage.words(shared)).toMatch(CITED);
    await stage.whispered(ANN, /Posted in the channel/);
    stage.slack.pressButton({ user: ANN, channel: WORKS, ts, action: 'Share' });
    await stage.idle();
    expect(stage.slack.replies(WORKS)).toHaveLength(1);
    stage.slack.say(BEN, WORKS, 'who was there?', { thread: shared.ts });
    await stage.hears({ channel: WORKS, ts: shared.ts }, /Adeyemi/);
  });

  it('shares nothing for somebody else, whatever the value of their button', async () => {
    await ask(QUESTION);
    const { ts } = await stage.whispered(ANN, CITED);
    stage.slack.pressButton({ user: BEN, channel: WORKS, ts, action: 'Share' });
    await stage.whispered(BEN, /too old for its buttons/);
    await stage.idle();
    expect(stage.slack.replies(WORKS)).toEqual([]);
  });

  it('shares and opens nothing while it is paused, but gives the reason', async () => {
    await ask(QUESTION);
    const { ts } = await stage.whispered(ANN, CITED);
    stage.desk.settings.write('pause', { reason: 'the papers are being checked', since: 1 });
    stage.slack.pressButton({ user: ANN, channel: WORKS, ts, action: 'Share' });
    await stage.whispered(ANN, /the papers are being checked/);
    stage.slack.pressButton({ user: ANN, channel: WORKS, ts, action: 'Source 1' });
    await stage.opened(ANN, /the papers are being checked/);
    await stage.idle();
    expect(stage.slack.replies(WORKS)).toEqual([]);
  });

  it('says why it cannot share where it is no member', async () => {
    stage.slack.addChannel('C7ELSE', { members: [ANN], withBot: false });
    await ask(QUESTION, { channel: 'C7ELSE' });
    const { ts } = await stage.whispered(ANN, CITED);
    stage.slack.pressButton({ user: ANN, channel: 'C7ELSE', ts, action: 'Share' });
    await stage.whispered(ANN, /Invite me with \/invite/);
  });

  it('lists where a topic came up, meeting by meeting, each line opening its source', async () => {
    await ask('find footbridge');
    const list = await stage.whispered(ANN, /came up at 2 meetings/);
    expect(stage.words(list)).toMatch(/6 February 2024, Works Committee[\s\S]*9 January 2024, Works Committee/);
    stage.slack.pressButton({ user: ANN, channel: WORKS, ts: list.ts, action: 'Source 2' });
    await stage.opened(ANN, /9 January 2024/);
    stage.slack.pressButton({ user: BEN, channel: WORKS, ts: list.ts, action: 'Source 2' });
    await stage.opened(BEN, /too old for its buttons/);
  });

  it.each(['', 'help', ' HELP '])('says what there is: "%s"', async (text) => {
    await ask(text);
    await stage.whispered(ANN, /cite every statement/);
    expect(stage.desk.jobs.counts().open).toBe(0);
  });

  it('shows a member what is kept of them, and deletes it on request', async () => {
    const asked = stage.slack.directMessage(ANN, QUESTION);
    await stage.hears(asked, CITED);
    await stage.idle();
    await ask('my data');
    const data = await stage.whispered(ANN, /Kept of you: 1 question, 1 conversation/);
    const [entry] = stage.desk.log.entries();
    const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(entry?.time);
    expect(stage.words(data)).toContain(`\n${day}: ${QUESTION} – answered\n`);
    await ask('forget me');
    await stage.whispered(ANN, /Deleted: /);
    expect(stage.desk.memberData({ user: ANN })).toEqual({
      questions: [],
      dialogues: 0,
      answers: 0,
      handOffs: 0,
      subscriptions: 0,
    });
  });

  it('knows no other command, kindly', async () => {
    await ask('hello', { command: '/agenda' });
    await stage.whispered(ANN, /I know only \/minutes/);
  });

  it('answers in a direct message when the response_url is over', async () => {
    stage.slack.expireResponseUrls();
    const sent = stage.slack.slashCommand({ user: ANN, channel: WORKS, text: QUESTION });
    stage.slack.expireResponseUrls();
    await sent.settled;
    const direct = stage.slack.state.workspace.direct(ANN).id;
    await stage.slack.eventually(() => stage.slack.replies(direct).some((one) => CITED.test(stage.words(one))));
  });

  it('says once more, with a word about that, what Slack took without saying so', async () => {
    const lost = stage.slack.faults.add({ method: 'response_url', kind: 'reset', done: true, when: isAnswer });
    await ask(QUESTION);
    const direct = stage.slack.state.workspace.direct(ANN).id;
    const again = await stage.slack.eventually(() => stage.slack.replies(direct).find(isAnswer));
    expect(lost.hits).toBe(1);
    expect(stage.words(await stage.whispered(ANN, CITED))).not.toMatch(/twice/);
    expect(again.text).toMatch(/^Slack did not say whether this had reached you, so you may have it twice/);
    expect(stage.words(again)).toMatch(CITED);
    await stage.idle();
    expect(stage.slack.replies(direct)).toHaveLength(1);
  });

  it('says in a direct message, and nothing of twice, what Slack did not take', async () => {
    stage.slack.faults.add({ method: 'response_url', kind: 'status', status: 404, when: isAnswer });
    await ask(QUESTION);
    const direct = stage.slack.state.workspace.direct(ANN).id;
    const answer = await stage.slack.eventually(() => stage.slack.replies(direct).find(isAnswer));
    expect(stage.words(answer)).not.toMatch(/twice/);
  });
});

describe('the shortcut "Ask the minutes about this"', () => {
  it('asks about the message, and answers whoever chose it alone', async () => {
    const said = stage.slack.say(BEN, WORKS, 'When will the footbridge at Mill Lane be repaired?');
    stage.slack.shortcut({ user: ANN, channel: WORKS, ts: said.ts, callbackId: 'ask_about_message' });
    const answer = await stage.whispered(ANN, CITED);
    expect(stage.words(answer)).toMatch(/end of March/);
    await stage.idle();
    expect([stage.slack.replies(WORKS), stage.slack.whispers(BEN)]).toEqual([[], []]);
  });

  it('answers in the thread that the message stands in, for whoever chose it alone', async () => {
    const talk = stage.slack.say(BEN, WORKS, 'The footbridge again');
    const said = stage.slack.say(BEN, WORKS, 'When will the footbridge at Mill Lane be repaired?', { thread: talk.ts });
    stage.slack.shortcut({ user: ANN, channel: WORKS, ts: said.ts, callbackId: 'ask_about_message' });
    const answer = await stage.whispered(ANN, CITED);
    expect(answer.threadTs).toBe(talk.ts);
    stage.slack.pressButton({ user: ANN, channel: WORKS, ts: answer.ts, action: 'Share' });
    await stage.slack.eventually(() => stage.slack.replies(WORKS)[0]);
  });

  it('asks about a message that is longer than any question', async () => {
    const words = `When will the footbridge at Mill Lane be repaired? ${'Please tell. '.repeat(300)}`;
    const said = stage.slack.say(BEN, WORKS, words);
    stage.slack.shortcut({ user: ANN, channel: WORKS, ts: said.ts, callbackId: 'ask_about_message' });
    const answer = await stage.whispered(ANN, /You asked: When will the footbridge/);
    expect(stage.words(answer)).not.toMatch(/Cannot read a question/);
  });

  it('knows no other shortcut, kindly', async () => {
    const said = stage.slack.say(BEN, WORKS, 'hello');
    stage.slack.shortcut({ user: ANN, channel: WORKS, ts: said.ts, callbackId: 'translate' });
    await stage.whispered(ANN, /do not know this shortcut/);
  });
});
