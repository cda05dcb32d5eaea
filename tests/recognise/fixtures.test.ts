import { expect, test } from 'vitest';
import { pickKeys } from '../support/pick-keys.ts';
import { projectPaper } from '../support/project-paper.ts';
import { recogniseFile } from '../support/recognise-file.ts';
import { recogniseFixtures } from '../support/recognise-fixtures.ts';

for (const fixture of recogniseFixtures()) {
  test(`recognisePapers() reads ${fixture.name}`, async () => {
    const papers = await recogniseFile(fixture.source);

    expect({ papers: pickKeys(papers.map(projectPaper), fixture.expected.papers) }).toEqual(fixture.expected);
  });
}
