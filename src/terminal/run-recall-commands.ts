import { writeFileSync } from 'node:fs';
import type { App } from '../app.ts';
import { AppError } from '../errors.ts';
import type { MeasureFlags, OutcomesFlags, RecallCommands, ThreadFlags } from './build-recall-commands.ts';
import { EXIT } from './exit-status.ts';
import { formatOutcomes } from './format-outcomes.ts';
import { formatSeries } from './format-series.ts';
import { formatThread } from './format-thread.ts';
import { plainForTerminal } from './plain-for-terminal.ts';
import type { MemoryRunOptions } from './run-memory-commands.ts';

/** What the commands do that look back: each asks the app once and prints what came of it. */
export function runRecallCommands(options: MemoryRunOptions): RecallCommands {
  const { withApp } = options;
  return {
    thread: (words, flags) => withApp(flags, (app) => runThread(app, { ...options, words, flags })),
    outcomes: (flags) => withApp(flags, (app) => runOutcomes(app, { ...options, flags })),
    measure: (words, flags) => withApp(flags, (app) => runMeasure(app, { ...options, words, flags })),
  };
}

type ThreadRun = MemoryRunOptions & { words: string; flags: ThreadFlags };

async function runThread(app: App, { screen, words, flags }: ThreadRun): Promise<void> {
  const thread = await app.thread(words, readerOf(flags));
  screen.print(flags.json ? JSON.stringify(thread, null, 2) : formatThread(thread, screen));
}

function runOutcomes(app: App, { screen, setStatus, flags }: MemoryRunOptions & { flags: OutcomesFlags }): void {
  const { clear, json, committee, since, topic, who, today, open } = flags;
  const given = { committee, since, topic, who, today, open };
  const filter = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const found = app.outcomes(filter, { cleared: clear });
  if (found.length === 0) setStatus(EXIT.nothingFound);
  if (json) screen.print(JSON.stringify(found, null, 2));
  else screen.print(found.length > 0 ? formatOutcomes(found, screen) : 'Nothing of that kind in the papers');
}

type MeasureRun = MemoryRunOptions & { words: string; flags: MeasureFlags };

async function runMeasure(app: App, { screen, setStatus, words, flags }: MeasureRun): Promise<void> {
  const found = app.measure(words, readerOf(flags));
  const [first] = found;
  if (!first) {
    setStatus(EXIT.nothingFound);
    screen.print(flags.json ? '[]' : `No figures in the papers for "${plainForTerminal(words)}"`);
    return;
  }
  if (flags.chart !== undefined)
    write(flags.chart, await app.chart(first, /\.png$/i.test(flags.chart) ? 'png' : 'svg'));
  const shown = flags.all ? found : [first];
  if (flags.json) screen.print(JSON.stringify(flags.all ? found : first, null, 2));
  else screen.print(formatSeries(shown, { ...screen, others: flags.all ? [] : found.slice(1) }));
  if (flags.chart !== undefined && !flags.json) screen.print(`\nchart: ${plainForTerminal(flags.chart)}`);
}

function readerOf({ clear, committee }: ThreadFlags) {
  return { audience: { cleared: clear }, ...(committee === undefined ? {} : { committee }) };
}

function write(file: string, content: Buffer): void {
  try {
    writeFileSync(file, content, { mode: 0o600 });
  } catch (cause) {
    throw new AppError('unavailable', `Cannot write "${file}"`, cause);
  }
}
