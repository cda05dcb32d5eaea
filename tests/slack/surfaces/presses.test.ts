import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import { TEAM } from '../../support/fake-slack/state/workspace.ts';
import { JANUARY, openSampleApp } from '../../support/sample-app.ts';
import {
  ANN,
  BEN,
  CITED,
  CLERK,
  CLERKS,
  openSurfaceStage,
  QUESTION,
  type SurfaceStage,
  WORKS,
} from '../../support/surface-stage.ts';

const LONG_MINUTE = `13. DRAINS

${Array.from({ length: 60 }, (_, n) => `Councillor Birch spoke of drain number ${n + 1}, which had been cleared twice.`).join('\n\n')}

Resolved:- That the drains be inspected in May.
`;
const sample = openSampleApp({
  'works/january.txt': `${JANUARY}\n${LONG_MINUTE}`,
  'works/march.txt': JANUARY.replace('9th January', '12th March').replace('end of March', 'end of May'),
});
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

describe('the button Source', () => {
  it('opens the passage for whoever presses, and reads on earlier and later', async () => {
    const asked = stage.slack.mention(ANN, WORKS, 'What was resolved about the drains on 9 January 2024?');
    const { ts } = await stage.hears(asked, /inspected in May[\s\S]*Source 1/);
    stage.slack.pressButton({ user: BEN, channel: WORKS, ts, action: 'Source 1' });
    const modal = await stage.opened(BEN, /Minute 13/);
    expect(modal.lines.join('\n')).toMatch(/works\/january\.txt|january\.txt/);
    stage.slack.pressInView({ user: BEN, action: 'earlier' });
    const wordsOf = () => stage.slack.modal(BEN)?.lines.join('\n');
    const first = modal.lines.join('\n');
    const earlier = await stage.slack.eventually(() => wordsOf() !== first && wordsOf());
    expect(earlier).toMatch(/drain number/);
    stage.slack.pressInView({ user: BEN, action: 'later' });
    await stage.slack.eventually(() => wordsOf() !== earlier);
  });

  it('leaves a modal as it was that changed meanwhile (hash_conflict), without a word', async () => {
    const asked = stage.slack.mention(ANN, WORKS, 'What was resolved about the drains on 9 January 2024?');
    const { ts } = await stage.hears(asked, /inspected in May[\s\S]*Source 1/);
    stage.slack.pressButton({ user: BEN, channel: WORKS, ts, action: 'Source 1' });
    const modal = await stage.opened(BEN, /Minute 13/);
    const conflict = stage.slack.faults.add({ method: 'views.update', kind: 'error', error: 'hash_conflict' });
    await stage.slack.pressInView({ user: BEN, action: 'earlier' }).settled;
    await stage.slack.eventually(() => conflict.hits === 1);
    expect(stage.slack.modal(BEN)).toEqual(modal);
    expect(stage.slack.whispers(BEN)).toEqual([]);
    expect(stage.slack.calls('views.update').at(-1)?.args.hash).toBeTruthy();
  });

  it('opens at once and fills the modal when Slack is slow to say who presses', async () => {
    const asked = stage.slack.mention(ANN, WORKS, QUESTION);
    const { ts } = await stage.hears(asked, CITED);
    const slow = stage.slack.faults.add({ method: 'users.info', kind: 'held', times: 9 });
    stage.slack.addUser('U7NEW');
    stage.slack.pressButton({ user: 'U7NEW', channel: WORKS, ts, action: 'Source 1' });
    await stage.opened('U7NEW', /Opening the source/);
    slow.remove();
    await stage.opened('U7NEW', CITED);
  });

  it('says one sentence when the trigger has had its time', async () => {
    const asked = stage.slack.mention(ANN, WORKS, QUESTION);
    const { ts } = await stage.hears(asked, CITED);
    stage.slack.faults.add({ method: 'views.open', kind: 'error', error: 'expired_trigger_id' });
    stage.slack.pressButton({ user: ANN, channel: WORKS, ts, action: 'Source 1' });
    await stage.whispered(ANN, /took too long to open/);
  });

  it.each(['', 'made-up:1', '__proto__:1', `${'x'.repeat(500)}:1`])(
    'gives nothing for a value that is made up: "%s"',
    async (value) => {
      const asked = stage.slack.mention(ANN, WORKS, QUESTION);
      const { ts } = await stage.hears(asked, CITED);
      stage.slack.pressButton({ user: ANN, channel: WORKS, ts, action: 'Source 1', value });
      await stage.opened(ANN, /too old for its buttons/);
    },
  );
});

describe('the other buttons under an answer', () => {
  it('say their word by the response_url where nothing can be whispered in the thread', async () => {
    const asked = stage.slack.mention(ANN, WORKS, QUESTION);
    const { ts } = await stage.hears(asked, CITED);
    stage.slack.addUser('U8PASSING');
    stage.slack.pressButton({ user: 'U8PASSING', channel: WORKS, ts, action: 'feedback', option: 'positive' });
    const thanks = await stage.whispered('U8PASSING', /noted as helpful/);
    expect(stage.slack.calls('response_url')).toHaveLength(1);
    expect(thanks.threadTs).toBeUndefined();
  });

  it('answer in the thread of a direct message, where nobody else reads', async () => {
    const asked = stage.slack.directMessage(ANN, QUESTION);
    const { ts } = await stage.hears(asked, CITED);
    await stage.idle();
    stage.slack.pressButton({ user: ANN, channel: asked.channel, ts, action: 'Not what I meant' });
    const offer = await stage.hears(asked, /Did you mean one of these/);
    stage.slack.pressButton({ user: ANN, channel: asked.channel, ts: offer.ts, action: 'reading.1' });
    await stage.hears(asked, /Mill Lane be repaired by the end of May/);
  });

  it('writes feedback down, and thanks', async () => {
    const asked = stage.slack.mention(ANN, WORKS, QUESTION);
    const { ts } = await stage.hears(asked, CITED);
    await stage.idle();
    stage.slack.pressButton({ user: BEN, channel: WORKS, ts, action: 'feedback', option: 'negative' });
    const thanks = await stage.whispered(BEN, /noted as not helpful/);
    expect(thanks.threadTs).toBe(asked.ts);
    expect(stage.desk.log.entries().map(({ feedback }) => feedback)).toEqual(['not helpful']);
  });

  it('offers other meetings to who meant something else, and asks again of the one chosen', async () => {
    const asked = stage.slack.mention(ANN, WORKS, QUESTION);
    const { ts } = await stage.hears(asked, CITED);
    stage.slack.pressButton({ user: ANN, channel: WORKS, ts, action: 'Not what I meant' });
    const offer = await stage.whispered(ANN, /Did you mean one of these/);
    expect(offer.threadTs).toBe(asked.ts);
    stage.slack.pressButton({ user: ANN, channel: WORKS, ts: offer.ts, action: 'reading.1' });
    await stage.hears(asked, /Mill Lane be repaired by the end of May/);
  });

  it('answers a button it does not know with a kind word', async () => {
    const posted = await stage.slack.eventually(() => stage.slack.state.workspace.channel(WORKS));
    const ts = stage.slack.say(ANN, WORKS, 'hello').ts;
    const message = posted.messages.find((one) => one.ts === ts);
    const button = { type: 'button', action_id: 'nobody', value: '1', text: { type: 'plain_text', text: 'Old' } };
    if (message) message.blocks = [{ type: 'actions', elements: [button] }];
    stage.slack.pressButton({ user: ANN, channel: WORKS, ts, action: 'nobody' });
    await stage.whispered(ANN, /do not know this button/);
  });
});

describe('the button Ask the clerk', () => {
  const handOver = async () => {
    const asked = stage.slack.mention(ANN, WORKS, QUESTION);
    const { ts } = await stage.hears(asked, CITED);
    stage.slack.pressButton({ user: ANN, channel: WORKS, ts, action: 'Ask the clerk' });
    const handed = await stage.slack.eventually(() => stage.slack.replies(CLERKS)[0]);
    return { asked, ts, handed };
  };

  it('hands over question, answer and sources once, and tells the member', async () => {
    const { ts, handed } = await handOver();
    const words = stage.words(handed);
    expect(words).toMatch(/Ann Parsley.* asks the clerk/);
    expect(words).toContain(QUESTION);
    expect(words).toMatch(CITED);
    expect(words).toMatch(/your reply goes to the channel in which the member asked, where everybody can read it/);
    await stage.whispered(ANN, /has gone to the clerk/);
    stage.slack.pressButton({ user: BEN, channel: WORKS, ts, action: 'Ask the clerk' });
    await stage.whispered(BEN, /with the clerk already/);
    expect(stage.slack.replies(CLERKS)).toHaveLength(1);
  });

  it('brings the clerk’s reply back to where it was asked, and both see that it is closed', async () => {
    const { asked, handed } = await handOver();
    await stage.idle();
    stage.slack.say(CLERK, CLERKS, 'It was done in &lt;April&gt; <!here>.', { thread: handed.ts });
    const reply = await stage.hears(asked, /replies to your question/);
    expect(stage.words(reply)).toMatch(/It was done in/);
    expect(stage.slack.tokens().filter(({ token }) => /[!]|https/.test(token))).toEqual([]);
    await stage.hears(asked, /This question is closed/);
    await stage.hears({ channel: CLERKS, ts: handed.ts }, /This question is closed/);
    stage.slack.say(CLERK, CLERKS, 'And in May.', { thread: handed.ts });
    await stage.hears({ channel: CLERKS, ts: handed.ts }, /closed already/);
    await stage.idle();
    expect(stage.said(asked).join()).not.toContain('And in May');
    const place = { team: TEAM, channel: CLERKS, thread: handed.ts };
    expect(JSON.stringify(stage.desk.handOffs.byClerkThread(place))).not.toContain('footbridge');
  });

  it('closes without a reply at the clerk’s button', async () => {
    const { asked, handed } = await handOver();
    await stage.idle();
    stage.slack.pressButton({ user: CLERK, channel: CLERKS, ts: handed.ts, action: 'Close' });
    await stage.hears(asked, /This question is closed/);
    await stage.hears({ channel: CLERKS, ts: handed.ts }, /This question is closed/);
  });

  it('brings the reply to a private question to its asker alone', async () => {
    await stage.slack.slashCommand({ user: ANN, channel: WORKS, text: QUESTION }).settled;
    const { ts } = await stage.whispered(ANN, CITED);
    stage.slack.pressButton({ user: ANN, channel: WORKS, ts, action: 'Ask the clerk' });
    const handed = await stage.slack.eventually(() => stage.slack.replies(CLERKS)[0]);
    expect(stage.words(handed)).toMatch(/your reply goes to the member alone/);
    await stage.idle();
    stage.slack.say(CLERK, CLERKS, 'In April.', { thread: handed.ts });
    const direct = stage.slack.state.workspace.direct(ANN).id;
    await stage.slack.eventually(() => stage.slack.replies(direct).some((one) => /In April/.test(stage.words(one))));
    await stage.idle();
    expect(stage.slack.replies(WORKS)).toEqual([]);
  });

  it('says so when the clerk’s channel cannot be reached, and can be pressed again', async () => {
    const asked = stage.slack.mention(ANN, WORKS, QUESTION);
    const { ts } = await stage.hears(asked, CITED);
    stage.slack.faults.add({
      method: 'chat.postMessage',
      kind: 'error',
      error: 'channel_not_found',
      when: (args) => args.channel === CLERKS,
    });
    stage.slack.pressButton({ user: ANN, channel: WORKS, ts, action: 'Ask the clerk' });
    await stage.whispered(ANN, /cannot be reached/);
    stage.slack.pressButton({ user: ANN, channel: WORKS, ts, action: 'Ask the clerk' });
    await stage.slack.eventually(() => stage.slack.replies(CLERKS)[0]);
  });
});
