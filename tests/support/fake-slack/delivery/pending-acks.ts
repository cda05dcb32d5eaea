import type { Json } from '../blocks/check-blocks.ts';
import type { Attempt } from './deliver.ts';

type Waiting = { attempt: Attempt; done(attempt: Attempt): void };

/** A frame the app sent, as it came; `at` in ms since 1970. */
export type AckFrame = { envelopeId: string; connection: number; frame: Json; at: number };

/** The envelopes that wait for the app's word, each for `ackTimeoutMs`. */
export function openPendingAcks(ackTimeoutMs: number) {
  const waiting = new Map<string, Waiting>();
  const frames: AckFrame[] = [];
  const settle = (envelopeId: string, end: (attempt: Attempt) => Attempt) => {
    const one = waiting.get(envelopeId);
    waiting.delete(envelopeId);
    one?.done(end(one.attempt));
  };
  return {
    frames,
    /** Resolves with the acknowledgement, or without one when it comes too late or the connection ends. */
    expect(envelopeId: string, attempt: Attempt): Promise<Attempt> {
      return new Promise((done) => {
        const timer = setTimeout(() => settle(envelopeId, (late) => late), ackTimeoutMs);
        waiting.set(envelopeId, {
          attempt,
          done: (settled) => {
            clearTimeout(timer);
            done(settled);
          },
        });
      });
    },
    take(text: string, connection: number): void {
      const frame = JSON.parse(text) as Json;
      const envelopeId = String(frame.envelope_id ?? '');
      frames.push({ envelopeId, connection, frame, at: Date.now() });
      const payload = typeof frame.payload === 'object' && frame.payload ? { payload: frame.payload as Json } : {};
      settle(envelopeId, (attempt) => ({ ...attempt, answeredAt: Date.now(), ...payload }));
    },
    /** For all that waits now, Slack's time is over. */
    expire(): void {
      for (const envelopeId of [...waiting.keys()]) settle(envelopeId, (late) => late);
    },
    /** What a closed connection owed an answer for is tried elsewhere. */
    giveUp(connection: number): void {
      const owed = [...waiting].filter(([, { attempt }]) => attempt.connection === connection);
      for (const [envelopeId] of owed) settle(envelopeId, (attempt) => attempt);
    },
  };
}
