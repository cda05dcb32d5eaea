import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { PaperFormat } from '../paper.ts';
import { FORMATS } from './paper-formats.ts';
import { REASONS, type ReadOutcome, type ReadResult, type Unreadable, unreadable } from './read-outcome.ts';
import { type Content, sniffContent } from './sniff-content.ts';

export type { ReadOutcome } from './read-outcome.ts';

const MB = 1024 * 1024;
/** A year of a committee's packs in one PDF is below this; the file is held in memory while it is read. */
const MAX_FILE_BYTES = 500 * MB;
/** Text this long is a data dump, or one line of 100 MB; a web page's tree takes far more memory than its text. */
const MAX_TEXT_BYTES = 50 * MB;
const MAX_HTML_BYTES = 20 * MB;

/** What a name's ending promises of the content; all others are text. */
const PROMISED: Partial<Record<PaperFormat, Content>> = { pdf: 'pdf', docx: 'docx', pptx: 'pptx' };
const CONTENT_NAMES: Record<Content, string> = {
  pdf: 'a PDF',
  docx: 'a DOCX',
  pptx: 'a PPTX',
  xlsx: 'an Excel workbook',
  zip: 'a ZIP archive',
  'encrypted-office': 'an encrypted Office file',
  'old-office': 'a file of an Office before 2007',
  rtf: 'rich text (RTF)',
  picture: 'a picture',
  text: 'text',
};

/**
 * Reads one paper. What is wrong with a file comes back as a reason in one line, without its folder; only an abort
 * is thrown, and bugs. The file is not changed, and nothing in it is run or fetched.
 */
export async function readPaper(path: string, options: { signal?: AbortSignal } = {}): Promise<ReadOutcome> {
  const format = FORMATS.get(extname(path).toLowerCase());
  if (!format) return unreadable(`a name ending in "${extname(basename(path))}" is no paper's`);
  options.signal?.throwIfAborted();
  const bytes = await readBytes(path, format);
  if (!Buffer.isBuffer(bytes)) return bytes;
  const wrong = checkContent(bytes, { format, ending: extname(path) });
  if (wrong) return wrong;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const result = await readFormat(bytes, format, options.signal);
  options.signal?.throwIfAborted();
  return result.kind === 'read' ? { ...result, sha256 } : result;
}

/** Each reader is loaded when first needed: their libraries take longer to load than a question to answer. */
async function readFormat(bytes: Buffer, format: PaperFormat, signal?: AbortSignal): Promise<ReadResult> {
  switch (format) {
    case 'pdf':
      return (await import('./pdf/read-pdf.ts')).readPdf(bytes, signal ? { signal } : {});
    case 'docx':
      return (await import('./docx/read-docx.ts')).readDocx(bytes);
    case 'html':
      return (await import('./html/read-html.ts')).readHtml(bytes);
    case 'markdown':
    case 'text':
      return (await import('./text/read-text.ts')).readText(bytes, format);
    case 'pptx':
      return (await import('./read-slides.ts')).readSlides(bytes);
    case 'csv':
      return (await import('./read-rows.ts')).readRows(bytes);
    case 'srt':
      return (await import('./read-captions.ts')).readCaptions(bytes);
  }
}

async function readBytes(path: string, format: PaperFormat): Promise<Buffer | Unreadable> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const most = maxBytes(format);
      if (size === 0) return unreadable(REASONS.empty);
      if (size > most) return unreadable(`the file is larger than ${most / MB} MB`);
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    return unreadable(whyNotOpened(error));
  }
}

function maxBytes(format: PaperFormat): number {
  if (format === 'html') return MAX_HTML_BYTES;
  return PROMISED[format] ? MAX_FILE_BYTES : MAX_TEXT_BYTES;
}

const OPEN_ERRORS: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder, not a file',
  ENOENT: 'the file is not there',
};

function whyNotOpened(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  return OPEN_ERRORS[code] ?? `the file cannot be opened (${code})`;
}

/** A reason if the content is not what the name's ending promises. */
function checkContent(bytes: Buffer, name: { format: PaperFormat; ending: string }): Unreadable | undefined {
  const content = sniffContent(bytes);
  const promised = PROMISED[name.format] ?? 'text';
  if (content === promised) return undefined;
  if (content === 'encrypted-office' && promised !== 'text') return unreadable(REASONS.encrypted);
  // A cut-off Office file may have lost every part that would tell what it was.
  if (content === 'zip' && (promised === 'docx' || promised === 'pptx')) return undefined;
  if (content === 'text' && bytes.includes(0)) return unreadable(REASONS.damaged);
  return unreadable(`the name ends in ${name.ending} but the content is ${CONTENT_NAMES[content]}`);
}
