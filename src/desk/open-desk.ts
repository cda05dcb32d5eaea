import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { Desk } from '../desk.ts';
import { AppError } from '../errors.ts';
import type { QuestionLogSettings } from '../question-log.ts';
import { storeAnswers } from './answer-store.ts';
import { storeDialogues } from './dialogue-store.ts';
import { storeHandOffs } from './hand-off-store.ts';
import { storeJobs } from './job-store.ts';
import { lockDesk } from './lock-desk.ts';
import { type StoredQuestionLog, storeQuestionLog } from './log/store-question-log.ts';
import { countOfMember, forgetMember } from './member-data.ts';
import { MIGRATIONS } from './migrations.ts';
import { storePosts } from './post-store.ts';
import { pruneDesk } from './prune-desk.ts';
import { storeSettings } from './setting-store.ts';
import { asDeskError, openStatements, type Statements } from './statements.ts';
import { storeSubscriptions } from './subscription-store.ts';

/** "mbdk": tells the bot's store from every other SQLite file. */
const APPLICATION_ID = 0x6d62646b;
/** How long a statement waits for another process's, such as a pause said on the command line. */
const BUSY_TIMEOUT_MS = 2_000;

export type DeskOptions = {
  /** Milliseconds since 1970; another clock in tests. */
  now?: () => number;
  /** Take the right to work off its jobs, which one process at a time has; then how long to wait for it. */
  working?: { waitMs: number };
  log?: QuestionLogSettings;
};

const DEFAULT_LOG: QuestionLogSettings = { keepDays: 90, isPrivate: false };

/**
 * The bot's own store in this file, made if it is not there and brought up to date if it is older. Throws AppError
 * `invalid` if the file is of a newer program or something else, `unavailable` if it cannot be opened or, with
 * `working`, if another bot works on it.
 */
export function openDesk(file: string, { now = Date.now, working, log = DEFAULT_LOG }: DeskOptions = {}): Desk {
  makeFolder(file);
  const lock = working ? lockDesk(file, working) : undefined;
  try {
    const db = openDatabase(file);
    const statements = openStatements(db, file);
    return makeDesk(statements, {
      now,
      log: storeQuestionLog(statements, { now, ...log }),
      close() {
        db.close();
        lock?.release();
      },
    });
  } catch (error) {
    lock?.release();
    throw error;
  }
}

function makeFolder(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch (cause) {
    throw new AppError('unavailable', `Cannot use the bot's store "${file}": its folder cannot be made`, cause);
  }
}

type MakeOptions = { now: () => number; log: StoredQuestionLog; close(): void };

function makeDesk(statements: Statements, { now, log, close }: MakeOptions): Desk {
  return {
    jobs: storeJobs(statements, now),
    posts: storePosts(statements, now),
    dialogues: storeDialogues(statements, now),
    answers: storeAnswers(statements, now),
    handOffs: storeHandOffs(statements, now),
    settings: storeSettings(statements),
    subscriptions: storeSubscriptions(statements, now),
    log,
    memberData: (member) => ({ questions: log.ofMember(member), ...countOfMember(statements, member) }),
    forgetMember: (member) => forgetMember(statements, { member, log }),
    prune() {
      pruneDesk(statements, now());
      log.prune();
    },
    close,
  };
}

function openDatabase(file: string): Database.Database {
  return asDeskError(file, () => {
    const db = openFile(file);
    try {
      db.pragma('journal_mode = WAL');
      // An event that was acknowledged must outlive a power cut, not only the process.
      db.pragma('synchronous = FULL');
      db.pragma('foreign_keys = ON');
      // What was deleted on request must not be left in the file's free pages.
      db.pragma('secure_delete = ON');
      db.transaction(() => bringUpToDate(db, file)).immediate();
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

function openFile(file: string): Database.Database {
  try {
    return new Database(file, { timeout: BUSY_TIMEOUT_MS });
  } catch (cause) {
    // A folder that is none is told by a TypeError, not by SQLite.
    if (cause instanceof Database.SqliteError) throw cause;
    throw new AppError('unavailable', `Cannot use the bot's store "${file}": no file can be opened there`, cause);
  }
}

function bringUpToDate(db: Database.Database, file: string): void {
  const version = Number(db.pragma('user_version', { simple: true }));
  const hasTables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() !== 0;
  if (hasTables && db.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw new AppError('invalid', `Cannot use the bot's store "${file}": the file is no store of the bot`);
  }
  if (version > MIGRATIONS.length) {
    const versions = `it has version ${version}, this program knows ${MIGRATIONS.length}`;
    throw new AppError('invalid', `Cannot use the bot's store "${file}": ${versions}`);
  }
  for (const step of MIGRATIONS.slice(version)) db.exec(step);
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.pragma(`user_version = ${MIGRATIONS.length}`);
}
