import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { OpenStreams } from '../../conversation.ts';
import type { KeepOptions } from './kept-threads.ts';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS streams (
    key TEXT PRIMARY KEY, ts TEXT, begun_at INTEGER NOT NULL
  ) WITHOUT ROWID;`;

const row = z.object({ ts: z.string().nullable() });

/** Messages that are being streamed. */
export function openStreams(database: Database, { keepMs, now }: KeepOptions): OpenStreams & { purge(): number } {
  database.exec(SCHEMA);
  const insert = database.prepare('INSERT INTO streams (key, begun_at) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const update = database.prepare('UPDATE streams SET ts = ? WHERE key = ?');
  const select = database.prepare('SELECT ts FROM streams WHERE key = ?');
  const remove = database.prepare('DELETE FROM streams WHERE key = ?');
  const purge = database.prepare('DELETE FROM streams WHERE begun_at <= ?');
  return {
    begin: (key) => void insert.run(key, now()),
    began: (key, ts) => void update.run(ts, key),
    find(key) {
      const found = select.get(key);
      if (found === undefined) return undefined;
      const { ts } = row.parse(found);
      return ts === null ? {} : { ts };
    },
    end: (key) => void remove.run(key),
    purge: () => purge.run(now() - keepMs).changes,
  };
}
