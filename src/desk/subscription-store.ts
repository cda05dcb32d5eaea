import type { PackPaper } from '../briefing.ts';
import type { Subscription, SubscriptionStore } from '../subscription.ts';
import type { Statements } from './statements.ts';

/** Standing briefings and what was posted for each: one row for a meeting, so that it is posted once. */
export const SUBSCRIPTION_TABLES = `
CREATE TABLE subscriptions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  team TEXT NOT NULL,
  committee TEXT NOT NULL,
  days_before INTEGER NOT NULL,
  target TEXT NOT NULL,
  user TEXT NOT NULL,
  since INTEGER NOT NULL,
  UNIQUE (team, committee, target)
) STRICT;

CREATE TABLE standing_posts (
  subscription INTEGER NOT NULL REFERENCES subscriptions ON DELETE CASCADE,
  meeting_date TEXT NOT NULL,
  papers TEXT NOT NULL,
  thread TEXT,
  PRIMARY KEY (subscription, meeting_date)
) STRICT;
`;

/** What a briefing said, so that a later one can tell what is new in it. */
export const SAID_COLUMN = "ALTER TABLE standing_posts ADD COLUMN said TEXT NOT NULL DEFAULT '[]'";

const COLUMNS = 'id, team, committee, days_before AS daysBefore, target AS "to", user, since';

/** Keeps them in the desk. */
export function storeSubscriptions({ get, all, run }: Statements, now: () => number): SubscriptionStore {
  return {
    add({ team, committee, daysBefore, to, user }) {
      run(
        `INSERT INTO subscriptions (team, committee, days_before, target, user, since)
         VALUES ($team, $committee, $daysBefore, $to, $user, $since)
         ON CONFLICT DO UPDATE SET days_before = excluded.days_before, user = excluded.user`,
        { team, committee, daysBefore, to, user, since: now() },
      );
      const at = { team, committee, to };
      return get(
        `SELECT ${COLUMNS} FROM subscriptions WHERE team = $team AND committee = $committee AND target = $to`,
        at,
      ) as Subscription;
    },
    list: () => all<Subscription>(`SELECT ${COLUMNS} FROM subscriptions ORDER BY id`, {}),
    read: (id) => get<Subscription>(`SELECT ${COLUMNS} FROM subscriptions WHERE id = $id`, { id }),
    remove: (id) => run('DELETE FROM subscriptions WHERE id = $id', { id }).changes > 0,
    posted(subscription, date) {
      const row = get<{ papers: string; thread: string | null; said: string }>(
        'SELECT papers, thread, said FROM standing_posts WHERE subscription = $subscription AND meeting_date = $date',
        { subscription, date },
      );
      if (!row) return undefined;
      const papers = JSON.parse(row.papers) as PackPaper[];
      const said = JSON.parse(row.said) as string[];
      return { subscription, date, papers, said, ...(row.thread === null ? {} : { thread: row.thread }) };
    },
    writePosted({ subscription, date, papers, thread, said = [] }) {
      run(
        `INSERT INTO standing_posts (subscription, meeting_date, papers, thread, said)
         VALUES ($subscription, $date, $papers, $thread, $said)
         ON CONFLICT DO UPDATE SET papers = excluded.papers, thread = coalesce(excluded.thread, thread),
           said = excluded.said`,
        { subscription, date, papers: JSON.stringify(papers), thread: thread ?? null, said: JSON.stringify(said) },
      );
    },
  };
}
