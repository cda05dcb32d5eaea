import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
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

/** Only what hangs takes so long to start, on however busy a machine. */
const START_MS = 120_000;

/** Starts the bot and waits until Slack can reach it; throws with all it wrote if it ends before. */
export async function startBot(options: BotOptions): Promise<BotProcess> {
  const { slack, http = false } = options;
  const port = http ? await freePort() : 0;
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/bot.ts'], {
    env: environment(options, port),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => written.push(String(data)));
  // Not before all that it wrote has come.
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const before = slack.socket.opened();
  const url = `http://127.0.0.1:${port}/slack/events`;
  const ready = http ? answers(url) : slack.eventually(() => slack.socket.opened() > before, { timeoutMs: START_MS });
  const failed = ended.then((code) => {
    throw new Error(`The bot ended with ${code} before it was ready:\n${written.join('')}`);
  });
  await Promise.race([ready, failed]).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  // From here on an end is no failure of the start.
  failed.catch(() => undefined);
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

function environment({ slack, indexFolder, deskFile, http, env }: BotOptions, port: number): NodeJS.ProcessEnv {
  const { PATH = '', HOME = '' } = process.env;
  return {
    PATH,
    HOME,
    SLACK_BOT_TOKEN: slack.botToken,
    ...(http ? { SLACK_SIGNING_SECRET: slack.signingSecret, PORT: String(port) } : { SLACK_APP_TOKEN: slack.appToken }),
    SLACK_API_URL: slack.apiUrl,
    MINUTEBOOK_INDEX: indexFolder,
    MINUTEBOOK_DESK: deskFile,
    MINUTEBOOK_HEALTH_PORT: 'off',
    ...env,
  };
}

/** Resolves when somebody listens there. */
async function answers(url: string): Promise<void> {
  for (const until = Date.now() + START_MS; Date.now() < until; ) {
    const isThere = await fetch(url, { method: 'POST' }).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await sleep(50);
  }
  throw new Error(`Nobody listens at ${url}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
