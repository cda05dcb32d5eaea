import { ingestSource } from '../../src/index/ingest-source.ts';
import { openRebuild } from '../../src/index/open-rebuild.ts';
import { fakeEmbedder } from './fake-embedder.ts';
import { makePaper, plainPaperText } from './made-up-paper.ts';

// Makes the index of a folder anew, again and again, each time of other papers, until it is killed.

const [folder = ''] = process.argv.slice(2);
const embedder = fakeEmbedder();
for (let round = 1; ; round += 1) {
  const { index, publish, close } = openRebuild(folder, { embedder });
  for (const source of index.sources()) index.removeSource(source);
  for (const name of ['a', 'b', 'c']) {
    const text = `The budget of round ${round} grew.`;
    const file = { source: `${name}.txt`, sha256: `${name} ${round}`, text: plainPaperText(text) };
    await ingestSource(index, { ...file, papers: [makePaper('other', text)] }, embedder);
  }
  await publish();
  close();
  process.stdout.write('.');
}
