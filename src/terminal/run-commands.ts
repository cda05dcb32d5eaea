import { answerRecord } from '../answer-record.ts';
import type { App, AskOptions } from '../app.ts';
import { AppError } from '../errors.ts';
import type { Setting } from '../list-settings.ts';
import { answerBatch } from './answer-batch.ts';
import type { Commands, EvaluateFlags } from './build-program.ts';
import { converse } from './converse.ts';
import { EXIT } from './exit-status.ts';
import { formatAnswer } from './format-answer.ts';
import { formatComparison } from './format-comparison.ts';
import { formatExcerpt } from './format-excerpt.ts';
import { formatExplanation } from './format-explanation.ts';
import { formatLedgerScores } from './format-ledger-scores.ts';
import { formatMeetings, formatPapers, formatStatus } from './format-listing.ts';
import { formatMemoryScores } from './format-memory-scores.ts';
import { formatScores } from './format-scores.ts';
import { formatSettings } from './format-settings.ts';
import { formatTopic } from './format-topic.ts';
import { plainForTerminal } from './plain-for-terminal.ts';
import { runBriefCommands } from './run-brief-commands.ts';
import { type DeskRunOptions, openingDesk, runDeskCommands } from './run-desk-commands.ts';
import { runMemoryCommands } from './run-memory-commands.ts';
import { runRecallCommands } from './run-recall-commands.ts';
import type { Screen } from './screen.ts';
import { formatSummary, showProgress } from './show-progress.ts';

export type RunOptions = DeskRunOptions & {
  /** The settings in force, once they are known to be usable. */
  settings(): Setting[];
  screen: Screen;
  input: NodeJS.ReadableStream;
  /** The app over the index in this folder, or where the environment says. */
  open(flags: { index?: string }): App;
  /** Aborted by Ctrl-C; asking for it means that the command stops by itself. */
  stopSignal(): AbortSignal;
  /** Runs a part of a command; tells a failure and gives its exit status, so that the rest goes on. */
  attempt(task: () => Promise<void>): Promise<number>;
  /** The exit status when all else goes well. */
  setStatus(status: number): void;
};

/** What the commands do: each calls the app once and prints what came of it. */
export function runCommands(options: RunOptions): Commands {
  const withApp: WithApp = async (flags, use) => {
    const app = options.open(flags);
    try {
      await use(app);
    } finally {
      await app.close();
    }
  };
  return {
    ...questionCommands(withApp, options),
    ...listCommands(withApp, options.screen),
    ...runMemoryCommands({ ...options, withApp }),
    ...runRecallCommands({ ...options, withApp }),
    ...runDeskCommands(options),
    ...runBriefCommands({ ...options, withApp, withDesk: openingDesk(options) }),
    config: async (flags) => printer(options.screen, flags)(options.settings(), formatSettings),
    ingest: (paths, flags) => withApp(flags, (app) => runIngest(app, { ...options, paths, flags })),
    export: ({ clear, ...flags }) =>
      withApp(flags, (app) => runExport(app, { screen: options.screen, cleared: clear })),
    evaluate: (flags) => withApp(flags, (app) => runEvaluate(app, { screen: options.screen, flags })),
  };
}

/** Opens the app for one command and closes it, whatever happens. */
type WithApp = (flags: { index?: string }, use: (app: App) => Promise<void> | void) => Promise<void>;

function questionCommands(withApp: WithApp, options: RunOptions): Pick<Commands, 'ask' | 'chat' | 'find'> {
  const { screen, setStatus } = options;
  return {
    ask: (question, flags) =>
      withApp(flags, async (app) => {
        const ask = askOptions(flags);
        if (question === undefined) return runBatch(app, { ...options, flags, ask });
        const { answer, ms, explanation } = await app.ask(question, ask);
        const explained = flags.explain ? { explanation: explanation ?? null } : {};
        if (flags.json) screen.print(JSON.stringify({ question, ...answerRecord(answer, ms), ...explained }, null, 2));
        else screen.print(formatAnswer(answer, screen));
        if (flags.explain && !flags.json) screen.print(`\n${formatExplanation(explanation, screen)}`);
      }),
    chat: (flags) =>
      withApp(flags, async (app) => {
        const isBrokenOff = await converse(app, { ...options, ask: askOptions(flags) });
        if (isBrokenOff) setStatus(EXIT.interrupted);
      }),
    find: (topic, { clear, committee, since, kind, ...flags }) =>
      withApp(flags, async (app) => {
        const confined = {
          ...(committee ? { committee } : {}),
          ...(since ? { since } : {}),
          ...(kind ? { kind } : {}),
        };
        const meetings = await app.find(topic, { audience: { cleared: clear }, ...confined });
        if (meetings.length === 0) setStatus(EXIT.nothingFound);
        printer(screen, flags)(meetings, (found) =>
          found.length > 0 ? formatTopic(found, screen) : `Nothing in the papers on "${plainForTerminal(topic)}"`,
        );
      }),
  };
}

type ListCommands = Pick<Commands, 'show' | 'papers' | 'meetings' | 'status' | 'remove'>;

function listCommands(withApp: WithApp, screen: Screen): ListCommands {
  const removedLines = ({ removed }: { removed: string[] }) =>
    removed.map((name) => `removed ${plainForTerminal(name)}`).join('\n');
  return {
    show: (citation, { clear, ...flags }) =>
      withApp(flags, (app) =>
        printer(screen, flags)(app.show(citation, { cleared: clear }), (excerpt) => formatExcerpt(excerpt, screen)),
      ),
    papers: ({ clear, ...flags }) =>
      withApp(flags, (app) =>
        printer(screen, flags)(app.papers({ cleared: clear }), (papers) => formatPapers(papers, screen)),
      ),
    meetings: ({ clear, ...flags }) =>
      withApp(flags, (app) =>
        printer(screen, flags)(app.meetings({ cleared: clear }), (meetings) => formatMeetings(meetings, screen)),
      ),
    status: (flags) =>
      withApp(flags, (app) => printer(screen, flags)(app.status(), (status) => formatStatus(status, screen))),
    remove: (path, flags) =>
      withApp(flags, (app) => printer(screen, flags)({ removed: app.remove(path) }, removedLines)),
  };
}

/** Prints a value as JSON if that was asked for, else as text. */
function printer(screen: Screen, { json }: { json?: boolean }) {
  return <T>(value: T, format: (value: T) => string): void =>
    screen.print(json ? JSON.stringify(value, null, 2) : format(value));
}

type Asking = { clear: number[]; committee?: string; writer?: boolean };

function askOptions({ clear, committee, writer }: Asking): AskOptions {
  return {
    audience: { cleared: clear },
    ...(committee === undefined ? {} : { committee }),
    ...(writer === false ? { isExtractive: true } : {}),
  };
}

type IngestRun = RunOptions & { paths: string[]; flags: { rebuild?: boolean; json?: boolean } };

async function runIngest(app: App, { screen, stopSignal, setStatus, paths, flags }: IngestRun): Promise<void> {
  const progress = showProgress(screen);
  const rebuild = flags.rebuild === true;
  const run = app.ingest(paths, { rebuild, signal: stopSignal(), onProgress: progress.update });
  const summary = await run.finally(progress.end);
  screen.print(flags.json ? JSON.stringify(summary, null, 2) : formatSummary(summary, screen));
  if (summary.stopped) setStatus(EXIT.interrupted);
  else if (summary.failed.length > 0) setStatus(EXIT.someUnreadable);
}

type BatchRun = RunOptions & { flags: { batch?: string; out?: string }; ask: AskOptions };

async function runBatch(app: App, { screen, attempt, setStatus, flags, ask }: BatchRun): Promise<void> {
  const { batch = '', out = '' } = flags;
  const { answered, failed } = await answerBatch(app, { questions: batch, out, ask, attempt });
  screen.print(`${answered} answered${failed > 0 ? `, ${failed} could not be read` : ''}: ${plainForTerminal(out)}`);
  if (failed > 0) setStatus(EXIT.badData);
}

async function runExport(app: App, { screen, cleared }: { screen: Screen; cleared: number[] }): Promise<void> {
  for (const record of app.exportRecords({ cleared })) {
    screen.print(JSON.stringify(record));
    await screen.drained();
  }
}

type EvaluateRun = { screen: Screen; flags: EvaluateFlags };

/** Questions and conversations about the papers that are shipped. */
const SHIPPED = {
  gold: 'data/evaluation/questions.jsonl',
  dialogues: 'data/evaluation/dialogues.jsonl',
  ledger: 'data/evaluation/ledger.jsonl',
  threads: 'data/evaluation/threads.jsonl',
  outcomes: 'data/evaluation/outcomes.jsonl',
};

async function runEvaluate(app: App, { screen, flags }: EvaluateRun): Promise<void> {
  const dialogues = flags.dialogues ?? (flags.gold === undefined ? SHIPPED.dialogues : undefined);
  if (flags.writer) {
    const comparison = await app.compareWriter(flags.gold ?? SHIPPED.gold, dialogues);
    screen.print(flags.json ? JSON.stringify(comparison, null, 2) : formatComparison(comparison));
    return;
  }
  const scores = await app.evaluate(flags.gold ?? SHIPPED.gold, dialogues);
  const { citations } = scores;
  // The labels are about the shipped papers, as the questions are that are asked without --gold.
  const shipped =
    flags.gold === undefined
      ? { ledger: app.scoreLedger(SHIPPED.ledger), memory: await app.scoreMemory(SHIPPED) }
      : undefined;
  if (flags.json)
    screen.print(JSON.stringify({ ...scores, kinds: Object.fromEntries(scores.kinds), ...shipped }, null, 2));
  else {
    const further = shipped ? [formatLedgerScores(shipped.ledger), formatMemoryScores(shipped.memory)] : [];
    screen.print([formatScores(scores), ...further].join('\n\n'));
  }
  if (citations.wrong.length > 0) {
    throw new AppError('internal', `Found ${citations.wrong.length} wrong citations, the first: ${citations.wrong[0]}`);
  }
}
