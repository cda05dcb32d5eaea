import type { Arrival, JobEnd, JobStore, OpenJob, Taken } from '../desk.ts';
import type { Statements } from './statements.ts';

type OpenRow = Omit<OpenJob, 'isQuestion'> & { isQuestion: number };

type FoundRow = { id: number; state: 'open' | JobEnd; attempts: number; body: string | null };

/** The jobs in the bot's store. */
export function storeJobs(statements: Statements, now: () => number): JobStore {
  const { get, all, run } = statements;
  return {
    record: (arrival) => statements.transaction(() => record(statements, arrival, now())),
    isKnownEvent: (eventId) => get('SELECT 1 FROM events WHERE id = $eventId', { eventId }) !== undefined,
    open: () =>
      all<OpenRow>(
        `SELECT id, key, lane, team, user, is_question AS isQuestion, attempts, received_at AS receivedAt,
           not_before AS notBefore FROM jobs WHERE state = 'open' ORDER BY id`,
      ).map((row) => ({ ...row, isQuestion: row.isQuestion === 1 })),
    begin: (id) =>
      statements.transaction(() => {
        run("UPDATE jobs SET attempts = attempts + 1 WHERE id = $id AND state = 'open'", { id });
        const row = get<{ body: string; attempts: number }>(
          "SELECT body, attempts FROM jobs WHERE id = $id AND state = 'open'",
          { id },
        );
        return row && { body: JSON.parse(row.body), attempts: row.attempts };
      }),
    end: (id, end, { reference } = {}) => {
      run(
        `UPDATE jobs SET state = $end, ended_at = $now, reference = $reference, body = NULL
         WHERE id = $id AND state = 'open'`,
        { id, end, now: now(), reference: reference ?? null },
      );
    },
    find(key) {
      const row = get<FoundRow>('SELECT id, state, attempts, body FROM jobs WHERE key = $key', { key });
      return row && { ...row, body: row.body === null ? undefined : JSON.parse(row.body) };
    },
    rewrite: (key, body) =>
      run("UPDATE jobs SET body = $body WHERE key = $key AND state = 'open' AND attempts = 0", {
        key,
        body: JSON.stringify(body),
      }).changes > 0,
    postpone: (id, notBefore) => {
      run('UPDATE jobs SET not_before = $notBefore WHERE id = $id', { id, notBefore });
    },
    handBack: (id) => {
      run("UPDATE jobs SET attempts = attempts - 1, not_before = 0 WHERE id = $id AND state = 'open'", { id });
    },
    countQuestions: (who, { before, after }) =>
      get<{ count: number }>(
        `SELECT count(*) AS count FROM jobs WHERE team = $team AND user = $user AND is_question = 1
           AND state <> 'limited' AND received_at > $after AND id < $before`,
        { ...who, before, after },
      )?.count ?? 0,
    lanesEnded: (who, { as, after }) =>
      all<{ lane: string }>(
        `SELECT DISTINCT lane FROM jobs WHERE team = $team AND user = $user AND state = $as AND ended_at > $after`,
        { ...who, as, after },
      ).map(({ lane }) => lane),
    counts: () => readCounts(statements),
  };
}

/** A job known by its key makes its event a duplicate, however many events tell of the same message. */
function record({ get, run }: Statements, arrival: Arrival, now: number): Taken {
  const { eventId, type, team, channel, ts, work } = arrival;
  if (eventId !== undefined && get('SELECT 1 FROM events WHERE id = $eventId', { eventId })) {
    return { kind: 'duplicate' };
  }
  const known = work && get<{ id: number }>('SELECT id FROM jobs WHERE key = $key', { key: work.key });
  const jobId = known?.id ?? (work && insertJob(run, { ...work, team, now }));
  const state = known ? 'duplicate' : work ? 'job' : 'ignored';
  if (eventId !== undefined) {
    run(
      `INSERT INTO events (id, type, team, channel, ts, state, job_id, received_at)
       VALUES ($eventId, $type, $team, $channel, $ts, $state, $jobId, $now)`,
      { eventId, type, team, channel: channel ?? null, ts: ts ?? null, state, jobId: jobId ?? null, now },
    );
  }
  if (known) return { kind: 'duplicate' };
  return jobId === undefined ? { kind: 'ignored' } : { kind: 'job', id: jobId };
}

type NewJob = NonNullable<Arrival['work']> & { team: string; now: number };

function insertJob(run: Statements['run'], { key, lane, team, user, isQuestion, body, now }: NewJob): number {
  return run(
    `INSERT INTO jobs (key, lane, team, user, is_question, body, received_at)
     VALUES ($key, $lane, $team, $user, $isQuestion, $body, $now)`,
    { key, lane, team, user, isQuestion: isQuestion ? 1 : 0, body: JSON.stringify(body), now },
  ).id;
}

function readCounts({ get }: Statements): { open: number; failed: number; lastDoneAt?: number } {
  const row = get<{ open: number; failed: number; lastDoneAt: number | null }>(
    `SELECT count(*) FILTER (WHERE state = 'open') AS open, count(*) FILTER (WHERE state = 'failed') AS failed,
       max(ended_at) FILTER (WHERE state = 'done' AND is_question = 1) AS lastDoneAt FROM jobs`,
  );
  const { open = 0, failed = 0, lastDoneAt = null } = row ?? {};
  return { open, failed, ...(lastDoneAt === null ? {} : { lastDoneAt }) };
}
