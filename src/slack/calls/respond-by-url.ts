import { AppError } from '../../errors.ts';
import type { Message } from '../messenger.ts';
import { pause } from './patient-fetch.ts';

const ATTEMPTS = 3;
const FIRST_REPEAT_MS = 500;
/** What was said can be looked for nowhere, so Slack's answer is waited for longer than elsewhere. */
const TIMEOUT_MS = 30_000;
/** Where Slack takes such answers. */
const SLACK_HOST = 'hooks.slack.com';
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

export type RespondOptions = {
  url: string;
  replace: boolean;
  apiUrl?: string;
  signal?: AbortSignal;
};

/**
 * Answers a command or a press at its response_url, seen by that member alone. An answer that replaces another can be
 * said again without harm; one that stands for itself is said again only if Slack refused it, never after a time-out.
 * Throws AppError `not-found` when the address has had its time or its five uses.
 */
export async function respondByUrl({ text, blocks }: Message, options: RespondOptions): Promise<void> {
  const { url, replace, signal } = options;
  checkAddress(options);
  const body = JSON.stringify({
    text,
    blocks,
    response_type: 'ephemeral',
    replace_original: replace,
    unfurl_links: false,
    unfurl_media: false,
  });
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await attemptOnce(url, body, signal);
    if (outcome.kind === 'done') return;
    if (outcome.kind === 'gone') throw new AppError('not-found', `Cannot answer a command: ${outcome.reason}`);
    const mayRepeat = outcome.kind === 'refused' || replace;
    if (!mayRepeat || attempt === ATTEMPTS)
      throw new AppError('unavailable', `Cannot answer a command: ${outcome.reason}`);
    await pause(Math.max(outcome.waitMs, FIRST_REPEAT_MS * 2 ** (attempt - 1)), signal);
  }
}

type Outcome =
  | { kind: 'done' }
  | { kind: 'gone'; reason: string }
  /** `refused`: nothing was said; `unsure`: it may have been. */
  | { kind: 'refused' | 'unsure'; reason: string; waitMs: number };

async function attemptOnce(url: string, body: string, stop: AbortSignal | undefined): Promise<Outcome> {
  try {
    const signal = AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), ...(stop ? [stop] : [])]);
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' });
    const answer = (await response.text()).slice(0, 200);
    if (response.ok) return { kind: 'done' };
    const reason = `Slack says ${response.status}`;
    if (response.status === 429) {
      const seconds = Number.parseInt(response.headers.get('retry-after') ?? '1', 10);
      return { kind: 'refused', reason, waitMs: (seconds || 1) * 1000 };
    }
    if (response.status >= 500) return { kind: 'unsure', reason, waitMs: 0 };
    return { kind: 'gone', reason: `${reason}${/used_url|expired_url/.test(answer) ? ', its time is over' : ''}` };
  } catch (error) {
    stop?.throwIfAborted();
    return { kind: 'unsure', reason: error instanceof Error ? error.name : 'no connection', waitMs: 0 };
  }
}

/** A payload is only as good as its signature; what it names must still be Slack, or the server put in its place. */
function checkAddress({ url, apiUrl }: RespondOptions): void {
  const host = URL.canParse(url) ? new URL(url) : undefined;
  const own = apiUrl === undefined ? undefined : new URL(apiUrl).hostname;
  const isSlack = host?.protocol === 'https:' && host.hostname === SLACK_HOST;
  const isOwn = host !== undefined && own !== undefined && (host.hostname === own || bothLoopback(host.hostname, own));
  if (!isSlack && !isOwn) throw new AppError('forbidden', 'Cannot answer a command: its address is not one of Slack');
}

function bothLoopback(one: string, other: string): boolean {
  return LOOPBACK.test(one) && LOOPBACK.test(other);
}
