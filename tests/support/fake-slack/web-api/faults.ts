import type { Json } from '../blocks/check-blocks.ts';

/** What goes wrong with a call. `done`: Slack has carried it out all the same, only its answer is lost. */
export type FaultKind =
  | { kind: 'error'; error: string; fields?: Json }
  | { kind: 'status'; status: number }
  | { kind: 'rate-limited'; retryAfterSeconds: number }
  | { kind: 'reset'; done?: boolean }
  | { kind: 'hang'; done?: boolean }
  /** Carried out and answered when `remove` lets go of it. */
  | { kind: 'held' }
  | { kind: 'slow'; ms: number }
  | { kind: 'garbage'; done?: boolean };

/** Which calls it strikes: those of `method` that `when` admits, `times` times (default once). */
export type Fault = FaultKind & { method: string; times?: number; when?: (args: Json) => boolean };

export type ArmedFault = {
  readonly hits: number;
  /** It strikes no more, and what it held goes on. */
  remove(): void;
};

/** A fault on the call it struck; `released` when it is taken away. */
export type StruckFault = FaultKind & { released: Promise<void> };

/** The faults that wait for their calls; the one armed first strikes first. */
export function openFaults() {
  const armed: (Fault & { left: number; hits: number; released: Promise<void>; release(): void })[] = [];
  return {
    add(fault: Fault): ArmedFault {
      let release = () => {};
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      const entry = { ...fault, left: fault.times ?? 1, hits: 0, released, release };
      armed.push(entry);
      return {
        get hits() {
          return entry.hits;
        },
        remove: () => {
          entry.left = 0;
          release();
        },
      };
    },
    /** Nothing goes wrong any more. */
    clear(): void {
      for (const entry of armed) {
        entry.left = 0;
        entry.release();
      }
    },
    strike(method: string, args: Json): StruckFault | undefined {
      const fault = armed.find((one) => one.left > 0 && one.method === method && (one.when?.(args) ?? true));
      if (!fault) return undefined;
      fault.left -= 1;
      fault.hits += 1;
      return fault;
    },
  };
}
