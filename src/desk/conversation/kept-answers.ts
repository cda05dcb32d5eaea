import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { KeptAnswers } from '../../conversation.ts';
import type { KeepOptions } from './kept-threads.ts';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS answers (
    id TEXT PRIMARY KEY, key TEXT NOT NULL UNIQUE, user TEXT NOT NULL, answer TEXT NOT NULL, kept_at INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS answers_by_time ON answers (kept_at);`;

/** Not to be guessed: whoever has the id can press the button, though never see more than they may. */
const ID_BYTES = 12;

const keptAnswer = z.object({
  place: z.object({ team: z.string(), channel: z.string(), thread: z.string() }),
  user: z.string(),
  isPrivate: z.boolean(),
  question: z.string(),
  committee: z.string().exactOptional(),
  dialogue: z.string().exactOptional(),
  sources: z.array(
    z.object({ label: z.string(), source: z.string(), passageId: z.number(), start: z.number(), end: z.number() }),
  ),
  readings: z.array(z.object({ label: z.string(), text: z.string(), committee: z.string().exactOptional() })),
});

/** Answers that were given, as far as their buttons need them; past `keepMs` they are unknown. */
export function openKeptAnswers(database: Database, { keepMs, now }: KeepOptions): KeptAnswers & { purge(): number } {
  database.exec(SCHEMA);
  const idOf = database.prepare('SELECT id FROM answers WHERE key = ?').pluck();
  const insert = database.prepare(
    `INSERT INTO answers (id, key, user, answer, kept_at) VALUES (@id, @key, @user, @answer, @now)
     ON CONFLICT (key) DO UPDATE SET answer = @answer, kept_at = @now`,
  );
  const select = database.prepare('SELECT answer FROM answers WHERE id = ? AND kept_at > ?').pluck();
  const purge = database.prepare('DELETE FROM answers WHERE kept_at <= ?');
  const forget = database.prepare('DELETE FROM answers WHERE user = ?');
  const since = () => now() - keepMs;
  return {
    keep(key, answer) {
      const known = idOf.get(key);
      const id = typeof known === 'string' ? known : randomBytes(ID_BYTES).toString('base64url');
      insert.run({ id, key, user: answer.user, answer: JSON.stringify(answer), now: now() });
      return id;
    },
    find(id) {
      const found = select.get(id, since());
      return typeof found === 'string' ? keptAnswer.parse(JSON.parse(found)) : undefined;
    },
    forget: (user) => void forget.run(user),
    purge: () => purge.run(since()).changes,
  };
}
