import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BotSettings } from '../../../src/bot-settings.ts';
import { openDesk } from '../../../src/desk/open-desk.ts';
import { openBotSurfaces } from '../../../src/slack/open-bot-surfaces.ts';
import { startBot } from '../../../src/slack/start-bot.ts';
import { type FakeSlack, openFakeSlack } from '../fake-slack/open-fake-slack.ts';
import { keepLog } from '../quiet-log.ts';
import { openSampleApp } from '../sample-app.ts';
import { CANARIES, CANARY_PAPERS, type Canary } from './canary-papers.ts';

const WORKS_3 = [{ committees: ['Works Committee'], paragraphs: [3] }];

/** Who is cleared in the access file; a guest and a stranger stand there too, and it must not help them. */
const ACCESS = {
  people: {
    UCLEAR: WORKS_3,
    USECOND: WORKS_3,
    UPARA5: [{ committees: 'all', paragraphs: [5] }],
    UPARKS: [{ committees: ['Parks and Gardens Panel'], paragraphs: [3] }],
    UGUEST: [{ committees: 'all', paragraphs: 'all' }],
    UOUTSIDE: [{ committees: 'all', paragraphs: 'all' }],
  },
  groups: { SGROUP: WORKS_3 },
};

/** A modal is opened within a fraction of this. */
const SETTLE_MS = 200;

export const CLERKS = 'GCLERKS';

export type CanaryStage = Awaited<ReturnType<typeof openCanaryStage>>;

/** The real bot over papers with canaries, in a workspace with every kind of person. */
export async function openCanaryStage() {
  const sample = openSampleApp(CANARY_PAPERS);
  const app = sample.open();
  await app.ingest([sample.papers]);
  const slack = await openFakeSlack();
  furnish(slack);
  const log = keepLog();
  const desk = openDesk(join(sample.folder, 'desk.db'), { working: { waitMs: 0 } });
  const settings = settingsFor(slack, sample.folder);
  writeFileSync(settings.accessFile, JSON.stringify(ACCESS));
  let gate = Promise.resolve();
  const asking = { found: 0 };
  const ask: typeof app.ask = async (...asked) => {
    const found = await app.ask(...asked);
    asking.found += 1;
    await gate;
    return found;
  };
  const openSurfaces = openBotSurfaces({ app: { ...app, ask }, settings, log });
  const bot = await startBot({ app, desk, settings, log, openSurfaces, drainMs: 500, callTimeoutMs: 120_000 });
  /** All that was taken in is acknowledged and done. */
  const quiet = async (): Promise<void> => {
    const { deliveries } = slack;
    await Promise.all(deliveries.map(({ settled }) => settled));
    await slack.eventually(() => desk.jobs.counts().open === 0, { what: 'all jobs done' });
    await slack.eventually(() => slack.calls().every((call) => call.answeredAt !== undefined), {
      what: 'calls answered',
    });
  };
  return {
    app,
    slack,
    desk,
    log,
    quiet,
    /** Lets answers be found but not be given until the function it returns is called; `found` counts them. */
    hold(): { found(): number; release(): void } {
      let release = () => {};
      gate = new Promise((resolve) => {
        release = resolve;
      });
      return { found: () => asking.found, release };
    },
    /** Quiet, and nothing more comes of presses that open something without a job of their own. */
    async settled(): Promise<void> {
      for (let calls = -1; calls !== slack.calls().length; await sleep(SETTLE_MS)) {
        calls = slack.calls().length;
        await quiet();
      }
    },
    async close(): Promise<void> {
      await bot.stop();
      desk.close();
      await slack.close();
      await sample.close();
    },
  };
}

function settingsFor(slack: FakeSlack, folder: string): BotSettings {
  return {
    botToken: slack.botToken,
    connection: { kind: 'socket', appToken: slack.appToken, healthPort: 'off' },
    apiUrl: slack.apiUrl,
    accessFile: join(folder, 'access.json'),
    clerkChannel: CLERKS,
    questionsPerMinute: 1_000,
  };
}

/** Every kind of person there is. */
function furnish(slack: FakeSlack): void {
  for (const id of ['UCLEAR', 'USECOND', 'UGROUP', 'UPARA5', 'UPARKS', 'UPLAIN']) slack.addUser(id, { name: id });
  slack.addUser('UGUEST', { isRestricted: true });
  slack.addUser('UOUTSIDE', { team: 'T0STRANGER' });
  slack.addUser('UROBOT', { isBot: true });
  slack.addUserGroup('SGROUP', { users: ['UGROUP'] });
  slack.addChannel(CLERKS, { kind: 'private', members: ['UPLAIN', 'UCLEAR'] });
}

/** The canaries in anything that can be written down as JSON. */
export function canariesIn(value: unknown): Canary[] {
  const text = JSON.stringify(value, withErrors).toLowerCase();
  return (Object.keys(CANARIES) as Canary[]).filter((canary) => text.includes(CANARIES[canary]));
}

function withErrors(_key: string, value: unknown): unknown {
  return value instanceof Error ? { ...value, message: value.message, stack: value.stack, cause: value.cause } : value;
}
