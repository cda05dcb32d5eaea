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

describe('workQuestion() in a channel', () => {
  it('answers a mention in its thread, with its citation and a button for its source', async () => {
    const asked = stage.slack.mention(ANN, WORKS, QUESTION);
    const answer = await stage.hears(asked, CITED);
    expect(answer.threadTs).toBe(asked.ts);
    expect(stage.words(answer)).toMatch(/footbridge at Mill Lane be repaired by the end of March/);
    expect(stage.words(answer)).toMatch(/Source 1/);
    await stage.idle();
    expect(stage.slack.replies(WORKS)).toHaveLength(1);
  });

  it('streams the answer in its thread, to whoever asked', async () => {
    const asked = stage.slack.mention(ANN, WORKS, QUESTION);
    const answer = await stage.hears(asked, CITED);
    expect(answer).toMatchObject({ threadTs: asked.ts, stream: { state: 'completed' } });
    const [begun] = stage.slack.calls('chat.startStream');
    expect(begun?.args).toMatchObject({ recipient_user_id: ANN, recipient_team_id: 'T0COUNCIL' });
  });

  it('answers follow-ups in its thread without a mention, leaning on what was asked before', async () => {
    const asked = stage.slack.mention(ANN, WORKS, QUESTION);
    await stage.hears(asked, CITED);
    stage.slack.say(ANN, WORKS, 'who was there?', { thread: asked.ts });
    await stage.hears(asked, /Councillor Adeyemi \(in the Chair\)/);
    stage.slack.say(BEN, WORKS, 'and what was resolved on 6 February 2024 about progress?', { thread: asked.ts });
    await stage.slack.eventually(() => stage.slack.replies(WORKS).length === 3);
  });

  it('is silent when people talk among themselves, until it is mentioned again', async () => {
    const asked = stage.slack.mention(ANN, WORKS, QUESTION);
    await stage.hears(asked, CITED);
    stage.slack.say(BEN, WORKS, `<@${ANN}> were you there?`, { thread: asked.ts });
    stage.slack.say(ANN, WORKS, 'what was decided in February?', { thread: asked.ts });
    await stage.idle();
    expect(stage.slack.replies(WORKS)).toHaveLength(1);
    stage.slack.mention(ANN, WORKS, 'what was resolved on 6 February 2024 about progress?', { thread: asked.ts });
    await stage.slack.eventually(() => stage.slack.replies(WORKS).length === 2);
  });

  it('keeps out of threads it was never asked in', async () => {
    const talk = stage.slack.say(BEN, WORKS, 'What was resolved about the footbridge?');
    stage.slack.say(ANN, WORKS, 'who was there?', { thread: talk.ts });
    await stage.idle();
    expect(stage.slack.replies(WORKS)).toEqual([]);
  });

  it('declines what the papers do not have, with what it looked through', async () => {
    const asked = stage.slack.mention(ANN, WORKS, 'What was resolved about the swimming pool in Atlantis?');
    const decline = await stage.hears(asked, /do not answer this|do not have/);
    expect(stage.words(decline)).toMatch(/Searched: 2 papers of 2 meetings \(9 January 2024; 6 February 2024\)/);
    expect(stage.words(decline)).toMatch(/Nearest in the papers:[\s\S]*Source 1[\s\S]*\[Ask the clerk\]/);
  });

  it('says what there is when it is only called', async () => {
    const asked = stage.slack.mention(ANN, WORKS, '');
    await stage.hears(asked, /cite every statement/);
  });

  it('tells a question that cannot be read in one sentence with a reference', async () => {
    const asked = stage.slack.mention(ANN, WORKS, 'x'.repeat(2_500));
    await stage.hears(asked, /Cannot read a question of 2500 characters: the most is 2000 \(reference ref-\d+\)\./);
  });

  it('warns of personal data for the asker alone, and keeps it out of the record', async () => {
    const asked = stage.slack.mention(ANN, WORKS, `${QUESTION} My NHS number is 943 476 5919.`);
    await stage.hears(asked, /footbridge/);
    const warning = await stage.whispered(ANN, /seems to hold an NHS number/);
    expect(warning.threadTs).toBe(asked.ts);
    await stage.idle();
    expect(JSON.stringify(stage.desk.log.entries())).not.toContain('943');
    expect(stage.slack.whispers(BEN)).toEqual([]);
  });

  it('warns of personal data in a question that it could not answer, too', async () => {
    const asked = stage.slack.mention(ANN, WORKS, `My NHS number is 943 476 5919. ${'x'.repeat(2_000)}`);
    await stage.hears(asked, /Cannot read a question/);
    await stage.whispered(ANN, /seems to hold an NHS number/);
    expect(JSON.stringify(stage.desk.log.entries())).not.toContain('943');
  });

  it('gives the reason while it is paused', async () => {
    stage.desk.settings.write('pause', { reason: 'the index is being rebuilt', since: 1 });
    const asked = stage.slack.mention(ANN, WORKS, QUESTION);
    await stage.hears(asked, /the index is being rebuilt/);
    await stage.idle();
    expect(stage.slack.replies(WORKS)).toHaveLength(1);
  });

  it('never answers other bots', async () => {
    stage.slack.addUser('U8ROBOT', { isBot: true });
    stage.slack.mention('U8ROBOT', WORKS, QUESTION);
    await stage.idle();
    expect(stage.slack.replies(WORKS)).toEqual([]);
  });
});

describe('workQuestion() in a direct message', () => {
  it('takes each message as a thread of its own, streams the answer and names the session', async () => {
    const first = stage.slack.directMessage(ANN, QUESTION);
    const answer = await stage.hears(first, CITED);
    expect(answer).toMatchObject({ threadTs: first.ts, stream: { state: 'completed' } });
    expect(stage.words(answer)).toMatch(/be repaired by the end of March/);
    expect(stage.words(answer)).toMatch(/Source 1/);
    await stage.slack.eventually(
      () => stage.slack.state.threads.titles.get(`${first.channel}/${first.ts}`) === QUESTION,
    );
    const second = stage.slack.directMessage(ANN, 'who was there?');
    await stage.idle();
    expect(stage.said(second).join()).toMatch(/do not answer this/);
    stage.slack.directMessage(ANN, 'who was there?', { thread: first.ts });
    await stage.hears(first, /Adeyemi/);
  });

  it('names no session so that anybody is called or anything linked, and none after personal data', async () => {
    const { slack } = stage;
    const hostile = slack.directMessage(ANN, 'Was &lt;!here&gt; &lt;@U2BEN&gt; at www.evil.example resolved?');
    const title = await slack.eventually(() => slack.state.threads.titles.get(`${hostile.channel}/${hostile.ts}`));
    expect(title).toBe('Was ‹!here› ‹@\u2060U2BEN› at www.\u2060evil.\u2060example resolved?');
    const personal = slack.directMessage(ANN, `${QUESTION} My NHS number is 943 476 5919.`);
    await stage.hears(personal, /seems to hold an NHS number/);
    await stage.idle();
    expect(slack.state.threads.titles.has(`${personal.channel}/${personal.ts}`)).toBe(false);
    expect(slack.ephemerals).toEqual([]);
  });

  it('takes thanks for thanks and a greeting for a greeting', async () => {
    await stage.hears(stage.slack.directMessage(ANN, 'Thank you very much!'), /You are welcome/);
    await stage.hears(stage.slack.directMessage(ANN, 'Hello'), /cite every statement/);
  });

  it('posts what it cannot stream, once', async () => {
    stage.slack.faults.add({ method: 'chat.startStream', kind: 'error', error: 'unknown_method' });
    const asked = stage.slack.directMessage(ANN, QUESTION);
    const answer = await stage.hears(asked, CITED);
    expect(answer.stream).toBeUndefined();
    await stage.idle();
    expect(stage.slack.replies(asked.channel, asked.ts)).toHaveLength(1);
  });

  it('takes back a stream that breaks off, and posts the answer whole', async () => {
    stage.slack.faults.add({ method: 'chat.stopStream', kind: 'error', error: 'internal_error' });
    const asked = stage.slack.directMessage(ANN, QUESTION);
    await stage.slack.eventually(() =>
      stage.slack
        .replies(asked.channel, asked.ts)
        .some((message) => message.stream === undefined && CITED.test(stage.words(message))),
    );
    await stage.idle();
    expect(stage.slack.replies(asked.channel, asked.ts)).toHaveLength(1);
  });
});
