import type { Statements } from './statements.ts';

/** Slack may deliver an event again for a day (delayed events): until then it must be known again. */
const KEEP_EVENTS_MS = 25 * 60 * 60 * 1000;
/** A clerk may answer weeks later. */
const KEEP_HAND_OFFS_MS = 90 * 24 * 60 * 60 * 1000;

/** Throws away what has had its time. Open jobs stay, and so does what tells that they were begun. */
export function pruneDesk({ run, transaction }: Statements, now: number): void {
  const before = now - KEEP_EVENTS_MS;
  transaction(() => {
    run('DELETE FROM dialogues WHERE until <= $now', { now });
    run('DELETE FROM answers WHERE until <= $now', { now });
    run('DELETE FROM events WHERE received_at < $before', { before });
    run("DELETE FROM jobs WHERE state <> 'open' AND received_at < $before AND ended_at < $before", { before });
    run('DELETE FROM posts WHERE begun_at < $before', { before });
    run('DELETE FROM hand_offs WHERE begun_at < $before', { before: now - KEEP_HAND_OFFS_MS });
  });
}
