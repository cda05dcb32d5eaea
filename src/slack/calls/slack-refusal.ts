import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { AppError, type AppErrorCode } from '../../errors.ts';

/** The bot has no right to be in this workspace any more; nothing can be said until somebody installs it anew. */
const REVOKED = new Set([
  'token_revoked',
  'account_inactive',
  'invalid_auth',
  'not_authed',
  'token_expired',
  'app_uninstalled',
  'team_disabled',
  'user_removed_from_team',
]);
/** Here the bot may not speak, and trying again changes nothing. */
const CLOSED = new Set([
  'is_archived',
  'is_inactive',
  'not_in_channel',
  'channel_not_found',
  'user_not_in_channel',
  'user_not_found',
  'cannot_dm_bot',
  'cannot_reply_to_message',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'restricted_action_thread_locked',
  'restricted_action_non_threadable_channel',
  'access_denied',
  'missing_scope',
  'no_permission',
  'ekm_access_denied',
  'messages_tab_disabled',
  'team_access_not_granted',
]);
/** What is spoken of is not there any more. */
const GONE = new Set(['message_not_found', 'thread_not_found', 'cant_update_message', 'edit_window_closed']);
/** Slack's own faults, after which a message may or may not stand. */
const UNSURE = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout']);

/**
 * What came of a call that failed: `revoked` and `closed` for good, `gone`, `busy` (nothing was done, try later),
 * `unsure` (it may have been done), or `fault`: Slack does not take what the program sent.
 */
export type Refusal = { kind: 'revoked' | 'closed' | 'gone' | 'busy' | 'unsure' | 'fault'; error: string };

/** Reads what a Web API client has thrown. */
export function readRefusal(thrown: unknown): Refusal {
  if (thrown instanceof WebAPIRateLimitedError) return { kind: 'busy', error: 'ratelimited' };
  // A time-out, a broken line, a status of 500: the library has a class for each, and none says what was done.
  if (!(thrown instanceof WebAPIPlatformError)) return { kind: 'unsure', error: nameOf(thrown) };
  const { error } = thrown.data;
  // The library passes on whatever a broken server or a proxy says in place of Slack's answer.
  if (!/^[a-z][a-z0-9_]{0,80}$/.test(error)) return { kind: 'unsure', error: 'no_answer_of_slack' };
  if (REVOKED.has(error)) return { kind: 'revoked', error };
  if (CLOSED.has(error)) return { kind: 'closed', error };
  if (GONE.has(error)) return { kind: 'gone', error };
  if (error === 'ratelimited' || error === 'rate_limited') return { kind: 'busy', error };
  return { kind: UNSURE.has(error) ? 'unsure' : 'fault', error };
}

const CODES: Record<Refusal['kind'], AppErrorCode> = {
  revoked: 'forbidden',
  closed: 'forbidden',
  gone: 'not-found',
  busy: 'unavailable',
  unsure: 'unavailable',
  fault: 'internal',
};

/** The AppError for a call that failed: `tried` says what was tried, "Cannot post in C1". */
export function asAppError(tried: string, thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const { kind, error } = readRefusal(thrown);
  return new AppError(CODES[kind], `${tried}: Slack says "${error}"`, thrown);
}

/** What Slack refused, if that is what an AppError is about. */
export function refusalBehind(error: unknown): Refusal | undefined {
  if (!(error instanceof AppError) || !(error.cause instanceof WebAPIPlatformError)) return undefined;
  return readRefusal(error.cause);
}

function nameOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'unknown';
  return 'statusCode' in thrown ? `HTTP ${String(thrown.statusCode)}` : thrown.message.slice(0, 100);
}
