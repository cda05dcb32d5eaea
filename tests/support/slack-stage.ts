import { join } from 'node:path';
import { type BotProcess, startBot } from './bot-process.ts';
import type { Said } from './fake-slack/members/member-messages.ts';
import { type FakeSlack, openFakeSlack } from './fake-slack/open-fake-slack.ts';
import type { FakeSettings } from './fake-slack/state/fake-state.ts';
import type { FakeMessage } from './fake-slack/state/workspace.ts';
import { openSampleApp } from './sample-app.ts';

export const ANN = 'U1ANN';
export const BEN = 'U2BEN';
export const CLERK = 'U3CLERK';
export const WORKS = 'C1WORKS';
export const CLERKS = 'G9CLERKS';

/** What the made-up Works Committee resolved, and what an answer to it must cite. */
export const QUESTION = 'What was resolved about the footbridge at Mill Lane on 9 January 2024?';
export const CITED = /Min(?:ute|\.) 12\b/;

export type SlackStage = Awaited<ReturnType<typeof openSlackStage>>;

type StageOptions = { slack?: Partial<FakeSettings>; env?: Record<string, string>; http?: boolean };

/** A council in Slack: the fake, an index over two meetings, a desk, and the bot as a process beside it. */
export async function openSlackStage({ slack: settings = {}, env = {}, http = false }: StageOptions = {}) {
  const sample = openSampleApp();
  await sample.open().ingest([sample.papers]);
  const slack = await openFakeSlack(settings);
  furnish(slack);
  const deskFile = join(sample.folder, 'desk.db');
  const bots: BotProcess[] = [];
  const start = async (more: Record<string, string> = {}): Promise<BotProcess> => {
    const access = { MINUTEBOOK_ACCESS: join(sample.folder, 'access.json'), MINUTEBOOK_CLERK_CHANNEL: CLERKS };
    const all = { ...access, ...env, ...more };
    const bot = await startBot({ slack, indexFolder: sample.indexFolder, deskFile, http, env: all });
    bots.push(bot);
    if (http) slack.useHttp(bot.url);
    return bot;
  };
  /** What the bot said in a thread that answers the question. */
  const answers = ({ channel, ts }: Pick<Said, 'channel' | 'ts'>): FakeMessage[] =>
    slack.replies(channel, ts).filter((message) => CITED.test(wordsOf(message, slack)));
  return {
    slack,
    sample,
    deskFile,
    start,
    answers,
    words: (message: FakeMessage) => wordsOf(message, slack),
    /** Everything the bot said in a thread, as its readers see it. */
    said: ({ channel, ts }: Pick<Said, 'channel' | 'ts'>) =>
      slack.replies(channel, ts).map((message) => wordsOf(message, slack)),
    answered: (said: Pick<Said, 'channel' | 'ts'>) => slack.eventually(() => answers(said)[0], { what: 'an answer' }),
    async close(): Promise<void> {
      for (const bot of bots) await bot.kill();
      await slack.close();
      await sample.close();
    },
  };
}

function wordsOf(message: FakeMessage, slack: FakeSlack): string {
  return [message.text, ...slack.read(message)].join('\n');
}

function furnish(slack: FakeSlack): void {
  slack.addUser(ANN, { name: 'Ann Parsley' });
  slack.addUser(BEN, { name: 'Ben Cole' });
  slack.addUser(CLERK, { name: 'Carol Wright' });
  slack.addChannel(WORKS, { name: 'works', members: [ANN, BEN, CLERK] });
  slack.addChannel(CLERKS, { name: 'clerks', kind: 'private', members: [CLERK] });
}
