import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PaperText } from '../../src/paper.ts';
import { type ReadOutcome, readPaper } from '../../src/read/read-paper.ts';

/** What `readPaper` makes of a file of this name and content, which is there only as long as it is read. */
export async function readBytes(name: string, content: string | Uint8Array): Promise<ReadOutcome> {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-read-'));
  try {
    writeFileSync(join(folder, name), content);
    return await readPaper(join(folder, name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The paper, or an error that says why it was not read. */
export async function readAs(name: string, content: string | Uint8Array): Promise<PaperText> {
  const outcome = await readBytes(name, content);
  if (outcome.kind === 'unreadable') throw new Error(`Cannot read "${name}": ${outcome.reason}`);
  return outcome.paper;
}

export async function reasonFor(name: string, content: string | Uint8Array): Promise<string> {
  const outcome = await readBytes(name, content);
  return outcome.kind === 'unreadable' ? outcome.reason : 'it was read';
}
