import type { SurfaceContext } from '../context.ts';
import { openPrivateReply } from '../reply/private-reply.ts';
import type { Reply, WaitingReply } from '../reply/reply.ts';
import { openThreadReply } from '../reply/thread-reply.ts';
import type { QuestionJob, RecordedQuestion } from './question-job.ts';

const WAITING = 'Other questions are being answered first …';
const AGAIN = 'Trying again in a moment …';

/** Where a question is answered: by the reply that was begun while it waited, or by a new one. */
export function replyToQuestion(
  recorded: RecordedQuestion,
  { context, signal }: { context: SurfaceContext; signal: AbortSignal },
): Reply {
  const begun = takeWaiting(recorded.key, context);
  if (!begun) return openReply(recorded, { context, signal });
  const stop = () => begun.stop.abort(signal.reason);
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  return begun.reply;
}

/** Shows whoever asked that their question waits for others, or for its next attempt. */
export function showWaiting(recorded: RecordedQuestion, context: SurfaceContext): void {
  const { key, job, attempts } = recorded;
  const stop = new AbortController();
  const reply = openReply(recorded, { context, signal: stop.signal });
  context.waiting.set(key, { reply, stop });
  reply.begin(attempts > 0 ? AGAIN : WAITING);
  // Other bots are never spoken to, not by a status either.
  void context.findReader(readerOf(job)).then(async (reader) => {
    if (reader.kind === 'refused' && reader.isMachine) await endWaiting(key, context);
  });
}

/** Takes away what was shown of a question that waited and that nobody works on. Never rejects. */
export async function endWaiting(key: string, context: SurfaceContext): Promise<void> {
  await takeWaiting(key, context)?.reply.end();
}

function takeWaiting(key: string, { waiting }: SurfaceContext): WaitingReply | undefined {
  const found = waiting.get(key);
  waiting.delete(key);
  return found;
}

/** True for what the asker alone sees, whichever channel it was asked in. */
export function isPrivate({ surface }: QuestionJob): boolean {
  return surface === 'command' || surface === 'shortcut';
}

/** Whoever reads the answer: the asker alone, or everybody in the channel. */
export function readerOf(job: QuestionJob) {
  const { place, user, userTeam, isExternal } = job;
  return {
    team: place.team,
    user,
    ...(isPrivate(job) ? {} : { channel: place.channel }),
    ...(userTeam === undefined ? {} : { userTeam }),
    ...(isExternal === undefined || isPrivate(job) ? {} : { isExternal }),
  };
}

type ReplyOptions = { context: SurfaceContext; signal: AbortSignal };

function openReply({ job, key }: RecordedQuestion, { context, signal }: ReplyOptions): Reply {
  const { place, user, userTeam, surface, responseUrl, inThread: thread } = job;
  if (!isPrivate(job)) {
    return openThreadReply({ place, user, key, signal, context, ...(userTeam === undefined ? {} : { userTeam }) });
  }
  const { team, channel } = place;
  // A command has said so when it was acknowledged; a shortcut has nowhere to.
  const status = surface === 'shortcut' ? { stopId: () => context.stops.keep(place, user) } : {};
  const where = { ...(responseUrl ? { responseUrl } : {}), ...(thread ? { thread } : {}) };
  return openPrivateReply({ team, channel, user, key, signal, context, ...where, ...status });
}
