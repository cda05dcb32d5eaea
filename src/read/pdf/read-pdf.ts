import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { REASONS, type ReadResult, type Unreadable, unreadable } from '../read-outcome.ts';
import { openFontWeights } from './open-font-weights.ts';
import { type PageRows, readPageRows } from './page-rows.ts';
import { writePdfPages } from './write-pdf-pages.ts';

/** A whole PDF ends with this mark (PDF 32000-1, 7.5.5); some writers add a little after it. */
const END_MARK = '%%EOF';
const TAIL_BYTES = 2048;

/**
 * Reads a PDF's text layer: pages with the numbers printed on them, in reading order, without page furniture.
 * Pages are taken one at a time, so memory grows with the text and not with the file.
 */
export async function readPdf(bytes: Buffer, options: { signal?: AbortSignal } = {}): Promise<ReadResult> {
  const opened = await openPdf(bytes);
  if ('kind' in opened) return opened;
  try {
    const pages = await readPages(opened, options.signal);
    if (!Array.isArray(pages)) return pages;
    if (pages.every((page) => page.rows.length === 0)) return unreadable(REASONS.noTextLayer);
    return { kind: 'read', paper: writePdfPages(pages) };
  } finally {
    await opened.loadingTask.destroy();
  }
}

async function openPdf(bytes: Buffer): Promise<PDFDocumentProxy | Unreadable> {
  const whole = bytes.subarray(-TAIL_BYTES).includes(END_MARK);
  try {
    const document = await getDocument({
      // pdf.js takes the memory over, so it is given a copy.
      data: new Uint8Array(bytes),
      verbosity: VerbosityLevel.ERRORS,
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      enableXfa: false,
      isOffscreenCanvasSupported: false,
    }).promise;
    if (whole) return document;
    // pdf.js mends what it can, but pages that were cut off would be missed in silence.
    await document.loadingTask.destroy();
    return unreadable(REASONS.cutOff);
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') return unreadable(REASONS.encrypted);
    return unreadable(whole ? REASONS.damaged : REASONS.cutOff);
  }
}

async function readPages(document: PDFDocumentProxy, signal?: AbortSignal): Promise<PageRows[] | Unreadable> {
  const pages: PageRows[] = [];
  const weights = openFontWeights();
  for (let number = 1; number <= document.numPages; number += 1) {
    signal?.throwIfAborted();
    try {
      const page = await document.getPage(number);
      pages.push(await readPageRows(page, weights));
      page.cleanup();
    } catch {
      return unreadable(`page ${number} of the file is damaged`);
    }
  }
  return pages;
}
