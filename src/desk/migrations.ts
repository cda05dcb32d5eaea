import { QUESTION_LOG_TABLES } from './log/question-log-tables.ts';
import { SAID_COLUMN, SUBSCRIPTION_TABLES } from './subscription-store.ts';

/**
 * The steps that bring a store to what this program expects, in order; a store's `user_version` says how many it has
 * had. Steps are only ever added.
 */
export const MIGRATIONS: string[] = [
  `
CREATE TABLE jobs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  lane TEXT NOT NULL,
  team TEXT NOT NULL,
  user TEXT NOT NULL,
  is_question INTEGER NOT NULL,
  body TEXT,
  state TEXT NOT NULL DEFAULT 'open',
  attempts INTEGER NOT NULL DEFAULT 0,
  received_at INTEGER NOT NULL,
  not_before INTEGER NOT NULL DEFAULT 0,
  ended_at INTEGER,
  reference TEXT
) STRICT;
CREATE INDEX jobs_by_state ON jobs (state, id);
CREATE INDEX jobs_by_member ON jobs (team, user, received_at);

CREATE TABLE events (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  team TEXT NOT NULL,
  channel TEXT,
  ts TEXT,
  state TEXT NOT NULL,
  job_id INTEGER REFERENCES jobs ON DELETE SET NULL,
  received_at INTEGER NOT NULL
) STRICT;
CREATE INDEX events_by_time ON events (received_at);
CREATE INDEX events_by_job ON events (job_id);

CREATE TABLE posts (
  key TEXT PRIMARY KEY,
  mark TEXT NOT NULL,
  team TEXT NOT NULL,
  channel TEXT NOT NULL,
  ts TEXT,
  begun_at INTEGER NOT NULL
) STRICT;
CREATE INDEX posts_by_time ON posts (begun_at);

CREATE TABLE dialogues (
  team TEXT NOT NULL,
  channel TEXT NOT NULL,
  thread TEXT NOT NULL,
  user TEXT NOT NULL,
  value TEXT NOT NULL,
  until INTEGER NOT NULL,
  PRIMARY KEY (team, channel, thread)
) STRICT;
CREATE INDEX dialogues_by_end ON dialogues (until);

CREATE TABLE answers (
  id TEXT PRIMARY KEY,
  team TEXT NOT NULL,
  user TEXT NOT NULL,
  value TEXT NOT NULL,
  until INTEGER NOT NULL
) STRICT;
CREATE INDEX answers_by_end ON answers (until);

CREATE TABLE hand_offs (
  id TEXT PRIMARY KEY,
  user TEXT NOT NULL,
  team TEXT NOT NULL,
  channel TEXT NOT NULL,
  thread TEXT NOT NULL,
  clerk_channel TEXT,
  clerk_thread TEXT,
  state TEXT NOT NULL DEFAULT 'open',
  value TEXT NOT NULL,
  begun_at INTEGER NOT NULL
) STRICT;
CREATE INDEX hand_offs_by_clerk ON hand_offs (team, clerk_channel, clerk_thread);

CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
`,
  QUESTION_LOG_TABLES,
  SUBSCRIPTION_TABLES,
  SAID_COLUMN,
];
