import { WriterFailure } from '../../writer-failure.ts';

/** A server that says nothing for this long in the middle of a reply has stalled. */
const STALLED_AFTER_MS = 10_000;

/**
 * A signal that aborts a request when the asker stops, when its time is up, or when the reply stalls; `beat` says that
 * something came. `stop` must be called at the end.
 */
export function watchStream({ signal, deadline }: { signal?: AbortSignal; deadline: AbortSignal }): {
  signal: AbortSignal;
  beat(): void;
  stop(): void;
} {
  const stalled = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  return {
    signal: AbortSignal.any([stalled.signal, deadline, ...(signal ? [signal] : [])]),
    beat() {
      clearTimeout(timer);
      timer = setTimeout(() => stalled.abort(new WriterFailure('timed-out')), STALLED_AFTER_MS);
    },
    stop: () => clearTimeout(timer),
  };
}
