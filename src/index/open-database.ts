import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../errors.ts';
import { PASSAGE_RULES } from './cut-passages.ts';
import { createTables, type IndexSetup, readSetup, SCHEMA_VERSION } from './schema.ts';

const DATABASE_FILE = 'minutebook.db';
/** Made beside the other by a rebuild, which puts it in its place when it is whole. */
const REBUILT_FILE = 'rebuilding.db';
/** How long a statement waits for another process's transaction: longer than storing the largest paper takes. */
const BUSY_TIMEOUT_MS = 30_000;

export type DatabaseOptions = {
  /** The model whose vectors the index holds; without it an index of any model is opened, and none is made. */
  embedder?: { id: string; dimensions: number };
  writing?: boolean;
  /** The one that a rebuild makes beside the other; what an earlier rebuild left in it is gone on with, if it fits. */
  isRebuilt?: boolean;
};

/**
 * The database in this folder, made if it is to be written and is not there. Throws AppError `not-found` if there
 * is none to read, `invalid` with the command that rebuilds it if it was made with another set-up, `unreadable`
 * if it is damaged.
 */
export function openDatabase(folder: string, options: DatabaseOptions): Database.Database {
  const path = options.isRebuilt ? rebuiltPath(folder) : databasePath(folder);
  const mayMake = options.writing === true && options.embedder !== undefined;
  if (!existsSync(path) && !mayMake) {
    throw new AppError(
      'not-found',
      `Cannot open the index in "${folder}": there is none; make it with: minutebook ingest PATH…`,
    );
  }
  if (mayMake) mkdirSync(folder, { recursive: true });
  try {
    return openChecked(path, folder, options);
  } catch (cause) {
    if (!(cause instanceof Database.SqliteError)) throw cause;
    const reason = isDamage(cause) ? 'it is damaged' : cause.message;
    throw new AppError('unreadable', `Cannot open the index in "${folder}": ${reason}; ${rebuildHint()}`, cause);
  }
}

/** Where the database of an index in this folder is. */
export function databasePath(folder: string): string {
  return join(folder, DATABASE_FILE);
}

/** Where a rebuild makes the database that is to take its place. */
export function rebuiltPath(folder: string): string {
  return join(folder, REBUILT_FILE);
}

/** Deletes a database with what SQLite keeps beside it. */
export function removeDatabase(path: string): void {
  for (const suffix of ['-wal', '-shm', '']) rmSync(path + suffix, { force: true });
}

function openChecked(path: string, folder: string, options: DatabaseOptions): Database.Database {
  if (!options.isRebuilt) return openAsIs(path, folder, options);
  try {
    return openAsIs(path, folder, options);
  } catch (error) {
    if (!isOtherSetup(error)) throw error;
    removeDatabase(path);
    return openAsIs(path, folder, options);
  }
}

function isOtherSetup(error: unknown): boolean {
  return error instanceof AppError
    ? error.code === 'invalid'
    : error instanceof Database.SqliteError && isDamage(error);
}

function openAsIs(path: string, folder: string, options: DatabaseOptions): Database.Database {
  const db = new Database(path, { readonly: options.writing !== true, timeout: BUSY_TIMEOUT_MS });
  try {
    if (options.writing) db.pragma('journal_mode = WAL');
    db.pragma('foreign_keys = ON');
    makeOrCheck(db, folder, options);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** True for what no index can be read from, nor written into. */
export function isDamage({ code }: { code: string }): boolean {
  return code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT');
}

function makeOrCheck(db: Database.Database, folder: string, { writing, embedder }: DatabaseOptions): void {
  const wanted = { schema: SCHEMA_VERSION, passageRules: PASSAGE_RULES };
  const setup = readSetup(db);
  if (setup) {
    refuseOtherSetup(setup, { ...wanted, embedder: embedder?.id ?? setup.embedder, folder });
  } else if (writing && embedder) {
    const made = { ...wanted, embedder: embedder.id, dimensions: embedder.dimensions };
    db.transaction(() => createTables(db, made)).immediate();
  } else {
    throw new AppError(
      'not-found',
      `Cannot open the index in "${folder}": it is empty; make it with: minutebook ingest PATH…`,
    );
  }
}

type Wanted = { schema: number; passageRules: number; embedder: string; folder: string };

function refuseOtherSetup(setup: IndexSetup, { schema, passageRules, embedder, folder }: Wanted): void {
  const other =
    (setup.schema !== schema && `schema ${setup.schema}, this program has ${schema}`) ||
    (setup.passageRules !== passageRules && `passage rules ${setup.passageRules}, this program has ${passageRules}`) ||
    (setup.embedder !== embedder && `the model ${setup.embedder}, this program has ${embedder}`);
  if (!other) return;
  throw new AppError('invalid', `Cannot open the index in "${folder}": it was made with ${other}; ${rebuildHint()}`);
}

function rebuildHint(): string {
  return 'rebuild it with: minutebook ingest --rebuild PATH…';
}
