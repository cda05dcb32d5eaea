import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BotSettings } from '../../src/bot-settings.ts';
import { openDesk } from '../../src/desk/open-desk.ts';
import type { Desk } from '../../src/desk.ts';
import { plainMessage } from '../../src/slack/blocks/notices/plain-messages.ts';
import type { RecordedJob } from '../../src/slack/job.ts';
import type { Messenger } from '../../src/slack/messenger.ts';
import { type Bot, type BotParts, type BotWorld, startBot } from '../../src/slack/start-bot.ts';
import { takePayload } from '../../src/slack/surfaces/incoming/take-payload.ts';
import { openStopMemory } from '../../src/slack/surfaces/memory/stop-memory.ts';
import { openThreadMemory } from '../../src/slack/surfaces/memory/thread-memory.ts';
import type { FakeSlack } from './fake-slack/open-fake-slack.ts';
import { keepLog } from './quiet-log.ts';

const HOUR_MS = 3_600_000;

export type TestWork = (
  recorded: RecordedJob,
  options: { messenger: Messenger; signal: AbortSignal; desk: Desk },
) => Promise<void>;

export type TestBotOptions = {
  http?: boolean;
  /** A desk in this folder; another bot's, to go on from where it was. */
  folder?: string;
  work?: TestWork;
  settings?: Partial<BotSettings>;
  callTimeoutMs?: number;
  drainMs?: number;
  onEvent?: (event: { type: string }) => void;
  register?: (bolt: BoltApp) => void;
};
type BoltApp = Parameters<ReturnType<BotParts['openSurfaces']>['register']>[0];

/** Repeats every question in its thread, so that what is said shows what was asked. */
export const echo: TestWork = async ({ key, job }, { messenger, signal }) => {
  if (job.kind !== 'question') return;
  await messenger.post(plainMessage(`You asked: ${job.text}`), { to: job.place, key: `${key}:answer`, signal });
};

export type TestBot = Awaited<ReturnType<typeof startTestBot>>;

/** The real process parts of the bot on the fake: real intake, desk, queue and messenger, with `work` as its answers. */
export async function startTestBot(slack: FakeSlack, options: TestBotOptions = {}) {
  const { http = false, work = echo } = options;
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'minutebook-bot-'));
  const desk = openDesk(join(folder, 'desk.db'), { working: { waitMs: 0 } });
  const log = keepLog();
  const settings: BotSettings = {
    botToken: slack.botToken,
    connection: http
      ? { kind: 'http', signingSecret: slack.signingSecret, port: 0 }
      : { kind: 'socket', appToken: slack.appToken, healthPort: 0 },
    apiUrl: slack.apiUrl,
    accessFile: join(folder, 'access.json'),
    questionsPerMinute: 100,
    ...options.settings,
  };
  const bot: Bot = await startBot({
    app: standIn,
    desk,
    settings,
    log,
    openSurfaces: (world) => ({
      ...surfacesOf(world, work),
      ...(options.register ? { register: options.register } : {}),
      ...(options.onEvent ? { onEvent: options.onEvent } : {}),
    }),
    drainMs: options.drainMs ?? 500,
    callTimeoutMs: options.callTimeoutMs ?? 120_000,
  });
  if (http) slack.useHttp(`http://127.0.0.1:${bot.port}/slack/events`);
  return {
    bot,
    desk,
    log,
    folder,
    async stop({ keep = false } = {}) {
      await bot.stop();
      desk.close();
      if (!keep) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Enough of the application for the process around it. */
const standIn: BotParts['app'] = {
  ask: async () => {
    throw new Error('The process itself asks nothing');
  },
  status: () => ({
    folder: 'index',
    exists: true,
    files: 1,
    papers: 3,
    meetings: 1,
    committees: ['Works Committee'],
    passages: 10,
    bytes: 100,
    missing: [],
  }),
  pack: () => [],
  meetings: () => [{ committee: 'Works Committee', date: '2024-01-09', hasAgenda: true, hasMinutes: true, papers: 3 }],
};

function surfacesOf({ desk, messenger, botUser }: BotWorld, work: TestWork) {
  const threads = openThreadMemory(desk.dialogues, { keepMs: HOUR_MS });
  const stops = openStopMemory(desk.answers);
  const options = { botUser, threads, stops, isHandOff: () => false, now: Date.now };
  return {
    take: (body: unknown) => takePayload(body, options),
    work: (recorded: RecordedJob, { signal }: { signal: AbortSignal }) => work(recorded, { messenger, signal, desk }),
    register: () => undefined,
  };
}
