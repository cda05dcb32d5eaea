import { PPTXLoader } from '@langchain/community/document_loaders/fs/pptx';
import { load } from 'cheerio';
import { openZip, packZip } from './open-zip.ts';
import { openPaperWriter } from './paper-writer.ts';
import { REASONS, type ReadResult, type Unreadable, unreadable } from './read-outcome.ts';

/** Words only: no pictures, films or layouts are unpacked. */
const PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|ppt\/presentation\.xml|ppt\/_rels\/presentation\.xml\.rels|ppt\/slides\/slide\d+\.xml)$/;

/** Reads a presentation in the order it is shown, each slide a place. Speakers' notes are not part of what was shown. */
export async function readSlides(bytes: Uint8Array): Promise<ReadResult> {
  const zip = openZip(bytes, (name) => PARTS.test(name));
  if (zip.kind === 'unreadable') return zip;
  const writer = openPaperWriter();
  for (const [index, name] of slidesInOrder(zip.files).entries()) {
    const words = await slideWords(zip.files, name);
    if (typeof words !== 'string') return words;
    if (words.trim() === '') continue;
    writer.blank();
    writer.place('slide', `slide ${index + 1}`, () => {
      for (const line of words.split('\n')) writer.line(line.trim());
    });
  }
  const paper = writer.paper('pptx');
  return paper.places.length === 0 ? unreadable(REASONS.noText) : { kind: 'read', paper };
}

/** The loader gives one text for a whole file, so each slide is handed to it as a file of its own. */
async function slideWords(files: Map<string, Uint8Array>, name: string): Promise<string | Unreadable> {
  const shared = [...files].filter(([other]) => !other.startsWith('ppt/slides/'));
  const slide = files.get(name);
  if (!slide) return '';
  try {
    const file = packZip(new Map([...shared, [name, slide]]));
    const documents = await new PPTXLoader(new Blob([Buffer.from(file)])).load();
    return documents.map((document) => document.pageContent).join('\n');
  } catch {
    return unreadable(REASONS.damaged);
  }
}

/** Slides are shown in the presentation's order; their files are numbered in the order they were made. */
function slidesInOrder(files: Map<string, Uint8Array>): string[] {
  const targets = new Map<string, string>();
  const relations = load(text(files.get('ppt/_rels/presentation.xml.rels')), { xml: true });
  relations('Relationship').each((_, node) => {
    const name = `ppt/${(node.attribs.Target ?? '').replace(/^\/?(?:ppt\/)?/, '')}`;
    targets.set(node.attribs.Id ?? '', name);
  });
  const presentation = load(text(files.get('ppt/presentation.xml')), { xml: true });
  const shown = presentation('p\\:sldId')
    .toArray()
    .map((node) => targets.get(node.attribs['r:id'] ?? '') ?? '')
    .filter((name) => files.has(name));
  return shown.length > 0 ? shown : [...files.keys()].filter((name) => name.startsWith('ppt/slides/')).sort(byNumber);
}

function byNumber(a: string, b: string): number {
  return Number(/\d+/.exec(a)?.[0]) - Number(/\d+/.exec(b)?.[0]);
}

function text(bytes: Uint8Array | undefined): string {
  return bytes ? new TextDecoder().decode(bytes) : '';
}
