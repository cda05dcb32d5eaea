import type { IndexVersion } from './search-index.ts';

/** What was worked out from one version of an index; after a change everything is worked out anew when asked for. */
export type VersionMemory = { remember<T>(key: string, make: () => T): T };

/** Keys must tell audiences apart: what is remembered for one reader is never given to another. */
export function versionMemory(version: () => IndexVersion): VersionMemory {
  const known = new Map<string, unknown>();
  let knownVersion = '';
  return {
    remember<T>(key: string, make: () => T): T {
      const { making, changes } = version();
      const current = `${making} ${changes}`;
      if (current !== knownVersion) known.clear();
      knownVersion = current;
      if (!known.has(key)) known.set(key, make());
      return known.get(key) as T;
    },
  };
}
