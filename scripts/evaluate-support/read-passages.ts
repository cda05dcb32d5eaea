import { cutPassages } from '../../src/index/cut-passages.ts';
import type { Passage } from '../../src/passage.ts';
import { listPapers } from '../../src/read/list-papers.ts';
import { readPaper } from '../../src/read/read-paper.ts';
import { recognisePapers } from '../../src/recognise/recognise-papers.ts';

/** What one file holds: its text as read, and its passages as an index would have them. */
export type CutFile = { text: string; passages: Passage[] };

/** The passages of a folder of papers by their source, without an index and its vectors: a few seconds for the samples. */
export async function readPassages(folder: string): Promise<Map<string, CutFile>> {
  const files = new Map<string, CutFile>();
  let paperId = 0;
  let id = 0;
  for (const { path, relative: source } of (await listPapers([folder])).papers) {
    const read = await readPaper(path);
    if (read.kind === 'unreadable') throw new Error(`Cannot read "${source}": ${read.reason}`);
    const papers = recognisePapers(read.paper);
    const passages = cutPassages(read.paper, papers, { source }).map(({ paper, ...draft }): Passage => {
      id += 1;
      return { ...draft, id, paperId: paperId + paper, status: papers[paper]?.status ?? { kind: 'published' } };
    });
    paperId += papers.length;
    files.set(source, { text: read.paper.text, passages });
  }
  return files;
}
