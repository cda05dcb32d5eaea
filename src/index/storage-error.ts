import Database from 'better-sqlite3';
import { AppError } from '../errors.ts';

/** Runs a transaction; a full disk and a lock held too long become AppErrors. What was stored before stays. */
export function asStorageError<T>(source: string, store: () => T): T {
  try {
    return store();
  } catch (cause) {
    if (!(cause instanceof Database.SqliteError)) throw cause;
    if (cause.code === 'SQLITE_FULL' || cause.code.startsWith('SQLITE_IOERR')) {
      throw new AppError('unavailable', `Cannot store "${source}": the disk is full or cannot be written`, cause);
    }
    if (cause.code.startsWith('SQLITE_BUSY')) {
      throw new AppError('unavailable', `Cannot store "${source}": another run is writing to the index`, cause);
    }
    throw cause;
  }
}
