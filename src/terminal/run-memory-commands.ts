import { writeFileSync } from 'node:fs';
import type { App } from '../app.ts';
import { AppError } from '../errors.ts';
import type { LedgerEntry } from '../ledger.ts';
import type { LedgerFlags, MemoryCommands } from './build-memory-commands.ts';
import { EXIT } from './exit-status.ts';
import { formatLedger } from './format-ledger.ts';
import { ledgerCsv, ledgerRow, ledgerXlsx } from './ledger-table.ts';
import { plainForTerminal } from './plain-for-terminal.ts';
import type { Screen } from './screen.ts';

export type MemoryRunOptions = {
  screen: Screen;
  /** Opens the app for one command and closes it, whatever happens. */
  withApp(flags: { index?: string }, use: (app: App) => Promise<void> | void): Promise<void>;
  setStatus(status: number): void;
};

/** What the commands of the committee's memory do: each asks the app once and prints or writes what came of it. */
export function runMemoryCommands(options: MemoryRunOptions): MemoryCommands {
  return {
    ledger: (flags) => options.withApp(flags, (app) => runLedger(app, { ...options, flags })),
  };
}

type LedgerRun = MemoryRunOptions & { flags: LedgerFlags };

async function runLedger(app: App, { screen, setStatus, flags }: LedgerRun): Promise<void> {
  const { committee, since, topic, who, kind, open } = flags;
  const entries = app.ledger(
    {
      ...(committee === undefined ? {} : { committee }),
      ...(since === undefined ? {} : { since }),
      ...(topic === undefined ? {} : { topic }),
      ...(who === undefined ? {} : { who }),
      ...(kind === undefined ? {} : { kinds: kind }),
      ...(open ? { open } : {}),
    },
    { cleared: flags.clear },
  );
  if (entries.length === 0) setStatus(EXIT.nothingFound);
  if (flags.csv !== undefined) write(flags.csv, ledgerCsv(entries), { screen, entries });
  else if (flags.xlsx !== undefined) write(flags.xlsx, await ledgerXlsx(entries), { screen, entries });
  else if (flags.json) screen.print(JSON.stringify(entries.map(ledgerRow), null, 2));
  else if (entries.length === 0) screen.print('Nothing of that kind in the papers');
  else screen.print(formatLedger(entries, { ...screen, all: flags.all === true || kind !== undefined }));
}

/** A ledger may hold what is closed to others: its file is its owner's alone. */
function write(
  file: string,
  content: string | Buffer,
  { screen, entries }: { screen: Screen; entries: LedgerEntry[] },
) {
  try {
    writeFileSync(file, content, { mode: 0o600 });
  } catch (cause) {
    throw new AppError('unavailable', `Cannot write "${file}"`, cause);
  }
  screen.print(`${entries.length} ${entries.length === 1 ? 'line' : 'lines'}: ${plainForTerminal(file)}`);
}
