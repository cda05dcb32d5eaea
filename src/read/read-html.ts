import { load } from 'cheerio';
import { decodeText } from './decode-text.ts';
import { layOutHtml } from './lay-out-html.ts';
import { openPaperWriter } from './paper-writer.ts';
import { REASONS, type ReadResult, unreadable } from './read-outcome.ts';

/** What a page shows around its content, or does not show at all. */
const AROUND =
  'script, style, noscript, template, nav, [role=navigation], svg, button, select, input, textarea, iframe';
const HIDDEN = '[hidden], [aria-hidden=true], [style*="display:none"], [style*="display: none"]';
/** Where a page says its content is; the first that holds most of the page's words is taken. */
const CONTENT = ['main', '[role=main]', '#modgov', '.mgContent'];
const MIN_CONTENT_SHARE = 0.3;

/** Reads a saved web page: headings as `#` lines, list items as `- ` lines, data tables as tab-separated rows. */
export function readHtml(bytes: Uint8Array): ReadResult {
  const html = decodeText(bytes);
  if (html === undefined) return unreadable(REASONS.binary);
  const paper = layOutPage(html);
  return paper.text.trim() === '' ? unreadable(REASONS.noText) : { kind: 'read', paper };
}

function layOutPage(html: string) {
  const $ = load(html);
  $(AROUND).remove();
  $(HIDDEN).remove();
  const whole = $('body').text().trim().length;
  const content = CONTENT.map((place) => $(place).first()).find(
    (found) => found.length > 0 && found.text().trim().length > whole * MIN_CONTENT_SHARE,
  );
  if (!content) $('footer, [role=contentinfo], aside').remove();
  const writer = openPaperWriter();
  layOutHtml((content ?? $('body')).get(0), writer);
  return writer.paper('html');
}
