import { createHmac, randomBytes } from 'node:crypto';
import type { Statements } from '../statements.ts';

/** Words that stand for people: the same for the same person in one store, and nothing to whoever lacks its key. */
export type Pseudonyms = { of(team: string, user: string): string; is(name: string): boolean };

const SETTING = 'pseudonym-key';
const PREFIX = 'member-';

/** Pseudonyms by a key of the store's own, made when it is first needed. */
export function openPseudonyms({ get, run }: Statements): Pseudonyms {
  const stored = () =>
    get<{ value: string }>('SELECT value FROM settings WHERE name = $name', { name: SETTING })?.value;
  let key: string | undefined;
  const ownKey = (): string => {
    if (key !== undefined) return key;
    const made = JSON.stringify(randomBytes(32).toString('hex'));
    // Another process may have made one in between: the first one holds.
    if (stored() === undefined) {
      run('INSERT INTO settings (name, value) VALUES ($name, $value) ON CONFLICT DO NOTHING', {
        name: SETTING,
        value: made,
      });
    }
    key = stored() ?? made;
    return key;
  };
  return {
    of: (team, user) => PREFIX + createHmac('sha256', ownKey()).update(`${team} ${user}`).digest('hex').slice(0, 16),
    is: (name) => name.startsWith(PREFIX),
  };
}
