import { SocketModeReceiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { Log } from '../../log.ts';
import { badAppToken } from '../calls/bad-token.ts';
import { boltLogger } from './bolt-logger.ts';
import { guardFrames } from './guard-frames.ts';
import { keepConnected, tearDown } from './keep-connected.ts';
import type { Transport } from './transport.ts';

/** A few seconds without a pong may be a busy moment of this process; more are a dead line. */
const PONG_TIMEOUT_MS = 10_000;
/** Slack pings every few seconds. */
const PING_TIMEOUT_MS = 30_000;
export type SocketOptions = {
  appToken: string;
  /** A new object: the client changes it. */
  clientOptions: WebClientOptions;
  log: Log;
  onChange(isConnected: boolean): void;
};

/** Socket Mode: the bot dials out, so that nothing has to reach the machine it runs on. */
export function openSocket({ appToken, clientOptions, log, onChange }: SocketOptions): Transport {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: boltLogger(log),
    installerOptions: { clientOptions },
    autoReconnectEnabled: false,
    clientPingTimeout: PONG_TIMEOUT_MS,
    serverPingTimeout: PING_TIMEOUT_MS,
    processEventErrorHandler: async () => false,
  });
  const { client } = receiver;
  const stopped = new AbortController();
  const lastReason = guardFrames(client, log);
  let kept: Promise<void> = Promise.resolve();
  return {
    kind: 'socket',
    receiver,
    async start() {
      const first = new Promise<void>((resolve) => client.once('connected', () => resolve()));
      kept = keepConnected({ client, log, stopped: stopped.signal, lastReason, onChange });
      await Promise.race([first, kept]).catch((error: unknown) => {
        throw badAppToken(error);
      });
    },
    async stop() {
      stopped.abort();
      await tearDown(client);
      await Promise.race([kept, new Promise((resolve) => setTimeout(resolve, 200).unref())]);
    },
  };
}
