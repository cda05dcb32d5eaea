import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, extname, join, sep } from 'node:path';
import { AppError } from '../errors.ts';
import { FORMATS } from './paper-formats.ts';

/** A file to be read: where it is, and the name it is known by (its place below the folder that was named). */
export type ListedPaper = { path: string; relative: string };
/** A file that was passed over, and why. */
export type SkippedFile = ListedPaper & { reason: string };
export type PaperList = { papers: ListedPaper[]; skipped: SkippedFile[] };

/** Folders nested deeper than this are a mistake. */
const MAX_DEPTH = 50;

/**
 * The papers under these files and folders, in the order of the paths and then of their names; each once.
 * Links that lead out of their folder are not followed but reported. Throws `not-found` for a path that is not there.
 */
export async function listPapers(paths: string[]): Promise<PaperList> {
  const list: PaperList = { papers: [], skipped: [] };
  const seen = new Set<string>();
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (!found) throw new AppError('not-found', `Cannot find "${path}": there is no such file or folder`);
    if (found.isDirectory()) await listFolder({ path, root: await realpath(path), below: '', depth: 0 }, list, seen);
    else await listFile({ path, relative: basename(path) }, list, seen);
  }
  return list;
}

type Folder = { path: string; root: string; below: string; depth: number };

async function listFolder(folder: Folder, list: PaperList, seen: Set<string>): Promise<void> {
  const entries = await readdir(folder.path, { withFileTypes: true }).catch(() => undefined);
  if (!entries || folder.depth > MAX_DEPTH) {
    const reason = entries ? 'the folders are nested too deep' : 'the folder cannot be opened';
    list.skipped.push({ path: folder.path, relative: folder.below || basename(folder.path), reason });
    return;
  }
  // By code units, so that the order is the same on every machine.
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder.path, entry.name);
    const relative = folder.below === '' ? entry.name : `${folder.below}/${entry.name}`;
    if (entry.isDirectory()) {
      await listFolder({ path, root: folder.root, below: relative, depth: folder.depth + 1 }, list, seen);
    } else if (isPaper(path)) {
      const reason = entry.isSymbolicLink() ? await whyNotFollowed(path, folder.root) : undefined;
      if (reason) list.skipped.push({ path, relative, reason });
      else await listFile({ path, relative }, list, seen);
    } else if (entry.isSymbolicLink() && (await isOutside(path, folder.root))) {
      list.skipped.push({ path, relative, reason: 'it is a link that leads out of the folder' });
    }
  }
}

/** A file named by the user is read wherever it is; one that is no paper is reported, not passed over in silence. */
async function listFile(paper: ListedPaper, list: PaperList, seen: Set<string>): Promise<void> {
  const place = await realpath(paper.path);
  if (seen.has(place)) return;
  seen.add(place);
  if (isPaper(paper.path)) list.papers.push(paper);
  else list.skipped.push({ ...paper, reason: `a name ending in "${extname(paper.path)}" is no paper's` });
}

function isPaper(path: string): boolean {
  return FORMATS.has(extname(path).toLowerCase());
}

async function whyNotFollowed(link: string, root: string): Promise<string | undefined> {
  const target = await stat(link).catch(() => undefined);
  if (!target) return 'it is a link that leads nowhere';
  if (await isOutside(link, root)) return 'it is a link that leads out of the folder';
  return target.isFile() ? undefined : 'it is a link to a folder';
}

async function isOutside(link: string, root: string): Promise<boolean> {
  const target = await realpath(link).catch(() => undefined);
  return target !== undefined && target !== root && !target.startsWith(root.endsWith(sep) ? root : root + sep);
}
