import type Database from 'better-sqlite3';
import { beginVersions } from './index-version.ts';

/** Raised with every change of the tables below: an index with another number is refused. */
export const SCHEMA_VERSION = 3;

/**
 * Ids are never used twice (AUTOINCREMENT), so that a vector's id in the graph beside the database always means
 * the same vector. Words are kept apart by access: what a paper closed to the public holds must not weigh on
 * the public's ranking, not even through the rarity of a word.
 */
const TABLES = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE sources (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  path TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL UNIQUE,
  generation TEXT NOT NULL,
  format TEXT NOT NULL,
  text TEXT NOT NULL,
  pages TEXT NOT NULL,
  places TEXT NOT NULL
) STRICT;

CREATE TABLE accesses (
  id INTEGER PRIMARY KEY,
  access TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE papers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  source_id INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL,
  committee TEXT,
  meeting_date TEXT,
  access_id INTEGER NOT NULL REFERENCES accesses,
  status TEXT NOT NULL,
  record TEXT NOT NULL
) STRICT;
CREATE INDEX papers_by_source ON papers (source_id);

CREATE TABLE passages (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  source_id INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
  paper_id INTEGER NOT NULL REFERENCES papers ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL,
  access_id INTEGER NOT NULL REFERENCES accesses,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  record_start INTEGER,
  record_end INTEGER,
  text TEXT NOT NULL,
  context TEXT NOT NULL,
  place TEXT NOT NULL
) STRICT;
CREATE INDEX passages_by_source ON passages (source_id, ordinal);
CREATE INDEX passages_by_paper ON passages (paper_id, kind);
CREATE INDEX passages_by_access ON passages (access_id);

CREATE TABLE passage_vectors (
  id INTEGER PRIMARY KEY REFERENCES passages ON DELETE CASCADE,
  vector BLOB NOT NULL
) STRICT;

CREATE TABLE sentences (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  passage_id INTEGER NOT NULL REFERENCES passages ON DELETE CASCADE,
  text_start INTEGER NOT NULL,
  text_end INTEGER NOT NULL,
  vector BLOB NOT NULL
) STRICT;
CREATE INDEX sentences_by_passage ON sentences (passage_id);

CREATE TABLE namings (
  id INTEGER PRIMARY KEY,
  paper_id INTEGER NOT NULL REFERENCES papers ON DELETE CASCADE,
  access_id INTEGER NOT NULL REFERENCES accesses,
  short TEXT,
  long TEXT NOT NULL,
  count INTEGER NOT NULL
) STRICT;
CREATE INDEX namings_by_paper ON namings (paper_id);

CREATE TABLE ledger_entries (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  paper_id INTEGER NOT NULL REFERENCES papers ON DELETE CASCADE,
  passage_id INTEGER NOT NULL REFERENCES passages ON DELETE CASCADE,
  kind TEXT NOT NULL,
  minute TEXT,
  due TEXT,
  words TEXT NOT NULL,
  who_words TEXT NOT NULL,
  draft TEXT NOT NULL
) STRICT;
CREATE INDEX ledger_entries_by_paper ON ledger_entries (paper_id);
CREATE INDEX ledger_entries_by_passage ON ledger_entries (passage_id);
CREATE INDEX ledger_entries_by_kind ON ledger_entries (kind);

CREATE TABLE paper_references (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  paper_id INTEGER NOT NULL REFERENCES papers ON DELETE CASCADE,
  passage_id INTEGER NOT NULL REFERENCES passages ON DELETE CASCADE,
  reason TEXT NOT NULL,
  to_committee TEXT,
  to_date TEXT,
  to_minute TEXT,
  to_title TEXT,
  draft TEXT NOT NULL
) STRICT;
CREATE INDEX paper_references_by_paper ON paper_references (paper_id);
CREATE INDEX paper_references_by_passage ON paper_references (passage_id);
CREATE INDEX paper_references_by_minute ON paper_references (to_minute);
CREATE INDEX paper_references_by_date ON paper_references (to_date);
CREATE INDEX paper_references_by_title ON paper_references (to_title);

CREATE TABLE measure_points (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  paper_id INTEGER NOT NULL REFERENCES papers ON DELETE CASCADE,
  passage_id INTEGER NOT NULL REFERENCES passages ON DELETE CASCADE,
  name_key TEXT NOT NULL,
  number_key TEXT,
  code_key TEXT,
  period_key TEXT NOT NULL,
  words TEXT NOT NULL,
  draft TEXT NOT NULL
) STRICT;
CREATE INDEX measure_points_by_paper ON measure_points (paper_id);
CREATE INDEX measure_points_by_passage ON measure_points (passage_id);
CREATE INDEX measure_points_by_name ON measure_points (name_key);
CREATE INDEX measure_points_by_number ON measure_points (number_key);
CREATE INDEX measure_points_by_code ON measure_points (code_key);

CREATE VIRTUAL TABLE public_words USING fts5 (
  context, text, content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE closed_words USING fts5 (
  context, text, content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE plain_words USING fts5 (
  text, content = '', contentless_delete = 1, detail = none, tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE plain_vocabulary USING fts5vocab (plain_words, 'row');
`;

/** How an index was made: two indexes with the same values here hold the same for the same papers. */
export type IndexSetup = { schema: number; passageRules: number; embedder: string; dimensions: number };

/** Makes the tables in an empty database and writes down how the index is made. */
export function createTables(db: Database.Database, setup: IndexSetup): void {
  db.exec(TABLES);
  const put = db.prepare('INSERT INTO meta (key, value) VALUES (?, ?)');
  for (const [key, value] of Object.entries(setup)) put.run(key, String(value));
  beginVersions(db);
}

/** How the index in this database was made; undefined if it holds none. */
export function readSetup(db: Database.Database): IndexSetup | undefined {
  const hasMeta = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'meta'").get();
  if (hasMeta === undefined) return undefined;
  const rows = db.prepare('SELECT key, value FROM meta').all() as { key: string; value: string }[];
  const values = new Map(rows.map((row) => [row.key, row.value]));
  return {
    schema: Number(values.get('schema')),
    passageRules: Number(values.get('passageRules')),
    embedder: values.get('embedder') ?? '',
    dimensions: Number(values.get('dimensions')),
  };
}
