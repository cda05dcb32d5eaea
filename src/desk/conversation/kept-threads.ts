import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { KeptThreads } from '../../conversation.ts';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS threads (
    team TEXT NOT NULL, channel TEXT NOT NULL, thread TEXT NOT NULL,
    askers TEXT NOT NULL DEFAULT '[]', silent INTEGER NOT NULL DEFAULT 0, dialogue TEXT, used_at INTEGER NOT NULL,
    PRIMARY KEY (team, channel, thread)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS threads_by_use ON threads (used_at);`;

const row = z.object({ askers: z.string(), silent: z.number(), dialogue: z.string().nullable() });
const users = z.array(z.string());

export type KeepOptions = { keepMs: number; now(): number };

/** Threads that the bot is in, with their dialogues, by team, channel and thread; past `keepMs` they are unknown. */
export function openKeptThreads(database: Database, { keepMs, now }: KeepOptions): KeptThreads & { purge(): number } {
  database.exec(SCHEMA);
  const select = database.prepare(
    'SELECT askers, silent, dialogue FROM threads WHERE team = @team AND channel = @channel AND thread = @thread AND used_at > @since',
  );
  const upsert = database.prepare(
    `INSERT INTO threads (team, channel, thread, askers, used_at) VALUES (@team, @channel, @thread, @askers, @now)
     ON CONFLICT DO UPDATE SET askers = @askers, silent = 0, used_at = @now`,
  );
  const silence = database.prepare(
    'UPDATE threads SET silent = 1 WHERE team = @team AND channel = @channel AND thread = @thread',
  );
  const setDialogue = database.prepare(
    `INSERT INTO threads (team, channel, thread, dialogue, used_at) VALUES (@team, @channel, @thread, @dialogue, @now)
     ON CONFLICT DO UPDATE SET dialogue = @dialogue, used_at = @now`,
  );
  const purge = database.prepare('DELETE FROM threads WHERE used_at <= ?');
  const forget = database.prepare('DELETE FROM threads WHERE EXISTS (SELECT 1 FROM json_each(askers) WHERE value = ?)');
  const since = () => now() - keepMs;
  const read = (place: { team: string; channel: string; thread: string }) => {
    const found = select.get({ ...place, since: since() });
    return found === undefined ? undefined : row.parse(found);
  };
  return {
    find(place) {
      const found = read(place);
      return found && { askers: users.parse(JSON.parse(found.askers)), isSilent: found.silent === 1 };
    },
    listen(place, user) {
      const askers = users.parse(JSON.parse(read(place)?.askers ?? '[]'));
      upsert.run({ ...place, askers: JSON.stringify([...new Set([...askers, user])]), now: now() });
    },
    fallSilent: (place) => void silence.run(place),
    dialogue: (place) => read(place)?.dialogue ?? undefined,
    keepDialogue: (place, dialogue) => void setDialogue.run({ ...place, dialogue, now: now() }),
    forget: (user) => void forget.run(user),
    purge: () => purge.run(since()).changes,
  };
}
