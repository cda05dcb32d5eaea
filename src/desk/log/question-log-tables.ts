/** The question log: persons as Slack's ids or, in private mode, hashes; citations as a JSON array of labels. */
export const QUESTION_LOG_TABLES = `
CREATE TABLE question_log (
  id TEXT PRIMARY KEY,
  asked_at INTEGER NOT NULL,
  team TEXT NOT NULL,
  person TEXT NOT NULL,
  channel TEXT,
  surface TEXT NOT NULL,
  question TEXT,
  withheld TEXT,
  outcome TEXT NOT NULL,
  citations TEXT NOT NULL,
  latency_ms INTEGER NOT NULL,
  feedback TEXT
) STRICT;
CREATE INDEX question_log_by_time ON question_log (asked_at);
CREATE INDEX question_log_by_person ON question_log (person, asked_at);
`;
