import { AppError } from './errors.ts';

/** Why the bot gives no answers, and since when (milliseconds since 1970). */
export type Pause = { reason: string; since: number };

/** Where a pause is kept so that it holds at once and outlives a restart; the desk's settings are one. */
export type PauseStore = {
  read(name: string): unknown;
  write(name: string, value: unknown): void;
  drop(name: string): void;
};

const SETTING = 'pause';
/** A reason is told with every question. */
const MAX_REASON_CHARS = 300;

/** The pause in force; undefined while the bot answers. Read anew each time, so that it needs no restart. */
export function readPause(store: Pick<PauseStore, 'read'>): Pause | undefined {
  const value = store.read(SETTING);
  if (typeof value !== 'object' || value === null) return undefined;
  const { reason, since } = value as Partial<Pause>;
  return { reason: typeof reason === 'string' ? reason : '', since: typeof since === 'number' ? since : 0 };
}

/** Stops answers until resumed; throws `invalid` without a reason, or with one too long to be told. */
export function pauseAnswers(reason: string, { store, now }: { store: PauseStore; now: number }): Pause {
  const told = reason
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  if (told === '') throw new AppError('invalid', 'Cannot pause without a reason that members can be told');
  if (told.length > MAX_REASON_CHARS) {
    throw new AppError(
      'invalid',
      `Cannot pause: the reason has ${told.length} characters, at most ${MAX_REASON_CHARS} are told`,
    );
  }
  const pause = { reason: told, since: now };
  store.write(SETTING, pause);
  return pause;
}

/** Lets answers go on; gives the pause that ends, if there was one. */
export function resumeAnswers(store: PauseStore): Pause | undefined {
  const pause = readPause(store);
  store.drop(SETTING);
  return pause;
}
