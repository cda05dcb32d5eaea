import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { Log } from '../../log.ts';

/** How the bot is, as JSON; `isWell` is what the status says: 200 or 503. */
export type Health = {
  isWell: boolean;
  mode: 'socket' | 'http';
  connected: boolean;
  /** Since when it is connected, ISO 8601. */
  since: string | null;
  index: { loaded: boolean; papers: number; newestMeeting: string | null };
  /** When a question was last answered or declined, ISO 8601. */
  lastAnswer: string | null;
  openJobs: number;
  failedJobs: number;
  paused: boolean;
  /** What is amiss, in words without names and numbers of anybody. */
  problems: string[];
};
export type ReadHealth = () => Health;

/** Only this machine may ask in Socket Mode, where nothing else is served. */
const HOST = '127.0.0.1';

/** Answers a request for the bot's health. */
export function answerHealth(response: ServerResponse, readHealth: ReadHealth): void {
  const health = readHealth();
  response.writeHead(health.isWell ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(`${JSON.stringify(health)}\n`);
}

/** Serves GET /health on this machine. A port that is taken is told in the log; the bot goes on without. */
export async function serveHealth(
  port: number,
  { readHealth, log }: { readHealth: ReadHealth; log: Log },
): Promise<{ port: number | undefined; close(): void }> {
  const server = createServer((request, response) => {
    const isHealth =
      request.url?.split('?')[0] === '/health' && (request.method === 'GET' || request.method === 'HEAD');
    if (isHealth) answerHealth(response, readHealth);
    else response.writeHead(404).end();
  });
  let served: number | undefined;
  try {
    server.listen(port, HOST);
    await once(server, 'listening');
    const address = server.address();
    served = typeof address === 'object' && address ? address.port : port;
    log.info('Health is served', { port: served });
  } catch (error) {
    log.fault('Health is not served: the port cannot be had; set MINUTEBOOK_HEALTH_PORT', error, { port });
  }
  return {
    port: served,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
