import { AppError } from '../../../errors.ts';
import { readPause } from '../../../pause.ts';
import { readRole } from '../../../role.ts';
import { pausedMessage, plainMessage } from '../../blocks/notices/plain-messages.ts';
import type { Job, RecordedJob } from '../../job.ts';
import type { SurfaceContext } from '../context.ts';
import { openPrivateReply } from '../reply/private-reply.ts';
import { tellFailure } from '../reply/tell-failure.ts';
import { openDirect, postBriefing } from './post-briefing.ts';

export type RecordedLookUp = RecordedJob & { job: Extract<Job, { kind: 'look-up' }> };
export type LookUpOptions = { context: SurfaceContext; signal: AbortSignal };

/** Briefs whoever sent `/minutes brief`, in a direct message: a document is attached, and a thread goes through it. */
export async function briefOnDemand({ job, key }: RecordedLookUp, { context, signal }: LookUpOptions): Promise<void> {
  const { team, channel, user, words, responseUrl } = job;
  const { app, client, desk, log } = context;
  const reply = openPrivateReply({ team, channel, user, key, responseUrl, signal, context });
  const paused = readPause(desk.settings);
  if (paused) return reply.say(pausedMessage(paused.reason), { part: 'paused' });
  const reader = await context.findReader({ team, user });
  if (reader.kind === 'refused') return reply.say(plainMessage(`${reader.reason}.`), { part: 'refused' });
  try {
    const { meeting, forRole } = readWish(words);
    const briefing = app.brief(meeting, { audience: reader.audience, ...(forRole === undefined ? {} : { forRole }) });
    const direct = await openDirect(client, user);
    await postBriefing(briefing, { context, to: { team, channel: direct }, key, signal });
    await reply.say(plainMessage('The briefing is in your direct messages with me.'), { part: 'told' });
  } catch (error) {
    await sayOrThrow(error, { reply, signal, log });
  }
}

/** "12 September for the chair": words that name a role after the last "for" say for whom it is laid out. */
const FOR_WHOM = /^(.*?)\s*\bfor\s+((?:the |an? )?[\p{L}][\p{L}' -]{2,40})$/iu;

function readWish(words: string): { meeting: string; forRole?: string } {
  const [, meeting = '', whom] = FOR_WHOM.exec(words) ?? [];
  if (whom === undefined || /\bmeeting\b/i.test(whom) || readRole(whom) === undefined)
    return { meeting: words || 'next' };
  return { meeting: meeting || 'next', forRole: whom };
}

type Telling = { reply: ReturnType<typeof openPrivateReply>; signal: AbortSignal; log: SurfaceContext['log'] };

/** What a member can mend is told to them; what may pass is left to the queue. */
export async function sayOrThrow(error: unknown, { reply, signal, log }: Telling): Promise<void> {
  signal.throwIfAborted();
  if (error instanceof AppError && (error.code === 'unavailable' || error.code === 'forbidden')) throw error;
  const isTold = error instanceof AppError && (error.code === 'not-found' || error.code === 'invalid');
  if (isTold) return reply.say(plainMessage(`${error.message}.`), { part: 'failure' });
  await reply.say(plainMessage(tellFailure(error, log.fault('Not looked up', error))), { part: 'failure' });
}
