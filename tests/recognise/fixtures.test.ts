import { expect, test } from 'vitest';
import { readPaper } from '../../src/read/read-paper.ts';
import { recognisePapers } from '../../src/recognise/recognise-papers.ts';
import { pickKeys } from '../support/pick-keys.ts';
import { projectPaper } from '../support/project-paper.ts';
import { recogniseFixtures } from '../support/recognise-fixtures.ts';

for (const fixture of recogniseFixtures()) {
  test(`recognisePapers() reads ${fixture.name}`, async () => {
    const papers = recognisePapers(await readPaper(fixture.source));

    expect({ papers: pickKeys(papers.map(projectPaper), fixture.expected.papers) }).toEqual(fixture.expected);
  });
}
