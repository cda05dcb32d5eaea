import type { SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../log.ts';
import { pause } from '../calls/patient-fetch.ts';
import { readRefusal } from '../calls/slack-refusal.ts';

/** After `connect` Slack says hello within a second or so. */
const HELLO_MS = 15_000;
/** A socket that Slack has asked to close closes by itself within this time, or is torn down. */
const CLOSE_MS = 1_500;
/** A connection that lasted so long was a good one: the next is opened at once, and not ever later. */
const GOOD_MS = 1_000;
const FIRST_RETRY_MS = 250;
const MAX_RETRY_MS = 8_000;
/** Slack's word that it only wants the connection made anew. */
const RENEWALS = new Set(['refresh_requested', 'warning']);
/** Slack's word that too many connections are open or the app's Socket Mode is off: no use to hurry. */
const UNWELCOME = new Set(['too_many_websockets', 'link_disabled']);
const UNWELCOME_RETRY_MS = 2_000;

/** Slack's answers that no waiting mends. */
const BAD_TOKEN = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'missing_scope',
  'not_allowed_token_type',
  'no_permission',
]);

export type SocketClient = SocketModeReceiver['client'];

export type KeepConnectedOptions = {
  client: SocketClient;
  log: Log;
  /** Aborted when the bot stops. */
  stopped: AbortSignal;
  /** Why Slack asked for the last closing. */
  lastReason(): string | undefined;
  onChange(isConnected: boolean): void;
};

/**
 * Keeps a Socket Mode connection open until `stopped`: the client's own way of reconnecting waits five seconds after
 * each of Slack's refreshes and ends the process when Slack's answer is an error. Rejects only if the very first
 * connection is refused because of the token, which no waiting mends.
 */
export async function keepConnected(options: KeepConnectedOptions): Promise<void> {
  const { client, log, stopped, lastReason, onChange } = options;
  let failures = 0;
  let told = '';
  let hasConnected = false;
  while (!stopped.aborted) {
    const openedAt = Date.now();
    let noteClosed = () => {};
    const closed = new Promise<void>((resolve) => {
      noteClosed = () => resolve();
    });
    client.once('disconnected', noteClosed);
    try {
      await connect(client);
      told = '';
      hasConnected = true;
      onChange(true);
      await closed;
      const wasGood = Date.now() - openedAt >= GOOD_MS || RENEWALS.has(lastReason() ?? '');
      failures = wasGood ? 0 : failures + 1;
    } catch (error) {
      const why = readRefusal(error).error;
      if (!hasConnected && BAD_TOKEN.has(why)) throw error;
      failures += 1;
      if (why !== told) log.warn('Slack refuses the connection; trying on', { error: why });
      told = why;
    }
    // One that was never opened is never closed.
    client.off('disconnected', noteClosed);
    onChange(false);
    await pause(delayAfter(failures, lastReason()), stopped).catch(() => undefined);
  }
}

async function connect(client: SocketClient): Promise<void> {
  const timer = setTimeout(() => void tearDown(client), HELLO_MS);
  try {
    await client.start();
  } finally {
    clearTimeout(timer);
  }
}

/** Closes the socket. A peer that never answers the closing is cut off: a second call does not wait for it. */
export async function tearDown(client: SocketClient): Promise<void> {
  const closed = client.disconnect();
  const timer = setTimeout(() => void client.disconnect(), CLOSE_MS / 2);
  await Promise.race([closed, pause(CLOSE_MS)]).finally(() => clearTimeout(timer));
}

function delayAfter(failures: number, reason: string | undefined): number {
  const first = reason !== undefined && UNWELCOME.has(reason) ? UNWELCOME_RETRY_MS : FIRST_RETRY_MS;
  if (failures === 0 && first === FIRST_RETRY_MS) return 0;
  return Math.min(MAX_RETRY_MS, first * 1.7 ** Math.max(0, failures - 1)) * (0.75 + Math.random() / 2);
}
