import { resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from './errors.ts';
import type { QuestionLogSettings } from './question-log.ts';

/** Where the bot's store is, as an absolute path, and what its log of questions keeps. */
export type DeskSettings = { deskFile: string; questionLog: QuestionLogSettings };

const DEFAULT_DESK_FILE = 'data/desk.db';
/** A quarter: long enough to see what members ask, and no longer than a council says it keeps such records. */
const DEFAULT_LOG_DAYS = 90;

const DAYS = /^\d{1,4}$/;
const schema = z.object({
  MINUTEBOOK_DESK: z.string().trim().optional(),
  MINUTEBOOK_LOG_DAYS: z
    .string()
    .trim()
    .regex(DAYS, 'expected a number of days, 0 to 9999')
    .transform(Number)
    .optional(),
  MINUTEBOOK_LOG_PRIVATE: z.enum(['0', '1', 'false', 'true'], 'expected 0 or 1').optional(),
});

/**
 * The settings from MINUTEBOOK_DESK, MINUTEBOOK_LOG_DAYS and MINUTEBOOK_LOG_PRIVATE; an empty variable counts as not
 * set. Throws an `invalid` AppError that names the variable.
 */
export function readDeskSettings(env: Record<string, string | undefined>): DeskSettings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const checked = schema.safeParse(given);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    const name = String(issue?.path[0]);
    throw new AppError('invalid', `Cannot use ${name} "${given[name] ?? ''}": ${issue?.message}`, checked.error);
  }
  const { MINUTEBOOK_DESK: desk, MINUTEBOOK_LOG_DAYS: days, MINUTEBOOK_LOG_PRIVATE: hidden } = checked.data;
  return {
    deskFile: resolve(desk ?? DEFAULT_DESK_FILE),
    questionLog: { keepDays: days ?? DEFAULT_LOG_DAYS, isPrivate: hidden === '1' || hidden === 'true' },
  };
}
