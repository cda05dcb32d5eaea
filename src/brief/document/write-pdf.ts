import PDFDocument from 'pdfkit';
import type { Briefing } from '../../briefing.ts';
import { type Block, type BriefingDocument, layOutBriefing } from './lay-out-briefing.ts';
import { type FontName, registerFonts } from './open-measure.ts';
import { printable } from './printable.ts';

/** Stands for a character that the font does not have. */
const NO_GLYPH = '\u25a1';
const POINTS = { title: 15, section: 12, part: 9.5, body: 9.5, citation: 7.8, footer: 8 };
/** With the space above and below them, in points. */
const HEADINGS = {
  section: { font: 'bold', size: POINTS.section, before: 7, gap: 2 },
  part: { font: 'bold', size: POINTS.part, before: 2, gap: 1 },
} as const;
const MARGINS = { top: 44, bottom: 52, left: 50, right: 50 };
const GREY = '#444444';
/** Where a bullet stands, and where the words beside it begin on each of their lines. */
const BULLET_INDENT = 6;
const LINE_INDENT = 15;
/** Between a title of the contents, the dots and the page's number. */
const LEADER_GAP = 4;

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
  const groups = grouped(blocks);
  for (const [n, group] of groups.entries()) {
    const [first] = group;
    if (first === undefined) continue;
    if (isHeading(first) && !isHeading(groups[n - 1]?.[0])) keepTogether(doc, groups.slice(n));
    if (first.kind === 'section') {
      found.push(page);
      const destination = `section-${found.length}`;
      root.add(doc.struct('H2', {}, () => say(first.text, { ...HEADINGS.section, destination })));
      doc.outline.addItem(printable(first.text));
    } else if (first.kind === 'part') {
      root.add(doc.struct('H3', {}, () => say(first.text, HEADINGS.part)));
    } else if (first.kind === 'note') {
      for (const { text } of group) root.add(doc.struct('P', {}, () => say(text, { size: POINTS.body, gap: 2 })));
    } else addList(doc, { say, group, root });
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
  registerFonts(doc);
  return doc;
}

type Style = {
  font?: FontName;
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

/** Each title with the number of its page at the right, and dots between them. */
function contents(doc: Pdf, { say, sections, pages }: ContentsParts): PDFKit.PDFStructureElement {
  const toc = doc.struct('TOC');
  for (const [n, { text }] of sections.entries()) {
    toc.add(
      doc.struct('TOCI', {}, () => {
        const top = doc.y;
        const goTo = `section-${n + 1}`;
        say(text, { size: POINTS.body, indent: LINE_INDENT, goTo });
        if (pages[n] !== undefined) drawPageOf(doc, { text, top, page: pages[n], goTo });
      }),
    );
  }
  return toc;
}

function drawPageOf(
  doc: Pdf,
  { text, top, page, goTo }: { text: string; top: number; page: number; goTo: string },
): void {
  const { left, right } = doc.page.margins;
  const bottom = doc.y;
  const lineHeight = doc.currentLineHeight(true);
  const width = doc.page.width - left - right;
  const number = String(page);
  const from = left + LINE_INDENT + doc.widthOfString(inFont(doc, printable(text))) + LEADER_GAP;
  const to = left + width - doc.widthOfString(number) - LEADER_GAP;
  // A title over two lines has none.
  if (bottom - top < lineHeight * 1.5 && to > from) {
    const y = top + lineHeight * 0.75;
    doc.moveTo(from, y).lineTo(to, y).lineWidth(0.5).dash(0.5, { space: 2.5 }).stroke(GREY).undash();
  }
  doc.text(number, left, bottom - lineHeight, { width, align: 'right', goTo });
  doc.x = left;
  doc.y = bottom;
}

type ListParts = { say: Say; group: Block[]; root: PDFKit.PDFStructureElement };

/** Each line is drawn as it is added: where a page begins before it, no line's tag is open. */
function addList(doc: Pdf, { say, group, root }: ListParts): void {
  const all = doc.struct('L');
  root.add(all);
  for (const block of group) {
    if (block.kind !== 'line') continue;
    keepWithCitation(doc, block);
    const top = doc.y;
    const label = doc.struct('Lbl', {}, () => {
      say('•', { size: POINTS.body, indent: BULLET_INDENT });
    });
    const body = doc.struct('LBody', {}, () => {
      doc.y = top;
      say(block.text, { size: POINTS.body, indent: LINE_INDENT });
      if (block.citation === '') return;
      say(block.citation, { size: POINTS.citation, indent: LINE_INDENT, gap: 2, colour: GREY });
    });
    all.add(doc.struct('LI', {}, [label, body]));
  }
}

/** A line and its place stay on one page, unless they are longer than a page. */
function keepWithCitation(doc: Pdf, line: Line): void {
  const { height, margins } = doc.page;
  const needed = lineHeight(doc, line);
  if (doc.y + needed > height - margins.bottom && needed < height / 2) doc.addPage();
}

type Line = Extract<Block, { kind: 'line' }>;

function lineHeight(doc: Pdf, { text, citation }: Line): number {
  const words = heightOf(doc, { words: text, size: POINTS.body, indent: LINE_INDENT });
  return words + (citation === '' ? 0 : heightOf(doc, { words: citation, size: POINTS.citation, indent: LINE_INDENT }));
}

type Setting = Pick<Style, 'font' | 'size'> & { words: string; indent: number };

function heightOf(doc: Pdf, { words, font = 'regular', size, indent }: Setting): number {
  const { left, right } = doc.page.margins;
  const width = doc.page.width - left - right - indent;
  return doc
    .font(font)
    .fontSize(size)
    .heightOfString(inFont(doc, printable(words)), { width });
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

function isHeading(block: Block | undefined): boolean {
  return block?.kind === 'section' || block?.kind === 'part';
}

/** Headings stay on one page with the first line below them. */
function keepTogether(doc: Pdf, groups: Block[][]): void {
  let room = 0;
  for (const [first] of groups) {
    if (first === undefined) continue;
    if (first.kind === 'section' || first.kind === 'part') {
      const { before, gap, ...style } = HEADINGS[first.kind];
      room += before + heightOf(doc, { ...style, words: first.text, indent: 0 }) + gap;
    } else {
      room +=
        first.kind === 'line'
          ? lineHeight(doc, first)
          : heightOf(doc, { words: first.text, size: POINTS.body, indent: 0 });
      break;
    }
  }
  if (doc.y + room > doc.page.height - doc.page.margins.bottom) doc.addPage();
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
