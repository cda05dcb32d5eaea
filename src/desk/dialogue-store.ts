import type { DialogueStore } from '../desk.ts';
import type { Statements } from './statements.ts';

const AT = 'team = $team AND channel = $channel AND thread = $thread';

/** Dialogues by team, channel and thread, each until its time is over. */
export function storeDialogues({ get, run }: Statements, now: () => number): DialogueStore {
  return {
    read(place) {
      const row = get<{ value: string; user: string }>(
        `SELECT value, user FROM dialogues WHERE ${AT} AND until > $now`,
        { ...place, now: now() },
      );
      return row && { value: JSON.parse(row.value), user: row.user };
    },
    write(place, { value, user, keepMs }) {
      run(
        `INSERT INTO dialogues (team, channel, thread, user, value, until)
         VALUES ($team, $channel, $thread, $user, $value, $until)
         ON CONFLICT DO UPDATE SET user = excluded.user, value = excluded.value, until = excluded.until`,
        { ...place, user, value: JSON.stringify(value), until: now() + keepMs },
      );
    },
    drop: (place) => {
      run(`DELETE FROM dialogues WHERE ${AT}`, place);
    },
  };
}
