import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { HTTPReceiver } from '@slack/bolt';
import { AppError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { pause } from '../calls/patient-fetch.ts';
import { boltLogger } from './bolt-logger.ts';
import { answerHealth, type ReadHealth } from './serve-health.ts';
import type { Transport } from './transport.ts';

/** One address for events, commands and presses, as the manifest has it. */
const ENDPOINT = '/slack/events';
/** Nothing that Slack sends comes near it; what is larger is refused with 413. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;
/** So long the rest of a body that is too large is read and thrown away. */
const LINGER_MS = 10_000;
/** Connections that are kept open for another request are cut off after this. */
const CLOSE_MS = 1_500;

export type HttpOptions = {
  signingSecret: string;
  port: number;
  log: Log;
  readHealth: ReadHealth;
  onChange(isConnected: boolean): void;
};

/** HTTP: Slack calls the bot, with a signature that is checked. The same server tells the bot's health. */
export function openHttp({ signingSecret, port, log, readHealth, onChange }: HttpOptions): Transport {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: [ENDPOINT],
    bodyLimit: MAX_BODY_BYTES,
    customRoutes: [{ path: '/health', method: ['GET'], handler: (_, response) => answerHealth(response, readHealth) }],
    logger: boltLogger(log),
    dispatchErrorHandler: ({ response }) => {
      response.writeHead(404).end();
    },
    processEventErrorHandler: async ({ response }) => {
      // Slack sends it again.
      if (!response.headersSent) response.writeHead(500).end();
      return false;
    },
  });
  prepareRequests(receiver);
  let server: Server | undefined;
  return {
    kind: 'http',
    receiver,
    async start() {
      try {
        server = (await receiver.start(port)) as Server;
      } catch (cause) {
        throw new AppError('unavailable', `Cannot listen on port ${port}: ${reasonOf(cause)}`, cause);
      }
      onChange(true);
      log.info('Listening for Slack', { port: portOf(server) });
    },
    port: () => (server ? portOf(server) : undefined),
    async stop() {
      onChange(false);
      const closing = server;
      if (!closing) return;
      const closed = new Promise<void>((resolve) => closing.close(() => resolve()));
      closing.closeIdleConnections();
      await Promise.race([closed, pause(CLOSE_MS)]);
      closing.closeAllConnections();
    },
  };
}

const FORM = 'application/x-www-form-urlencoded';

/** Bolt takes forms without a charset alone, and a proxy on the way may add one. */
function prepareRequests(receiver: HTTPReceiver): void {
  const listen = receiver.requestListener;
  receiver.requestListener = (request, response) => {
    if (Number(request.headers['content-length']) > MAX_BODY_BYTES) return refuseLarge(request, response);
    const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
    if (type === FORM) request.headers['content-type'] = FORM;
    return listen(request, response);
  };
}

/**
 * Bolt would leave the rest of the body unread: on a connection that is kept, the next request would be stuck in it; on
 * one that is closed, whoever still sends might never see the answer. So it is read to its end before the answer.
 */
function refuseLarge(request: IncomingMessage, response: ServerResponse): void {
  const refuse = () => {
    clearTimeout(timer);
    if (!response.headersSent) response.writeHead(413, { connection: 'close' }).end();
  };
  const timer = setTimeout(refuse, LINGER_MS);
  request.once('end', refuse).once('close', refuse).resume();
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'EADDRINUSE') return 'another program listens there';
  if (code === 'EACCES') return 'this user may not';
  return cause instanceof Error ? cause.message : 'it failed';
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
