import type { Log } from '../../log.ts';

/**
 * Methods that do their work again when called again. All others may be repeated after a failure whose outcome is not
 * known; these are for the caller to judge.
 */
const DONE_TWICE = new Set([
  'chat.postMessage',
  'chat.postEphemeral',
  'chat.startStream',
  'chat.appendStream',
  'chat.stopStream',
  'views.open',
  'views.push',
]);
/** Methods that nothing waits for: what is not streamed is posted, and a status that comes late is none. */
const NOT_WAITED_FOR = new Set(['chat.startStream', 'assistant.threads.setStatus']);
/** What one member alone sees can be looked for nowhere, so the answer is waited for longer before it counts as lost. */
const UNSEEN = new Set(['chat.postEphemeral']);
const UNSEEN_TIMES = 3;
const REPEATS = 2;
const FIRST_REPEAT_MS = 300;
/** Where Slack says "too often" and not for how long. */
const DEFAULT_RETRY_AFTER_S = 2;
/** Those that waited for the same limit do not all come back at one moment. */
const SPREAD_MS = 400;

/** Slack answers within a second or two; what takes longer than this is taken as lost. */
const TIMEOUT_MS = 10_000;
const MAX_WAIT_MS = 5 * 60_000;

export type PatientFetchOptions = {
  log: Log;
  /** For one attempt, its answer's body included. */
  timeoutMs?: number;
  /** How long all the waiting for Slack's limits may take for one call. */
  maxWaitMs?: number;
  /** Aborted when the bot stops: nothing waits any longer. */
  stopped: AbortSignal;
};

/**
 * A fetch for Slack's Web API. A 429 makes calls of that one method wait as long as Slack says, the others go on; what
 * would have to wait too long, or for what there is another way, is answered with 429 at once. A call that can be repeated
 * without harm is repeated after a failure of the line or the server.
 */
export function openPatientFetch(given: PatientFetchOptions): typeof globalThis.fetch {
  const options = { timeoutMs: TIMEOUT_MS, maxWaitMs: MAX_WAIT_MS, ...given };
  const freeAt = new Map<string, number>();
  return async (input, init) => {
    const method = methodOf(input);
    const giveUpAt = Date.now() + (NOT_WAITED_FOR.has(method) ? 0 : options.maxWaitMs);
    for (let failures = 0; ; ) {
      const free = freeAt.get(method) ?? 0;
      if (free > Math.max(giveUpAt, Date.now())) return tooMany(free - Date.now());
      await pause(free - Date.now(), options.stopped);
      const timeoutMs = options.timeoutMs * (UNSEEN.has(method) ? UNSEEN_TIMES : 1);
      const outcome = await attempt(input, init, { ...options, timeoutMs });
      if (outcome.kind === 'limited') {
        const readyAt = Date.now() + outcome.retryAfterS * 1000;
        freeAt.set(method, Math.max(readyAt, freeAt.get(method) ?? 0));
        options.log.warn('Slack asks to wait', { method, seconds: outcome.retryAfterS });
        if (readyAt > giveUpAt) return outcome.response;
        await pause(readyAt - Date.now() + Math.random() * SPREAD_MS, options.stopped);
        continue;
      }
      const isFailure = outcome.kind === 'failed' || outcome.response.status >= 500;
      if (isFailure && failures < REPEATS && !DONE_TWICE.has(method) && !options.stopped.aborted) {
        await pause(FIRST_REPEAT_MS * 4 ** failures * (0.75 + Math.random() / 2), options.stopped);
        failures += 1;
        continue;
      }
      if (outcome.kind === 'failed') throw outcome.error;
      return outcome.response;
    }
  };
}

/** What Slack would answer, without having been asked. */
function tooMany(ms: number): Response {
  const headers = { 'content-type': 'application/json', 'retry-after': String(Math.ceil(ms / 1000)) };
  return new Response(JSON.stringify({ ok: false, error: 'ratelimited' }), { status: 429, headers });
}

type Outcome =
  | { kind: 'answered'; response: Response }
  | { kind: 'limited'; response: Response; retryAfterS: number }
  | { kind: 'failed'; error: unknown };

type Attempt = { timeoutMs: number; stopped: AbortSignal };

type Input = Parameters<typeof globalThis.fetch>[0];

/** One attempt. The body is read here, so that the time-out holds for it too. */
async function attempt(input: Input, init: RequestInit | undefined, options: Attempt): Promise<Outcome> {
  try {
    const signals = [AbortSignal.timeout(options.timeoutMs), options.stopped, ...(init?.signal ? [init.signal] : [])];
    const answer = await fetch(input, { ...init, signal: AbortSignal.any(signals) });
    const body = await answer.arrayBuffer();
    const { status, statusText, headers } = answer;
    const response = new Response(isBodyless(status) ? null : body, { status, statusText, headers });
    if (status !== 429 && !saysRateLimited(body)) return { kind: 'answered', response };
    return { kind: 'limited', response, retryAfterS: readRetryAfter(headers) };
  } catch (error) {
    return { kind: 'failed', error };
  }
}

/** Statuses that a Response may not have a body with (Fetch standard, "null body status"). */
function isBodyless(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}

/** Some methods say it with status 200 and `"error":"ratelimited"`; such answers are short. */
function saysRateLimited(body: ArrayBuffer): boolean {
  if (body.byteLength > 500) return false;
  return /"error"\s*:\s*"rate_?limited"/.test(new TextDecoder().decode(body));
}

function readRetryAfter(headers: Headers): number {
  const seconds = Number.parseInt(headers.get('retry-after') ?? '', 10);
  return Number.isSafeInteger(seconds) && seconds >= 0 ? seconds : DEFAULT_RETRY_AFTER_S;
}

function methodOf(input: Input): string {
  const url = new URL(input instanceof Request ? input.url : input);
  return url.pathname.split('/').at(-1) ?? '';
}

/** Resolves after this time; rejects at once with the signal's reason when it is aborted. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    if (ms <= 0) return resolve();
    const end = () => {
      signal?.removeEventListener('abort', stop);
      resolve();
    };
    const timer = setTimeout(end, ms);
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', stop, { once: true });
  });
}
