import PDFDocument from 'pdfkit';
import { boldRuns, type Content, type ContentBlock, PAGE_BREAK } from './content-block.ts';

type Pdf = InstanceType<typeof PDFDocument>;

const MARGIN = { top: 84, bottom: 72, left: 64, right: 64 };
const BODY_SIZE = 10.5;
const TABLE_SIZE = 8.5;
const CELL_PADDING = 3;
const HEADING_SIZES = [16, 13, 11.5];
/** A fixed date, so that the same content always gives the same bytes. */
const MADE_ON = new Date('2025-08-01T09:00:00Z');

/**
 * Draws a paper as an A4 PDF with a text layer, running heads and page numbers. Left uncompressed, so that the bytes
 * do not depend on a version of zlib.
 */
export async function writePdf(content: Content): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: MARGIN,
    bufferPages: true,
    compress: false,
    info: { Title: content.head, CreationDate: MADE_ON, ModDate: MADE_ON },
  });
  const parts: Uint8Array[] = [];
  pdf.on('data', (part: Uint8Array) => parts.push(part));
  const done = new Promise<void>((resolve) => pdf.on('end', () => resolve()));
  for (const block of content.blocks) drawBlock(pdf, block);
  drawFurniture(pdf, content);
  pdf.end();
  await done;
  return Buffer.concat(parts);
}

function drawBlock(pdf: Pdf, block: ContentBlock): void {
  switch (block.kind) {
    case 'page':
      pdf.addPage();
      return;
    case 'heading':
      pdf.font('Helvetica-Bold').fontSize(HEADING_SIZES[block.level - 1] ?? BODY_SIZE);
      pdf.text(block.text, { align: block.level === 1 ? 'center' : 'left' }).moveDown(0.6);
      return;
    case 'paragraph':
      drawText(pdf, block.text, 0);
      return;
    case 'bullet':
      drawText(pdf, `\u2022 ${block.text}`, 18);
      return;
    case 'columns':
      drawColumns(pdf, block.paragraphs);
      return;
    case 'table':
      drawTable(pdf, block.rows);
  }
}

function drawText(pdf: Pdf, text: string, indent: number): void {
  text.split(PAGE_BREAK).forEach((part, index) => {
    if (index > 0) pdf.addPage();
    for (const line of part.trim().split('\n')) drawLine(pdf, line, indent);
  });
  pdf.moveDown(0.6);
  pdf.x = MARGIN.left;
}

function drawLine(pdf: Pdf, line: string, indent: number): void {
  const runs = boldRuns(line);
  runs.forEach((run, position) => {
    pdf.font(run.bold ? 'Helvetica-Bold' : 'Helvetica').fontSize(BODY_SIZE);
    const continued = position < runs.length - 1;
    if (position > 0) pdf.text(run.text, { continued });
    else pdf.text(run.text, MARGIN.left + indent, pdf.y, { continued, width: textWidth(pdf) - indent });
  });
}

function drawColumns(pdf: Pdf, paragraphs: string[]): void {
  pdf.font('Helvetica').fontSize(BODY_SIZE);
  const text = paragraphs.join('\n\n');
  const columnGap = 24;
  const columnWidth = (textWidth(pdf) - columnGap) / 2;
  const height = pdf.heightOfString(text, { width: columnWidth }) / 2 + 2 * BODY_SIZE;
  const top = pdf.y;
  pdf.text(text, MARGIN.left, top, { columns: 2, columnGap, width: textWidth(pdf), height });
  pdf.x = MARGIN.left;
  pdf.y = top + height;
  pdf.moveDown(0.6);
}

function drawTable(pdf: Pdf, rows: string[][]): void {
  const widths = columnWidths(pdf, rows);
  pdf.table({
    columnStyles: widths,
    data: rows.map((row, index) =>
      row.map((text) => ({ text, padding: CELL_PADDING, font: { src: tableFont(index), size: TABLE_SIZE } })),
    ),
  });
  pdf.x = MARGIN.left;
  pdf.moveDown(1);
}

/** Every column is as wide as its longest word; what is left of the page goes to columns with much to say. */
function columnWidths(pdf: Pdf, rows: string[][]): number[] {
  const widest = (cells: string[]) => Math.max(...cells.map((cell) => pdf.widthOfString(cell)));
  pdf.font(tableFont(0)).fontSize(TABLE_SIZE);
  const columns = (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? ''));
  const least = columns.map((cells) => widest(cells.flatMap((cell) => cell.split(' '))) + 2 * CELL_PADDING + 2);
  const wanted = columns.map((cells, column) => Math.max(0, widest(cells) - (least[column] ?? 0)) + 1);
  const left = textWidth(pdf) - sum(least);
  return least.map((width, column) => width + (left * (wanted[column] ?? 0)) / sum(wanted));
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function tableFont(row: number): string {
  return row === 0 ? 'Helvetica-Bold' : 'Helvetica';
}

function drawFurniture(pdf: Pdf, content: Content): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let index = start; index < start + count; index++) {
    pdf.switchToPage(index);
    // Text below the bottom margin would open a new page.
    pdf.page.margins.bottom = 0;
    pdf.font('Helvetica').fontSize(8.5);
    const options = { width: textWidth(pdf), lineBreak: false };
    pdf.text(content.head, MARGIN.left, 40, options);
    pdf.text(`${content.foot} ${content.firstPage + index - start}`.trim(), MARGIN.left, pdf.page.height - 44, options);
  }
}

function textWidth(pdf: Pdf): number {
  return pdf.page.width - MARGIN.left - MARGIN.right;
}
