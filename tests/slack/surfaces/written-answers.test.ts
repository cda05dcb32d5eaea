import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import { GOOD, MARCH, plays, QUESTION, QUOTE, writes } from '../../support/levy-papers.ts';
import { type ChatRequest, openScriptedModel, type ScriptedModel } from '../../support/open-scripted-model.ts';
import { openSampleApp } from '../../support/sample-app.ts';
import { ANN, BEN, openSurfaceStage, type SurfaceStage, WORKS } from '../../support/surface-stage.ts';

const LAMPS = 'That the Engineer report on the cost of 25 lamps to the meeting of the Committee in June.';
const ON_LAMPS = 'The Engineer is to report on the cost of 25 lamps to the meeting of the Committee in June.';
const UNTRUE = 'The levy was approved.';
/** Long enough to say that the model was waited for, and no longer. */
const HASTY_SECONDS = 1;

const sample = openSampleApp({ 'works/march.txt': MARCH });
let model: ScriptedModel;
let app: App;
/** One that soon gives up on a model that says nothing more. */
let hasty: App;
let stage: SurfaceStage;

const openWaiting = (seconds: number) =>
  sample.open({
    MINUTEBOOK_MODEL: 'small',
    MINUTEBOOK_MODEL_URL: model.url,
    MINUTEBOOK_MODEL_TIMEOUT: String(seconds),
    MINUTEBOOK_MODEL_LOG: join(sample.folder, 'calls.jsonl'),
  });

beforeAll(async () => {
  model = await openScriptedModel();
  app = openWaiting(120);
  hasty = openWaiting(HASTY_SECONDS);
  await app.ingest([sample.papers]);
  await app.ask(QUESTION, { isExtractive: true });
});
afterAll(async () => {
  await sample.close();
  await model.close();
});
beforeEach(async () => {
  stage = await openSurfaceStage({ app });
  model.requests.length = 0;
});
afterEach(() => stage.close());

const hurry = async () => {
  await stage.close();
  stage = await openSurfaceStage({ app: hasty });
};

const written = writes([GOOD, QUOTE], [UNTRUE, QUOTE], [ON_LAMPS, LAMPS]);
/** The same, and then nothing more: the last statement never becomes whole. */
const stalled = (request: ChatRequest) => ({ kind: 'stall' as const, content: written(request).slice(0, -60) });

describe('an answer that a language model writes', () => {
  it('is streamed in statements that are proved, and nothing else of it is ever seen', async () => {
    model.play(plays(writes([GOOD, QUOTE], [ON_LAMPS, LAMPS])));
    const asked = stage.slack.directMessage(ANN, QUESTION);
    const answer = await stage.hears(asked, /25 lamps[\s\S]*Source 1/);
    expect(answer.stream).toMatchObject({ state: 'completed' });
    await stage.idle();
    const chunks = stage.slack.calls('chat.appendStream').map(({ args }) => JSON.stringify(args.chunks));
    expect(chunks.filter((chunk) => chunk.includes('not introduced before April 2025'))).toHaveLength(1);
    expect(stage.slack.replies(asked.channel, asked.ts)).toHaveLength(1);
  });

  it('begins to be seen before it is whole; the Stop of its asker ends the request itself and takes it back', async () => {
    model.play(stalled);
    const asked = stage.slack.directMessage(ANN, QUESTION);
    await stage.hears(asked, /levy on walkers be not introduced/);
    const before = model.abandoned();
    expect(stage.said(asked).join()).not.toContain(UNTRUE);
    stage.slack.stopAgent(ANN, asked.channel, asked.ts);
    await stage.hears(asked, /Stopped, as you asked/);
    await stage.slack.eventually(() => model.abandoned() === before + 1);
    await stage.slack.eventually(() => !stage.said(asked).join().includes('levy on walkers'));
  });

  it('begins to be seen in a channel, too, where all that is said is public', async () => {
    model.play(stalled);
    const asked = stage.slack.mention(ANN, WORKS, QUESTION);
    await stage.hears(asked, /levy on walkers be not introduced/);
    stage.slack.stopAgent(ANN, asked.channel, asked.ts);
    await stage.hears(asked, /Stopped, as you asked/);
  });

  it('is not begun in a channel of the cleared, who are asked for again before anything is said', async () => {
    await hurry();
    const cleared = [{ committees: 'all', paragraphs: [3] }];
    writeFileSync(
      stage.accessFile,
      JSON.stringify({ openChannels: 'members', people: { [ANN]: cleared, [BEN]: cleared } }),
    );
    model.play(stalled);
    const asked = stage.slack.mention(ANN, WORKS, QUESTION);
    await stage.hears(asked, /Resolved \(minute 31/);
    await stage.idle();
    const chunks = stage.slack.calls('chat.appendStream').map(({ args }) => JSON.stringify(args.chunks));
    expect(chunks.join()).not.toContain(GOOD.slice(0, 40));
  });

  it('gives way to the quoted answer where the model stalls, told once', async () => {
    await hurry();
    model.play(stalled);
    const asked = stage.slack.directMessage(ANN, QUESTION);
    await stage.hears(asked, /Resolved \(minute 31/);
    await stage.idle();
    const said = stage.said(asked);
    expect(said).toHaveLength(1);
    expect(said.join()).not.toContain(UNTRUE);
  });
});
