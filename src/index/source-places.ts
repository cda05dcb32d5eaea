import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { AppError } from '../errors.ts';

/** Where the files of the index were read from, and the name each is known by. */
const PLACES_FILE = 'places.json';

export type SourcePlaces = {
  /**
   * The name of the file at this absolute path: `relative` if no other file has that, else with its folder before it.
   * A name whose file is not on the disk any more goes to the file that has it now: the papers were moved.
   */
  nameOf(path: string, relative: string): string;
  /** Names and paths of the files read from this path or from under this folder. */
  under(path: string): { source: string; path: string }[];
  forget(source: string): void;
  /** Writes what changed, whole or not at all. */
  save(): void;
};

/**
 * The places of an index's files, kept beside its database, so that a file that vanished from a folder is known
 * for having been there. Losing it loses no papers.
 */
export function openSourcePlaces(folder: string): SourcePlaces {
  const file = join(folder, PLACES_FILE);
  const pathBySource = new Map(Object.entries(readPlaces(file)));
  const sourceByPath = new Map([...pathBySource].map(([source, path]) => [path, source]));
  let isChanged = false;
  return {
    nameOf(path, relative) {
      const source = sourceByPath.get(path) ?? freeName(path, relative, pathBySource);
      if (!sourceByPath.has(path)) {
        sourceByPath.delete(pathBySource.get(source) ?? '');
        pathBySource.set(source, path);
        sourceByPath.set(path, source);
        isChanged = true;
      }
      return source;
    },
    under: (path) =>
      [...pathBySource]
        .filter(([, place]) => place === path || place.startsWith(path.endsWith(sep) ? path : path + sep))
        .map(([source, place]) => ({ source, path: place })),
    forget(source) {
      sourceByPath.delete(pathBySource.get(source) ?? '');
      isChanged = pathBySource.delete(source) || isChanged;
    },
    save() {
      if (!isChanged) return;
      mkdirSync(folder, { recursive: true });
      writeFileSync(`${file}.new`, `${JSON.stringify(Object.fromEntries([...pathBySource].sort()), null, 1)}\n`);
      renameSync(`${file}.new`, file);
      isChanged = false;
    },
  };
}

function readPlaces(file: string): Record<string, string> {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  } catch (cause) {
    throw new AppError('unreadable', `Cannot read "${file}": it is damaged; remove it and ingest again`, cause);
  }
}

/** The first of: the relative name, with its folder's name before it, with the folder above that one too … */
function freeName(path: string, relative: string, taken: Map<string, string>): string {
  const above = path
    .slice(0, Math.max(0, path.length - relative.length))
    .split(sep)
    .filter(Boolean)
    .reverse();
  const isTaken = (name: string) => existsSync(taken.get(name) ?? '');
  let name = relative;
  for (const folder of above) {
    if (!isTaken(name)) return name;
    name = `${folder}/${name}`;
  }
  return isTaken(name) ? `${name} (${basename(path)} ${taken.size})` : name;
}
