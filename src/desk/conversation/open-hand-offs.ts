import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { HandOff, HandOffs } from '../../conversation.ts';
import type { KeepOptions } from './kept-threads.ts';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS hand_offs (
    id TEXT PRIMARY KEY, answer_id TEXT NOT NULL UNIQUE,
    team TEXT NOT NULL, channel TEXT NOT NULL, thread TEXT NOT NULL, user TEXT NOT NULL, private INTEGER NOT NULL,
    state TEXT NOT NULL, clerk_channel TEXT, clerk_ts TEXT, opened_at INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS hand_offs_by_clerk ON hand_offs (clerk_channel, clerk_ts);`;

const ID_BYTES = 12;

const row = z
  .object({
    id: z.string(),
    answer_id: z.string(),
    team: z.string(),
    channel: z.string(),
    thread: z.string(),
    user: z.string(),
    private: z.number(),
    state: z.enum(['opening', 'open', 'closed']),
    clerk_channel: z.string().nullable(),
    clerk_ts: z.string().nullable(),
  })
  .transform(
    ({ id, answer_id, team, channel, thread, user, state, clerk_channel, clerk_ts, ...rest }): HandOff => ({
      id,
      answerId: answer_id,
      origin: { team, channel, thread },
      user,
      isPrivate: rest.private === 1,
      state,
      ...(clerk_channel && clerk_ts ? { clerk: { channel: clerk_channel, ts: clerk_ts } } : {}),
    }),
  );

/** Questions handed to the clerk; an answer is handed over once. Open ones are kept until they are closed. */
export function openHandOffs(database: Database, { keepMs, now }: KeepOptions): HandOffs & { purge(): number } {
  database.exec(SCHEMA);
  const insert = database.prepare(
    `INSERT INTO hand_offs (id, answer_id, team, channel, thread, user, private, state, opened_at)
     VALUES (@id, @answerId, @team, @channel, @thread, @user, @isPrivate, 'opening', @now) ON CONFLICT DO NOTHING`,
  );
  const byAnswer = database.prepare('SELECT * FROM hand_offs WHERE answer_id = ?');
  const byId = database.prepare('SELECT * FROM hand_offs WHERE id = ?');
  const byClerk = database.prepare(
    'SELECT * FROM hand_offs WHERE team = @team AND clerk_channel = @channel AND clerk_ts = @thread',
  );
  const place = database.prepare(
    "UPDATE hand_offs SET state = 'open', clerk_channel = @channel, clerk_ts = @ts WHERE id = @id AND state = 'opening'",
  );
  const close = database.prepare("UPDATE hand_offs SET state = 'closed' WHERE id = ?");
  const drop = database.prepare("DELETE FROM hand_offs WHERE id = ? AND state = 'opening'");
  const purge = database.prepare("DELETE FROM hand_offs WHERE state != 'open' AND opened_at <= ?");
  const read = (found: unknown) => (found === undefined ? undefined : row.parse(found));
  return {
    open({ answerId, origin, user, isPrivate }) {
      const id = randomBytes(ID_BYTES).toString('base64url');
      insert.run({ id, answerId, ...origin, user, isPrivate: isPrivate ? 1 : 0, now: now() });
      return row.parse(byAnswer.get(answerId));
    },
    placed: (id, clerk) => void place.run({ id, ...clerk }),
    at: (clerk) => read(byClerk.get(clerk)),
    find: (id) => read(byId.get(id)),
    close: (id) => void close.run(id),
    drop: (id) => void drop.run(id),
    purge: () => purge.run(now() - keepMs).changes,
  };
}
