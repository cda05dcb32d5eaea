import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';
import { leastOf, mostOf } from '../most-of.ts';
import type { FontWeights } from './open-font-weights.ts';

/** A piece of a printed line without a wide gap in it: points from the page's top left, `y` the baseline. */
export type Segment = {
  text: string;
  x0: number;
  x1: number;
  y: number;
  size: number;
  bold: boolean;
  /** Gaps inside it that may part two columns of a table: where in `text`, and between which points. */
  gaps: { at: number; x0: number; x1: number }[];
};
/** A printed line: its segments from left to right. */
export type Row = { segments: Segment[]; x0: number; x1: number; y: number; size: number };
export type PageRows = { rows: Row[]; width: number; height: number };

type Glyphs = Omit<Segment, 'gaps'> & { upright: boolean };

/** Baselines that differ by less than this share of the letters' size are one line (a raised "th" is). */
const SAME_LINE = 0.5;
/** A gap of this many letter sizes parts columns; justified text stays below it. */
const SEGMENT_GAP = 1.25;
/** A gap this wide inside a part may still part two narrow columns. */
const COLUMN_GAP = 0.45;
/** A gap of this share of the letters' size is a space between words, where the file states none. */
const WORD_GAP = 0.16;

/** The lines of a page from top to bottom. */
export async function readPageRows(page: PDFPageProxy, weights: FontWeights): Promise<PageRows> {
  const view = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  const items = content.items.filter((item): item is TextItem => 'str' in item && item.str.trim() !== '');
  const isBold = await weights.ofPage(page, new Set(items.map((item) => item.fontName)));
  const glyphs = items
    .map((item) => ({ ...place(item, view.transform), bold: isBold(item.fontName) }))
    .filter((glyph) => glyph.upright);
  return { rows: groupRows(glyphs), width: view.width, height: view.height };
}

/** Where an item stands on the page as it is looked at. Slanting text is a watermark, not part of the paper. */
function place(item: TextItem, view: number[]): Omit<Glyphs, 'bold'> {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = item.transform;
  const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = view;
  const x = va * e + vc * f + ve;
  const y = vb * e + vd * f + vf;
  const along = [va * a + vc * b, vb * a + vd * b] as const;
  const size = Math.hypot(va * c + vc * d, vb * c + vd * d) || item.height || 1;
  const straight = Math.abs(along[1]) < Math.abs(along[0]) * 0.1;
  const sideways = Math.abs(along[0]) < Math.abs(along[1]) * 0.1;
  const x1 = straight ? x + item.width : x + size;
  return { text: item.str, x0: x, x1, y, size, upright: straight || sideways };
}

function groupRows(glyphs: Glyphs[]): Row[] {
  const sorted = [...glyphs].sort((a, b) => a.y - b.y || a.x0 - b.x0);
  const groups: Glyphs[][] = [];
  let anchor: Glyphs | undefined;
  for (const glyph of sorted) {
    const group = groups.at(-1);
    if (group && anchor && glyph.y - anchor.y < SAME_LINE * Math.max(anchor.size, glyph.size)) {
      group.push(glyph);
      if (glyph.size > anchor.size * 1.2) anchor = glyph;
    } else {
      groups.push([glyph]);
      anchor = glyph;
    }
  }
  return groups.map(toRow);
}

function toRow(group: Glyphs[]): Row {
  const segments: Segment[] = [];
  for (const glyph of [...group].sort((a, b) => a.x0 - b.x0)) {
    const last = segments.at(-1);
    const gap = last ? glyph.x0 - last.x1 : 0;
    const size = last ? Math.max(last.size, glyph.size) : glyph.size;
    if (last && gap < SEGMENT_GAP * size) append(last, glyph, gap / size);
    else segments.push(bare(glyph));
  }
  return rowOf(segments);
}

/** A line of these segments. */
export function rowOf(segments: Segment[]): Row {
  const widest = segments.reduce((most, next) => (next.text.length > most.text.length ? next : most));
  return {
    segments,
    x0: leastOf(segments.map((segment) => segment.x0)),
    x1: mostOf(segments.map((segment) => segment.x1)),
    y: widest.y,
    size: widest.size,
  };
}

function bare({ text, x0, x1, y, size, bold }: Glyphs): Segment {
  return { text, x0, x1, y, size, bold, gaps: [] };
}

function append(segment: Segment, glyph: Glyphs, gap: number): void {
  if (gap > COLUMN_GAP) segment.gaps.push({ at: segment.text.length, x0: segment.x1, x1: glyph.x0 });
  const space = gap > WORD_GAP && !/\s$/.test(segment.text) && !/^\s/.test(glyph.text) ? ' ' : '';
  // A superscript or a bullet in another font does not make bold words plain.
  const words = /\w/.test(glyph.text);
  if (words && /\w/.test(segment.text)) segment.bold &&= glyph.bold;
  else if (words) segment.bold = glyph.bold;
  if (segment.text.trim().length < glyph.text.length) {
    segment.y = glyph.y;
    segment.size = glyph.size;
  }
  segment.text += space + glyph.text;
  segment.x1 = Math.max(segment.x1, glyph.x1);
}

/** The words of a line, its segments parted by spaces. */
export function rowText(row: Row): string {
  return row.segments
    .map((segment) => segment.text.trim())
    .join(' ')
    .replace(/\s+/g, ' ');
}
