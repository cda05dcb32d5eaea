import { type Content, type ContentBlock, plainWords, REST } from './content-block.ts';

type Item = { number: string; title: string; paragraphs: string[] };

const ITEM_HEADING = /^(\d+)\. (.*)$/;
const DECISION_START = /^(RESOLVED|RECOMMENDED)/;
const LIMB = /^\([0-9a-z]+\) /;

/**
 * Draws minutes as a saved page of a council's meetings site: a table of items, each with its decision and its
 * minutes, which repeat each other, and a long item cut off with a link to the rest.
 */
export function writeModernGov(content: Content): string {
  const title = escapeHtml(content.head);
  const about = content.blocks
    .slice(1, content.blocks.findIndex(isItem))
    .map((block) => `<p>${escapeHtml(plainWords(textOf(block)))}</p>`);
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    `<head><meta charset="utf-8"><title>Agenda and minutes - ${title} - Ostlemere Borough Council</title></head>`,
    '<body>',
    '<nav><a href="ieDocHome.aspx">Home</a> <a href="mgListCommittees.aspx">Committees</a> <a href="mgMemberIndex.aspx">Councillors</a></nav>',
    '<div class="mgContent">',
    '<h1 class="mgMainTitleTxt">Agenda and minutes</h1>',
    `<h2 class="mgSubTitleTxt">${title}<br>${content.when}</h2>`,
    '<p><span class="mgLabel">Venue:</span> Council Chamber, Guildhall, Ostlemere</p>',
    '<p><span class="mgLabel">Contact:</span> Rhiannon Teal, Democratic Services</p>',
    ...about,
    '<h2 class="mgSectionTitle">Items</h2>',
    '<table class="mgItemTable" summary="Table of items within the meeting">',
    '<tr><th scope="col">No.</th><th scope="col">Item</th></tr>',
    ...readItems(content.blocks).map(drawItem),
    '</table>',
    '</div>',
    '<footer><p>Ostlemere Borough Council, Guildhall, Priory Street, Ostlemere</p></footer>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function isItem(block: ContentBlock): boolean {
  return block.kind === 'heading' && ITEM_HEADING.test(block.text);
}

function textOf(block: ContentBlock | undefined): string {
  return block && 'text' in block ? block.text : '';
}

function readItems(blocks: ContentBlock[]): Item[] {
  const items: Item[] = [];
  for (const block of blocks) {
    const [, number = '', title = ''] = (isItem(block) && ITEM_HEADING.exec(textOf(block))) || [];
    if (number !== '') items.push({ number, title, paragraphs: [] });
    else items.at(-1)?.paragraphs.push(plainWords(textOf(block)));
  }
  return items;
}

function drawItem(item: Item): string {
  const decision = item.paragraphs.filter((text) => DECISION_START.test(text) || LIMB.test(text));
  const cut = item.paragraphs.findIndex((text) => text.includes(REST));
  const shown = cut < 0 ? item.paragraphs : [...item.paragraphs.slice(0, cut), '...'];
  const rest = `<p><a href="mgAi.aspx?ID=${item.number}#mgDocuments">view the full minutes text for item ${item.number}.</a></p>`;
  return [
    `<tr><td class="mgItemNumberCell"><p><a name="AI${item.number}"></a>${item.number}.</p></td>`,
    `<td><p class="mgAiTitleTxt">${escapeHtml(item.title)}</p>`,
    ...(decision.length > 0 ? ['<p class="mgSubItemTxt">Decision:</p>', wordParagraphs(decision)] : []),
    '<p class="mgSubItemTxt">Minutes:</p>',
    wordParagraphs(shown),
    ...(cut < 0 ? [] : [rest]),
    '</td></tr>',
  ].join('\n');
}

function wordParagraphs(texts: string[]): string {
  return `<div class="mgWordPara">\n${texts.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n')}\n</div>`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
