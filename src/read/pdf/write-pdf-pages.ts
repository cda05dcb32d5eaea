import type { PaperText } from '../../paper.ts';
import { openPaperWriter, type PaperWriter } from '../paper-writer.ts';
import { countHeaderRows } from '../tables/count-header-rows.ts';
import { continuedRows } from './continued-rows.ts';
import { type AlignedTable, type Block, findAlignedTables } from './find-aligned-tables.ts';
import { joinParagraphs, type Paragraph } from './join-paragraphs.ts';
import { orderColumns } from './order-columns.ts';
import type { PageRows } from './page-rows.ts';
import { stripFurniture } from './strip-furniture.ts';

/** A bold paragraph up to this length is dressed as a heading. */
const MAX_HEADING_CHARS = 200;
const SENTENCE_END = /[.:;?!)"”’]$/;

type Piece = Paragraph | AlignedTable;

/** The pages' words as one text: paragraphs a line each, tables as rows of tabs, a sentence over two pages whole. */
export function writePdfPages(pages: PageRows[]): PaperText {
  const writer = openPaperWriter();
  // A page's last paragraph is held back until it is known whether it goes on overleaf.
  let held: Paragraph | undefined;
  // A table that ends its page may go on overleaf, under its header printed again or without.
  let open: AlignedTable | undefined;
  stripFurniture(pages).forEach((page, index) => {
    const pieces = findAlignedTables(orderColumns(page)).flatMap(readBlock);
    const carried = carriesOn(held, pieces[0]);
    if (held) writeParagraph(held, writer);
    if (carried) writer.write(' ');
    else writer.blank();
    writer.startPage(index + 1, page.label);
    if (carried) writer.write((pieces.shift() as Paragraph).text);
    const rows = open && continuedRows(open, pieces[0]);
    if (rows) writer.continueTable(rows);
    const last = pieces.at(-1);
    open = last && 'cells' in last ? (rows && pieces.length === 1 ? open : last) : undefined;
    if (rows) pieces.shift();
    held = last && 'text' in last && !last.bold && !SENTENCE_END.test(last.text) ? last : undefined;
    if (held) pieces.pop();
    for (const piece of pieces) writePiece(piece, writer);
  });
  if (held) writeParagraph(held, writer);
  return writer.paper('pdf');
}

function readBlock(block: Block): Piece[] {
  return block.kind === 'table' ? [block] : joinParagraphs(block.rows);
}

/** A sentence that had not ended goes on overleaf in lower case. */
function carriesOn(held: Paragraph | undefined, next: Piece | undefined): boolean {
  return held !== undefined && next !== undefined && 'text' in next && /^[a-z]/.test(next.text);
}

function writePiece(piece: Piece, writer: PaperWriter): void {
  if ('text' in piece) writeParagraph(piece, writer);
  else writer.table(piece.cells, countHeaderRows(piece.cells, piece.boldRows));
}

function writeParagraph(paragraph: Paragraph, writer: PaperWriter): void {
  if (!paragraph.text.startsWith('- ')) writer.blank();
  else writer.endLine();
  const heading = paragraph.bold && paragraph.text.length <= MAX_HEADING_CHARS;
  writer.write(heading ? `**${paragraph.text}**` : paragraph.text);
}
