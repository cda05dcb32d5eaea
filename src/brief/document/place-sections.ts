import type { Block, BriefingDocument } from './lay-out-briefing.ts';
import type { Measure } from './open-measure.ts';

/** How a paragraph is set: its type and the space above it in points. */
export type ParagraphStyle = { size: number; bold?: boolean; before: number; indent: number };
export type DocumentStyle = {
  page: { width: number; height: number; top: number; bottom: number; side: number };
  title: ParagraphStyle;
  about: ParagraphStyle;
  contents: ParagraphStyle;
  citationSize: number;
} & Record<Block['kind'], ParagraphStyle>;

/** `height` is with the space `above`, which a page does not begin with. */
type Box = { height: number; above: number; section?: number; isHeading?: boolean };

/**
 * The page on which each section of a document begins, and how many pages there are, when it is set with this style,
 * a line is never parted from its citation, and a heading never from the line after it.
 */
export function placeSections(
  { title, about, blocks }: BriefingDocument,
  { style, measure }: { style: DocumentStyle; measure: Measure },
): { pages: number[]; count: number } {
  const { page } = style;
  const heightOf = (text: string, { size, bold = false, before, indent }: ParagraphStyle) => {
    const width = page.width - 2 * page.side - indent;
    return before + measure(text, { font: bold ? 'bold' : 'regular', size, width });
  };
  const boxOf = (block: Block): Box => {
    const height = heightOf(block.text, style[block.kind]);
    const above = style[block.kind].before;
    if (block.kind !== 'line' || block.citation === '') {
      return { height, above, isHeading: block.kind === 'section' || block.kind === 'part' };
    }
    const { indent } = style.line;
    return { height: height + heightOf(block.citation, { size: style.citationSize, before: 0, indent }), above };
  };
  const titles = blocks.filter(({ kind }) => kind === 'section').map(({ text }) => text);
  const head = [
    heightOf(title, style.title),
    ...about.map((text) => heightOf(text, style.about)),
    ...['Contents', ...titles].map((text) => heightOf(text, style.contents)),
  ].map((height): Box => ({ height, above: 0 }));
  let section = 0;
  const body = blocks.map(
    (block): Box => ({ ...boxOf(block), ...(block.kind === 'section' ? { section: section++ } : {}) }),
  );
  return fill(together([...head, ...body]), page.height - page.top - page.bottom);
}

/** Headings with the first line after them: what is on one page or begins the next. */
function together(boxes: Box[]): Box[][] {
  const groups: Box[][] = [];
  for (const box of boxes) {
    const open = groups.at(-1);
    if (open?.at(-1)?.isHeading) open.push(box);
    else groups.push([box]);
  }
  return groups;
}

function fill(groups: Box[][], room: number): { pages: number[]; count: number } {
  const pages: number[] = [];
  let page = 1;
  let used = 0;
  for (const group of groups) {
    const height = group.reduce((sum, box) => sum + box.height, 0);
    if (used > 0 && used + height > room) {
      page += 1;
      used = -(group[0]?.above ?? 0);
    }
    for (const { section } of group) if (section !== undefined) pages[section] = page;
    used += height;
  }
  return { pages, count: page };
}
