import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';
import type { Briefing } from '../../briefing.ts';
import { type Block, type BriefingDocument, layOutBriefing } from './lay-out-briefing.ts';
import { printable } from './printable.ts';

/** Liberation Sans (SIL Open Font License), which pdfjs-dist ships: Latin, Greek and Cyrillic, to be embedded. */
const FONT_FOLDER = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'standard_fonts');
const FONTS = { regular: 'LiberationSans-Regular.ttf', bold: 'LiberationSans-Bold.ttf' };
/** Stands for a character that the font does not have. */
const NO_GLYPH = '\u25a1';
const POINTS = { title: 15, section: 12, part: 9.5, body: 9.5, citation: 7.8, footer: 8 };
const MARGINS = { top: 44, bottom: 52, left: 50, right: 50 };
const GREY = '#444444';
const BULLET_INDENT = 10;

type Pdf = PDFKit.PDFDocument;
/** Page of each section by its place among the sections, counted from 1. */
type Pages = number[];

/** A briefing as PDF, tagged for screen readers: headings, lists, contents with page numbers, bookmarks, language. */
export async function writePdf(briefing: Briefing): Promise<Buffer> {
  const laidOut = layOutBriefing(briefing);
  // Drawn once to learn on which page each section begins, and once with the contents filled in.
  const { pages } = await draw(laidOut, { briefing, pages: [] });
  return (await draw(laidOut, { briefing, pages })).file;
}

type Drawn = { file: Buffer; pages: Pages };

async function draw(
  { title, about, blocks }: BriefingDocument,
  { briefing, pages }: { briefing: Briefing; pages: Pages },
): Promise<Drawn> {
  const doc = openPdf(title, briefing);
  const file = collect(doc);
  const say = openSpeaker(doc);
  const found: Pages = [];
  let page = 1;
  doc.on('pageAdded', () => {
    page += 1;
  });
  const root = doc.struct('Document');
  doc.addStructure(root);
  root.add(doc.struct('H1', {}, () => say(title, { font: 'bold', size: POINTS.title, gap: 4 })));
  for (const text of about) root.add(doc.struct('P', {}, () => say(text, { size: POINTS.body, gap: 2 })));
  const sections = blocks.filter(({ kind }) => kind === 'section');
  root.add(doc.struct('P', {}, () => say('Contents', { font: 'bold', size: POINTS.part, before: 4, gap: 1 })));
  root.add(contents(doc, { say, sections, pages }));
  for (const group of grouped(blocks)) {
    const [first] = group;
    if (first?.kind === 'section') {
      root.add(
        doc.struct('H2', {}, () => {
          keepTogether(doc);
          found.push(page);
          say(first.text, {
            font: 'bold',
            size: POINTS.section,
            before: 7,
            gap: 2,
            destination: `section-${found.length}`,
          });
          doc.outline.addItem(printable(first.text));
        }),
      );
    } else if (first?.kind === 'part') {
      root.add(
        doc.struct('H3', {}, () => {
          keepTogether(doc);
          say(first.text, { font: 'bold', size: POINTS.part, before: 2, gap: 1 });
        }),
      );
    } else if (first?.kind === 'note') {
      for (const { text } of group) root.add(doc.struct('P', {}, () => say(text, { size: POINTS.body, gap: 2 })));
    } else root.add(list(doc, { say, group }));
  }
  root.end();
  numberPages(doc, { say, title });
  doc.end();
  return { file: await file, pages: found };
}

function openPdf(title: string, { madeOn }: Briefing): Pdf {
  const doc = new PDFDocument({
    size: 'A4',
    margins: MARGINS,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: printable(title),
      Author: 'Minutebook',
      CreationDate: new Date(`${madeOn}T00:00:00Z`),
      ModDate: new Date(`${madeOn}T00:00:00Z`),
    },
  });
  for (const [name, file] of Object.entries(FONTS)) doc.registerFont(name, readFileSync(join(FONT_FOLDER, file)));
  return doc;
}

type Style = {
  font?: keyof typeof FONTS;
  size: number;
  before?: number;
  gap?: number;
  indent?: number;
  colour?: string;
  destination?: string;
  goTo?: string;
  isContinued?: boolean;
};
type Say = (text: string, style: Style) => void;

/** Writes a paragraph in a style, down the page. */
function openSpeaker(doc: Pdf): Say {
  return (
    text,
    {
      font = 'regular',
      size,
      before = 0,
      gap = 0,
      indent = 0,
      colour = 'black',
      destination,
      goTo,
      isContinued = false,
    },
  ) => {
    doc.font(font).fontSize(size).fillColor(colour);
    const { left, right } = doc.page.margins;
    if (before > 0) doc.y += before;
    doc.text(inFont(doc, printable(text)), left + indent, doc.y, {
      width: doc.page.width - left - right - indent,
      paragraphGap: gap,
      continued: isContinued,
      ...(destination === undefined ? {} : { destination }),
      ...(goTo === undefined ? {} : { goTo }),
    });
  };
}

/** Only what the font can show: any other character becomes a box, so that nothing is dropped unseen. */
function inFont(doc: Pdf, text: string): string {
  const font = (doc as Pdf & { _font: { font?: { hasGlyphForCodePoint(point: number): boolean } } })._font.font;
  if (!font) return text;
  return [...text].map((sign) => (font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0) ? sign : NO_GLYPH)).join('');
}

type ContentsParts = { say: Say; sections: Block[]; pages: Pages };

function contents(doc: Pdf, { say, sections, pages }: ContentsParts): PDFKit.PDFStructureElement {
  const toc = doc.struct('TOC');
  for (const [n, { text }] of sections.entries()) {
    const where = pages[n] === undefined ? '' : `  …  ${pages[n]}`;
    const style = { size: POINTS.body, indent: BULLET_INDENT, goTo: `section-${n + 1}` };
    toc.add(doc.struct('TOCI', {}, () => say(`${text}${where}`, style)));
  }
  return toc;
}

function list(doc: Pdf, { say, group }: { say: Say; group: Block[] }): PDFKit.PDFStructureElement {
  const all = doc.struct('L');
  for (const block of group) {
    if (block.kind !== 'line') continue;
    const body = doc.struct('LBody', {}, () => {
      keepWithCitation(doc, block);
      say(`• ${block.text}`, { size: POINTS.body, indent: BULLET_INDENT });
      if (block.citation === '') return;
      say(block.citation, { size: POINTS.citation, indent: BULLET_INDENT * 2, gap: 2, colour: GREY });
    });
    all.add(doc.struct('LI', {}, [body]));
  }
  return all;
}

/** A line and its place stay on one page, unless they are longer than a page. */
function keepWithCitation(doc: Pdf, { text, citation }: Extract<Block, { kind: 'line' }>): void {
  const { left, right, bottom } = doc.page.margins;
  const heightOf = (words: string, { size, indent }: Pick<Style, 'size'> & { indent: number }) =>
    doc
      .font('regular')
      .fontSize(size)
      .heightOfString(inFont(doc, printable(words)), {
        width: doc.page.width - left - right - indent,
      });
  const height =
    heightOf(`• ${text}`, { size: POINTS.body, indent: BULLET_INDENT }) +
    (citation === '' ? 0 : heightOf(citation, { size: POINTS.citation, indent: BULLET_INDENT * 2 }));
  if (doc.y + height > doc.page.height - bottom && height < doc.page.height / 2) doc.addPage();
}

/** Lines that follow each other are one list. */
function grouped(blocks: Block[]): Block[][] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const open = groups.at(-1);
    if (open?.[0]?.kind === block.kind && (block.kind === 'line' || block.kind === 'note')) open.push(block);
    else groups.push([block]);
  }
  return groups;
}

/** Room below a heading for its first lines. */
const HEADING_ROOM = 60;

function keepTogether(doc: Pdf): void {
  if (doc.y + HEADING_ROOM > doc.page.height - doc.page.margins.bottom) doc.addPage();
}

/** "Page 2 of 4" at the foot of each page, which a screen reader passes over. */
function numberPages(doc: Pdf, { say, title }: { say: Say; title: string }): void {
  const { start, count } = doc.bufferedPageRange();
  for (let n = start; n < start + count; n++) {
    doc.switchToPage(n);
    // Below the margin there is no room, and pdfkit would begin another page.
    const { bottom } = doc.page.margins;
    doc.page.margins.bottom = 0;
    doc.y = doc.page.height - bottom + 16;
    doc.markContent('Artifact', { type: 'Pagination' });
    say(`${title} – page ${n + 1} of ${count}`, { size: POINTS.footer, colour: GREY });
    doc.endMarkedContent();
    doc.page.margins.bottom = bottom;
  }
}

function collect(doc: Pdf): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
  });
}
