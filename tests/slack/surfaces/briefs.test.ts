import { writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import { keepStanding, recordDue } from '../../../src/slack/delivery/keep-standing.ts';
import { dayOf } from '../../../src/slack/surfaces/briefs/post-standing.ts';
import { BRIEFED_PAPERS, REPORT } from '../../support/briefed-papers.ts';
import { BOT_USER, TEAM } from '../../support/fake-slack/state/workspace.ts';
import { openSampleApp } from '../../support/sample-app.ts';
import { ANN, BEN, openSurfaceStage, type SurfaceStage, WORKS } from '../../support/surface-stage.ts';

/** Two days before the meeting. */
const TODAY = new Date(2024, 2, 3, 9).getTime();
const sample = openSampleApp(BRIEFED_PAPERS);
let app: App;
let stage: SurfaceStage;

beforeAll(async () => {
  app = sample.open();
  await app.ingest([sample.papers]);
  // The libraries that draw and write documents take long to load, and no test is to wait for that.
  const [lamps] = app.measure('lamps lit');
  if (lamps) await app.chart(lamps, 'png');
  await app.writeBriefing(app.brief('5 March 2024'), 'docx');
});
afterAll(() => sample.close());
beforeEach(async () => {
  stage = await openSurfaceStage({ app, now: () => TODAY });
});
afterEach(() => stage.close());

const direct = (user: string) => stage.slack.state.workspace.direct(user);
const messages = (channel: string) =>
  (stage.slack.state.workspace.channels.get(channel)?.messages ?? []).filter(
    ({ seenBy, user }) => !seenBy && user === BOT_USER,
  );
const attached = () => [...stage.slack.state.files.values()].map(({ name, channel }) => [name, channel]);
const clearAnn = () =>
  writeFileSync(stage.accessFile, JSON.stringify({ people: { [ANN]: [{ committees: 'all', paragraphs: [3] }] } }));
/** Whatever Slack sends wakes the bot, which then sees to all it owes. */
const wake = () => void stage.slack.openHome(BEN);
const look = (now = TODAY) =>
  recordDue({ app, desk: stage.desk, team: TEAM, log: stage.log, wake, now: () => now, dayOf });

describe('briefOnDemand()', () => {
  it('sends the summary, the document and every item to whoever asked, in one thread', async () => {
    stage.slack.slashCommand({ user: ANN, channel: WORKS, text: 'brief 5 March 2024' });
    await stage.whispered(ANN, /in your direct messages/);
    await stage.idle();
    const sent = messages(direct(ANN).id);
    const [summary] = sent;
    expect(stage.words(summary as never)).toMatch(
      /Made for: a member of the committee; as the public may read the papers/,
    );
    expect(stage.words(summary as never)).toContain('That a further £240,000 be approved');
    const thread = sent
      .filter(({ threadTs }) => threadTs === summary?.ts)
      .map(stage.words)
      .join('\n');
    expect(thread).toContain('There is a risk that the piers will not last the winter.');
    expect(thread).toMatch(/Exempt, paragraph 3: closed to those who read this/);
    expect(attached()).toEqual([['briefing-2024-03-05.docx', direct(ANN).id]]);
    expect(messages(WORKS)).toEqual([]);
  });

  it('is sent whole though Slack opens no direct message: the first message tells where the thread is', async () => {
    stage.slack.faults.add({ method: 'conversations.open', kind: 'error', error: 'missing_scope', times: 9 });
    await stage.slack.slashCommand({ user: ANN, channel: WORKS, text: 'brief 5 March 2024' }).settled;
    await stage.idle();
    const [summary, ...items] = messages(direct(ANN).id);
    expect([...new Set(items.map(({ threadTs }) => threadTs))]).toEqual([summary?.ts]);
    expect(attached()).toEqual([['briefing-2024-03-05.docx', direct(ANN).id]]);
  });

  it('is laid out for the role that is named', async () => {
    stage.slack.slashCommand({ user: ANN, channel: WORKS, text: 'brief 5 March 2024 for the chair' });
    await stage.whispered(ANN, /in your direct messages/);
    await stage.idle();
    const said = messages(direct(ANN).id).map(stage.words).join('\n');
    expect(said).toMatch(/Made for: the chair, laid out for the chair/);
    expect(said).toMatch(/Running the meeting[\s\S]*1 recommendation to put, 1 to be decided/);
  });

  it('names the meetings there are where it knows none of that day', async () => {
    stage.slack.slashCommand({ user: ANN, channel: WORKS, text: 'brief 1 May 2011' });
    await stage.whispered(ANN, /Cannot find the meeting.*Works Committee, 5 March 2024/);
  });
});

describe('a question to be briefed', () => {
  it('is answered in its thread: the summary, the document, every item, as all in the channel may read', async () => {
    clearAnn();
    const asked = stage.slack.mention(ANN, WORKS, 'brief me for the meeting on 5 March 2024');
    await stage.hears(asked, /There is a risk that the piers will not last the winter/);
    await stage.idle();
    const said = stage.said(asked).join('\n');
    expect(said).toMatch(/Briefing: Works Committee, 5 March 2024/);
    expect(said).toMatch(/Decision asked, item 3/);
    expect(said).toMatch(/Exempt, paragraph 3: closed to those who read this/);
    expect(said).not.toMatch(/Kestrel/);
    expect(attached()).toEqual([['briefing-2024-03-05.docx', WORKS]]);
    expect(stage.slack.calls('files.completeUploadExternal')[0]?.args.thread_ts).toBe(asked.ts);
  });

  it('tells a cleared member alone what is exempt, and for whom it was made', async () => {
    clearAnn();
    stage.slack.slashCommand({ user: ANN, channel: WORKS, text: 'brief me for the meeting on 5 March 2024' });
    await stage.whispered(ANN, /in your direct messages/);
    await stage.idle();
    const said = messages(direct(ANN).id).map(stage.words).join('\n');
    expect(said).toMatch(/Kestrel Holdings/);
    expect(said).toMatch(/cleared for exempt information under paragraph 3 of Schedule 12A/);
  });

  it('is answered whole where the workspace takes no files, and says so', async () => {
    for (const error of ['missing_scope', 'file_uploads_disabled']) {
      stage.slack.faults.add({ method: 'files.getUploadURLExternal', kind: 'error', error });
      const asked = stage.slack.mention(BEN, WORKS, 'brief me for the meeting on 5 March 2024');
      await stage.hears(asked, /could not be attached: this workspace lets me upload no files/);
      await stage.hears(asked, /There is a risk that the piers/);
      await stage.idle();
    }
    expect(attached()).toEqual([]);
  });

  it('attaches the document once though Slack loses what it said of it', async () => {
    stage.slack.faults.add({ method: 'files.completeUploadExternal', kind: 'reset', done: true });
    const asked = stage.slack.mention(BEN, WORKS, 'brief me for the meeting on 5 March 2024');
    await stage.hears(asked, /There is a risk that the piers/);
    await stage.idle();
    expect(stage.said(asked).filter((words) => /Decision asked, item 3/.test(words))).toHaveLength(1);
    expect(attached()).toEqual([['briefing-2024-03-05.docx', WORKS]]);
  });
});

describe('tellMeasure()', () => {
  it('sends the figures, each with its place, and their chart with its figures in words', async () => {
    stage.slack.slashCommand({ user: BEN, channel: WORKS, text: 'measure lamps lit' });
    await stage.whispered(BEN, /figures and their chart are in your direct messages/);
    await stage.idle();
    const said = messages(direct(BEN).id).map(stage.words).join('\n');
    expect(said).toMatch(/Lamps lit/);
    expect(said).toMatch(/2022\/23: 90\.4[\s\S]*Works Performance 2022\/23/);
    const [file] = [...stage.slack.state.files.values()];
    expect([file?.name, file?.channel, file?.bytes?.includes('PNG')]).toEqual(['chart.png', direct(BEN).id, true]);
    const [call] = stage.slack.calls('files.getUploadURLExternal');
    expect(call?.args.alt_text).toMatch(/^Line chart of .*Lamps lit.*2021\/22: 88\.1; 2022\/23: 90\.4/);
  });

  it('says so where no paper prints such figures', async () => {
    stage.slack.slashCommand({ user: BEN, channel: WORKS, text: 'measure otters counted' });
    await stage.whispered(BEN, /No indexed paper prints figures of “otters counted”/);
  });

  it('charts a measure in the thread where somebody asks for its chart', async () => {
    const asked = stage.slack.mention(BEN, WORKS, 'show me a chart of lamps lit');
    await stage.hears(asked, /2022\/23: 90\.4/);
    await stage.idle();
    expect(attached()).toEqual([['chart.png', WORKS]]);
  });
});

describe('subscribe()', () => {
  const open = async () => {
    stage.slack.slashCommand({ user: ANN, channel: WORKS, text: 'subscribe' });
    await stage.slack.eventually(() => stage.slack.modal(ANN), { what: 'the form' });
  };
  const lists = () =>
    stage.desk.subscriptions.list().map(({ committee, daysBefore, to }) => [committee, daysBefore, to]);

  it('tells beside its field what is wrong, writes down what is right, and ends it again', async () => {
    await open();
    for (const values of [{ days: '99', committee: '0' }, { days: '2.5', committee: '0' }, { days: '3' }]) {
      const sent = await stage.slack.submitView({ user: ANN, values: values as Record<string, string> }).settled;
      expect(sent?.payload?.response_action).toBe('errors');
    }
    expect(lists()).toEqual([]);
    const member = await stage.slack.submitView({ user: ANN, values: { committee: '0', days: '2', to: ANN } }).settled;
    expect(member?.payload?.errors).toEqual({ to: 'Please choose a channel.' });
    await stage.slack.submitView({ user: ANN, values: { committee: '0', days: '2', to: WORKS } }).settled;
    await open();
    await stage.slack.submitView({ user: ANN, values: { committee: '0', days: '4' } }).settled;
    expect(lists()).toEqual([
      ['Works Committee', 2, WORKS],
      ['Works Committee', 4, ANN],
    ]);
    stage.slack.slashCommand({ user: BEN, channel: WORKS, text: 'unsubscribe' });
    await stage.whispered(BEN, /asked for no standing briefing/);
    stage.slack.slashCommand({ user: ANN, channel: WORKS, text: 'unsubscribe' });
    await stage.whispered(ANN, /Ended: no more briefings/);
    expect(lists()).toEqual([]);
  });
});

describe('showHome()', () => {
  it('shows what is outstanding of each committee', async () => {
    stage.slack.openHome(ANN);
    const home = await stage.slack.eventually(() => stage.slack.home(ANN));
    expect(home.lines.join('\n')).toMatch(/Outstanding\nWorks Committee: 1\n[^\n]*report on the handrail/);
  });
});

describe('tellMemory()', () => {
  it('tells the asker alone how a decision went on', async () => {
    stage.slack.slashCommand({ user: BEN, channel: WORKS, text: 'thread footbridge' });
    await stage.whispered(BEN, /Resolved: “.*be repaired by the end of March/);
    expect(messages(WORKS)).toEqual([]);
  });

  it('tells what is outstanding of a committee', async () => {
    stage.slack.slashCommand({ user: BEN, channel: WORKS, text: 'outstanding Works Committee' });
    await stage.whispered(BEN, /Works Committee: 1 outstanding[\s\S]*report on the handrail/);
  });
});

describe('postStanding()', () => {
  const wish = { team: '', committee: 'Works Committee', to: WORKS, user: '' };

  it('posts a briefing once, however often it is looked for', async () => {
    stage.desk.subscriptions.add({ ...wish, daysBefore: 2 });
    for (let n = 0; n < 3; n++) look();
    await stage.idle();
    look();
    await stage.idle();
    const posted = messages(WORKS).filter(({ threadTs }) => threadTs === undefined);
    expect(
      posted
        .map(stage.words)
        .join('\n')
        .match(/Briefing: Works Committee, 5 March 2024/g)?.length,
    ).toBeLessThanOrEqual(2);
    expect(posted).toHaveLength(1);
    expect(stage.words(posted[0] as never)).not.toMatch(/late/);
  });

  it('waits for its day, says so when it is late, and posts nothing after the meeting', async () => {
    stage.desk.subscriptions.add({ ...wish, daysBefore: 1 });
    look();
    await stage.idle();
    expect(messages(WORKS)).toEqual([]);
    stage.desk.subscriptions.add({ ...wish, daysBefore: 5 });
    look(new Date(2024, 2, 6, 9).getTime());
    await stage.idle();
    expect(messages(WORKS)).toEqual([]);
    look();
    await stage.idle();
    expect(stage.words(messages(WORKS)[0] as never)).toMatch(/This briefing is late: it was due on 29 February 2024/);
  });

  it('says what changed when papers came in since', async () => {
    const { id } = stage.desk.subscriptions.add({ ...wish, daysBefore: 2 });
    const papers = app.pack({ committee: 'Works Committee', date: '2024-03-05' });
    const before = papers.filter(({ source }) => !source.includes('cost'));
    stage.desk.subscriptions.writePosted({ subscription: id, date: '2024-03-05', papers: before });
    look();
    await stage.idle();
    look();
    await stage.idle();
    const said = messages(WORKS).map(stage.words);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/have changed since the briefing[\s\S]*New: Footbridge at Mill Lane: Cost of the Repair/);
  });

  it('posts it once over a restart of what looks for it, and to a channel only what all in it may read', async () => {
    clearAnn();
    stage.desk.subscriptions.add({ ...wish, user: ANN, daysBefore: 2 });
    stage.desk.subscriptions.add({ ...wish, to: ANN, user: ANN, daysBefore: 2 });
    for (let start = 0; start < 3; start++) {
      const options = { app, desk: stage.desk, team: TEAM, log: stage.log, wake, now: () => TODAY, dayOf };
      keepStanding(options)();
      await stage.idle();
    }
    const posted = messages(WORKS).map(stage.words);
    expect(posted.filter((words) => /^Briefing: Works Committee/m.test(words))).toHaveLength(1);
    expect(posted.join('\n')).not.toMatch(/Kestrel/);
    const own = messages(direct(ANN).id).map(stage.words);
    expect(own.filter((words) => /^Briefing: Works Committee/m.test(words))).toHaveLength(1);
    expect(own.join('\n')).toMatch(/Kestrel Holdings/);
    expect(attached()).toHaveLength(2);
  });

  it('tells what a supplement changes in the briefing, and that alone', async () => {
    stage.desk.subscriptions.add({ ...wish, daysBefore: 2 });
    look();
    await stage.idle();
    const before = messages(WORKS).length;
    sample.write('works/cost.txt', REPORT.replace('£240,000', '£310,000'));
    await app.ingest([sample.papers]);
    for (let n = 0; n < 2; n++) {
      look();
      await stage.idle();
    }
    const [change, ...more] = messages(WORKS).slice(before).map(stage.words);
    expect(change).toMatch(/have changed since the briefing[\s\S]*Changed: Footbridge[\s\S]*New in the briefing/);
    expect(change).toContain('That a further £310,000 be approved');
    expect(change).not.toContain('There is a risk that the piers');
    expect(change).toMatch(/\d+ lines? of the earlier briefing no longer hold/);
    expect(more.filter((words) => /have changed/.test(words))).toEqual([]);
    expect(attached()).toHaveLength(2);
  });
});
