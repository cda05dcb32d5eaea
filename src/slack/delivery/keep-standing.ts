import { Cron } from 'croner';
import type { App } from '../../app.ts';
import { SCHEDULE_12A_PARAGRAPHS } from '../../audience.ts';
import { comparePacks } from '../../briefing.ts';
import type { Desk } from '../../desk.ts';
import type { Log } from '../../log.ts';
import { readPause } from '../../pause.ts';
import { judgeDue, type Subscription } from '../../subscription.ts';
import type { Job } from '../job.ts';
import { laneOf } from './lane-of.ts';

/** Every ten minutes: papers come in at any time of the day, and a day's briefing is wanted in its morning. */
const EVERY = '*/10 * * * *';
/** Stands before the hour in which a job that failed is tried anew. */
const AGAIN = '@';

export type StandingOptions = {
  app: Pick<App, 'meetings' | 'pack' | 'status'>;
  desk: Desk;
  /** The workspace the bot is in. */
  team: string;
  log: Log;
  /** There is something to do. */
  wake(): void;
  now(): number;
  /** The day of a time where the bot runs, YYYY-MM-DD. */
  dayOf(ms: number): string;
};

/** Looks from time to time, and at the start, for standing briefings that are due; gives what stops it. */
export function keepStanding(options: StandingOptions): () => void {
  const look = () => {
    try {
      recordDue(options);
    } catch (error) {
      options.log.fault('Standing briefings could not be looked up', error);
    }
  };
  const cron = new Cron(EVERY, { unref: true, protect: true }, look);
  look();
  return () => cron.stop();
}

/**
 * Records a job for each meeting of a subscription's committee that a briefing is due for, or whose papers changed
 * since. The job's key is made of the papers, so that no two looks and no restart record the same thing twice.
 */
export function recordDue({ app, desk, team, wake, now, dayOf }: StandingOptions): void {
  const all = desk.subscriptions.list();
  if (all.length === 0 || readPause(desk.settings) || !app.status().exists) return;
  const today = dayOf(now());
  const meetings = app.meetings().filter(({ hasAgenda }) => hasAgenda);
  for (const subscription of all) {
    const ahead = meetings.filter(({ committee, date }) => committee === subscription.committee && date >= today);
    for (const { committee, date } of ahead) {
      const { kind } = judgeDue(date, { daysBefore: subscription.daysBefore, today });
      if (kind !== 'due' && kind !== 'late') continue;
      // Of these papers only their hashes are used: what is posted is made anew for those who read it.
      const papers = app.pack({ committee, date }, { cleared: SCHEDULE_12A_PARAGRAPHS });
      const posted = desk.subscriptions.posted(subscription.id, date);
      if (posted && !comparePacks(posted.papers, papers)) continue;
      const state = papers.map(({ sha256 }) => sha256.slice(0, 12)).join('.');
      const key = `standing:${subscription.id}:${date}:${posted ? state : 'first'}`;
      // What was given up is owed still: Slack may have been away for longer than a job is tried.
      const hasFailed = desk.jobs.find(key)?.state === 'failed';
      if (hasFailed && desk.jobs.open().some((job) => postingKey(job.key) === key)) continue;
      record(subscription, { desk, team, date, key: hasFailed ? `${key}${AGAIN}${hourOf(now())}` : key });
      wake();
    }
  }
}

/** What a standing job posts bears its own key whichever time it is tried, so that nothing is posted twice. */
export function postingKey(key: string): string {
  return key.split(AGAIN)[0] ?? key;
}

function hourOf(ms: number): number {
  return Math.floor(ms / 3_600_000);
}

function record(
  { id, user, to, team: own }: Subscription,
  { desk, team, date, key }: { desk: Desk; team: string; date: string; key: string },
): void {
  const job: Job = { kind: 'standing', team: own || team, user: user || to, subscription: id, date };
  desk.jobs.record({
    type: 'standing',
    team: job.team,
    work: { key, lane: laneOf(job), user: job.user, isQuestion: false, body: job },
  });
}
