import { readPause } from '../../../pause.ts';
import type { LogEntry } from '../../../question-log.ts';
import { homeView } from '../../blocks/views/home-view.ts';
import { asAppError } from '../../calls/slack-refusal.ts';
import type { Job } from '../../job.ts';
import type { SurfaceContext } from '../context.ts';

/** A member's App Home as of now: what is indexed that they may read of, and their own last questions. */
export async function showHome(
  { team, user }: Extract<Job, { kind: 'home' }>,
  { context }: { context: SurfaceContext },
): Promise<void> {
  const { app, client, desk, findReader, clerkChannel } = context;
  const reader = await findReader({ team, user });
  const isRefused = reader.kind === 'refused';
  const paused = isRefused ? reader.reason : readPause(desk.settings)?.reason;
  const status = app.status();
  const { keepDays, isPrivate } = desk.log.settings;
  const view = homeView({
    status,
    meetings: isRefused || !status.exists ? [] : app.meetings(reader.audience),
    outstanding: isRefused || !status.exists ? [] : app.outstanding({ audience: reader.audience }),
    lastQuestions: lastQuestions(desk.log.ofMember({ team, user })),
    hasClerk: clerkChannel !== undefined,
    ...(keepDays === 0 || isPrivate ? {} : { keptDays: keepDays }),
    ...(paused === undefined ? {} : { paused }),
  });
  try {
    await client.views.publish({ user_id: user, view });
  } catch (error) {
    throw asAppError('Cannot show a home page', error);
  }
}

/** Those whose text is kept. */
function lastQuestions(entries: LogEntry[]): { text: string; askedAt: Date }[] {
  return entries.flatMap(({ question, time }) =>
    question === null ? [] : [{ text: question, askedAt: new Date(time) }],
  );
}
