import type { App } from '../app.ts';
import type { Desk } from '../desk.ts';
import { AppError } from '../errors.ts';
import type { StateKeeper } from './delivery/bot-state.ts';
import type { Health, ReadHealth } from './transport/serve-health.ts';

/** The index is counted anew after this; a monitor may ask every second. */
const INDEX_KEPT_MS = 30_000;

export type HealthOptions = {
  mode: Health['mode'];
  app: Pick<App, 'status' | 'meetings'>;
  desk: Desk;
  state: StateKeeper;
  isPaused(): boolean;
};

type IndexHealth = Health['index'] & { problem?: string };

/** Makes the reading of the bot's health: well if it is connected, can write its desk and has an index. */
export function openHealth({ mode, app, desk, state, isPaused }: HealthOptions): ReadHealth {
  let counted: { index: IndexHealth; at: number } | undefined;
  return () => {
    if (!counted || Date.now() - counted.at > INDEX_KEPT_MS) counted = { index: readIndex(app), at: Date.now() };
    const { problem, ...index } = counted.index;
    const { isConnected, since, stoppedBy, deskFault } = state.read();
    const owed = readDesk(desk, isPaused);
    const problems = [
      isConnected ? undefined : 'not connected to Slack',
      stoppedBy && `stopped: ${stoppedBy}`,
      deskFault && `the desk ${deskFault}`,
      owed.problem,
      problem,
    ].filter((words) => words !== undefined);
    return {
      isWell: problems.length === 0,
      mode,
      connected: isConnected,
      since: isConnected && since !== undefined ? new Date(since).toISOString() : null,
      index,
      ...owed.told,
      problems,
    };
  };
}

function readIndex(app: HealthOptions['app']): IndexHealth {
  const none = { loaded: false, papers: 0, newestMeeting: null };
  try {
    const { exists, papers } = app.status();
    if (!exists) return { ...none, problem: 'there is no index' };
    const dates = app.meetings().map(({ date }) => date);
    return { loaded: true, papers, newestMeeting: dates.sort().at(-1) ?? null };
  } catch (error) {
    // What exactly is wrong is for the log and for --check; anybody may read the health.
    return { ...none, problem: `the index cannot be read (${error instanceof AppError ? error.code : 'internal'})` };
  }
}

type Owed = Pick<Health, 'lastAnswer' | 'openJobs' | 'failedJobs' | 'paused'>;

function readDesk(desk: Desk, isPaused: () => boolean): { told: Owed; problem?: string } {
  try {
    const { open, failed, lastDoneAt } = desk.jobs.counts();
    const lastAnswer = lastDoneAt === undefined ? null : new Date(lastDoneAt).toISOString();
    return { told: { lastAnswer, openJobs: open, failedJobs: failed, paused: isPaused() } };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return {
      told: { lastAnswer: null, openJobs: 0, failedJobs: 0, paused: false },
      problem: 'the desk cannot be read',
    };
  }
}
