import type { HandOff, HandOffStore } from '../desk.ts';
import { opaqueId } from './opaque-id.ts';
import type { Statements } from './statements.ts';

type Row = {
  id: string;
  user: string;
  team: string;
  channel: string;
  thread: string;
  clerkChannel: string | null;
  clerkThread: string | null;
  state: 'open' | 'closed';
  value: string;
};

const SELECT = `SELECT id, user, team, channel, thread, clerk_channel AS clerkChannel, clerk_thread AS clerkThread,
  state, value FROM hand_offs`;

/** Questions that were handed to the clerk. */
export function storeHandOffs({ get, run }: Statements, now: () => number): HandOffStore {
  return {
    begin({ user, member, value }) {
      const id = opaqueId();
      run(
        `INSERT INTO hand_offs (id, user, team, channel, thread, value, begun_at)
         VALUES ($id, $user, $team, $channel, $thread, $value, $now)`,
        { id, user, ...member, value: JSON.stringify(value), now: now() },
      );
      return id;
    },
    place: (id, { channel, thread }) => {
      run('UPDATE hand_offs SET clerk_channel = $channel, clerk_thread = $thread WHERE id = $id', {
        id,
        channel,
        thread,
      });
    },
    read: (id) => handOffOf(get<Row>(`${SELECT} WHERE id = $id`, { id })),
    byClerkThread: (place) =>
      handOffOf(
        get<Row>(`${SELECT} WHERE team = $team AND clerk_channel = $channel AND clerk_thread = $thread`, place),
      ),
    close: (id, value) =>
      run("UPDATE hand_offs SET state = 'closed', value = $value WHERE id = $id AND state = 'open'", {
        id,
        value: JSON.stringify(value),
      }).changes > 0,
  };
}

function handOffOf(row: Row | undefined): HandOff | undefined {
  if (!row) return undefined;
  const { id, user, team, channel, thread, clerkChannel, clerkThread, state, value } = row;
  const clerk = clerkChannel !== null && clerkThread !== null && { team, channel: clerkChannel, thread: clerkThread };
  const member = { team, channel, thread };
  return { id, user, member, ...(clerk ? { clerk } : {}), state, value: JSON.parse(value) };
}
