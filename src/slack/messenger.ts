import type { KnownBlock } from '@slack/types';

/** What is said in Slack: `text` is whole, for notifications and screen readers; both are already escaped. */
export type Message = { text: string; blocks: KnownBlock[] };

/** Where a message stands. */
export type Posted = { ts: string; channel: string };

/** A message's place. With `user` it is ephemeral, seen by that member alone. */
export type Target = { team: string; channel: string; thread?: string; user?: string };

/**
 * Speaks to Slack so that nothing is said twice: `key` names one message of one job, and a message whose post timed out
 * or was cut off by a restart is first looked for. Obeys Slack's limits method by method. Throws an `AppError` whose
 * code says what to do: `forbidden` (not in the channel, archived, revoked), `not-found` (the message is gone),
 * `unavailable` (try again later).
 */
export interface Messenger {
  /** Where it stands: `channel` is that of the direct message where `to` names a member, as far as Slack says so. */
  post(message: Message, options: { to: Target; key: string; signal?: AbortSignal }): Promise<Posted>;
  update(message: Message, options: { to: Target; ts: string }): Promise<void>;
  /**
   * "Reading minutes of 12 September …"; an empty text clears it. False where Slack shows none, which is no failure: a
   * status is no answer. Never throws.
   */
  setStatus(text: string, options: { to: Target }): Promise<boolean>;
  /** Answers a command or action by its response_url; `replace` puts it in place of the message pressed. */
  respond(message: Message, options: { url: string; replace?: boolean; signal?: AbortSignal }): Promise<void>;
}
