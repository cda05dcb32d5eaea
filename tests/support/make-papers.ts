import { Document, HeadingLevel, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { strToU8, zipSync } from 'fflate';
import PDFDocument from 'pdfkit';

/** A made-up paper's parts in order, which each format expresses in its own way. */
export type Part =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'bullets'; items: string[] }
  | { kind: 'table'; rows: string[][] };

type PdfDrawing = (pdf: PDFKit.PDFDocument) => void;

/** The bytes of a PDF that `draw` fills. Options are pdfkit's. */
export function makePdf(draw: PdfDrawing, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pdf = new PDFDocument({ size: 'A4', margin: 72, ...options });
    const parts: Buffer[] = [];
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.on('error', reject);
    draw(pdf);
    pdf.end();
  });
}

export function drawParts(pdf: PDFKit.PDFDocument, parts: Part[]): void {
  for (const part of parts) {
    if (part.kind === 'heading') pdf.font('Helvetica-Bold').fontSize(14).text(part.text).moveDown();
    pdf.font('Helvetica').fontSize(11);
    if (part.kind === 'paragraph') pdf.text(part.text).moveDown();
    if (part.kind === 'bullets') for (const item of part.items) pdf.text(`•  ${item}`).moveDown(0.2);
    if (part.kind === 'bullets') pdf.moveDown();
    if (part.kind === 'table') {
      for (const row of part.rows) {
        const { y } = pdf;
        row.forEach((cell, column) => {
          pdf.text(cell, 72 + column * 150, y, { width: 140, lineBreak: false });
        });
        pdf.y = y + 20;
        pdf.x = 72;
      }
    }
  }
}

export async function makeDocx(parts: Part[]): Promise<Buffer> {
  const children = parts.flatMap((part) => {
    if (part.kind === 'heading') return [new Paragraph({ text: part.text, heading: HeadingLevel.HEADING_1 })];
    if (part.kind === 'paragraph') return [new Paragraph(part.text)];
    if (part.kind === 'bullets') return part.items.map((text) => new Paragraph({ text, bullet: { level: 0 } }));
    return [
      new Table({
        rows: part.rows.map(
          (row) => new TableRow({ children: row.map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
        ),
      }),
    ];
  });
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

/** A Word document whose paragraphs are numbered by Word itself: `level` 0 as "1.", 1 as "1.1", 2 as "(a)". */
export async function makeNumberedDocx(
  paragraphs: { text: string; level?: number; bold?: boolean }[],
): Promise<Buffer> {
  const levels = [
    { level: 0, format: LevelFormat.DECIMAL, text: '%1.' },
    { level: 1, format: LevelFormat.DECIMAL, text: '%1.%2' },
    { level: 2, format: LevelFormat.LOWER_LETTER, text: '(%3)' },
  ];
  const children = paragraphs.map(
    ({ text, level, bold }) =>
      new Paragraph({
        children: [new TextRun({ text, bold: bold ?? false })],
        ...(level === undefined ? {} : { numbering: { reference: 'minutes', level } }),
      }),
  );
  return Packer.toBuffer(
    new Document({ numbering: { config: [{ reference: 'minutes', levels }] }, sections: [{ children }] }),
  );
}

export function toHtml(parts: Part[]): string {
  const blocks = parts.map((part) => {
    if (part.kind === 'heading') return `<h1>${part.text}</h1>`;
    if (part.kind === 'paragraph') return `<p>${part.text}</p>`;
    if (part.kind === 'bullets') return `<ul>${part.items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
    const rows = part.rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
    return `<table>${rows.join('')}</table>`;
  });
  return `<html><head><title>Saved page</title></head><body>${blocks.join('\n')}</body></html>`;
}

export function toMarkdown(parts: Part[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'heading') return `# ${part.text}\n`;
      if (part.kind === 'paragraph') return `${part.text}\n`;
      if (part.kind === 'bullets') return `${part.items.map((item) => `- ${item}`).join('\n')}\n`;
      const rows = part.rows.map((row) => `| ${row.join(' | ')} |`);
      const separator = `|${part.rows[0]?.map(() => '---').join('|')}|`;
      return `${[rows[0], separator, ...rows.slice(1)].join('\n')}\n`;
    })
    .join('\n');
}

export function toPlainText(parts: Part[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'bullets') return `${part.items.map((item) => `- ${item}`).join('\n')}\n`;
      if (part.kind === 'table') return `${part.rows.map((row) => row.join('\t')).join('\n')}\n`;
      return `${part.text}\n`;
    })
    .join('\n');
}

/** A presentation of slides of lines; `order` gives the files' numbers in the order they are shown. */
export function makePptx(slides: string[][], order = slides.map((_, index) => index + 1)): Uint8Array {
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(contentTypes(slides.length)),
    '_rels/.rels': strToU8(relationships([['rId1', 'officeDocument', 'ppt/presentation.xml']])),
    'ppt/presentation.xml': strToU8(presentation(order)),
    'ppt/_rels/presentation.xml.rels': strToU8(
      relationships(slides.map((_, index) => [`rId${index + 1}`, 'slide', `slides/slide${index + 1}.xml`])),
    ),
  };
  slides.forEach((lines, index) => {
    files[`ppt/slides/slide${index + 1}.xml`] = strToU8(slide(lines));
  });
  return zipSync(files);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const NAMESPACES = `xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${OFFICE}"`;

function contentTypes(slides: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.presentationml';
  const parts = Array.from(
    { length: slides },
    (_, index) => `<Override PartName="/ppt/slides/slide${index + 1}.xml" ContentType="${type}.slide+xml"/>`,
  );
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/ppt/presentation.xml" ContentType="${type}.presentation.main+xml"/>${parts.join('')}</Types>`;
}

function relationships(entries: string[][]): string {
  const nodes = entries.map(([id, type, to]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${to}"/>`);
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${nodes.join('')}</Relationships>`;
}

function presentation(order: number[]): string {
  const ids = order.map((number, index) => `<p:sldId id="${256 + index}" r:id="rId${number}"/>`);
  return `${XML}<p:presentation ${NAMESPACES}><p:sldIdLst>${ids.join('')}</p:sldIdLst></p:presentation>`;
}

function slide(lines: string[]): string {
  const paragraphs = lines.map((line) => `<a:p><a:r><a:t>${line}</a:t></a:r></a:p>`).join('');
  return `${XML}<p:sld ${NAMESPACES}><p:cSld><p:spTree><p:sp><p:txBody>${paragraphs}</p:txBody></p:sp></p:spTree></p:cSld></p:sld>`;
}
