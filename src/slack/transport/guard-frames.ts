import type { Log } from '../../log.ts';
import { type SocketClient, tearDown } from './keep-connected.ts';

/**
 * Stands between the socket and the client's reading of its frames: a frame that the client cannot read must not end
 * the process, an event without an inner event (app_rate_limited comes so) is still acknowledged, and a socket that
 * Slack wants closed does not linger. Gives back a function that tells why Slack last asked for a closing.
 */
export function guardFrames(client: SocketClient, log: Log): () => string | undefined {
  const readers = client.listeners('ws_message');
  let reason: string | undefined;
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: unknown, isBinary: boolean) => {
    const frame = isBinary || typeof data !== 'string' ? undefined : parseFrame(data);
    if (!frame) return log.warn('A frame that is none was passed over');
    if (frame.type === 'hello') reason = undefined;
    if (frame.type === 'disconnect') {
      reason = typeof frame.reason === 'string' ? frame.reason : 'unknown';
      log.info('Slack closes the connection', { reason });
      void tearDown(client);
      return;
    }
    const whole = JSON.stringify(withEvent(frame));
    for (const read of readers) {
      Promise.resolve(read(whole, false)).catch((error: unknown) => {
        log.fault('A frame could not be read', error, { type: String(frame.type) });
      });
    }
  });
  return () => reason;
}

type Frame = Record<string, unknown>;

function parseFrame(data: string): Frame | undefined {
  try {
    const value: unknown = JSON.parse(data);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The client reads `payload.event.type` of every events_api frame. */
function withEvent(frame: Frame): Frame {
  if (frame.type !== 'events_api') return frame;
  const payload = isRecord(frame.payload) ? frame.payload : {};
  if (isRecord(payload.event) && typeof payload.event.type === 'string') return frame;
  const type = typeof payload.type === 'string' ? payload.type : 'unknown';
  return { ...frame, payload: { ...payload, event: { type } } };
}

function isRecord(value: unknown): value is Frame {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
