import { findPersonalData } from '../../../find-personal-data.ts';
import { sessionTitle } from '../../blocks/notices/session-title.ts';
import { readRefusal } from '../../calls/slack-refusal.ts';
import type { Job } from '../../job.ts';
import type { SurfaceContext } from '../context.ts';

/**
 * Gives a conversation in the agent view its title: the question that began it. A workspace without agents has no
 * titles; that is no fault. Never throws.
 */
export async function nameSession(
  { place, ts, text }: Extract<Job, { kind: 'question' }>,
  { client, log }: Pick<SurfaceContext, 'client' | 'log'>,
): Promise<void> {
  // A follow-up does not rename what it follows, and no title repeats personal data.
  if (place.thread !== ts || findPersonalData(text).kinds.length > 0) return;
  const session = { channel_id: place.channel, thread_ts: place.thread, title: sessionTitle(text) };
  try {
    await client.agents.sessions.rename(session);
  } catch {
    await client.assistant.threads
      .setTitle(session)
      .catch((error: unknown) => log.info('session not named', { reason: readRefusal(error).error }));
  }
}
