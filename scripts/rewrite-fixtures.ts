import { writeFileSync } from 'node:fs';
import { pickKeys } from '../tests/support/pick-keys.ts';
import { projectPaper } from '../tests/support/project-paper.ts';
import { recogniseFile } from '../tests/support/recognise-file.ts';
import { recogniseFixtures } from '../tests/support/recognise-fixtures.ts';

/**
 * `npx tsx scripts/rewrite-fixtures.ts layout/name …` writes what is recognised now into the expected.json of the
 * fixtures named, for the keys that are there already. The diff is to be reviewed: it may be recording a fault.
 */
async function rewriteFixtures(names: string[]): Promise<void> {
  const fixtures = recogniseFixtures();
  for (const name of names) {
    const fixture = fixtures.find((candidate) => candidate.name === name);
    if (fixture === undefined) throw new Error(`No fixture "${name}"`);
    const papers = await recogniseFile(fixture.source);
    const picked = { papers: pickKeys(papers.map(projectPaper), fixture.expected.papers) };
    writeFileSync(fixture.expectedPath, `${JSON.stringify(picked, null, 2)}\n`);
  }
}

if (process.argv.length < 3) {
  process.stderr.write('Name the fixtures to rewrite: npx tsx scripts/rewrite-fixtures.ts layout/name …\n');
  process.exitCode = 2;
} else {
  await rewriteFixtures(process.argv.slice(2));
}
