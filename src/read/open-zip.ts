import { unzipSync, zipSync } from 'fflate';
import { REASONS, type Unreadable, unreadable } from './read-outcome.ts';

/** A document's parts unpack to a few megabytes; far more is a bomb, and would not fit into memory as a tree. */
const MAX_PART_BYTES = 40 * 1024 * 1024;
/** All that a file claims to unpack to, pictures included. */
const MAX_UNPACKED_BYTES = 500 * 1024 * 1024;
const MAX_ENTRIES = 20_000;

export type OpenedZip = { kind: 'opened'; files: Map<string, Uint8Array> };

/**
 * The entries of a ZIP whose names `isWanted` takes, unpacked. Sizes are checked before anything is unpacked, and
 * an entry that claims less than it holds is cut at its claim (fflate fills a buffer of that size and no more).
 */
export function openZip(bytes: Uint8Array, isWanted: (name: string) => boolean): OpenedZip | Unreadable {
  try {
    const tooLarge = findTooLarge(bytes, isWanted);
    if (tooLarge !== undefined) return unreadable(tooLarge);
    const files = unzipSync(bytes, { filter: (entry) => isWanted(entry.name) });
    return { kind: 'opened', files: new Map(Object.entries(files)) };
  } catch {
    return unreadable(hasDirectory(bytes) ? REASONS.damaged : REASONS.cutOff);
  }
}

/** A ZIP that only stores these entries: for libraries that take a file, so that they unpack nothing themselves. */
export function packZip(files: Map<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(files), { level: 0 });
}

function findTooLarge(bytes: Uint8Array, isWanted: (name: string) => boolean): string | undefined {
  let unpacked = 0;
  let parts = 0;
  let entries = 0;
  unzipSync(bytes, {
    filter: (entry) => {
      unpacked += entry.originalSize;
      if (isWanted(entry.name)) parts += entry.originalSize;
      entries += 1;
      return false;
    },
  });
  if (unpacked > MAX_UNPACKED_BYTES) return 'the file unpacks to more than 500 MB';
  if (parts > MAX_PART_BYTES) return 'the text in the file unpacks to more than 40 MB';
  return entries > MAX_ENTRIES ? 'the file unpacks to more than 20,000 parts' : undefined;
}

/** A ZIP's directory stands at its end, so a file that was cut off has none. */
function hasDirectory(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf('PK\u0005\u0006') !== -1;
}
