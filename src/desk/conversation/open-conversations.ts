import type { Database } from 'better-sqlite3';
import type { Conversations } from '../../conversation.ts';
import { openKeptAnswers } from './kept-answers.ts';
import { openKeptThreads } from './kept-threads.ts';
import { openHandOffs } from './open-hand-offs.ts';
import { openStreams } from './open-streams.ts';

export type ConversationOptions = {
  /** How long a dialogue is kept after its last question. */
  dialogueMs: number;
  /** How long the buttons under an answer work. */
  answersMs: number;
  now(): number;
};

/** What the desk remembers of conversations, in tables of its own in `database`. */
export function openConversations(
  database: Database,
  { dialogueMs, answersMs, now }: ConversationOptions,
): Conversations {
  const parts = {
    threads: openKeptThreads(database, { keepMs: dialogueMs, now }),
    answers: openKeptAnswers(database, { keepMs: answersMs, now }),
    handOffs: openHandOffs(database, { keepMs: answersMs, now }),
    streams: openStreams(database, { keepMs: dialogueMs, now }),
  };
  return {
    ...parts,
    purge: () => Object.values(parts).reduce((deleted, part) => deleted + part.purge(), 0),
  };
}
