import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../../src/app.ts';
import type { BotSettings } from '../../src/bot-settings.ts';
import { openDesk } from '../../src/desk/open-desk.ts';
import { openBotSurfaces } from '../../src/slack/open-bot-surfaces.ts';
import { startBot } from '../../src/slack/start-bot.ts';
import type { Said } from './fake-slack/members/member-messages.ts';
import { type FakeSlack, openFakeSlack } from './fake-slack/open-fake-slack.ts';
import type { FakeSettings } from './fake-slack/state/fake-state.ts';
import type { FakeMessage } from './fake-slack/state/workspace.ts';
import { keepLog } from './quiet-log.ts';

export const ANN = 'U1ANN';
export const BEN = 'U2BEN';
export const CLERK = 'U3CLERK';
export const WORKS = 'C1WORKS';
export const CLERKS = 'C9CLERKS';

/** What the made-up Works Committee resolved on 9 January 2024, and what an answer to it must cite. */
export const QUESTION = 'What was resolved about the footbridge at Mill Lane on 9 January 2024?';
export const CITED = /Minute 12, resolution/;

export type SurfaceStage = Awaited<ReturnType<typeof openSurfaceStage>>;

type StageOptions = {
  app: App;
  slack?: Partial<FakeSettings>;
  /** Without a clerk's channel there is no button to ask the clerk. */
  hasClerk?: boolean;
  now?: () => number;
};

/** A council in Slack with the real bot in this process: only Slack's servers and, where given, the clock are made up. */
export async function openSurfaceStage({ app, slack: settings = {}, hasClerk = true, now }: StageOptions) {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-surfaces-'));
  const accessFile = join(folder, 'access.json');
  const slack = await openFakeSlack(settings);
  furnish(slack);
  const log = keepLog();
  const desk = openDesk(join(folder, 'desk.db'), { working: { waitMs: 0 }, ...(now ? { now } : {}) });
  const clerk = hasClerk ? { clerkChannel: CLERKS } : {};
  const bot = await startBot({
    app,
    desk,
    log,
    settings: settingsFor(slack, { accessFile, ...clerk }),
    openSurfaces: openBotSurfaces({ app, settings: { accessFile, ...clerk }, log, ...(now ? { now } : {}) }),
    drainMs: 300,
    // Only what hangs takes so long.
    callTimeoutMs: 120_000,
  });
  const words = (message: FakeMessage) => [message.text, ...slack.read(message)].join('\n');
  const said = ({ channel, ts }: Pick<Said, 'channel' | 'ts'>) => slack.replies(channel, ts).map(words);
  return {
    slack,
    desk,
    log,
    accessFile,
    words,
    /** What the bot said in a thread, as its readers see it. */
    said,
    /** Waits for something the bot says in a thread. */
    hears: (place: Pick<Said, 'channel' | 'ts'>, what: RegExp) =>
      slack.eventually(() => slack.replies(place.channel, place.ts).find((message) => what.test(words(message))), {
        what: `${what} among ${JSON.stringify(said(place))}`,
      }),
    /** Waits for something in the modal on top of a member's screen, which may be opened empty and filled. */
    opened: (user: string, what: RegExp) =>
      slack.eventually(
        () => {
          const modal = slack.modal(user);
          return modal && what.test(modal.lines.join('\n')) ? modal : undefined;
        },
        { what: `${what} in the modal of ${user}` },
      ),
    /** Waits for something that only this member sees. */
    whispered: (user: string, what: RegExp) =>
      slack.eventually(() => slack.whispers(user).find((message) => what.test(words(message))), {
        what: `${what} for ${user}`,
      }),
    /** Everything was taken in and nothing more is owed: for showing that something did not happen. */
    async idle(): Promise<void> {
      await Promise.all(slack.deliveries.map(({ settled }) => settled));
      await slack.eventually(() => desk.jobs.counts().open === 0, { what: 'an empty queue' });
    },
    async close() {
      await bot.stop();
      desk.close();
      await slack.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function settingsFor(slack: FakeSlack, given: Pick<BotSettings, 'accessFile' | 'clerkChannel'>): BotSettings {
  return {
    botToken: slack.botToken,
    connection: { kind: 'socket', appToken: slack.appToken, healthPort: 'off' },
    apiUrl: slack.apiUrl,
    questionsPerMinute: 100,
    ...given,
  };
}

function furnish(slack: FakeSlack): void {
  slack.addUser(ANN, { name: 'Ann Parsley' });
  slack.addUser(BEN, { name: 'Ben Cole' });
  slack.addUser(CLERK, { name: 'Carol Wright' });
  slack.addChannel(WORKS, { name: 'works', members: [ANN, BEN] });
  slack.addChannel(CLERKS, { name: 'clerks', kind: 'private', members: [CLERK] });
}
