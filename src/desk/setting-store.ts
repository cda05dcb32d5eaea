import type { SettingStore } from '../desk.ts';
import type { Statements } from './statements.ts';

/** Settings by name. */
export function storeSettings({ get, run }: Statements): SettingStore {
  return {
    read(name) {
      const row = get<{ value: string }>('SELECT value FROM settings WHERE name = $name', { name });
      return row && JSON.parse(row.value);
    },
    write: (name, value) => {
      run(
        'INSERT INTO settings (name, value) VALUES ($name, $value) ON CONFLICT DO UPDATE SET value = excluded.value',
        { name, value: JSON.stringify(value) },
      );
    },
    drop: (name) => {
      run('DELETE FROM settings WHERE name = $name', { name });
    },
  };
}
