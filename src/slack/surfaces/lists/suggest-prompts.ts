import { PUBLIC_AUDIENCE } from '../../../audience.ts';
import type { MeetingListing } from '../../../listing.ts';
import { suggestedPrompts } from '../../blocks/notices/suggested-prompts.ts';
import { readRefusal } from '../../calls/slack-refusal.ts';
import type { Job } from '../../job.ts';
import type { SurfaceContext } from '../context.ts';

/** Business of every meeting, which nobody needs to be told of. */
const FORMAL =
  /\b(?:apologies|declarations? of|minutes of|matters arising|exclusion of|urgent|work programme|forward plan|next meeting|correct record)\b/i;
const TITLE = 'Ask about the newest meeting';

/**
 * Suggests what to ask when a member opens the conversation: of the newest meeting that they may read of, with the
 * titles of what it resolved on or, where there are no minutes yet, of its reports; of the public ones alone. Without agents in the workspace nothing is suggested, which is no fault.
 */
export async function suggestPrompts(
  { team, user, channel }: Extract<Job, { kind: 'prompts' }>,
  { context }: { context: Pick<SurfaceContext, 'app' | 'client' | 'findReader' | 'log'> },
): Promise<void> {
  const { app, client, findReader, log } = context;
  const reader = await findReader({ team, user });
  if (reader.kind === 'refused' || !app.status().exists) return;
  const meetings = app.meetings(reader.audience);
  const newest = newestOf(meetings);
  const before = newestOf(
    meetings.filter(({ committee, hasMinutes }) => hasMinutes && committee === newest?.committee),
  );
  const items = newest === undefined ? [] : newest.hasMinutes ? resolvedOn(newest, app) : reportsOf(newest, app);
  const prompts = suggestedPrompts(newest, { items, before });
  if (prompts.length === 0) return;
  try {
    await client.assistant.threads.setSuggestedPrompts({ channel_id: channel, title: TITLE, prompts });
  } catch (error) {
    log.info('prompts not suggested', { reason: readRefusal(error).error });
  }
}

/** Titles of the minutes that have resolutions, as everybody may read them. */
function resolvedOn({ committee, date }: MeetingListing, app: Pick<SurfaceContext['app'], 'ledger'>): Titled[] {
  const entries = app.ledger({ committee, since: date }, PUBLIC_AUDIENCE);
  return entries.flatMap(({ kind, place: { meetingDate, minuteTitle: title } }) =>
    kind === 'limb' && meetingDate === date && title !== undefined && !FORMAL.test(title) ? [{ title }] : [],
  );
}

function reportsOf(meeting: MeetingListing, app: Pick<SurfaceContext['app'], 'papers'>): Titled[] {
  return app
    .papers(PUBLIC_AUDIENCE)
    .filter(({ committee, meetingDate }) => committee === meeting.committee && meetingDate === meeting.date)
    .flatMap(({ kind, title }) => (kind === 'report' && title ? [{ title }] : []));
}

type Titled = { title: string };

function newestOf(meetings: MeetingListing[]): MeetingListing | undefined {
  return meetings.reduce<MeetingListing | undefined>(
    (newest, meeting) => (newest && newest.date >= meeting.date ? newest : meeting),
    undefined,
  );
}
