import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { pickKeys } from '../support/pick-keys.ts';
import { projectPaper } from '../support/project-paper.ts';
import { recogniseFile } from '../support/recognise-file.ts';
import { recogniseFixtures } from '../support/recognise-fixtures.ts';
import { wrapAt } from '../support/wrap-at.ts';

const folder = mkdtempSync(join(tmpdir(), 'minutebook-wrapped-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** One of each layout that is plain text, its paragraphs a line each. */
const NAMES = [
  '01-capitals/scrutiny-limbs-over-page',
  '01-capitals/run-in-headings',
  '03-item-in-brackets/item-at-the-end-and-stars',
  '04-restarting-numbers/decision-of-executive-member',
  '05-parish/capitals-run-into-text',
];

for (const fixture of recogniseFixtures().filter(({ name }) => NAMES.includes(name))) {
  test(`recognisePapers() reads ${fixture.name} alike when its lines are broken at 72 characters`, async () => {
    const file = join(folder, `wrapped.${fixture.source.split('.').at(-1)}`);
    writeFileSync(file, wrapAt(readFileSync(fixture.source, 'utf8'), 72));
    const papers = await recogniseFile(file);

    expect({ papers: pickKeys(papers.map(projectPaper), fixture.expected.papers) }).toEqual(fixture.expected);
  });
}
