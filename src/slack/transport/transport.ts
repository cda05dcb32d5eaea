import type { Receiver } from '@slack/bolt';

/** How Slack's payloads come in: one of two, alike to all else. */
export type Transport = {
  kind: 'socket' | 'http';
  /** The port that HTTP is served on, once started. */
  port?(): number | undefined;
  /** For Bolt. */
  receiver: Receiver;
  /** Begins to take things in. Throws AppError `invalid` if Slack does not accept the token, `unavailable` if the port is taken. */
  start(): Promise<void>;
  /** Takes nothing more in; resolves within two seconds. */
  stop(): Promise<void>;
};
