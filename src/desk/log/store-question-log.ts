import { findPersonalData } from '../../find-personal-data.ts';
import {
  type AskedQuestion,
  type LogEntry,
  type Member,
  type QuestionLog,
  type QuestionLogSettings,
  summariseAnswer,
  type Withheld,
  withheldFor,
} from '../../question-log.ts';
import { opaqueId } from '../opaque-id.ts';
import type { Statements } from '../statements.ts';
import { openPseudonyms, type Pseudonyms } from './open-pseudonyms.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const COLUMNS = `id, asked_at AS time, team, person, channel, surface, question, withheld, outcome, citations,
  latency_ms AS latencyMs, feedback`;

type LogRow = Omit<LogEntry, 'citations'> & { citations: string };

export type StoredQuestionLog = QuestionLog & { prune(): void };

/**
 * The log of questions in the desk. In private mode no text and no person is kept, of what was logged before neither:
 * a person is a pseudonym by which only the log itself finds its rows again.
 */
export function storeQuestionLog(
  statements: Statements,
  { now, keepDays, isPrivate }: QuestionLogSettings & { now: () => number },
): StoredQuestionLog {
  const { run, all } = statements;
  const pseudonyms = openPseudonyms(statements);
  if (isPrivate) hideStored(statements, pseudonyms);
  const oldest = () => now() - keepDays * DAY_MS;
  return {
    settings: { keepDays, isPrivate },
    record(asked) {
      const id = opaqueId();
      if (keepDays > 0) insert(statements, { id, time: now(), isPrivate, pseudonyms, asked });
      return id;
    },
    addFeedback: (id, { team, helpful }) =>
      run('UPDATE question_log SET feedback = $feedback WHERE id = $id AND team = $team', {
        id,
        team,
        feedback: helpful ? 'helpful' : 'not helpful',
      }).changes > 0,
    ofMember: (member) =>
      namesOf(member, statements, pseudonyms)
        .flatMap((name) =>
          all<LogRow>(`SELECT ${COLUMNS} FROM question_log WHERE ${OF_PERSON} AND asked_at > $oldest`, {
            ...name,
            oldest: oldest(),
          }),
        )
        .map(entryOf)
        .sort((a, b) => b.time - a.time),
    entries: ({ since = 0 } = {}) =>
      all<LogRow>(
        `SELECT ${COLUMNS} FROM question_log WHERE asked_at >= $since AND asked_at > $oldest ORDER BY asked_at, rowid`,
        { since, oldest: oldest() },
      ).map(entryOf),
    forget: (member) =>
      namesOf(member, statements, pseudonyms)
        .map((name) => run(`DELETE FROM question_log WHERE ${OF_PERSON}`, name).changes)
        .reduce((sum, changes) => sum + changes, 0),
    prune: () => {
      run('DELETE FROM question_log WHERE asked_at <= $oldest', { oldest: oldest() });
    },
  };
}

const OF_PERSON = 'team = $team AND person = $person';

/** The names under which a member may stand in the log: the id, and the pseudonym of times in private mode. */
function namesOf({ team, user }: Member, { all }: Statements, pseudonyms: Pseudonyms) {
  const teams = all<{ team: string }>('SELECT DISTINCT team FROM question_log').map((row) => row.team);
  return teams
    .filter((known) => team === undefined || known === team)
    .flatMap((known) => [user, pseudonyms.of(known, user)].map((person) => ({ team: known, person })));
}

type Insert = { id: string; time: number; isPrivate: boolean; pseudonyms: Pseudonyms; asked: AskedQuestion };

function insert({ run }: Statements, { id, time, isPrivate, pseudonyms, asked }: Insert): void {
  const { team, user, channel, surface, question, answer, latencyMs } = asked;
  const { citations, outcome, isClosed } = answer
    ? summariseAnswer(answer)
    : { citations: [], outcome: asked.outcome ?? ('failed' as const), isClosed: false };
  const withheld = whyWithheld(question, { isPrivate, isClosed });
  run(
    `INSERT INTO question_log (id, asked_at, team, person, channel, surface, question, withheld, outcome, citations,
       latency_ms)
     VALUES ($id, $time, $team, $person, $channel, $surface, $question, $withheld, $outcome, $citations, $latencyMs)`,
    {
      id,
      time,
      team,
      person: isPrivate ? pseudonyms.of(team, user) : user,
      channel: isPrivate && isOnesOwn(channel) ? null : channel,
      surface,
      question: withheld ? null : question,
      withheld: withheld ?? null,
      outcome,
      citations: JSON.stringify(citations),
      latencyMs: Math.round(latencyMs),
    },
  );
}

function whyWithheld(
  question: string,
  { isPrivate, isClosed }: { isPrivate: boolean; isClosed: boolean },
): Withheld | undefined {
  if (isPrivate) return 'private mode';
  const { kinds } = findPersonalData(question);
  if (kinds.length > 0) return withheldFor(kinds);
  return isClosed ? 'exempt papers' : undefined;
}

/** A direct message's channel is as good as a name. */
function isOnesOwn(channel: string): boolean {
  return channel.startsWith('D');
}

function hideStored({ all, run, transaction }: Statements, pseudonyms: Pseudonyms): void {
  transaction(() => {
    run("UPDATE question_log SET question = NULL, withheld = 'private mode' WHERE question IS NOT NULL");
    run("UPDATE question_log SET channel = NULL WHERE channel LIKE 'D%'");
    const people = all<{ team: string; person: string }>('SELECT DISTINCT team, person FROM question_log');
    for (const { team, person } of people.filter((row) => !pseudonyms.is(row.person))) {
      const name = pseudonyms.of(team, person);
      run(`UPDATE question_log SET person = $name WHERE ${OF_PERSON}`, { team, person, name });
    }
  });
}

function entryOf(row: LogRow): LogEntry {
  return { ...row, citations: JSON.parse(row.citations) as string[] };
}
