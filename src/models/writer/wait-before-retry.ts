import { setTimeout as sleep } from 'node:timers/promises';
import { WriterFailure, type WriterFault } from '../../writer-failure.ts';

/** Faults after which the same request may do better; none of them leaves anything done on the server. */
const REPEATABLE: WriterFault[] = ['busy', 'server-error', 'unreachable'];
const MAX_TRIES = 3;
const FIRST_WAIT_MS = 250;
/** A member is waiting: a server that wants longer is taken at its word and left alone. */
const MAX_WAIT_MS = 5_000;

/**
 * Waits as long as is right before a failed request is made again: as the server asks, else twice as long each time,
 * half of it by chance, so that many askers do not come back at once. Throws the failure where the request should not be
 * repeated, and the signal's reason when it is aborted.
 */
export async function waitBeforeRetry(
  failure: WriterFailure,
  { tries, signal, deadline }: { tries: number; signal?: AbortSignal; deadline: AbortSignal },
): Promise<void> {
  const { fault, retryAfterMs } = failure;
  const isAskedTooLong = retryAfterMs !== undefined && retryAfterMs > MAX_WAIT_MS;
  if (!REPEATABLE.includes(fault) || tries >= MAX_TRIES || isAskedTooLong) throw failure;
  const backOff = FIRST_WAIT_MS * 2 ** (tries - 1);
  const waitMs = retryAfterMs ?? backOff / 2 + (Math.random() * backOff) / 2;
  try {
    await sleep(waitMs, undefined, { signal: AbortSignal.any([deadline, ...(signal ? [signal] : [])]) });
  } catch {
    signal?.throwIfAborted();
    throw new WriterFailure('timed-out', { cause: failure });
  }
}
