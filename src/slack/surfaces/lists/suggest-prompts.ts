import { suggestedPrompts } from '../../blocks/notices/suggested-prompts.ts';
import { readRefusal } from '../../calls/slack-refusal.ts';
import type { Job } from '../../job.ts';
import type { SurfaceContext } from '../context.ts';

const TITLE = 'Ask about the newest meeting';

/**
 * Suggests what to ask when a member opens the conversation: of the newest meeting that they may read of, with the
 * titles of its public papers. Without agents in the workspace nothing is suggested, which is no fault.
 */
export async function suggestPrompts(
  { team, user, channel }: Extract<Job, { kind: 'prompts' }>,
  { context }: { context: Pick<SurfaceContext, 'app' | 'client' | 'findReader' | 'log'> },
): Promise<void> {
  const { app, client, findReader, log } = context;
  const reader = await findReader({ team, user });
  if (reader.kind === 'refused' || !app.status().exists) return;
  const meetings = app.meetings(reader.audience);
  const newest = meetings.reduce<(typeof meetings)[number] | undefined>(
    (latest, meeting) => (latest && latest.date >= meeting.date ? latest : meeting),
    undefined,
  );
  const titles = app
    .papers(reader.audience)
    .filter(({ committee, meetingDate }) => committee === newest?.committee && meetingDate === newest?.date)
    .flatMap(({ kind, title, access }) => (kind === 'report' && title && access.kind === 'public' ? [{ title }] : []));
  const prompts = suggestedPrompts(newest, titles);
  if (prompts.length === 0) return;
  try {
    await client.assistant.threads.setSuggestedPrompts({ channel_id: channel, title: TITLE, prompts });
  } catch (error) {
    log.info('prompts not suggested', { reason: readRefusal(error).error });
  }
}
