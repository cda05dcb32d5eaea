import type { PaperText, Span } from '../paper.ts';
import { pageAt, stripMarks } from '../paper.ts';
import { lineLabel } from './outline/line-label.ts';
import { markFurniture } from './outline/mark-furniture.ts';
import type { LineKind, OutlineLine } from './outline-line.ts';

const MAX_HEADING_CHARS = 250;
/** A bold heading that runs over more lines than this is a bold paragraph. */
const MAX_BOLD_LINES = 4;
const BULLET = /^(?:[-*+–—•·●○◦▪■□➢➤✓✔❖\uf0b7\uf0a7\uf0d8]|o(?=\s{2,}|\t))\s+/;
const RESOLUTION_WORD = /^(?:resolved|agreed|decision|decided|recommended|action)\b/i;

/**
 * Every line of the paper, in order, with what can be told from its dress alone: kind, heading marks, label, page.
 * Lines that a page prints around its content (running heads, page numbers) are `furniture`.
 */
export function outlineLines(source: PaperText): OutlineLine[] {
  const bold = boldLines(source);
  const inTable = tableLines(source);
  const lines = source.lines.map((span, index) =>
    outlineLine(source, { span, index, bold: bold.has(index), table: inTable.has(index) }),
  );
  return markFurniture(lines, source.pages);
}

type LineFacts = { span: Span; index: number; bold: boolean; table: boolean };

function outlineLine(source: PaperText, facts: LineFacts): OutlineLine {
  const raw = source.text.slice(facts.span.start, facts.span.end);
  const text = stripMarks(raw.replace(/^\s*>\s?/, ''));
  const bullet = BULLET.exec(raw.replace(/^\s+/, ''))?.[0];
  const unbulleted = bullet ? text.slice(bullet.trimEnd().length).trimStart() : text;
  const found = lineLabel(unbulleted);
  const marks = {
    hashes: /^[\s>]{0,12}(#{1,6})\s/.exec(raw)?.[1]?.length ?? 0,
    bold: facts.bold,
    capitals: isCapitals(found?.rest ?? unbulleted),
  };
  const page = pageAt(source.pages, facts.span.start)?.number;
  return {
    start: facts.span.start,
    end: facts.span.end,
    index: facts.index,
    kind: kindOf({ text, marks, bulleted: bullet !== undefined, table: facts.table || isTableRow(raw) }),
    text,
    ...(page === undefined ? {} : { page }),
    marks,
    ...(found ? { label: found.label, labelDress: found.dress } : {}),
    rest: found?.rest ?? unbulleted,
    indent: indentOf(raw),
  };
}

function kindOf(line: { text: string; marks: OutlineLine['marks']; bulleted: boolean; table: boolean }): LineKind {
  if (line.text === '') return 'blank';
  if (line.table) return 'table';
  if (line.bulleted) return 'bullet';
  const dressed = line.marks.hashes > 0 || line.marks.bold || line.marks.capitals;
  if (dressed && line.text.length <= MAX_HEADING_CHARS && !RESOLUTION_WORD.test(line.text)) return 'heading';
  return 'text';
}

/** All letters upper case, ordinals ("4th") and a possessive's s left aside; at least three letters. */
function isCapitals(text: string): boolean {
  const letters = text
    .replace(/\d(?:st|nd|rd|th)\b/gi, '')
    .replace(/['’]s\b/g, '')
    .replace(/[^\p{L}]/gu, '');
  return letters.length >= 3 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}

function isTableRow(raw: string): boolean {
  return /^\s*\|.*\|\s*$/.test(raw) || /<\/?(?:table|tr|td|th)\b/i.test(raw);
}

function indentOf(raw: string): number {
  const space = /^[\s>]*/.exec(raw)?.[0] ?? '';
  return [...space].reduce((columns, character) => columns + (character === '\t' ? 4 : 1), 0);
}

/** Lines that are bold as a whole, alone or as part of a bold run over a few lines. */
function boldLines(source: PaperText): Set<number> {
  const bold = new Set<number>();
  let open: number | undefined;
  source.lines.forEach((span, index) => {
    const raw = source.text
      .slice(span.start, span.end)
      .replace(/<\/?(?:b|strong)>/gi, '**')
      .trim();
    const content = raw.replace(/^#{1,6}\s+/, '');
    if (open !== undefined && (content === '' || index - open >= MAX_BOLD_LINES)) open = undefined;
    if (open !== undefined) {
      if (!content.includes('**')) return;
      if (/^[^*]*\*\*\W*$/.test(content)) for (let line = open; line <= index; line++) bold.add(line);
      open = undefined;
      return;
    }
    if (/^(?:\*\*|__)[^*_]+(?:\*\*|__)[^\p{L}\d]*$/u.test(content)) bold.add(index);
    else if (/^\*\*[^*]+$/.test(content)) open = index;
  });
  return bold;
}

function tableLines(source: PaperText): Set<number> {
  const inside = new Set<number>();
  let table = 0;
  source.lines.forEach((span, index) => {
    while (table < source.tables.length && (source.tables[table]?.end ?? 0) <= span.start) table++;
    const current = source.tables[table];
    if (current && span.start >= current.start && span.start < current.end) inside.add(index);
  });
  return inside;
}
