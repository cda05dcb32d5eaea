import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  HeadingLevel,
  type IPropertiesOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { Briefing } from '../../briefing.ts';
import { CONTENTS_STYLE, docxContents } from './docx-contents.ts';
import { type Block, layOutBriefing } from './lay-out-briefing.ts';
import { openMeasure } from './open-measure.ts';
import { type DocumentStyle, type ParagraphStyle, placeSections } from './place-sections.ts';
import { printable } from './printable.ts';

/** Word has it everywhere, and what stands in for it elsewhere is as wide. */
const FONT = 'Arial';
const BULLETS = 'lines';
const FOOTER_STYLE = 'Footer';
const GREY = '444444';
const FOOTER_SIZE = 8;

/**
 * A4. The sizes are those of the PDF, so that both take as many pages. Paragraphs have space above them alone: of two
 * spaces that meet some programs take the larger, some both.
 */
export const DOCX_STYLE: DocumentStyle = {
  page: { width: 595.3, height: 841.9, top: 44, bottom: 52, side: 50 },
  title: { size: 15, bold: true, before: 0, indent: 0 },
  about: { size: 9.5, before: 3, indent: 0 },
  contents: { size: 9.5, before: 1, indent: 15 },
  section: { size: 12, bold: true, before: 10, indent: 0 },
  part: { size: 9.5, bold: true, before: 5, indent: 0 },
  note: { size: 9.5, before: 3, indent: 0 },
  line: { size: 9.5, before: 3, indent: 15 },
  citationSize: 8,
};

/** A briefing as a Word document: headings that Word's navigation shows, contents with pages, page numbers, language. */
export async function writeDocx(briefing: Briefing): Promise<Buffer> {
  const laidOut = layOutBriefing(briefing);
  const { title, about, blocks } = laidOut;
  const sections = blocks.filter(({ kind }) => kind === 'section');
  const anchors = new Map(sections.map((block, n) => [block, `section-${n + 1}`]));
  const { pages } = placeSections(laidOut, { style: DOCX_STYLE, measure: openMeasure() });
  const entries = sections.map((block, n) => ({
    text: printable(block.text),
    anchor: anchors.get(block) ?? '',
    page: pages[n] ?? 1,
  }));
  const { page } = DOCX_STYLE;
  const document = new Document({
    ...properties(briefing, title),
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(page.width), height: twips(page.height) },
            margin: {
              top: twips(page.top),
              bottom: twips(page.bottom),
              left: twips(page.side),
              right: twips(page.side),
            },
          },
        },
        footers: { default: footer(title) },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(title)] }),
          ...about.map((text) => new Paragraph({ children: [run(text)] })),
          new Paragraph({ children: [new TextRun({ text: 'Contents', bold: true })], keepNext: true }),
          ...docxContents(entries, twips(page.width - 2 * page.side)),
          ...blocks.map((block) => drawBlock(block, anchors.get(block))),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function properties({ committee }: Briefing, title: string): Omit<IPropertiesOptions, 'sections'> {
  const { title: h1, section, part, contents, line } = DOCX_STYLE;
  const base = { basedOn: 'Normal', quickFormat: true };
  return {
    title: printable(title),
    subject: printable(committee),
    creator: 'Minutebook',
    lastModifiedBy: 'Minutebook',
    styles: {
      default: {
        document: {
          run: { font: FONT, size: DOCX_STYLE.note.size * 2, language: { value: 'en-GB' } },
          paragraph: { spacing: { before: twips(DOCX_STYLE.note.before), after: 0 } },
        },
        heading1: headingStyle(h1),
        heading2: headingStyle(section),
        heading3: headingStyle(part),
      },
      paragraphStyles: [
        {
          ...base,
          id: CONTENTS_STYLE,
          name: 'toc 2',
          paragraph: {
            indent: { left: twips(contents.indent) },
            spacing: { before: twips(contents.before), after: 0 },
          },
        },
        { ...base, id: FOOTER_STYLE, name: 'footer', run: { size: FOOTER_SIZE * 2, color: GREY } },
      ],
    },
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: twips(line.indent), hanging: twips(9) } } },
            },
          ],
        },
      ],
    },
  };
}

function headingStyle({ size, before }: ParagraphStyle) {
  return {
    run: { size: size * 2, bold: true },
    paragraph: { spacing: { before: twips(before), after: 0 }, keepNext: true },
  };
}

function drawBlock(block: Block, anchor: string | undefined): Paragraph {
  switch (block.kind) {
    case 'section': {
      const children =
        anchor === undefined ? [run(block.text)] : [new Bookmark({ id: anchor, children: [run(block.text)] })];
      return new Paragraph({ heading: HeadingLevel.HEADING_2, children });
    }
    case 'part':
      return new Paragraph({ heading: HeadingLevel.HEADING_3, children: [run(block.text)] });
    case 'note':
      return new Paragraph({ children: [run(block.text)] });
    case 'line': {
      const { citationSize, line } = DOCX_STYLE;
      const citation = { text: printable(block.citation), size: citationSize * 2, color: GREY, break: 1 };
      const cited = block.citation === '' ? [] : [new TextRun(citation)];
      return new Paragraph({
        numbering: { reference: BULLETS, level: 0 },
        // A line and its place stay on one page.
        keepLines: true,
        spacing: { before: twips(line.before), after: 0 },
        children: [run(block.text), ...cited],
      });
    }
  }
}

function run(text: string): TextRun {
  return new TextRun({ text: printable(text) });
}

function footer(title: string): Footer {
  const count = new TextRun({
    children: [`${printable(title)} – page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
  });
  return new Footer({ children: [new Paragraph({ style: FOOTER_STYLE, children: [count] })] });
}

/** Word counts space and margins in twentieths of a point. */
function twips(points: number): number {
  return Math.round(points * 20);
}
