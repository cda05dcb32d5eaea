import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A made-up paper and what must be recognised in it. `name` is "layout/name"; `expected` is the parsed JSON. */
export type RecogniseFixture = {
  name: string;
  source: string;
  expectedPath: string;
  expected: { papers: { [key: string]: unknown }[] };
};

const FOLDER = fileURLToPath(new URL('../fixtures/recognise/', import.meta.url));

/** Every fixture folder, in order of layout and name. Throws where a folder lacks its source or expected.json. */
export function recogniseFixtures(): RecogniseFixture[] {
  return foldersIn(FOLDER).flatMap((layout) =>
    foldersIn(join(FOLDER, layout)).map((name) => openFixture(layout, name)),
  );
}

function openFixture(layout: string, name: string): RecogniseFixture {
  const folder = join(FOLDER, layout, name);
  const source = readdirSync(folder).find((file) => file.startsWith('source.'));
  if (source === undefined) throw new Error(`No source in fixture "${layout}/${name}"`);
  const expectedPath = join(folder, 'expected.json');
  const expected = JSON.parse(readFileSync(expectedPath, 'utf8'));
  return { name: `${layout}/${name}`, source: join(folder, source), expectedPath, expected };
}

function foldersIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
