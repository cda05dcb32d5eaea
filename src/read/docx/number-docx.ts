import { type CheerioAPI, load } from 'cheerio';
import { type Element, isTag } from 'domhandler';
import { type Numbering, openNumbering, type ParagraphNumbering } from './docx-numbering.ts';

const XML = { xml: { decodeEntities: true } };
/** Tells that a paragraph has no number of its own any more, nor one from its style. */
const UNNUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>';

/**
 * The parts of a Word document with every automatic number ("39.", "(a)", "3.2.4") written into its paragraph as
 * words, since Word keeps only the rule for it. Bullets are left as they are. The given parts are not changed.
 */
export function numberDocx(files: Map<string, Uint8Array>): Map<string, Uint8Array> {
  const body = files.get('word/document.xml');
  const rules = files.get('word/numbering.xml');
  if (!body || !rules) return files;
  const numbering = openNumbering(text(rules), text(files.get('word/styles.xml')));
  const $ = load(text(body), XML);
  // The older twin of a text box repeats its words; numbering it too would count its paragraphs twice.
  $('mc\\:Fallback').remove();
  $('w\\:p').each((_, paragraph) => {
    writeNumber($, paragraph as Element, numbering);
  });
  return new Map(files).set('word/document.xml', new TextEncoder().encode($.xml()));
}

function text(bytes: Uint8Array | undefined): string {
  return bytes ? new TextDecoder().decode(bytes) : '';
}

function writeNumber($: CheerioAPI, paragraph: Element, numbering: Numbering): void {
  const properties = child(paragraph, 'w:pPr');
  const label = numbering.next(ownNumbering(properties));
  // Word shows a number on an empty paragraph too, but nothing can be cited by it.
  if (label === undefined || $(paragraph).find('w\\:t').text().trim() === '') return;
  const run = $('<w:r><w:t xml:space="preserve"></w:t></w:r>');
  run.find('w\\:t').text(`${label} `);
  if (properties) {
    $(properties).children('w\\:numPr').remove();
    $(properties).append(UNNUMBERED).after(run);
  } else {
    $(paragraph).prepend(`<w:pPr>${UNNUMBERED}</w:pPr>`, run);
  }
}

function ownNumbering(properties: Element | undefined): ParagraphNumbering {
  const own = properties && child(properties, 'w:numPr');
  return {
    style: value(properties && child(properties, 'w:pStyle')),
    numId: value(own && child(own, 'w:numId')),
    level: value(own && child(own, 'w:ilvl')),
  };
}

function child(node: Element, name: string): Element | undefined {
  return node.children.find((found): found is Element => isTag(found) && found.name === name);
}

function value(node: Element | undefined): string | undefined {
  return node?.attribs['w:val'];
}
