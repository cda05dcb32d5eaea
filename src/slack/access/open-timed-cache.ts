export type TimedCache<T> = {
  /** The value under this key, loaded if it is not known or its time is over. What fails to load is not kept. */
  get(key: string): Promise<T>;
  /** Forgets a value, and one that is being loaded: what is asked after this is loaded after this. */
  drop(key: string): void;
  clear(): void;
};

export type TimedCacheOptions<T> = { keepMs: number; now(): number; load(key: string): Promise<T> };

/** At most so many values are kept: a workspace has more people than a committee's questions touch. */
const MAX_ENTRIES = 5_000;

/** Values by key, each kept for `keepMs` from when its loading began; several who ask at once wait for one loading. */
export function openTimedCache<T>({ keepMs, now, load }: TimedCacheOptions<T>): TimedCache<T> {
  const entries = new Map<string, { value: Promise<T>; since: number }>();
  return {
    get(key) {
      const known = entries.get(key);
      if (known && now() - known.since < keepMs) return known.value;
      const entry = { value: load(key), since: now() };
      entries.delete(key);
      entries.set(key, entry);
      for (const oldest of entries.keys()) {
        if (entries.size <= MAX_ENTRIES) break;
        entries.delete(oldest);
      }
      entry.value.catch(() => {
        if (entries.get(key) === entry) entries.delete(key);
      });
      return entry.value;
    },
    drop: (key) => {
      entries.delete(key);
    },
    clear: () => entries.clear(),
  };
}
