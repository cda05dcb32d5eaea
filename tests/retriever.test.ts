import { afterAll, beforeAll, expect, test } from 'vitest';
import { MinutebookRetriever, openRetriever } from '../src/retriever.ts';
import { CANARY, MARCH } from './support/levy-papers.ts';
import { FEBRUARY, JANUARY, openSampleApp } from './support/sample-app.ts';

let sample: ReturnType<typeof openSampleApp>;
beforeAll(async () => {
  sample = openSampleApp({ 'works/january.txt': JANUARY, 'works/february.txt': FEBRUARY, 'works/march.txt': MARCH });
  await sample.open().ingest([sample.papers]);
});
afterAll(() => sample.close());

test('openRetriever() gives LangChain documents, best first, each with its citation', async () => {
  const { retriever, close } = openRetriever({ index: sample.indexFolder, k: 3 });
  expect(retriever).toBeInstanceOf(MinutebookRetriever);
  const documents = await retriever.invoke('when was the footbridge at Mill Lane to be repaired?');
  expect(documents.length).toBeLessThanOrEqual(3);
  const limb = documents.find(({ pageContent }) => pageContent.includes('be repaired by the end of March'));
  expect(JANUARY).toContain(limb?.pageContent ?? 'none');
  expect(limb?.metadata).toMatchObject({
    citation: expect.stringContaining('Minute 12, resolution (2)'),
    source: 'works/january.txt',
    kind: 'limb',
    committee: 'Works Committee',
    meetingDate: '2024-01-09',
  });
  const scores = documents.map(({ metadata }) => metadata.score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  await close();
});

test('openRetriever() gives what its audience may read and nothing else', async () => {
  const query = 'whose tender for the footbridge was accepted?';
  const open = openRetriever({ index: sample.indexFolder });
  const cleared = openRetriever({ index: sample.indexFolder, audience: { cleared: [3] } });
  expect(JSON.stringify(await open.retriever.invoke(query))).not.toContain(CANARY);
  expect(JSON.stringify(await cleared.retriever.invoke(query))).toContain(CANARY);
  await open.close();
  await cleared.close();
});

test('the package hands it on as minutebook/retriever', async () => {
  const { exports } = (await import('../package.json', { with: { type: 'json' } })).default;
  expect(exports['./retriever']).toBe('./src/retriever.ts');
});
