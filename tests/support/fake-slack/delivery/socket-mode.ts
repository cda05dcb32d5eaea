import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Json } from '../blocks/check-blocks.ts';
import { APP_ID } from '../state/workspace.ts';
import type { Attempt, Carrier, Delivery } from './deliver.ts';

type Connection = { id: number; socket: WebSocket };
type Waiting = { attempt: Attempt; done(attempt: Attempt): void };

/** Why Slack ends a connection. */
export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';

export type SocketMode = ReturnType<typeof openSocketMode>;

const ENVELOPE_TYPES = { event: 'events_api', command: 'slash_commands', interactive: 'interactive' } as const;
/** Slack lets an app have ten. */
const MAX_CONNECTIONS = 10;

type Settings = { ackTimeoutMs: number; pingMs: number; changed(): void };

/** Socket Mode: each envelope goes to any one of the app's connections; while there is none, it waits for one. */
export function openSocketMode(server: Server, { ackTimeoutMs, pingMs, changed }: Settings) {
  const sockets = new WebSocketServer({ noServer: true });
  const connections: Connection[] = [];
  const waiting = new Map<string, Waiting>();
  const acks: { envelopeId: string; connection: number; frame: Json; at: number }[] = [];
  const tickets = new Set<string>();
  let arrivals: (() => void)[] = [];
  let opened = 0;
  let silent = false;
  let turn = 0;

  server.on('upgrade', (request, stream, head) => {
    const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
    if (!tickets.delete(ticket)) return void stream.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
    sockets.handleUpgrade(request, stream, head, (socket) => greet(socket));
  });

  function greet(socket: WebSocket): void {
    opened += 1;
    const connection = { id: opened, socket };
    if (connections.length >= MAX_CONNECTIONS) {
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets' }));
      socket.close();
      return;
    }
    connections.push(connection);
    const heartbeat = setInterval(() => socket.ping('Ping from Slack'), pingMs);
    socket.on('message', (data) => takeFrame(String(data), connection));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearInterval(heartbeat);
      connections.splice(connections.indexOf(connection), 1);
      giveUp(connection);
      changed();
    });
    const about = { debug_info: { host: 'applink-fake', build_number: 1, approximate_connection_time: 18_060 } };
    const hello = { type: 'hello', num_connections: connections.length, connection_info: { app_id: APP_ID } };
    socket.send(JSON.stringify({ ...hello, ...about }));
    const waited = arrivals;
    arrivals = [];
    for (const arrive of waited) arrive();
    changed();
  }

  function takeFrame(text: string, { id }: Connection): void {
    const frame = JSON.parse(text) as Json;
    const envelopeId = String(frame.envelope_id ?? '');
    acks.push({ envelopeId, connection: id, frame, at: Date.now() });
    const one = waiting.get(envelopeId);
    waiting.delete(envelopeId);
    const payload = typeof frame.payload === 'object' && frame.payload ? { payload: frame.payload as Json } : {};
    one?.done({ ...one.attempt, answeredAt: Date.now(), ...payload });
    changed();
  }

  /** What a closed connection owed an answer for is tried elsewhere. */
  function giveUp({ id }: Connection): void {
    for (const [envelopeId, one] of waiting) {
      if (one.attempt.connection !== id) continue;
      waiting.delete(envelopeId);
      one.done(one.attempt);
    }
  }

  const carry: Carrier = async (delivery, { retry, reason }) => {
    while (connections.length === 0) await new Promise<void>((resolve) => arrivals.push(resolve));
    turn += 1;
    const connection = connections[turn % connections.length];
    if (!connection) throw new Error('No connection');
    const envelopeId = randomUUID();
    const attempt: Attempt = { at: Date.now(), retry, envelopeId, connection: connection.id };
    return new Promise((done) => {
      const timer = setTimeout(() => {
        waiting.delete(envelopeId);
        done(attempt);
      }, ackTimeoutMs);
      const settle = (settled: Attempt) => {
        clearTimeout(timer);
        done(settled);
      };
      waiting.set(envelopeId, { attempt, done: settle });
      if (!silent) connection.socket.send(JSON.stringify(envelope(delivery, { envelopeId, retry, reason })));
    });
  };

  return {
    carry,
    connections,
    acks,
    /** The address for one connection. */
    ticketUrl(port: number): string {
      const ticket = randomUUID();
      tickets.add(ticket);
      return `ws://127.0.0.1:${port}/link/?ticket=${ticket}&app_id=${APP_ID}`;
    },
    /** How many connections there ever were. */
    opened: () => opened,
    /** Ends all connections as Slack does: it says why and, but for a warning, closes them itself a moment later. */
    disconnect(reason: DisconnectReason): void {
      for (const { socket } of [...connections]) {
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-fake' } }));
        if (reason !== 'warning') setTimeout(() => socket.close(), 20);
      }
    },
    /** Cuts all connections without a word. */
    drop(): void {
      for (const { socket } of [...connections]) socket.terminate();
    },
    /** A frame as it is: broken, binary, or an envelope nobody expects. */
    sendRaw(frame: string | Buffer): void {
      for (const { socket } of connections) socket.send(frame);
    },
    /** Envelopes get lost on their way until it is ended: nothing arrives, so nothing is acknowledged. */
    lose(lost: boolean): void {
      silent = lost;
    },
    close(): void {
      for (const { socket } of [...connections]) socket.terminate();
      sockets.close();
    },
  };
}

type Envelope = { envelopeId: string; retry: number; reason: string };

function envelope({ kind, payload }: Delivery, { envelopeId, retry, reason }: Envelope): Json {
  const type = ENVELOPE_TYPES[kind];
  const common = { envelope_id: envelopeId, payload, type, accepts_response_payload: kind !== 'event' };
  return kind === 'event' ? { ...common, retry_attempt: retry, retry_reason: reason } : common;
}
