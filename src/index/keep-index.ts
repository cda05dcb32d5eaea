import { statSync } from 'node:fs';
import type { Embedder } from '../models.ts';
import { databasePath } from './open-database.ts';
import { type Index, openIndex } from './open-index.ts';
import { type VersionMemory, versionMemory } from './version-memory.ts';

/** An index kept open over many questions, which other processes may change, rebuild or put another in place of. */
export type KeptIndex = VersionMemory & {
  /** The index as it is now. With an embedder, throws `invalid` if it was made with another model. */
  index(embedder?: Pick<Embedder, 'id' | 'dimensions'>): Index;
  close(): void;
};

type Opened = { index: Index; file: string; making: string; embedder: string | undefined };

/**
 * Keeps the index of a folder open for reading. Nothing is opened before it is asked for. An index that was made
 * anew is opened anew; questions that are on their way in the old one end there.
 */
export function keepIndex(folder: string): KeptIndex {
  let opened: Opened | undefined;
  const outdated: Index[] = [];
  const isCurrent = ({ index, file, making }: Opened) => file === fileOf(folder) && making === index.version().making;
  const index: KeptIndex['index'] = (embedder) => {
    // One that was opened without a model may be of any.
    if (opened && isCurrent(opened) && (!embedder || opened.embedder === embedder.id)) return opened.index;
    if (opened) outdated.push(opened.index);
    opened = undefined;
    const file = fileOf(folder);
    const made = openIndex(folder, embedder ? { embedder } : {});
    opened = { index: made, file, making: made.version().making, embedder: embedder?.id };
    return made;
  };
  return {
    index,
    ...versionMemory(() => index().version()),
    close() {
      for (const old of outdated.splice(0)) old.close();
      opened?.index.close();
      opened = undefined;
    },
  };
}

/** Tells the file in this place from another that is put there later. */
function fileOf(folder: string): string {
  const found = statSync(databasePath(folder), { throwIfNoEntry: false });
  return found ? `${found.dev}:${found.ino}` : '';
}
