import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../errors.ts';

const LOCK_FILE = 'writing.lock';

/**
 * Takes the right to write to the index in this folder until `release`. It is a lock of SQLite's own on a file
 * beside the database, so that the system gives it back when a process is killed. Throws AppError `unavailable`
 * if another process has it after `waitMs`, or if nothing can be written to the folder.
 */
export function lockIndex(folder: string, options: { waitMs?: number } = {}): { release(): void } {
  const { waitMs = 0 } = options;
  const lock = openLock(folder, waitMs);
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    if (!(cause instanceof Database.SqliteError) || !cause.code.startsWith('SQLITE_BUSY')) throw cause;
    throw new AppError('unavailable', `Cannot write to the index in "${folder}": another run is writing to it`, cause);
  }
  return { release: () => lock.close() };
}

function openLock(folder: string, timeout: number): Database.Database {
  try {
    mkdirSync(folder, { recursive: true });
    return new Database(join(folder, LOCK_FILE), { timeout });
  } catch (cause) {
    throw new AppError('unavailable', `Cannot write to the index in "${folder}": no file can be made there`, cause);
  }
}
