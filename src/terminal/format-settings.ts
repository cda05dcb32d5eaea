import type { Setting } from '../list-settings.ts';
import { plainForTerminal } from './plain-for-terminal.ts';

const WORDS: Record<Setting['from'], string> = {
  environment: '',
  default: '(default)',
  'not set': '(not set)',
  'not known': '(no such setting)',
};

/** The settings in force, a line each: name, value and where it is from. */
export function formatSettings(settings: Setting[]): string {
  const width = Math.max(...settings.map(({ name }) => plainForTerminal(name).length));
  return settings
    .map(({ name, value, from }) =>
      [plainForTerminal(name).padEnd(width), plainForTerminal(value), WORDS[from]].filter(Boolean).join('  '),
    )
    .join('\n');
}
