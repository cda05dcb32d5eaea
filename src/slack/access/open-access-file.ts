import { readFileSync } from 'node:fs';
import { AppError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { type AccessRules, NOBODY_CLEARED, parseAccessRules } from './access-rules.ts';

/** Far more than the grants of a council take; a larger file is something else. */
const MAX_FILE_CHARS = 1_000_000;

export type AccessFile = {
  /** The rules as the file states them now; those before, where it has become wrong. Never throws. */
  rules(): AccessRules;
};

/**
 * The access file, read again at every use, so that a change holds from the next question on. A wrong one is refused
 * whole and logged once, and the rules before it stay in force; without a file nobody is cleared. Throws `invalid` or
 * `unreadable` if it is wrong from the start.
 */
export function openAccessFile(file: string, { log }: { log: Pick<Log, 'info' | 'warn'> }): AccessFile {
  let seen = readText(file);
  let rules = seen === undefined ? NOBODY_CLEARED : parseAccessRules(seen, file);
  let lastFault = '';
  return {
    rules() {
      try {
        const text = readText(file);
        if (text !== seen) {
          rules = text === undefined ? NOBODY_CLEARED : parseAccessRules(text, file);
          seen = text;
          log.info(text === undefined ? 'the access file is gone: nobody is cleared' : 'the access file has changed', {
            file,
          });
        }
        lastFault = '';
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        if (error.message !== lastFault) log.warn(`${error.message}; the rules before it stay in force`);
        lastFault = error.message;
      }
      return rules;
    },
  };
}

/** The text of the file; undefined if there is none. */
function readText(file: string): string | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new AppError('unreadable', `Cannot read the access file "${file}"`, cause);
  }
  if (text.length > MAX_FILE_CHARS)
    throw new AppError('invalid', `Cannot use the access file "${file}": it is too long`);
  return text;
}
