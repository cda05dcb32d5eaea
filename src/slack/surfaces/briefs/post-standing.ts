import { comparePacks, type PackChange } from '../../../briefing.ts';
import { formatDate } from '../../../citation.ts';
import { readPause } from '../../../pause.ts';
import { isMember, judgeDue, type StandingPost, type Subscription } from '../../../subscription.ts';
import { headingUnit } from '../../blocks/memory/brief-messages.ts';
import { packMessages } from '../../blocks/parts/pack-messages.ts';
import { textUnits } from '../../blocks/parts/text-units.ts';
import type { Job, RecordedJob } from '../../job.ts';
import type { Message } from '../../messenger.ts';
import type { SurfaceContext } from '../context.ts';
import { openDirect, postBriefing } from './post-briefing.ts';

export type RecordedStanding = RecordedJob & { job: Extract<Job, { kind: 'standing' }> };

/**
 * Posts what a standing briefing owes about a meeting: the briefing, or what changed in its papers since. Who reads it
 * is asked anew each time; nothing is posted to whom Slack or the council refuses, and nothing twice.
 */
export async function postStanding(
  { job, key }: RecordedStanding,
  { context, signal }: { context: SurfaceContext; signal: AbortSignal },
): Promise<void> {
  const { app, desk, client, log, findReader, now } = context;
  const { subscriptions } = desk;
  const subscription = subscriptions.read(job.subscription);
  if (!subscription || readPause(desk.settings)) return;
  const { date } = job;
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
  const channel = isMember(subscription.to) ? await openDirect(client, subscription.to) : subscription.to;
  const to = { team: job.team, channel };
  if (before && change) {
    await postChange(change, {
      before,
      context,
      to: { ...to, ...(before.thread === undefined ? {} : { thread: before.thread }) },
      key,
      signal,
    });
    return subscriptions.writePosted({ ...before, papers });
  }
  const briefing = app.brief(meeting, { audience: reader.audience, today });
  const { thread } = await postBriefing(briefing, {
    context,
    to,
    key,
    signal,
    words: due.kind === 'late' ? [sayLate(due.since)] : [],
  });
  subscriptions.writePosted({ subscription: subscription.id, date, papers, thread });
}

/** A channel is read by all who are in it, a direct message by its member alone. */
function whoReads({ to, user }: Subscription, team: string) {
  return isMember(to) ? { team, user: to } : { team, user, channel: to };
}

type ChangeOptions = {
  before: StandingPost;
  context: SurfaceContext;
  to: { team: string; channel: string; thread?: string };
  key: string;
  signal: AbortSignal;
};

async function postChange(change: PackChange, { before, context, to, key, signal }: ChangeOptions): Promise<void> {
  for (const [n, message] of changeMessages(change, before.date).entries()) {
    await context.messenger.post(message, { to, key: `${key}:change:${n}`, signal });
  }
}

/** What was added to, changed in or taken out of a meeting's papers since its briefing. */
export function changeMessages({ added, changed, removed }: PackChange, date: string): Message[] {
  const lines = [
    ...added.map(({ title }) => `New: ${title}`),
    ...changed.map(({ title }) => `Changed: ${title}`),
    ...removed.map(({ title }) => `No longer there: ${title}`),
  ];
  const how = `Send /minutes brief ${formatDate(date)} for a briefing from the papers as they are now.`;
  return packMessages([
    headingUnit(`The papers for the meeting of ${formatDate(date)} have changed since the briefing`),
    ...lines.flatMap(textUnits),
    ...textUnits(how),
  ]);
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
