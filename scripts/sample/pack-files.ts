import { type Zippable, zipSync } from 'fflate';

/** The earliest time a ZIP file can hold: an archive of the same files has the same bytes whenever it is made. */
const ZIP_EPOCH = new Date(1980, 0, 1);

/** Packs files, by name, into a ZIP archive whose bytes depend on nothing but the files. */
export function packFiles(files: Record<string, Uint8Array>): Uint8Array {
  const entries: Zippable = {};
  for (const name of Object.keys(files).sort(contentTypesFirst)) {
    const bytes = files[name];
    if (bytes) entries[name] = [bytes, { mtime: ZIP_EPOCH, level: 6 }];
  }
  return zipSync(entries);
}

/** Office programs look for the list of content types at the start. */
function contentTypesFirst(a: string, b: string): number {
  const rank = (name: string) => (name === '[Content_Types].xml' ? 0 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}
