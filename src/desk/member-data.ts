import type { MemberData } from '../desk.ts';
import type { Member, QuestionLog } from '../question-log.ts';
import type { Statements } from './statements.ts';

const OF_MEMBER = 'user = $user AND ($team IS NULL OR team = $team)';

/** How much the desk has of a member besides logged questions. */
export function countOfMember({ get }: Statements, member: Member): Omit<MemberData, 'questions'> {
  const count = (table: string) =>
    get<{ count: number }>(`SELECT count(*) AS count FROM ${table} WHERE ${OF_MEMBER}`, valuesOf(member))?.count ?? 0;
  return {
    dialogues: count('dialogues'),
    answers: count('answers'),
    handOffs: count('hand_offs'),
    subscriptions: count('subscriptions'),
  };
}

type ForgetOptions = { member: Member; log: QuestionLog };

/**
 * Deletes all that the desk has of a member, and takes the name off jobs that are done, which are known by their keys
 * for a day more; gives how many things went. Nothing of it is left in the file.
 */
export function forgetMember({ get, run, transaction }: Statements, { member, log }: ForgetOptions): number {
  const forgotten = transaction(() => {
    const deleted = ['dialogues', 'answers', 'hand_offs', 'subscriptions']
      .map((table) => run(`DELETE FROM ${table} WHERE ${OF_MEMBER}`, valuesOf(member)).changes)
      .reduce((sum, changes) => sum + changes, 0);
    run(`UPDATE jobs SET user = '' WHERE state <> 'open' AND ${OF_MEMBER}`, valuesOf(member));
    return deleted + log.forget(member);
  });
  get('PRAGMA wal_checkpoint(TRUNCATE)');
  return forgotten;
}

function valuesOf({ team, user }: Member): { team: string | null; user: string } {
  return { team: team ?? null, user };
}
