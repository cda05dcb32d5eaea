import { comparePacks } from '../../../briefing.ts';
import { formatDate } from '../../../citation.ts';
import { readPause } from '../../../pause.ts';
import { isMember, judgeDue, type Subscription } from '../../../subscription.ts';
import { postThread } from '../../calls/post-thread.ts';
import { postingKey } from '../../delivery/keep-standing.ts';
import type { Job, RecordedJob } from '../../job.ts';
import type { SurfaceContext } from '../context.ts';
import { changeMessages, hashLines } from './change-messages.ts';
import { attachBriefing, postBriefing } from './post-briefing.ts';

export type RecordedStanding = RecordedJob & { job: Extract<Job, { kind: 'standing' }> };

/**
 * Posts what a standing briefing owes about a meeting: the briefing, or what changed in its papers since. Who reads it
 * is asked anew each time; nothing is posted to whom Slack or the council refuses, and nothing twice.
 */
export async function postStanding(
  { job, key: jobKey }: RecordedStanding,
  { context, signal }: { context: SurfaceContext; signal: AbortSignal },
): Promise<void> {
  const { app, desk, messenger, log, findReader, now } = context;
  const { subscriptions } = desk;
  const subscription = subscriptions.read(job.subscription);
  if (!subscription || readPause(desk.settings)) return;
  const { date } = job;
  const key = postingKey(jobKey);
  const today = dayOf(now());
  const due = judgeDue(date, { daysBefore: subscription.daysBefore, today });
  if (due.kind === 'wait' || due.kind === 'over') return;
  const reader = await findReader(whoReads(subscription, job.team));
  if (reader.kind === 'refused')
    return log.warn('A standing briefing has nobody who may read it', { subscription: subscription.id });
  const meeting = { committee: subscription.committee, date };
  const papers = app.pack(meeting, reader.audience);
  const before = subscriptions.posted(subscription.id, date);
  const change = before && comparePacks(before.papers, papers);
  if (before && !change) return;
  const to = { team: job.team, channel: subscription.to };
  const briefing = app.brief(meeting, { audience: reader.audience, today });
  const said = hashLines(briefing);
  if (before && change) {
    const under = before.thread === undefined ? to : { ...to, thread: before.thread };
    const messages = changeMessages(change, { briefing, said: before.said ?? [] });
    const stands = await postThread(messages, { messenger, to: under, key: `${key}:change`, signal });
    if (before.thread !== undefined) await attachBriefing(briefing, { context, to: stands, key, signal });
    return subscriptions.writePosted({ ...before, papers, said });
  }
  const { thread } = await postBriefing(briefing, {
    context,
    to,
    key,
    signal,
    words: due.kind === 'late' ? [sayLate(due.since)] : [],
  });
  subscriptions.writePosted({ subscription: subscription.id, date, papers, said, thread });
}

/** A channel is read by all who are in it, a direct message by its member alone. */
function whoReads({ to, user }: Subscription, team: string) {
  return isMember(to) ? { team, user: to } : { team, user, channel: to };
}

function sayLate(since: string): string {
  return `This briefing is late: it was due on ${formatDate(since)}, when there were no papers yet or I was not running.`;
}

/** The day where the bot runs. */
export function dayOf(ms: number): string {
  const date = new Date(ms);
  const part = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())}`;
}
