import type { Audience } from '../../../audience.ts';
import { readPause } from '../../../pause.ts';
import { readActionValue } from '../../blocks/parts/action-names.ts';
import type { Job, RecordedJob } from '../../job.ts';
import type { SurfaceContext } from '../context.ts';
import { parsePressPlace } from '../incoming/take-press.ts';
import type { KeptAnswer } from '../memory/answer-memory.ts';
import { openPrivateReply } from '../reply/private-reply.ts';
import type { Reply } from '../reply/reply.ts';

export type PressJob = Extract<Job, { kind: 'action' }>;
export type RecordedPress = RecordedJob & { job: PressJob };
export type PressOptions = { context: SurfaceContext; signal: AbortSignal };

/** The reply to a press: seen by whoever pressed alone, in the thread in which they pressed. */
export function replyToPress({ job, key }: RecordedPress, { context, signal }: PressOptions): Reply {
  const { team, user, channel = user, body } = job;
  const { response_url: responseUrl } = parsePressPlace(body);
  const thread = threadOf(job, context);
  return openPrivateReply({
    ...{ team, channel, user, key, signal, context },
    ...(responseUrl ? { responseUrl } : {}),
    ...(thread ? { thread } : {}),
  });
}

/** Slack gives no message back for one that a member alone saw: its thread is that of the answer it belongs to. */
function threadOf({ body, channel, value, team }: PressJob, { answers }: SurfaceContext): string | undefined {
  const { thread, messageTs } = parsePressPlace(body);
  if (thread !== undefined) return thread;
  const kept = answers.find(readActionValue(value).id, team);
  if (!kept || kept.isPrivate || kept.place.channel !== channel) return undefined;
  // Under a message that nobody has replied to yet there is no thread to be read.
  return kept.place.thread === messageTs ? undefined : kept.place.thread;
}

/** What a button leads back to, for whoever pressed: the answer, or words why not. */
export type Pressed = { kind: 'answer'; kept: KeptAnswer; audience: Audience } | { kind: 'refused'; reason: string };

/**
 * Looks up the answer behind a button and checks whoever pressed anew, whatever the value says: an answer given in
 * private is its asker's alone, one in a channel is for those who are in it now.
 */
export async function findPressed(
  id: string,
  { job, context }: { job: PressJob; context: SurfaceContext },
): Promise<Pressed> {
  const paused = readPause(context.desk.settings);
  if (paused) return { kind: 'refused', reason: `I give no answers for now: ${paused.reason}` };
  const kept = context.answers.find(id, job.team);
  const isTheirs = kept !== undefined && (kept.isPrivate ? kept.user === job.user : job.channel === kept.place.channel);
  if (!kept || !isTheirs || kept.question === '') {
    return { kind: 'refused', reason: 'This answer is too old for its buttons to work, so please ask again' };
  }
  const { userTeam } = parsePressPlace(job.body);
  const reader = await context.findReader({
    team: job.team,
    user: job.user,
    ...(kept.isPrivate ? {} : { channel: kept.place.channel }),
    ...(userTeam ? { userTeam } : {}),
  });
  if (reader.kind === 'refused') return reader;
  return { kind: 'answer', kept, audience: reader.audience };
}
