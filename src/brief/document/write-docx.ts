import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  HeadingLevel,
  ImportedXmlComponent,
  InternalHyperlink,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Run,
  TextRun,
} from 'docx';
import type { Briefing } from '../../briefing.ts';
import { type Block, layOutBriefing } from './lay-out-briefing.ts';
import { printable } from './printable.ts';

const FONT = 'Arial';
/** Word counts type in half points, space and margins in twentieths of a point. */
const HALF_POINTS = { body: 20, citation: 17 };
const A4 = { width: 11_906, height: 16_838 };
const MARGIN = 1_000;
const BULLETS = 'lines';
const GREY = '444444';

/** A briefing as a Word document: headings that Word's navigation shows, linked contents, page numbers, language. */
export async function writeDocx(briefing: Briefing): Promise<Buffer> {
  const { title, about, blocks } = layOutBriefing(briefing);
  const sections = blocks.filter(({ kind }) => kind === 'section');
  const numbered = new Map(sections.map((block, n) => [block, `section-${n + 1}`]));
  const document = new Document({
    title: printable(title),
    creator: 'Minutebook',
    lastModifiedBy: 'Minutebook',
    description: printable(about[0] ?? ''),
    styles: {
      default: {
        document: {
          run: { font: FONT, size: HALF_POINTS.body, language: { value: 'en-GB' } },
          paragraph: { spacing: { after: 60 } },
        },
        heading1: { run: { size: 30, bold: true }, paragraph: { spacing: { after: 120 } } },
        heading2: { run: { size: 24, bold: true }, paragraph: { spacing: { before: 200, after: 60 }, keepNext: true } },
        heading3: { run: { size: 20, bold: true }, paragraph: { spacing: { before: 80, after: 40 }, keepNext: true } },
      },
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
              style: { paragraph: { indent: { left: 340, hanging: 240 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: { size: A4, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } },
        },
        footers: { default: footer(title) },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(title)] }),
          ...about.map((text) => new Paragraph({ children: [run(text)] })),
          new Paragraph({ children: [new TextRun({ text: 'Contents', bold: true })], spacing: { before: 120 } }),
          ...contents(sections, numbered),
          ...blocks.map((block) => drawBlock(block, numbered.get(block))),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/**
 * A table of contents that Word knows as one, so that it can be brought up to date there; what it holds are links, which
 * work wherever fields are not worked out.
 */
function contents(sections: Block[], numbered: Map<Block, string>): Paragraph[] {
  const lines = sections.map((block) => contentsLine(block.text, numbered.get(block) ?? ''));
  lines[0]?.addRunToFront(fieldStart());
  lines.at(-1)?.addChildElement(fieldEnd());
  return lines;
}

/** Headings of the second level, each a link. */
const CONTENTS_FIELD = ' TOC \\o "2-2" \\h ';

/** What begins the field, what it asks for, and what parts that from what it holds now. */
function fieldStart(): Run {
  const asked = new ImportedXmlComponent('w:instrText', { 'xml:space': 'preserve' });
  asked.push(CONTENTS_FIELD);
  return new Run({ children: [fieldMark('begin'), asked, fieldMark('separate')] });
}

function fieldEnd(): Run {
  return new Run({ children: [fieldMark('end')] });
}

function fieldMark(type: 'begin' | 'separate' | 'end'): ImportedXmlComponent {
  return new ImportedXmlComponent('w:fldChar', { 'w:fldCharType': type });
}

function contentsLine(text: string, anchor: string): Paragraph {
  const link = new InternalHyperlink({
    anchor,
    children: [new TextRun({ text: printable(text), style: 'Hyperlink' })],
  });
  return new Paragraph({ children: [link], spacing: { after: 20 }, indent: { left: 240 } });
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
      const citation = { text: ` (${printable(block.citation)})`, size: HALF_POINTS.citation, color: GREY };
      const cited = block.citation === '' ? [] : [new TextRun(citation)];
      return new Paragraph({ numbering: { reference: BULLETS, level: 0 }, children: [run(block.text), ...cited] });
    }
  }
}

function run(text: string): TextRun {
  return new TextRun({ text: printable(text) });
}

function footer(title: string): Footer {
  const count = new TextRun({
    size: HALF_POINTS.citation,
    children: [`${printable(title)} – page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
  });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [count] })] });
}
