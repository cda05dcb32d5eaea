import Database from 'better-sqlite3';
import { AppError } from '../errors.ts';

/**
 * Takes the right to work off the jobs in this store until `release`: two bots on one store would answer everything
 * twice. It is a lock of SQLite's own on a file beside it, so that the system gives it back when a process is killed.
 * Throws AppError `unavailable` if another process has it after `waitMs`.
 */
export function lockDesk(file: string, { waitMs }: { waitMs: number }): { release(): void } {
  let lock: Database.Database | undefined;
  try {
    lock = new Database(`${file}.lock`, { timeout: waitMs });
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock?.close();
    const isBusy = cause instanceof Database.SqliteError && cause.code.startsWith('SQLITE_BUSY');
    const reason = isBusy ? 'another bot is working on it' : 'no file can be made beside it';
    throw new AppError('unavailable', `Cannot use the bot's store "${file}": ${reason}`, cause);
  }
  const held = lock;
  return { release: () => held.close() };
}
