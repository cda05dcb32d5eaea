import type { Desk, OpenJob } from '../../desk.ts';
import { AppError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { pause } from '../calls/patient-fetch.ts';
import { refusalBehind } from '../calls/slack-refusal.ts';
import type { Job, RecordedJob, StopReason, WorkJob } from '../job.ts';
import { StoppedByMember } from '../stopped-by-member.ts';
import type { StateKeeper } from './bot-state.ts';
import { pickJobs } from './pick-jobs.ts';

/** A job is begun at most so often, restarts and crashes included. */
const MAX_ATTEMPTS = 4;
/** Before the second, third and fourth attempt. */
const RETRY_AFTER_MS = [1_000, 4_000, 15_000];
/** A job that takes longer has gone wrong, and the next of its thread waits. */
const JOB_TIMEOUT_MS = 5 * 60_000;
const QUESTIONS_AT_ONCE = 16;
const QUESTIONS_OF_A_MEMBER = 3;
const OTHERS_AT_ONCE = 16;
/** After the desk could not be read. */
const DESK_RETRY_MS = 1_000;
/** What is left of the time for stopping after jobs have been told to stop. */
const ABORT_GRACE_MS = 1_500;

export type QueueOptions = {
  desk: Desk;
  work: WorkJob;
  /** Tells whoever asked where Slack lets nothing be said, somewhere else, that no answer comes. */
  tellClosed(recorded: RecordedJob): Promise<void>;
  /** Says in one sentence that a job failed for good. */
  giveUp(recorded: RecordedJob, failure: { error: unknown; reference: string }): Promise<void>;
  /** Ends what a member stopped before it was begun, as the work itself would. */
  dropped?(recorded: RecordedJob): Promise<void>;
  /** Told of a question that cannot be begun at once, so that whoever asked sees that it waits. */
  waits?(recorded: RecordedJob): void;
  /** Told when a job that was begun is over, or goes back to wait. */
  over?(recorded: RecordedJob): void;
  /** False for a question over its member's limit, which it ends itself and answers with a word about the limit. */
  isWithinLimit(open: OpenJob, recorded: RecordedJob): Promise<boolean>;
  log: Log;
  state: StateKeeper;
  jobTimeoutMs?: number;
};

export interface Queue {
  /** There may be something to do. Returns at once. */
  wake(): void;
  /** Ends an open job, aborting it if it is being done. */
  stop(id: number): void;
  /** Ends what is done in a lane, if `isMeant` says so of it; the ids ended. */
  stopLane(lane: string, isMeant: (open: OpenJob) => boolean): number[];
  /** Begins nothing more; jobs that are not done within `ms` go back to the desk. Resolves when nothing runs. */
  drain(ms: number): Promise<void>;
  running(): number;
}

type Running = { open: OpenJob; stop: AbortController; done: Promise<void> };

/**
 * Works off what the desk says is owed: the order inside a lane is kept, lanes go side by side, what fails is tried
 * again, and what cannot be done ends with one sentence and a reference.
 */
export function openQueue(options: QueueOptions): Queue {
  const { desk, log, state } = options;
  const running = new Map<number, Running>();
  /** Those of whom it was told that they wait. */
  const told = new Set<number>();
  let isOpen = true;
  let timer: NodeJS.Timeout | undefined;
  let isPumpDue = false;

  const wake = (): void => {
    if (isPumpDue || !isOpen) return;
    isPumpDue = true;
    // Not before the acknowledgement has gone out.
    setImmediate(() => {
      isPumpDue = false;
      if (isOpen && state.read().stoppedBy === undefined) pump();
    });
  };
  const wakeIn = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(wake, ms).unref();
  };
  const pump = (): void => {
    try {
      const at = Date.now();
      const room = { questions: QUESTIONS_AT_ONCE, perMember: QUESTIONS_OF_A_MEMBER, others: OTHERS_AT_ONCE, now: at };
      const taken = new Map([...running].map(([id, { open }]) => [id, open]));
      const { begin, waiting, lookAgainAt } = pickJobs(desk.jobs.open(), { ...room, running: taken });
      for (const job of begin) startJob(job, { ...options, running, told, wake });
      for (const job of waiting) if (!told.has(job.id)) tellWaiting(job, { ...options, told });
      if (lookAgainAt !== undefined) wakeIn(lookAgainAt - at);
      state.deskFault(undefined);
    } catch (error) {
      if (state.deskFault('cannot be read')) log.fault('The desk cannot be read', error);
      wakeIn(DESK_RETRY_MS);
    }
  };
  const stop = (id: number): void => {
    const waiting = running.has(id) ? undefined : readWaiting(id, desk);
    desk.jobs.end(id, 'stopped');
    told.delete(id);
    running.get(id)?.stop.abort(new StoppedByMember() satisfies StopReason);
    if (waiting) tellDropped(waiting, options);
  };
  return {
    wake,
    stop,
    stopLane(lane, isMeant) {
      const meant = desk.jobs.open().filter((open) => open.lane === lane && isMeant(open));
      for (const { id } of meant) stop(id);
      return meant.map(({ id }) => id);
    },
    async drain(ms) {
      isOpen = false;
      clearTimeout(timer);
      await finishOrAbort(running, ms);
    },
    running: () => running.size,
  };
}

type StartOptions = QueueOptions & { running: Map<number, Running>; told: Set<number>; wake(): void };

function startJob(open: OpenJob, { running, told, wake, ...options }: StartOptions): void {
  told.delete(open.id);
  const { desk, state, log } = options;
  const begun = desk.jobs.begin(open.id);
  if (!begun) return;
  const stop = new AbortController();
  const recorded = recordOf(open, begun);
  const done = doJob(recorded, { ...options, open, stop })
    .catch((error: unknown) => {
      if (state.deskFault('cannot be written')) log.fault('A job could not be ended', error, { job: open.id });
    })
    .finally(() => {
      running.delete(open.id);
      options.over?.(recorded);
      wake();
    });
  running.set(open.id, { open, stop, done });
}

function tellWaiting(open: OpenJob, { desk, waits, told }: QueueOptions & { told: Set<number> }): void {
  told.add(open.id);
  const found = open.isQuestion ? desk.jobs.find(open.key) : undefined;
  if (found?.state === 'open') waits?.(recordOf(open, { body: found.body, attempts: found.attempts }));
}

function readWaiting(id: number, desk: Desk): RecordedJob | undefined {
  const open = desk.jobs.open().find((job) => job.id === id);
  const found = open && desk.jobs.find(open.key);
  return found && recordOf(open, { body: found.body, attempts: found.attempts });
}

function tellDropped(recorded: RecordedJob, { dropped, log }: QueueOptions): void {
  dropped?.(recorded).catch((error: unknown) => {
    log.warn('The stop of a question could not be told', { job: recorded.id, error: nameOf(error) });
  });
}

/** Lets what runs finish, then tells it to stop; `ms` is the time for both. */
async function finishOrAbort(running: Map<number, Running>, ms: number): Promise<void> {
  const all = () => Promise.all([...running.values()].map(({ done }) => done));
  await Promise.race([all(), pause(Math.max(0, ms - ABORT_GRACE_MS))]);
  for (const { stop } of running.values()) stop.abort('shutdown' satisfies StopReason);
  await Promise.race([all(), pause(ABORT_GRACE_MS)]);
}

function recordOf(open: OpenJob, { body, attempts }: { body: unknown; attempts: number }): RecordedJob {
  // The desk gives back what intake recorded.
  return { id: open.id, key: open.key, job: body as Job, attempts, receivedAt: open.receivedAt };
}

type JobRun = QueueOptions & { open: OpenJob; stop: AbortController };

async function doJob(recorded: RecordedJob, options: JobRun): Promise<void> {
  const { desk, work, open, stop, log } = options;
  const { id, job, attempts } = recorded;
  const fields = { job: id, kind: job.kind, attempt: attempts };
  try {
    if (attempts === 1 && !(await options.isWithinLimit(open, recorded))) return;
    await inTime(work(recorded, { signal: stop.signal }), options);
    if (stop.signal.aborted) return endStopped(recorded, options);
    desk.jobs.end(id, 'done');
    log.info('Job done', { ...fields, ms: Date.now() - recorded.receivedAt });
  } catch (error) {
    if (stop.signal.aborted && stop.signal.reason !== 'timeout') return endStopped(recorded, options);
    await afterFailure(error, recorded, options);
  }
}

/** Waits for the work, no longer than a job may take, nor than the grace after it was told to stop. */
async function inTime(work: Promise<void>, { stop, jobTimeoutMs = JOB_TIMEOUT_MS }: JobRun): Promise<void> {
  const timer = setTimeout(() => stop.abort('timeout' satisfies StopReason), jobTimeoutMs);
  timer.unref();
  const aborted = new Promise<void>((_, reject) => {
    stop.signal.addEventListener('abort', () => {
      setTimeout(() => reject(new Error(`The job went on after it was told to stop`)), ABORT_GRACE_MS / 2).unref();
    });
  });
  try {
    await Promise.race([work, aborted]);
    if (stop.signal.reason === 'timeout') throw new Error('The job took too long');
  } finally {
    clearTimeout(timer);
  }
}

function endStopped({ id, job }: RecordedJob, { desk, stop, log }: JobRun): void {
  const isShutdown = stop.signal.reason === 'shutdown';
  log.info(isShutdown ? 'Job handed back' : 'Job stopped', { job: id, kind: job.kind });
  if (isShutdown) desk.jobs.handBack(id);
  else desk.jobs.end(id, 'stopped');
}

async function afterFailure(error: unknown, recorded: RecordedJob, options: JobRun): Promise<void> {
  const { desk, log, state } = options;
  const { id, job, attempts } = recorded;
  const fields = { job: id, kind: job.kind, attempt: attempts };
  const refusal = refusalBehind(error);
  // Nothing more can be done until there is a new token; the job waits for it.
  if (refusal?.kind === 'revoked' || state.read().stoppedBy !== undefined) return desk.jobs.handBack(id);
  if (refusal?.kind === 'closed' || refusal?.kind === 'gone') {
    log.warn('Nothing can be said there; the job is closed', { ...fields, error: refusal.error });
    desk.jobs.end(id, 'refused');
    return refusal.kind === 'closed' ? tellOrLog(() => options.tellClosed(recorded), { ...fields, log }) : undefined;
  }
  if (mayPass(error) && attempts < MAX_ATTEMPTS) {
    log.warn('Job failed and is tried again', { ...fields, error: nameOf(error) });
    return desk.jobs.postpone(id, Date.now() + (RETRY_AFTER_MS[attempts - 1] ?? 0));
  }
  const reference = log.fault('Job failed', error, fields);
  // Ended first: a sentence that cannot be said must not bring the job back.
  desk.jobs.end(id, 'failed', { reference });
  await tellOrLog(() => options.giveUp(recorded, { error, reference }), { ...fields, reference, log });
}

async function tellOrLog(
  tell: () => Promise<void>,
  { log, ...fields }: { log: Log; [field: string]: unknown },
): Promise<void> {
  try {
    await tell();
  } catch (second) {
    log.warn('The failure could not be told', { ...fields, error: nameOf(second) });
  }
}

/** What a wrong question or a missing paper is does not change by waiting; everything else may. */
function mayPass(error: unknown): boolean {
  return !(error instanceof AppError) || error.code === 'unavailable' || error.code === 'internal';
}

function nameOf(error: unknown): string {
  if (error instanceof AppError) return error.code;
  return error instanceof Error ? error.name : typeof error;
}
