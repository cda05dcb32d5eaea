import { randomUUID } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { IndexVersion } from './search-index.ts';

const MAKING = 'making';
const CHANGES = 'changes';

/** Gives a new database its name among all that were ever made in its place. */
export function beginVersions(db: Database.Database): void {
  const put = db.prepare('INSERT INTO meta (key, value) VALUES (?, ?)');
  put.run(MAKING, randomUUID());
  put.run(CHANGES, '0');
}

/** Counts a change, in the transaction that makes it. */
export function countChange(db: Database.Database): void {
  db.prepare('UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = ?').run(CHANGES);
}

/** Two equal versions hold the same papers and records, whoever reads them. Costs one look-up by key. */
export function readVersion(db: Database.Database): IndexVersion {
  const hasMeta = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'meta'").get();
  if (hasMeta === undefined) return { making: '', changes: 0 };
  const rows = db.prepare('SELECT key, value FROM meta WHERE key IN (?, ?)').raw().all(MAKING, CHANGES);
  const values = new Map(rows as [string, string][]);
  return { making: values.get(MAKING) ?? '', changes: Number(values.get(CHANGES)) };
}
