import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Content } from './content-block.ts';
import { readContent } from './read-content.ts';
import type { SamplePaper } from './sample-papers.ts';
import { writeDocx } from './write-docx.ts';
import { writeModernGov } from './write-modern-gov.ts';
import { writePdf } from './write-pdf.ts';
import { writePptx } from './write-pptx.ts';

const CONTENT_FOLDER = fileURLToPath(new URL('content/', import.meta.url));

/** The bytes of one made-up paper: the same on every machine and at every time. */
export async function makePaper(paper: SamplePaper): Promise<Uint8Array> {
  const sources = paper.content.map((file) => readFileSync(`${CONTENT_FOLDER}${file}`));
  if (paper.drawnAs === 'as written') return Buffer.concat(sources);
  const content = joinContents(sources.map((source) => readContent(source.toString('utf8'))));
  switch (paper.drawnAs) {
    case 'pdf':
      return writePdf(content);
    case 'docx':
      return writeDocx(content);
    case 'pptx':
      return writePptx(content);
    case 'modern-gov':
      return Buffer.from(writeModernGov(content), 'utf8');
  }
}

/** Several contents as one file, each from a new page, with the running heads of the first. */
function joinContents(contents: Content[]): Content {
  const [first, ...others] = contents;
  if (!first) throw new Error('A paper needs at least one content file');
  const blocks = [...first.blocks];
  for (const other of others) blocks.push({ kind: 'page' }, ...other.blocks);
  return { ...first, blocks };
}
