import type { KnownBlock, ModalView, RichTextBlock } from '@slack/types';
import { formatDate } from '../../../citation.ts';
import type { CitedExcerpt } from '../../../excerpt.ts';
import { type PaperStatus, stripMarks } from '../../../paper.ts';
import { cutText } from '../../format/cut-text.ts';
import { SLACK_LIMITS } from '../../format/slack-limits.ts';
import { splitText } from '../../format/split-text.ts';
import { visibleText } from '../../format/visible-text.ts';
import { ACTIONS } from '../parts/action-names.ts';
import { button, buttonRows, plainText } from '../parts/button.ts';
import { type Run, richParagraph, smallPrint } from '../parts/rich-text.ts';
import { tableRows } from '../parts/table-block.ts';

/** A paragraph of the passage; longer ones go over several. */
const MAX_RUN_CHARS = 2_800;
/** A modal is a screen, not a paper: more blocks of words or rows of a table are left to Later. */
const MAX_PASSAGE_BLOCKS = 40;
const MAX_TABLE_BLOCKS = 40;
const MAX_LABEL_CHARS = 500;
const MAX_BEGINNING_CHARS = 80;
/** Where the excerpt begins or ends, often inside a sentence. */
const MORE = ' … ';

export type SourceModalOptions = {
  /** Which citation this is, as its marker has it. */
  number?: number;
  /** Opaque: what Earlier and Later need to find the place again. */
  metadata: string;
};

/**
 * A cited passage in its surroundings, the cited words in bold and said to be so, with the paper, the page and the
 * minutes' status, and buttons to read on. Shows nothing that is not in the excerpt.
 */
export function sourceModal(excerpt: CitedExcerpt, { number, metadata }: SourceModalOptions): ModalView {
  const blocks: KnownBlock[] = [
    richParagraph({ text: cutText(visibleText(excerpt.label), MAX_LABEL_CHARS), bold: true }),
    ...smallPrint(...aboutLines(excerpt)),
    { type: 'divider' },
    ...passageBlocks(excerpt),
    ...tableBlocks(excerpt),
    ...readOnButtons(excerpt),
  ];
  return {
    type: 'modal',
    callback_id: ACTIONS.source,
    title: plainText(number === undefined ? 'Source' : `Source ${number}`, SLACK_LIMITS.titleChars),
    close: plainText('Close', SLACK_LIMITS.titleChars),
    private_metadata: metadata,
    blocks,
  };
}

/** The paper, the page and the status, a line each. */
function aboutLines({ source, page, place, status, parts }: CitedExcerpt): string[] {
  const pack = place.pageLabel === undefined ? '' : ` (pack page ${place.pageLabel})`;
  return [
    `Paper: ${[place.paperTitle, source].filter((part) => part !== undefined).join(', ')}`,
    ...(page === undefined ? [] : [`Page ${page}${pack}`]),
    ...(place.paperKind === 'minutes' ? [`Status of these minutes: ${statusWords(status)}`] : []),
    citedLine(parts),
  ];
}

/** Bold is not read out: where the cited words begin is said too. */
function citedLine(parts: CitedExcerpt['parts']): string {
  const words = visibleText(stripMarks(parts.flatMap(({ text, cited }) => (cited ? [text] : [])).join(' ')));
  if (words === '') return 'You have read on: the cited words are not in this part.';
  return `The cited words are in bold and begin: “${cutText(words, MAX_BEGINNING_CHARS)}”`;
}

/** A paper's status in words. */
export function statusWords(status: PaperStatus): string {
  switch (status.kind) {
    case 'published':
      return 'published';
    case 'draft':
      return 'draft, not yet approved as a correct record';
    case 'confirmed':
      return `approved as a correct record${approval(status)}`;
    case 'corrected':
      return `approved with corrections${approval(status)}: ${status.corrections}`;
  }
}

function approval({ byMinute, byMeetingDate }: { byMinute?: string; byMeetingDate?: string }): string {
  const by = byMinute === undefined ? '' : ` by Minute ${byMinute}`;
  return `${by}${byMeetingDate === undefined ? '' : `, ${formatDate(byMeetingDate)}`}`;
}

/** The excerpt's parts joined as they stand, cut into blocks; a gap, and where there is more, is said to be one. */
function passageBlocks({ parts, hasEarlier, hasLater }: CitedExcerpt): RichTextBlock[] {
  const blocks: RichTextBlock[] = [];
  let runs: Run[] = hasEarlier ? [MORE] : [];
  let chars = 0;
  const close = () => {
    if (runs.length > 0) blocks.push(richParagraph(...runs));
    runs = [];
    chars = 0;
  };
  for (const { text, cited, gapBefore } of parts) {
    if (gapBefore) {
      close();
      blocks.push(richParagraph({ text: '… (something is left out here) …', italic: true }));
    }
    for (const piece of pieces(withoutMarks(text))) {
      if (chars + piece.length > MAX_RUN_CHARS) close();
      runs.push(cited ? { text: piece, bold: true } : piece);
      chars += piece.length;
    }
  }
  if (hasLater) runs.push(MORE);
  close();
  return blocks.slice(0, MAX_PASSAGE_BLOCKS);
}

/** Line by line, with the white space at the ends of each: parts are joined again as they stand. */
function withoutMarks(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const words = line.trim();
      return words === '' ? line : line.replace(words, () => stripMarks(words));
    })
    .join('\n');
}

/** A part whole where it fits, with the white space at its ends; else in pieces. */
function pieces(text: string): string[] {
  return text.length <= MAX_RUN_CHARS ? [text] : splitText(text, { max: MAX_RUN_CHARS });
}

/** Slack's tables are for messages only: row by row, each cell behind its column's name, cited rows in bold. */
function tableBlocks({ table }: CitedExcerpt): KnownBlock[] {
  if (!table) return [];
  const title = `As a table, row by row${table.caption === undefined ? '' : `: ${table.caption}`}`;
  const rows = tableRows(table).flatMap((line, n) =>
    splitText(line, { max: MAX_RUN_CHARS }).map((text) => richParagraph({ text, bold: table.rows[n]?.cited === true })),
  );
  const heading = richParagraph({ text: cutText(visibleText(title), MAX_LABEL_CHARS), italic: true });
  return [{ type: 'divider' }, heading, ...rows.slice(0, MAX_TABLE_BLOCKS)];
}

function readOnButtons({ hasEarlier, hasLater, place }: CitedExcerpt): KnownBlock[] {
  const where = place.paperKind === 'minutes' ? 'the minutes' : 'the paper';
  return buttonRows([
    ...(hasEarlier
      ? [button('Earlier', { action: ACTIONS.earlier, value: 'earlier', label: `Read what comes before in ${where}` })]
      : []),
    ...(hasLater ? [button('Later', { action: ACTIONS.later, value: 'later', label: `Read on in ${where}` })] : []),
  ]);
}
