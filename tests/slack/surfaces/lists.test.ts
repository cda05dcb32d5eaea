import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import { FEBRUARY, JANUARY, openSampleApp } from '../../support/sample-app.ts';
import { ANN, BEN, CITED, openSurfaceStage, QUESTION, type SurfaceStage, WORKS } from '../../support/surface-stage.ts';

const REPORT = `WORKS COMMITTEE

6 February 2024

Report of the Engineer

Title: Lighting of the Station Approach

1. RECOMMENDATIONS

1.1 That the lamps at the station approach be replaced.

2. BACKGROUND

2.1 The lamps are of 1962.

Table 1: Lamps by street
Street\tLamps\tFaulty
Mill Lane\t14\t3
Station Approach\t22\t9
`;
const sample = openSampleApp({
  'works/january.txt': JANUARY,
  'works/february.txt': FEBRUARY,
  'works/lighting.txt': REPORT,
  'works/siding.txt': REPORT.replace('Lighting of the Station Approach', 'Sale of the Kestrel siding').replace(
    'WORKS COMMITTEE',
    'NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972\n\nWORKS COMMITTEE',
  ),
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

describe('a table', () => {
  const FAULTY = 'How many faulty lamps are there in Mill Lane, Table 1?';

  it.each([
    ['streamed', 'direct'],
    ['posted', 'channel'],
  ])('is shown as a table with its caption where it is cited, %s, and row by row in the modal', async (_, where) => {
    const { slack } = stage;
    const asked = where === 'direct' ? slack.directMessage(ANN, FAULTY) : slack.mention(ANN, WORKS, FAULTY);
    const answer = await stage.hears(asked, /Source 1/);
    const table = (answer.blocks ?? []).find(({ type }) => type === 'table');
    expect(JSON.stringify(table?.rows)).toMatch(/Street.*Lamps.*Faulty.*Mill Lane.*14.*3.*Station Approach/);
    expect(stage.words(answer)).toContain('Lamps by street');
    slack.pressButton({ user: ANN, channel: asked.channel, ts: answer.ts, action: 'Source 1' });
    await stage.opened(ANN, /Mill Lane; Lamps: 14; Faulty: 3/);
  });
});

describe('suggestPrompts()', () => {
  it('suggests questions about the newest meeting when the conversation is opened, and never an exempt title', async () => {
    stage.slack.openHome(ANN, 'messages');
    const { prompts, channel } = await stage.slack.eventually(() => stage.slack.state.threads.prompts[0]);
    expect(channel).toBe(stage.slack.state.workspace.direct(ANN).id);
    const words = JSON.stringify(prompts);
    expect(words).toContain('What was decided at the Works Committee meeting of 6 February 2024?');
    expect(words).not.toMatch(/Kestrel/i);
    expect(prompts.length).toBeLessThanOrEqual(4);
  });

  it('suggests nothing that the papers would not answer', async () => {
    stage.slack.openHome(ANN, 'messages');
    const { prompts } = await stage.slack.eventually(() => stage.slack.state.threads.prompts[0]);
    for (const { message } of prompts) {
      const asked = stage.slack.directMessage(ANN, String(message));
      await stage.hears(asked, /Source 1/);
      expect(stage.said(asked).join()).not.toMatch(/Searched:/);
    }
  });
});

describe('showHome()', () => {
  it('shows what is indexed, what is missing, how to ask, what is private and the member’s own questions', async () => {
    const asked = stage.slack.mention(ANN, WORKS, QUESTION);
    await stage.hears(asked, CITED);
    await stage.idle();
    stage.slack.openHome(ANN);
    const home = await stage.slack.eventually(() => stage.slack.home(ANN));
    const words = home.lines.join('\n');
    expect(words).toMatch(/2 meetings of 1 committee/);
    expect(words).toMatch(/Works Committee, 6 February 2024/);
    expect(words).toContain(QUESTION);
    expect(words).toMatch(/How to ask/);
    expect(words).toMatch(/What is private/);
    expect(words).not.toMatch(/Kestrel/i);
    stage.slack.openHome(BEN);
    const other = await stage.slack.eventually(() => stage.slack.home(BEN));
    expect(other.lines.join('\n')).not.toContain(QUESTION);
  });

  it('is made anew each time it is opened', async () => {
    stage.slack.openHome(ANN);
    const before = await stage.slack.eventually(() => stage.slack.home(ANN));
    expect(before.lines.join('\n')).toMatch(/None yet/);
    const asked = stage.slack.directMessage(ANN, QUESTION);
    await stage.hears(asked, CITED);
    await stage.idle();
    stage.slack.openHome(ANN);
    await stage.slack.eventually(() => stage.slack.home(ANN)?.lines.join('\n').includes(QUESTION));
  });
});
