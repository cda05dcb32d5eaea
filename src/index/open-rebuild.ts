import { existsSync, renameSync } from 'node:fs';
import Database from 'better-sqlite3';
import { lockIndex } from './lock-index.ts';
import { databasePath, isDamage, rebuiltPath, removeDatabase } from './open-database.ts';
import { type Index, type IndexOptions, openUnlocked } from './open-index.ts';

/** All pages at once: in between others could do nothing but wait. */
const ALL_PAGES = 2 ** 31 - 1;

export type Rebuild = {
  /** The new index, which nobody reads yet. */
  index: Index;
  /** Puts the new index in the place of the old one, for all who read it, at once and whole; then it is closed. */
  publish(): Promise<void>;
  /** Ends the rebuild; what was not published is gone on with by the next. */
  close(): void;
};

export type RebuildOptions = Omit<IndexOptions, 'writing' | 'isRebuilt'> & Required<Pick<IndexOptions, 'embedder'>>;

/**
 * Makes an index anew beside the one of this folder, however that was made, while others go on reading it. Ended at any
 * moment, the folder has either the old index whole or the new one. Errors as of openIndex.
 */
export function openRebuild(folder: string, options: RebuildOptions): Rebuild {
  const lock = lockIndex(folder, options);
  try {
    const index = openUnlocked(folder, { ...options, writing: true, isRebuilt: true, release: () => undefined });
    let isOpen = true;
    const closeIndex = () => {
      if (isOpen) index.close();
      isOpen = false;
    };
    return {
      index,
      async publish() {
        index.prepare();
        closeIndex();
        await putInPlace(rebuiltPath(folder), databasePath(folder));
      },
      close() {
        try {
          closeIndex();
        } finally {
          lock.release();
        }
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * Where there is a database already it is written over in one transaction of SQLite's: readers have it open, and a file
 * put in its place would share their write-ahead log.
 */
async function putInPlace(made: string, place: string): Promise<void> {
  if (!isDatabase(place)) {
    removeDatabase(place);
    const db = new Database(made);
    // Into one file, so that moving that moves everything.
    db.pragma('journal_mode = DELETE');
    db.close();
    renameSync(made, place);
    return;
  }
  const db = new Database(made, { readonly: true });
  try {
    await db.backup(place, { progress: () => ALL_PAGES });
  } finally {
    db.close();
  }
  removeDatabase(made);
}

function isDatabase(path: string): boolean {
  if (!existsSync(path)) return false;
  const db = new Database(path, { readonly: true });
  try {
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return true;
  } catch (error) {
    if (!(error instanceof Database.SqliteError) || !isDamage(error)) throw error;
    return false;
  } finally {
    db.close();
  }
}
