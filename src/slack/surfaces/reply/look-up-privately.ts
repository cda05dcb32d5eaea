import type { Audience } from '../../../audience.ts';
import { AppError } from '../../../errors.ts';
import { readPause } from '../../../pause.ts';
import { pausedMessage, plainMessage } from '../../blocks/notices/plain-messages.ts';
import type { SurfaceContext } from '../context.ts';
import { openPrivateReply } from './private-reply.ts';
import type { Reply } from './reply.ts';
import { tellFailure } from './tell-failure.ts';

export type PrivateLookUp = {
  key: string;
  job: { team: string; channel: string; user: string; responseUrl?: string };
};
export type LookUpOptions = { context: SurfaceContext; signal: AbortSignal };

/**
 * Looks something up for whoever sent a command, and tells them alone: not while the bot is paused, and nothing to
 * whom Slack or the council's rules refuse. What a member can mend is told to them; what may pass is thrown, for the
 * queue to try again.
 */
export async function lookUpPrivately(
  { job, key }: PrivateLookUp,
  { context, signal }: LookUpOptions,
  tell: (reply: Reply, audience: Audience) => Promise<void>,
): Promise<void> {
  const { team, channel, user, responseUrl } = job;
  const to = responseUrl === undefined ? { team, channel, user } : { team, channel, user, responseUrl };
  const reply = openPrivateReply({ ...to, key, signal, context });
  const paused = readPause(context.desk.settings);
  if (paused) return reply.say(pausedMessage(paused.reason), { part: 'paused' });
  const reader = await context.findReader({ team, user });
  if (reader.kind === 'refused') return reply.say(plainMessage(`${reader.reason}.`), { part: 'refused' });
  try {
    await tell(reply, reader.audience);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof AppError && (error.code === 'unavailable' || error.code === 'forbidden')) throw error;
    const isTold = error instanceof AppError && (error.code === 'not-found' || error.code === 'invalid');
    const words = isTold ? `${error.message}.` : tellFailure(error, context.log.fault('Not looked up', error));
    await reply.say(plainMessage(words), { part: 'failure' });
  }
}
