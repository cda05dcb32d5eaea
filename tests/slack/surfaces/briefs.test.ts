import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import { recordDue } from '../../../src/slack/delivery/keep-standing.ts';
import { dayOf } from '../../../src/slack/surfaces/briefs/post-standing.ts';
import { BOT_USER, TEAM } from '../../support/fake-slack/state/workspace.ts';
import { FEBRUARY, JANUARY, openSampleApp } from '../../support/sample-app.ts';
import { ANN, BEN, openSurfaceStage, type SurfaceStage, WORKS } from '../../support/surface-stage.ts';

const AGENDA = `WORKS COMMITTEE

Date: Tuesday, 5th March, 2024
Time: 6.00 p.m.
Venue: Town Hall

AGENDA

1. Apologies for absence

2. Declarations of Interest

3. Footbridge at Mill Lane: Cost of the Repair

4. Sale of the Siding (exempt, paragraph 3)
`;
const REPORT = `WORKS COMMITTEE

5 March 2024

Report of the Engineer

Title: Footbridge at Mill Lane: Cost of the Repair

1. RECOMMENDATIONS

1.1 That a further £240,000 be approved for the footbridge at Mill Lane.

2. BACKGROUND

2.1 The repair was done in February.

3. RISKS

3.1 There is a risk that the piers will not last the winter.
`;
/** Two days before the meeting. */
const TODAY = new Date(2024, 2, 3, 9).getTime();
const sample = openSampleApp({
  'works/january.txt': JANUARY,
  'works/february.txt': FEBRUARY,
  'works/agenda.txt': AGENDA,
  'works/cost.txt': REPORT,
});
let app: App;
let stage: SurfaceStage;

beforeAll(async () => {
  app = sample.open();
  await app.ingest([sample.papers]);
}, 60_000);
afterAll(() => sample.close());
beforeEach(async () => {
  stage = await openSurfaceStage({ app, now: () => TODAY });
}, 30_000);
afterEach(() => stage.close());

const direct = (user: string) => stage.slack.state.workspace.direct(user);
const messages = (channel: string) =>
  (stage.slack.state.workspace.channels.get(channel)?.messages ?? []).filter(
    ({ seenBy, user }) => !seenBy && user === BOT_USER,
  );
const look = (now = TODAY) =>
  recordDue({ app, desk: stage.desk, team: TEAM, log: stage.log, wake: () => {}, now: () => now, dayOf });

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
    const files = [...stage.slack.state.files.values()];
    expect(files.map(({ name, channel }) => [name, channel])).toEqual([['briefing-2024-03-05.docx', direct(ANN).id]]);
    expect(messages(WORKS)).toEqual([]);
  });

  it('names the meetings there are where it knows none of that day', async () => {
    stage.slack.slashCommand({ user: ANN, channel: WORKS, text: 'brief 1 May 2011' });
    await stage.whispered(ANN, /Cannot find the meeting.*Works Committee, 5 March 2024/);
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
    await stage.whispered(BEN, /Works Committee: \d+ outstanding/);
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
});
