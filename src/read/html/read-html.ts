import { load } from 'cheerio';
import type { AnyNode } from 'domhandler';
import type { PaperText } from '../../paper.ts';
import { openPaperWriter } from '../paper-writer.ts';
import { REASONS, type ReadResult, unreadable } from '../read-outcome.ts';
import { decodeText } from '../text/decode-text.ts';
import { wordsOf } from './html-nodes.ts';
import { layOutHtml } from './lay-out-html.ts';

/** What a page shows around its content, or does not show at all. */
const AROUND =
  'script, style, noscript, template, nav, [role=navigation], svg, button, select, input, textarea, iframe';
const HIDDEN = '[hidden], [aria-hidden=true], [style*="display:none"], [style*="display: none"]';
const FOOT = 'footer, [role=contentinfo], aside';
/** Where a page says its content is; the first that holds a good part of the page's words is taken. */
const CONTENT = ['main', '[role=main]', '#modgov', '.mgContent'];
const MIN_CONTENT_SHARE = 0.3;
/** Pages are nested some tens deep. The parser's work grows with depth times length, so a hostile page is turned away. */
const MAX_DEPTH = 1000;
const NESTING_TAG = /<(\/?)(?:div|span|section|article|ul|ol|dl|table|font|b|i|u|a|em|strong|center|blockquote)\b/gi;

/** Reads a saved web page: headings as `#` lines, list items as `- ` lines, data tables as tab-separated rows. */
export function readHtml(bytes: Uint8Array): ReadResult {
  const html = decodeText(bytes);
  if (html === undefined) return unreadable(REASONS.binary);
  if (isNestedTooDeep(html)) return unreadable('the page is nested too deep');
  const paper = layOutPage(html);
  return paper.text.trim() === '' ? unreadable(REASONS.noText) : { kind: 'read', paper };
}

function layOutPage(html: string): PaperText {
  const $ = load(html);
  $(AROUND).remove();
  $(HIDDEN).remove();
  const body = $('body').get(0);
  const content = CONTENT.map((place) => $(place).get(0)).find((found) => holdsMost(found, body));
  if (!content) $(FOOT).remove();
  const writer = openPaperWriter();
  layOutHtml(content ?? body, writer);
  return writer.paper('html');
}

function holdsMost(part: AnyNode | undefined, body: AnyNode | undefined): boolean {
  if (!part || !body) return false;
  return wordsOf(part).length > wordsOf(body).length * MIN_CONTENT_SHARE;
}

function isNestedTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, slash] of html.matchAll(NESTING_TAG)) {
    depth = slash === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}
