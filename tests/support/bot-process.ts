import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { FakeSlack } from './fake-slack/open-fake-slack.ts';

/** The bot as its own process, as `npm start` runs it. */
export type BotProcess = {
  pid: number;
  /** Where it listens, in HTTP mode. */
  url: string;
  /** All it has written so far. */
  output(): string;
  /** kill -9. */
  kill(): Promise<void>;
  /** SIGTERM; the status it ended with. */
  stop(): Promise<number | null>;
  /** Its end, however it comes. */
  ended: Promise<number | null>;
};

export type BotOptions = {
  slack: FakeSlack;
  indexFolder: string;
  deskFile: string;
  http?: boolean;
  env?: Record<string, string>;
};

/** What the bot logs of the port it was given, which is any that is free. */
const LISTENING = /"port":(\d+)[^\n]*"Listening for Slack"/;

/** Starts the bot and waits until Slack can reach it; throws with all it wrote if it ends before. */
export async function startBot(options: BotOptions): Promise<BotProcess> {
  const { slack, http = false } = options;
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/bot.ts'], {
    env: environment(options),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => written.push(String(data)));
  // Not before all that it wrote has come.
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const before = slack.socket.opened();
  const port = () => LISTENING.exec(written.join(''))?.[1];
  const ready = slack.eventually(() => (http ? port() : slack.socket.opened() > before), {
    what: 'the bot to be ready',
  });
  const failed = ended.then((code) => {
    throw new Error(`The bot ended with ${code} before it was ready:\n${written.join('')}`);
  });
  await Promise.race([ready, failed]).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  // From here on an end is no failure of the start.
  failed.catch(() => undefined);
  const url = `http://127.0.0.1:${port() ?? 0}/slack/events`;
  return { pid: child.pid ?? 0, url, output: () => written.join(''), ended, ...endings(child, ended) };
}

function endings(child: ChildProcess, ended: Promise<number | null>): Pick<BotProcess, 'kill' | 'stop'> {
  return {
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

function environment({ slack, indexFolder, deskFile, http, env }: BotOptions): NodeJS.ProcessEnv {
  const { PATH = '', HOME = '' } = process.env;
  return {
    PATH,
    HOME,
    SLACK_BOT_TOKEN: slack.botToken,
    ...(http ? { SLACK_SIGNING_SECRET: slack.signingSecret, PORT: '0' } : { SLACK_APP_TOKEN: slack.appToken }),
    SLACK_API_URL: slack.apiUrl,
    MINUTEBOOK_INDEX: indexFolder,
    MINUTEBOOK_DESK: deskFile,
    MINUTEBOOK_HEALTH_PORT: 'off',
    ...env,
  };
}
