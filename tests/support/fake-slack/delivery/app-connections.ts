import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { APP_ID } from '../state/workspace.ts';

/** One of the app's WebSockets; numbered from 1. */
export type Connection = { id: number; socket: WebSocket };

/** Slack lets an app have ten. */
const MAX_CONNECTIONS = 10;

type Listeners = {
  pingMs: number;
  sparse: boolean;
  onFrame(text: string, connection: number): void;
  onChange(closed?: number): void;
};

/** The app's WebSockets: one for each ticket, greeted and pinged as Slack does. */
export function openAppConnections(server: Server, { pingMs, sparse, onFrame, onChange }: Listeners) {
  const sockets = new WebSocketServer({ noServer: true });
  const connections: Connection[] = [];
  const tickets = new Set<string>();
  let opened = 0;
  server.on('upgrade', (request, stream, head) => {
    const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
    if (!tickets.delete(ticket)) {
      stream.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, stream, head, greet);
  });

  function greet(socket: WebSocket): void {
    if (connections.length >= MAX_CONNECTIONS) {
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets' }));
      socket.close();
      return;
    }
    opened += 1;
    const id = opened;
    connections.push({ id, socket });
    const heartbeat = setInterval(() => socket.ping('Ping from Slack'), pingMs);
    socket.on('message', (data) => onFrame(String(data), id));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearInterval(heartbeat);
      connections.splice(
        connections.findIndex((one) => one.id === id),
        1,
      );
      onChange(id);
    });
    const about = { debug_info: { host: 'applink-fake', build_number: 1, approximate_connection_time: 18_060 } };
    const hello = { type: 'hello', num_connections: connections.length, connection_info: { app_id: APP_ID } };
    socket.send(JSON.stringify(sparse ? { type: 'hello' } : { ...hello, ...about }));
    onChange();
  }

  return {
    connections,
    /** How many there ever were. */
    opened: () => opened,
    /** The address for one connection. */
    ticketUrl(port: number): string {
      const ticket = randomUUID();
      tickets.add(ticket);
      return `ws://127.0.0.1:${port}/link/?ticket=${ticket}&app_id=${APP_ID}`;
    },
    close(): void {
      for (const { socket } of [...connections]) socket.terminate();
      sockets.close();
    },
  };
}
