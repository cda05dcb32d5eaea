import type { Desk, OpenJob } from '../../desk.ts';
import { plainMessage } from '../blocks/notices/plain-messages.ts';
import type { RecordedJob } from '../job.ts';
import type { Messenger } from '../messenger.ts';
import { sayAbout } from './say-about.ts';

const MINUTE_MS = 60_000;

export type LimitOptions = { desk: Desk; messenger: Messenger; perMinute: number };

/**
 * Makes the rule of how many questions a member may ask a minute. False for one too many; of several within a minute
 * the first is told so, kindly, and the others of the same minute stay without a word, but for those asked in private:
 * nobody else reads what is said to them, and each was told that it is being worked on.
 */
export function limitQuestions({ desk, messenger, perMinute }: LimitOptions) {
  return async (open: OpenJob, recorded: RecordedJob): Promise<boolean> => {
    if (!open.isQuestion) return true;
    const { team, user, receivedAt, id } = open;
    const after = receivedAt - MINUTE_MS;
    const asked = desk.jobs.countQuestions({ team, user }, { before: id, after });
    if (asked < perMinute) return true;
    const isFirst = desk.jobs.countEnded({ team, user }, { as: 'limited', after: Date.now() - MINUTE_MS }) === 0;
    // Ended before anything is waited for, so that of several at once only one is the first.
    desk.jobs.end(id, 'limited');
    if (isFirst || isAskedInPrivate(recorded))
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
