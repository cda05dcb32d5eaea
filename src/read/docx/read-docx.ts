import { load } from 'cheerio';
import mammoth from 'mammoth';
import { layOutHtml } from '../html/lay-out-html.ts';
import { openZip, packZip } from '../open-zip.ts';
import { openPaperWriter } from '../paper-writer.ts';
import { REASONS, type ReadResult, unreadable } from '../read-outcome.ts';
import { numberDocx } from './number-docx.ts';

/** Words only: no pictures, fonts, themes or embedded files are unpacked. */
const PARTS = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels)$/;
const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"];

/** Reads a Word document: headings, lists with the numbers Word shows, tables. It has no pages: Word makes them on paper. */
export async function readDocx(bytes: Uint8Array): Promise<ReadResult> {
  const zip = openZip(bytes, (name) => PARTS.test(name));
  if (zip.kind === 'unreadable') return zip;
  if (!zip.files.has('word/document.xml')) return unreadable(REASONS.damaged);
  const html = await toHtml(zip.files);
  if (html === undefined) return unreadable(REASONS.damaged);
  const writer = openPaperWriter();
  layOutHtml(load(html)('body').get(0), writer);
  const paper = writer.paper('docx');
  return paper.text.trim() === '' ? unreadable(REASONS.noText) : { kind: 'read', paper };
}

/** Undefined if the document's XML cannot be read. */
async function toHtml(files: Map<string, Uint8Array>): Promise<string | undefined> {
  try {
    const buffer = Buffer.from(packZip(numberDocx(files)));
    const options = {
      styleMap: STYLES,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    };
    return (await mammoth.convertToHtml({ buffer }, options)).value;
  } catch {
    return undefined;
  }
}
