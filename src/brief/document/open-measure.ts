import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';

/** Liberation Sans (SIL Open Font License), which pdfjs-dist ships: Latin, Greek and Cyrillic, as wide as Arial. */
const FONT_FOLDER = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'standard_fonts');
const FONTS = { regular: 'LiberationSans-Regular.ttf', bold: 'LiberationSans-Bold.ttf' };

export type FontName = keyof typeof FONTS;

/** Makes both fonts known to a document. */
export function registerFonts(doc: PDFKit.PDFDocument): void {
  for (const [name, file] of Object.entries(FONTS)) doc.registerFont(name, readFileSync(join(FONT_FOLDER, file)));
}

/** How high words are, in points, when they are set so wide. */
export type Measure = (words: string, style: { font?: FontName; size: number; width: number }) => number;

/** Measures words as a page would set them. */
export function openMeasure(): Measure {
  const doc = new PDFDocument({ autoFirstPage: true });
  registerFonts(doc);
  return (words, { font = 'regular', size, width }) =>
    words === '' ? 0 : doc.font(font).fontSize(size).heightOfString(words, { width });
}
