import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { AppError } from '../errors.ts';

/**
 * Writes a file whole or not at all, readable by its owner alone: it may hold what is closed to others. A file of this
 * name is replaced. Throws `invalid` if a folder has the name, `unavailable` if it cannot be written.
 */
export function writeWholeFile(file: string, content: Buffer | string): void {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    throw new AppError('invalid', `Cannot write "${file}": it is a folder`);
  }
  const temporary = `${file}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    writeFileSync(temporary, content, { mode: 0o600, flag: 'wx' });
    renameSync(temporary, file);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw new AppError('unavailable', `Cannot write "${file}"`, cause);
  }
}
