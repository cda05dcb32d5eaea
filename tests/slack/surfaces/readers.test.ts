import { writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import { recordDue } from '../../../src/slack/delivery/keep-standing.ts';
import { dayOf } from '../../../src/slack/surfaces/briefs/post-standing.ts';
import { TEAM } from '../../support/fake-slack/state/workspace.ts';
import { FEBRUARY, JANUARY, openSampleApp } from '../../support/sample-app.ts';
import { ANN, BEN, CLERKS, openSurfaceStage, QUESTION, type SurfaceStage, WORKS } from '../../support/surface-stage.ts';

const EXEMPT = `WORKS COMMITTEE
Tuesday, 5th March, 2024

NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972

Report of the Engineer

Title: Sale of the Kestrel siding

1. RECOMMENDATIONS

1.1 That the Kestrel siding be sold for 4,711 pounds.
`;
const AGENDA = `WORKS COMMITTEE

Date: Tuesday, 5th March, 2024
Time: 6.00 p.m.
Venue: Town Hall

AGENDA

1. Apologies for absence

2. Declarations of interest

3. Sale of the Kestrel siding
(Exempt under Paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972)
`;
/** Two days before that meeting. */
const TODAY = new Date(2024, 2, 3, 9).getTime();
const ASKED = 'For how much is the Kestrel siding to be sold?';
const SECRET = /4,?711/;
const sample = openSampleApp({
  'works/january.txt': JANUARY,
  'works/february.txt': FEBRUARY,
  'works/siding.txt': EXEMPT,
  'works/agenda.txt': AGENDA,
});
let app: App;
let stage: SurfaceStage;

beforeAll(async () => {
  app = sample.open();
  await app.ingest([sample.papers]);
});
afterAll(() => sample.close());
beforeEach(async () => {
  stage = await openSurfaceStage({ app, now: () => TODAY });
  writeFileSync(stage.accessFile, JSON.stringify({ people: { [ANN]: [{ committees: 'all', paragraphs: [3] }] } }));
});
afterEach(() => stage.close());

/** Everything that went to Slack but what only this member saw. */
const sentToOthers = (user: string) =>
  JSON.stringify([
    ...stage.slack.replies(WORKS),
    ...stage.slack.replies(CLERKS),
    ...stage.slack.ephemerals.filter((one) => one.seenBy !== user),
  ]);

describe('a private answer from an exempt paper', () => {
  it('is given to a cleared member and to nobody else, by no button under it', async () => {
    await stage.slack.slashCommand({ user: ANN, channel: WORKS, text: ASKED }).settled;
    const { ts } = await stage.whispered(ANN, SECRET);
    stage.slack.pressButton({ user: ANN, channel: WORKS, ts, action: 'Share' });
    await stage.whispered(ANN, /From what everybody in this channel may see/);
    stage.slack.pressButton({ user: ANN, channel: WORKS, ts, action: 'Ask the clerk' });
    await stage.slack.eventually(() => stage.slack.replies(CLERKS)[0]);
    stage.slack.pressButton({ user: BEN, channel: WORKS, ts, action: 'Source 1' });
    await stage.opened(BEN, /too old for its buttons/);
    stage.slack.pressButton({ user: BEN, channel: WORKS, ts, action: 'Not what I meant' });
    await stage.whispered(BEN, /too old/);
    await stage.idle();
    expect(sentToOthers(ANN)).not.toMatch(SECRET);
    expect(JSON.stringify(stage.log.lines)).not.toMatch(SECRET);
  });

  it('is not given to an uncleared member, nor in a channel where one reads along', async () => {
    await stage.slack.slashCommand({ user: BEN, channel: WORKS, text: ASKED }).settled;
    const asked = stage.slack.mention(ANN, WORKS, ASKED);
    await stage.hears(asked, /./);
    await stage.idle();
    expect(JSON.stringify(stage.slack.calls())).not.toMatch(SECRET);
  });

  it('opens for a cleared member in the modal that they alone see', async () => {
    await stage.slack.slashCommand({ user: ANN, channel: WORKS, text: ASKED }).settled;
    const { ts } = await stage.whispered(ANN, SECRET);
    stage.slack.pressButton({ user: ANN, channel: WORKS, ts, action: 'Source 1' });
    await stage.opened(ANN, SECRET);
  });
});

describe('a standing briefing', () => {
  it('holds for a cleared member what is closed to those who read a channel', async () => {
    const { slack, desk, log } = stage;
    const wish = { team: TEAM, committee: 'Works Committee', daysBefore: 2, user: ANN };
    for (const to of [WORKS, ANN]) desk.subscriptions.add({ ...wish, to });
    recordDue({ app, desk, team: TEAM, log, wake: () => {}, now: () => TODAY, dayOf });
    await stage.idle();
    const said = (channel: string) => slack.messages(channel).map(stage.words).join('\n');
    expect(said(WORKS)).toMatch(/Briefing: Works Committee, 5 March 2024[\s\S]*Exempt, paragraph 3: closed to those/);
    expect(said(WORKS)).not.toMatch(SECRET);
    expect(said(slack.state.workspace.direct(ANN).id)).toMatch(SECRET);
  });
});

describe('people from outside', () => {
  it('are refused with a reason where only members may ask', async () => {
    writeFileSync(stage.accessFile, JSON.stringify({ outsiders: 'nothing' }));
    stage.slack.addUser('U5GUEST', { isUltraRestricted: true });
    const asked = stage.slack.directMessage('U5GUEST', QUESTION);
    await stage.hears(asked, /Guests and people of other workspaces cannot ask here/);
    await stage.idle();
    expect(stage.slack.replies(asked.channel, asked.ts)).toHaveLength(1);
  });

  it('never get a word if they are machines', async () => {
    stage.slack.addUser('U6FLOW', { isWorkflowBot: true });
    stage.slack.directMessage('U6FLOW', QUESTION, { fields: { bot_id: undefined } });
    await stage.idle();
    expect(stage.slack.calls('chat.postMessage')).toEqual([]);
  });
});
