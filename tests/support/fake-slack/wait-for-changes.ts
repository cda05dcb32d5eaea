/** Only what hangs takes so long, on however busy a machine. */
const HANGS_MS = 120_000;

/** Lets tests wait for what they expect instead of for a time: every change asks again. */
export function waitForChanges() {
  const watchers = new Set<() => void>();
  return {
    changed(): void {
      for (const watch of [...watchers]) watch();
    },
    /** The first truthy value of `probe`; after `timeoutMs` it throws, naming what was waited for. */
    eventually<Value>(
      probe: () => Value | undefined | null | false | 0 | '',
      { timeoutMs = HANGS_MS, what = String(probe) }: { timeoutMs?: number; what?: string } = {},
    ): Promise<Value> {
      return new Promise((resolve, reject) => {
        const end = (settle: () => void) => {
          clearTimeout(timer);
          clearInterval(poll);
          watchers.delete(watch);
          settle();
        };
        const watch = () => {
          try {
            const value = probe();
            if (value) end(() => resolve(value));
          } catch (error) {
            end(() => reject(error));
          }
        };
        const timer = setTimeout(() => end(() => reject(new Error(`Waited in vain for ${what}`))), timeoutMs);
        // What the bot does outside of Slack, its own desk say, changes nothing here.
        const poll = setInterval(watch, 25);
        watchers.add(watch);
        watch();
      });
    },
  };
}
