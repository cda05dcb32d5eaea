import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Json } from '../blocks/check-blocks.ts';
import { sparsePayload } from '../web-api/sparse.ts';

export type DeliveryKind = 'event' | 'command' | 'interactive';

/** One try to bring something to the app; without `answeredAt` it was never acknowledged. Times in ms since 1970. */
export type Attempt = {
  at: number;
  answeredAt?: number;
  retry: number;
  envelopeId?: string;
  connection?: number;
  status?: number;
  /** What the acknowledgement carried. */
  payload?: Json;
  /** The app asked not to be tried again. */
  final?: boolean;
};

/** Something Slack tells the app, with all its tries. `settled` ends when it is acknowledged or given up. */
export type Delivery = {
  kind: DeliveryKind;
  payload: Json;
  attempts: Attempt[];
  settled: Promise<Attempt | undefined>;
};

/** A way to the app: Socket Mode or HTTP. Resolves when acknowledged, refused or too late. */
export type Carrier = (delivery: Delivery, options: { retry: number; reason: string }) => Promise<Attempt>;

/** Slack tries an event again at once, after a minute and after five; nothing else is tried again. */
const RETRY_WAITS_MS = [0, 60_000, 300_000];

export type Deliverer = ReturnType<typeof openDeliverer>;

type Settings = { clockFactor: number; sparse: boolean; changed(): void };

/** Brings things to the app by the carrier that is in force, and keeps what became of them. */
export function openDeliverer({ clockFactor, sparse, changed }: Settings) {
  const deliveries: Delivery[] = [];
  const stop = new AbortController();
  // Every delivery on its way listens to it; more than ten at a time are no leak.
  setMaxListeners(0, stop.signal);
  let carrier: Carrier | undefined;
  const attempt = async (delivery: Delivery, retry: number): Promise<Attempt> => {
    if (!carrier) throw new Error('The fake Slack has no way to the app');
    const reason = retry === 0 ? '' : delivery.attempts.at(-1)?.status ? 'http_error' : 'timeout';
    const tried = await carrier(delivery, { retry, reason });
    delivery.attempts.push(tried);
    changed();
    return tried;
  };
  const run = async (delivery: Delivery): Promise<Attempt | undefined> => {
    const waits = delivery.kind === 'event' ? RETRY_WAITS_MS : [];
    for (const [retry, wait] of [0, ...waits].entries()) {
      await sleep(wait * clockFactor, undefined, { signal: stop.signal });
      const tried = await attempt(delivery, retry);
      if (tried.answeredAt !== undefined && isTaken(tried)) return tried;
      if (tried.final) return undefined;
    }
    return undefined;
  };
  return {
    deliveries,
    use(one: Carrier): void {
      carrier = one;
    },
    deliver(kind: DeliveryKind, told: Json): Delivery {
      const payload = sparse ? sparsePayload(told) : told;
      const delivery: Delivery = { kind, payload, attempts: [], settled: Promise.resolve(undefined) };
      deliveries.push(delivery);
      delivery.settled = run(delivery).catch((error: unknown) => {
        if (stop.signal.aborted) return undefined;
        throw error;
      });
      return delivery;
    },
    /** The same thing once more, as Slack does minutes later though it was acknowledged: same event id. */
    async repeat(delivery: Delivery, retry = 1): Promise<Attempt> {
      return attempt(delivery, retry);
    },
    close(): void {
      stop.abort();
    },
  };
}

function isTaken({ status = 200 }: Attempt): boolean {
  return status >= 200 && status < 300;
}
