import { writeFileSync } from 'node:fs';
import type { Desk } from '../desk.ts';
import { AppError } from '../errors.ts';
import { pauseAnswers, resumeAnswers } from '../pause.ts';
import type { DeskCommands, LogExportFlags } from './build-desk-commands.ts';
import { EXIT } from './exit-status.ts';
import { formatLog } from './format-log.ts';
import { plainForTerminal } from './plain-for-terminal.ts';
import type { Screen } from './screen.ts';

export type DeskRunOptions = {
  screen: Screen;
  /** The bot's store in this file, or where the environment says; with `mustExist`, `not-found` if there is none. */
  openDesk(flags: { desk?: string }, options?: { mustExist: boolean }): Desk;
  setStatus(status: number): void;
};

/** What the commands around the bot do: each opens its store, does one thing and closes it. */
export function runDeskCommands({ screen, openDesk, setStatus }: DeskRunOptions): DeskCommands {
  const withDesk = openingDesk({ openDesk });
  const withRecord = (flags: { desk?: string }, use: (desk: Desk) => void) => withDesk(flags, use, { mustExist: true });
  return {
    pause: (reason, flags) =>
      withDesk(flags, ({ settings }) => {
        const pause = pauseAnswers(reason, { store: settings, now: Date.now() });
        screen.print(`paused; members are told: ${plainForTerminal(pause.reason)}`);
      }),
    resume: (flags) =>
      withDesk(flags, ({ settings }) => {
        const pause = resumeAnswers(settings);
        screen.print(pause ? `resumed; paused since ${new Date(pause.since).toISOString()}` : 'it was not paused');
      }),
    logExport: (flags) => withRecord(flags, (desk) => exportLog(desk, { screen, flags })),
    logShow: (user, flags) =>
      withRecord(flags, (desk) => screen.print(JSON.stringify(desk.memberData({ user }), null, 2))),
    logForget: (user, flags) =>
      withRecord(flags, (desk) => {
        const forgotten = desk.forgetMember({ user });
        screen.print(`${forgotten} forgotten of ${plainForTerminal(user)}`);
        if (forgotten === 0) setStatus(EXIT.nothingFound);
      }),
  };
}

/** Opens the bot's store for one command and closes it, whatever happens. */
export function openingDesk({ openDesk }: Pick<DeskRunOptions, 'openDesk'>) {
  return async (
    flags: { desk?: string },
    use: (desk: Desk) => void,
    options?: { mustExist: boolean },
  ): Promise<void> => {
    const desk = openDesk(flags, options);
    try {
      use(desk);
    } finally {
      desk.close();
    }
  };
}

function exportLog({ log }: Desk, { screen, flags }: { screen: Screen; flags: LogExportFlags }): void {
  // A day is meant where the clerk is, not in Greenwich.
  const since = flags.since === undefined ? {} : { since: new Date(`${flags.since}T00:00:00`).getTime() };
  const entries = log.entries(since);
  const text = formatLog(entries, flags.format);
  if (flags.out === undefined) {
    const whole = text.trimEnd();
    if (whole !== '') screen.print(screen.interactive ? plainForTerminal(whole, { lines: true }) : whole);
    return;
  }
  try {
    writeFileSync(flags.out, text, { mode: 0o600 });
  } catch (cause) {
    throw new AppError('unavailable', `Cannot write "${flags.out}"`, cause);
  }
  screen.print(`${entries.length} questions: ${plainForTerminal(flags.out)}`);
}
