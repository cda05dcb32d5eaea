import Database from 'better-sqlite3';
import { AppError } from '../errors.ts';

/** Values that a statement takes by name. */
export type Values = Record<string, string | number | null>;

/** Statements over one database, prepared once each. Whatever SQLite refuses becomes an AppError `unavailable`. */
export type Statements = {
  run(sql: string, values?: Values): { changes: number; id: number };
  /** The first row; `Row` is what the statement selects. */
  get<Row>(sql: string, values?: Values): Row | undefined;
  all<Row>(sql: string, values?: Values): Row[];
  /** Writes all or nothing. */
  transaction<T>(work: () => T): T;
};

/** Makes them; `file` names the store in errors. */
export function openStatements(db: Database.Database, file: string): Statements {
  const prepared = new Map<string, Database.Statement>();
  const prepare = (sql: string): Database.Statement => {
    const statement = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  const tried = <T>(work: () => T): T => asDeskError(file, work);
  return {
    run: (sql, values = {}) =>
      tried(() => {
        const { changes, lastInsertRowid } = prepare(sql).run(values);
        return { changes, id: Number(lastInsertRowid) };
      }),
    get: <Row>(sql: string, values: Values = {}) => tried(() => prepare(sql).get(values) as Row | undefined),
    all: <Row>(sql: string, values: Values = {}) => tried(() => prepare(sql).all(values) as Row[]),
    transaction: (work) => tried(() => db.transaction(work).immediate()),
  };
}

/** Runs what touches the database; SQLite's own errors, and those of a database closed meanwhile, become AppErrors. */
export function asDeskError<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    const isClosed = cause instanceof TypeError && /database connection is not open/.test(cause.message);
    if (!(cause instanceof Database.SqliteError) && !isClosed) throw cause;
    throw new AppError('unavailable', `Cannot use the bot's store "${file}": ${reasonOf(cause)}`, cause);
  }
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Database.SqliteError)) return 'it is closed';
  const { code } = cause;
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return 'the file is damaged or no such store';
  if (code === 'SQLITE_FULL') return 'the disk is full';
  if (code.startsWith('SQLITE_READONLY')) return 'it cannot be written';
  if (code.startsWith('SQLITE_IOERR')) return 'it cannot be read or written';
  if (code.startsWith('SQLITE_CANTOPEN')) return 'no file can be opened there';
  if (code.startsWith('SQLITE_BUSY')) return 'another program keeps it locked';
  return cause.message;
}
