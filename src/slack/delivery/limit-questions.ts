import type { Desk, OpenJob } from '../../desk.ts';
import { plainMessage } from '../blocks/notices/plain-messages.ts';
import type { RecordedJob } from '../job.ts';
import type { Messenger } from '../messenger.ts';
import { sayAbout } from './say-about.ts';

const MINUTE_MS = 60_000;

export type LimitOptions = { desk: Desk; messenger: Messenger; perMinute: number };

/**
 * Makes the rule of how many questions a member may ask a minute. False for one too many, which is told so kindly: once
 * in each thread within a minute, and in no more threads than questions are answered, for that would be a flood of the
 * bot's own. Of those asked in private each is told: nobody else reads it, and each was told that it is worked on.
 */
export function limitQuestions({ desk, messenger, perMinute }: LimitOptions) {
  return async (open: OpenJob, recorded: RecordedJob): Promise<boolean> => {
    if (!open.isQuestion) return true;
    const { team, user, receivedAt, id } = open;
    const after = receivedAt - MINUTE_MS;
    const asked = desk.jobs.countQuestions({ team, user }, { before: id, after });
    if (asked < perMinute) return true;
    const told = desk.jobs.lanesEnded({ team, user }, { as: 'limited', after: Date.now() - MINUTE_MS });
    // Ended before anything is waited for, so that of several at once each knows of those before it.
    desk.jobs.end(id, 'limited');
    const isNews = !told.includes(open.lane) && told.length < perMinute;
    if (isNews || isAskedInPrivate(recorded))
      await sayAbout(recorded, { messenger, message: plainMessage(tooMany(perMinute)), part: 'limit' });
    return false;
  };
}

function isAskedInPrivate({ job }: RecordedJob): boolean {
  return 'responseUrl' in job && job.responseUrl !== undefined;
}

function tooMany(perMinute: number): string {
  const some = perMinute === 1 ? 'one question' : `${perMinute} questions`;
  return `Thank you for your questions. I can take ${some} a minute from each member, so that everybody gets a turn; please ask the rest again in a minute.`;
}
