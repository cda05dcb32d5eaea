import {
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { unzipSync } from 'fflate';
import { boldRuns, type Content, type ContentBlock, PAGE_BREAK } from './content-block.ts';
import { packFiles } from './pack-files.ts';

const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3];
const BULLETS = 'bullets';
const BORDER = { style: BorderStyle.SINGLE, size: 4, color: '808080' };

/** Draws a paper as a Word document, with the clock's times taken out of it so that the bytes stay the same. */
export async function writeDocx(content: Content): Promise<Uint8Array> {
  const document = new Document({
    title: content.head,
    creator: 'Democratic Services',
    numbering: { config: [{ reference: BULLETS, levels: [{ level: 0, format: LevelFormat.BULLET, text: '\u2022' }] }] },
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph(content.head)] }) },
        footers: { default: new Footer({ children: [pageNumber(content.foot)] }) },
        children: content.blocks.flatMap(drawBlock),
      },
    ],
  });
  const files = unzipSync(await Packer.toBuffer(document));
  const properties = Buffer.from(files['docProps/core.xml'] ?? []).toString('utf8');
  files['docProps/core.xml'] = Buffer.from(properties.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2025-08-01T09:00:00Z'));
  return packFiles(files);
}

function pageNumber(foot: string): Paragraph {
  return new Paragraph({ children: [new TextRun(`${foot} `), new TextRun({ children: [PageNumber.CURRENT] })] });
}

function drawBlock(block: ContentBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'page':
      return [new Paragraph({ pageBreakBefore: true })];
    case 'heading': {
      const heading = HEADINGS[block.level - 1] ?? HeadingLevel.HEADING_4;
      return [new Paragraph({ heading, children: [new TextRun(block.text)] })];
    }
    case 'paragraph':
      return [new Paragraph({ spacing: { after: 160 }, children: runs(block.text) })];
    case 'bullet':
      return [new Paragraph({ numbering: { reference: BULLETS, level: 0 }, children: runs(block.text) })];
    case 'columns':
      return block.paragraphs.map((text) => new Paragraph({ children: runs(text) }));
    case 'table':
      return [drawTable(block.rows), new Paragraph('')];
  }
}

function runs(text: string): TextRun[] {
  return boldRuns(text.replaceAll(PAGE_BREAK, '')).flatMap(({ text: words, bold }) =>
    words.split('\n').map((line, index) => new TextRun({ text: line, bold, ...(index > 0 ? { break: 1 } : {}) })),
  );
}

function drawTable(rows: string[][]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: {
      top: BORDER,
      bottom: BORDER,
      left: BORDER,
      right: BORDER,
      insideHorizontal: BORDER,
      insideVertical: BORDER,
    },
    rows: rows.map(
      (row, index) =>
        new TableRow({
          tableHeader: index === 0,
          children: row.map((text) => new TableCell({ children: [new Paragraph({ children: runs(text) })] })),
        }),
    ),
  });
}
