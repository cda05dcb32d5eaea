import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makePaper } from './sample/make-paper.ts';
import { SAMPLE_PAPERS } from './sample/sample-papers.ts';

const PAPERS_FOLDER = fileURLToPath(new URL('../data/papers/', import.meta.url));

/** `npx tsx scripts/make-sample-papers.ts` writes the made-up council's papers into data/papers, always the same bytes. */
async function makeSamplePapers(): Promise<void> {
  for (const paper of SAMPLE_PAPERS) {
    const path = `${PAPERS_FOLDER}${paper.file}`;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await makePaper(paper));
    process.stdout.write(`${paper.file}\n`);
  }
}

await makeSamplePapers();
