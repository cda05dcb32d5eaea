import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { Json } from '../blocks/check-blocks.ts';
import { type Connection, openAppConnections } from './app-connections.ts';
import type { Attempt, Carrier, Delivery } from './deliver.ts';
import { openPendingAcks } from './pending-acks.ts';

/** Why Slack ends a connection. */
export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';

const ENVELOPE_TYPES = { event: 'events_api', command: 'slash_commands', interactive: 'interactive' } as const;
/** Slack closes a connection itself a moment after it has said that it will. */
const CLOSE_AFTER_MS = 20;

type Settings = { ackTimeoutMs: number; pingMs: number; sparse: boolean; changed(): void };

/** Socket Mode: each envelope goes to any one of the app's connections; while there is none, it waits for one. */
export function openSocketMode(server: Server, { ackTimeoutMs, pingMs, sparse, changed }: Settings) {
  const acks = openPendingAcks(ackTimeoutMs);
  const connecting = openWaiting();
  let lost = false;
  let turn = 0;
  const app = openAppConnections(server, {
    pingMs,
    sparse,
    onFrame: (text, connection) => {
      acks.take(text, connection);
      changed();
    },
    onChange(closed) {
      if (closed !== undefined) acks.giveUp(closed);
      connecting.release();
      changed();
    },
  });
  const { connections } = app;

  const carry: Carrier = async (delivery, { retry, reason }) => {
    while (connections.length === 0) await connecting.wait();
    turn += 1;
    const connection = connections[turn % connections.length] as Connection;
    const envelopeId = randomUUID();
    const attempt: Attempt = { at: Date.now(), retry, envelopeId, connection: connection.id };
    if (lost) return attempt;
    const acknowledged = acks.expect(envelopeId, attempt);
    connection.socket.send(JSON.stringify(envelope(delivery, { envelopeId, retry, reason, sparse })));
    return acknowledged;
  };

  return {
    carry,
    connections,
    /** Every frame the app sent. */
    acks: acks.frames,
    ticketUrl: app.ticketUrl,
    opened: app.opened,
    close: app.close,
    /** Ends all connections as Slack does: it says why and, but for a warning, closes them itself a moment later. */
    disconnect(reason: DisconnectReason): void {
      for (const connection of [...connections]) dismiss(connection, reason);
    },
    /** Cuts all connections without a word. */
    drop(): void {
      for (const { socket } of [...connections]) socket.terminate();
    },
    /** A frame as it is: broken, binary, or an envelope nobody expects. */
    sendRaw(frame: string | Buffer): void {
      for (const { socket } of connections) socket.send(frame);
    },
    /** Slack waits no longer for any acknowledgement that it has not yet. */
    expireAcks: acks.expire,
    /** Whether envelopes get lost on their way: nothing arrives, and Slack's time to wait is over at once. */
    lose(isLost: boolean): void {
      lost = isLost;
    },
  };
}

function openWaiting() {
  let waiters: (() => void)[] = [];
  return {
    wait: () => new Promise<void>((resolve) => waiters.push(resolve)),
    release(): void {
      const waited = waiters;
      waiters = [];
      for (const go of waited) go();
    },
  };
}

function dismiss({ socket }: Connection, reason: DisconnectReason): void {
  socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-fake' } }));
  if (reason !== 'warning') setTimeout(() => socket.close(), CLOSE_AFTER_MS);
}

type Envelope = { envelopeId: string; retry: number; reason: string; sparse: boolean };

function envelope({ kind, payload }: Delivery, { envelopeId, retry, reason, sparse }: Envelope): Json {
  const type = ENVELOPE_TYPES[kind];
  if (sparse) return { envelope_id: envelopeId, payload, type };
  const common = { envelope_id: envelopeId, payload, type, accepts_response_payload: kind !== 'event' };
  return kind === 'event' ? { ...common, retry_attempt: retry, retry_reason: reason } : common;
}
