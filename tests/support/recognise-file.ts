import type { Paper } from '../../src/paper.ts';
import { readPaper } from '../../src/read/read-paper.ts';
import { recognisePapers } from '../../src/recognise/recognise-papers.ts';

/** The papers recognised in this file. Throws the reader's reason where it cannot be read. */
export async function recogniseFile(path: string): Promise<Paper[]> {
  const outcome = await readPaper(path);
  if (outcome.kind === 'unreadable') throw new Error(outcome.reason);
  return recognisePapers(outcome.paper);
}
