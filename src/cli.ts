import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import pino from 'pino';
import { openApp } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { openDesk } from './desk/open-desk.ts';
import { AppError } from './errors.ts';
import { forbidTracing } from './forbid-tracing.ts';
import { listSettings } from './list-settings.ts';
import { buildProgram } from './terminal/build-program.ts';
import { describeFailure, EXIT } from './terminal/exit-status.ts';
import { plainForTerminal } from './terminal/plain-for-terminal.ts';
import { runCommands } from './terminal/run-commands.ts';
import { openScreen } from './terminal/screen.ts';

const LOG_FILE = 'minutebook.log';

forbidTracing(process.env);
const screen = openScreen(process, process.env);
const stop = new AbortController();
let stopsByItself = false;
let config: Config | undefined;
let status: number = EXIT.ok;

// A second Ctrl-C, or one in a command with nothing to tidy up, ends at once: what is stored is whole at any moment.
process.on('SIGINT', () => {
  if (!stopsByItself || stop.signal.aborted) process.exit(EXIT.interrupted);
  stop.abort();
});
// The reader of a pipe has had enough, as with `export | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? EXIT.ok : EXIT.internal),
);

const program = buildProgram(
  runCommands({
    screen,
    input: process.stdin,
    open: (flags) => {
      config = readConfig(process.env, flags.index === undefined ? {} : { index: flags.index });
      return openApp(config, { log });
    },
    openDesk: (flags, { mustExist } = { mustExist: false }) => {
      config = readConfig(process.env);
      const file = flags.desk ?? config.deskFile;
      if (mustExist && !existsSync(file)) {
        throw new AppError(
          'not-found',
          `Cannot open the bot's store "${file}": there is none; MINUTEBOOK_DESK says where`,
        );
      }
      return openDesk(file, { log: config.questionLog });
    },
    settings: () => {
      config = readConfig(process.env);
      return listSettings(process.env);
    },
    stopSignal: () => {
      stopsByItself = true;
      return stop.signal;
    },
    attempt,
    setStatus: (wanted) => {
      status = wanted;
    },
  }),
  screen,
);

process.exitCode = (await attempt(() => program.parseAsync(process.argv).then(() => undefined))) || status;

/** The one place of the terminal where failures end: a line on standard error and an exit status. */
async function attempt(task: () => Promise<void>): Promise<number> {
  try {
    await task();
    return EXIT.ok;
  } catch (error) {
    // Commander has told its own failures; help and version are none.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    const failure = describeFailure(error, log);
    screen.warn(failure.line);
    if (config?.debug && error instanceof Error) screen.warn(plainForTerminal(error.stack ?? '', { lines: true }));
    return failure.status;
  }
}

/** Keeps a fault whole in the log beside the index; gives the reference it is found by. */
function log(error: unknown): string {
  const reference = randomUUID().slice(0, 8);
  try {
    const { logLevel: level, indexFolder } = config ?? readConfig({});
    const destination = pino.destination({ dest: join(indexFolder, LOG_FILE), mkdir: true, sync: true });
    pino({ level }, destination).error({ reference, err: error });
  } catch {
    screen.warn(`Cannot write the log: see MINUTEBOOK_DEBUG=1 for what happened`);
  }
  return reference;
}
