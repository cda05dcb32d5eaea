import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { type App, openApp } from './app.ts';
import { accessFileOf, type ReadSettings, readBotSettings } from './bot-settings.ts';
import { type Config, readConfig } from './config.ts';
import { openDesk } from './desk/open-desk.ts';
import { AppError } from './errors.ts';
import { forbidTracing } from './forbid-tracing.ts';
import type { Log } from './log.ts';
import { BOT_EXIT, BOT_HELP } from './slack/bot-help.ts';
import { checkBot } from './slack/check/check-bot.ts';
import { openBotSurfaces } from './slack/open-bot-surfaces.ts';
import { type Bot, startBot } from './slack/start-bot.ts';

/** A bot that was told to stop may still be handing back what it had open. */
const WAIT_FOR_DESK_MS = 12_000;
/** Whoever stops the bot kills it after ten seconds; what is open is in the desk. */
const LAST_MOMENT_MS = 9_500;

forbidTracing(process.env);
/** How often the bot looks whether the npm that started it is still there. */
const PARENT_EVERY_MS = 500;

const [wish = '', ...more] = process.argv.slice(2);
if (more.length > 0 || !['', '--check', '--help'].includes(wish)) leave(BOT_EXIT.usage, [BOT_HELP]);
if (wish === '--help') {
  process.stdout.write(`${BOT_HELP}\n`);
  process.exit(BOT_EXIT.ok);
}

const read = readBotSettings(process.env);
const config = readWholeConfig();
const log = openLog(config);
const stop = new AbortController();
let bot: Bot | undefined;

for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
  process.on(event, (error: unknown) => {
    log.fault('A fault of the program ends the bot', error);
    process.exit(BOT_EXIT.internal);
  });
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stopBot(signal));

if (process.env.npm_lifecycle_event === 'start') stopWithoutParent();

const app = openWholeApp();
if (wish === '--check') await runCheck();
else if (read.kind === 'ready') await run(read);

async function run({ settings }: Extract<ReadSettings, { kind: 'ready' }>): Promise<void> {
  try {
    const desk = openDesk(config.deskFile, { working: { waitMs: WAIT_FOR_DESK_MS }, log: config.questionLog });
    process.once('exit', () => desk.close());
    const openSurfaces = openBotSurfaces({ app, settings, log });
    bot = await startBot({ app, desk, settings, log, openSurfaces, signal: stop.signal });
  } catch (error) {
    if (stop.signal.aborted) process.exit(BOT_EXIT.ok);
    failStart(error);
  }
}

async function runCheck(): Promise<void> {
  const { deskFile } = config;
  const findings = await checkBot({ app, read, log, deskFile, accessFile: accessFileOf(process.env), openDesk });
  for (const { name, isOk, detail } of findings) {
    process.stdout.write(`${isOk ? 'ok     ' : 'MISSING'}  ${name}: ${detail}\n`);
  }
  process.exit(findings.every(({ isOk }) => isOk) ? BOT_EXIT.ok : BOT_EXIT.config);
}

/** npm passes signals on, but when it is killed itself the bot would go on unseen and keep its desk from the next. */
function stopWithoutParent(): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    void stopBot('npm is gone');
  }, PARENT_EVERY_MS);
  timer.unref();
}

async function stopBot(signal: string): Promise<void> {
  // Told twice, it goes at once.
  if (stop.signal.aborted) process.exit(BOT_EXIT.ok);
  log.info('Stopping', { because: signal });
  stop.abort(new Error('the bot stops'));
  setTimeout(() => process.exit(BOT_EXIT.ok), LAST_MOMENT_MS).unref();
  await bot?.stop();
  log.info('Stopped');
  process.exit(BOT_EXIT.ok);
}

/** The app, or one sentence on what it cannot be opened with, as a prompt that was spoilt. */
function openWholeApp(): App {
  try {
    return openApp(config, { log: (error) => log.fault('A fault of the program', error), isServing: wish === '' });
  } catch (error) {
    return failStart(error);
  }
}

/** The configuration, or one sentence for each setting that is missing or wrong, and the end. */
function readWholeConfig(): Config {
  try {
    const whole = readConfig(process.env);
    if (read.kind === 'refused' && wish !== '--check') leave(BOT_EXIT.config, read.problems);
    return whole;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return leave(BOT_EXIT.config, [...(read.kind === 'refused' ? read.problems : []), error.message]);
  }
}

function failStart(error: unknown): never {
  if (!(error instanceof AppError)) {
    const reference = log.fault('The bot could not be started', error);
    return leave(BOT_EXIT.internal, [`Something went wrong in the program (reference ${reference})`]);
  }
  return leave(error.code === 'unavailable' ? BOT_EXIT.unavailable : BOT_EXIT.config, [error.message]);
}

function leave(status: number, lines: string[]): never {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exit(status);
}

/**
 * The log on standard output, a line of JSON each. What an AppError says may quote what somebody typed: at the usual
 * level only its code and where it came from are kept.
 */
function openLog({ logLevel }: Config): Log {
  const level = process.env.MINUTEBOOK_LOG_LEVEL ? logLevel : wish === '--check' ? 'error' : 'info';
  const logger = pino({ level }, pino.destination({ sync: true }));
  const isTelling = logger.isLevelEnabled('debug');
  return {
    debug: (message, fields) => logger.debug(fields ?? {}, message),
    info: (message, fields) => logger.info(fields ?? {}, message),
    warn: (message, fields) => logger.warn(fields ?? {}, message),
    fault(message, error, fields) {
      const reference = randomUUID().slice(0, 8);
      const quiet = error instanceof AppError && !isTelling;
      logger.error({ reference, ...fields, ...(quiet ? quietly(error) : { err: error }) }, message);
      return reference;
    },
  };
}

function quietly({ code, stack = '', cause }: AppError) {
  const frames = stack.split('\n').filter((line) => line.startsWith('    at '));
  return {
    code,
    stack: frames.slice(0, 8).join('\n'),
    ...(cause === undefined || cause instanceof AppError ? {} : { err: cause }),
  };
}
