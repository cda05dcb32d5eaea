import { findPersonalData } from '../../../find-personal-data.ts';
import { readRefusal } from '../../calls/slack-refusal.ts';
import { cutText } from '../../format/cut-text.ts';
import { visibleText } from '../../format/visible-text.ts';
import type { Job } from '../../job.ts';
import type { SurfaceContext } from '../context.ts';

/** Slack's limit for a session's title. */
const MAX_TITLE_CHARS = 200;

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
  const title = cutText(withoutBrackets(visibleText(text)), MAX_TITLE_CHARS);
  const session = { channel_id: place.channel, thread_ts: place.thread, title };
  try {
    await client.agents.sessions.rename(session);
  } catch {
    await client.assistant.threads
      .setTitle(session)
      .catch((error: unknown) => log.info('session not named', { reason: readRefusal(error).error }));
  }
}

/** Slack does not say how it reads a title: no mention or link can be in it without these, and escapes might be shown. */
function withoutBrackets(text: string): string {
  return text.replaceAll('<', '‹').replaceAll('>', '›');
}
