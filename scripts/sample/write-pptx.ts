import { type Content, type ContentBlock, plainWords } from './content-block.ts';
import { packFiles } from './pack-files.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const NAMESPACES = `xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${OFFICE}"`;
const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml';
/** The first identifier PresentationML allows a slide. */
const FIRST_SLIDE_ID = 256;
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

type Slide = { title: string; lines: string[] };

/** Draws a paper as a presentation of the few parts a reader needs: each heading begins a slide, words only. */
export function writePptx(content: Content): Uint8Array {
  const slides = slidesOf(content.blocks);
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(slides.length),
    '_rels/.rels': relationships([{ type: 'officeDocument', target: 'ppt/presentation.xml' }]),
    'ppt/presentation.xml': presentation(slides.length),
    'ppt/_rels/presentation.xml.rels': relationships(
      slides.map((_, at) => ({ type: 'slide', target: `slides/slide${at + 1}.xml` })),
    ),
  };
  for (const [at, slide] of slides.entries()) files[`ppt/slides/slide${at + 1}.xml`] = drawSlide(slide);
  return packFiles(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, Buffer.from(xml, 'utf8')])));
}

function slidesOf(blocks: ContentBlock[]): Slide[] {
  const slides: Slide[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') slides.push({ title: plainWords(block.text), lines: [] });
    else if (block.kind === 'paragraph' || block.kind === 'bullet') {
      slides.at(-1)?.lines.push(...plainWords(block.text).split('\n'));
    } else throw new Error(`A slide holds no ${block.kind}`);
  }
  return slides;
}

function contentTypes(slides: number): string {
  const parts = [...Array(slides).keys()].map(
    (at) => `<Override PartName="/ppt/slides/slide${at + 1}.xml" ContentType="${TYPE}.slide+xml"/>`,
  );
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/ppt/presentation.xml" ContentType="${TYPE}.presentation.main+xml"/>${parts.join('')}</Types>`;
}

function relationships(entries: { type: string; target: string }[]): string {
  const nodes = entries.map(
    ({ type, target }, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${nodes.join('')}</Relationships>`;
}

function presentation(slides: number): string {
  const ids = [...Array(slides).keys()].map((at) => `<p:sldId id="${FIRST_SLIDE_ID + at}" r:id="rId${at + 1}"/>`);
  return `${XML}<p:presentation ${NAMESPACES}><p:sldIdLst>${ids.join('')}</p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`;
}

function drawSlide({ title, lines }: Slide): string {
  const shapes = [shape(2, { name: 'Title', type: 'title', lines: [title] })];
  if (lines.length > 0) shapes.push(shape(3, { name: 'Content', type: 'body', lines }));
  return `${XML}<p:sld ${NAMESPACES}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${shapes.join('')}</p:spTree></p:cSld></p:sld>`;
}

function shape(id: number, { name, type, lines }: { name: string; type: string; lines: string[] }): string {
  const paragraphs = lines.map((line) => `<a:p><a:r><a:t>${escapeXml(line)}</a:t></a:r></a:p>`).join('');
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr/><p:nvPr><p:ph type="${type}"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>${paragraphs}</p:txBody></p:sp>`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>]/g, (mark) => ESCAPES[mark] ?? mark);
}
