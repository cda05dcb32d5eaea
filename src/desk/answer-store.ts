import type { AnswerStore } from '../desk.ts';
import { opaqueId } from './opaque-id.ts';
import type { Statements } from './statements.ts';

/** Answers as shown, under opaque ids, each until its time is over. */
export function storeAnswers({ get, run }: Statements, now: () => number): AnswerStore {
  return {
    keep(value, { team, user, keepMs }) {
      const id = opaqueId();
      run('INSERT INTO answers (id, team, user, value, until) VALUES ($id, $team, $user, $value, $until)', {
        id,
        team,
        user,
        value: JSON.stringify(value),
        until: now() + keepMs,
      });
      return id;
    },
    read(id) {
      const row = get<{ value: string; team: string; user: string }>(
        'SELECT value, team, user FROM answers WHERE id = $id AND until > $now',
        { id, now: now() },
      );
      return row && { ...row, value: JSON.parse(row.value) };
    },
    replace: (id, value) =>
      run('UPDATE answers SET value = $value WHERE id = $id', { id, value: JSON.stringify(value) }).changes > 0,
  };
}
