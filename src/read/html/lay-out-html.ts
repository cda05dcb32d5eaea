import { type AnyNode, type Element, isTag } from 'domhandler';
import type { PaperWriter } from '../paper-writer.ts';
import { isBold, listMarks, wordsOf } from './html-nodes.ts';
import { isLayoutTable, rowsOf, tableCells } from './html-tables.ts';

/** Elements nested deeper than this are read as plain words: no page means it, and recursion must end. */
const MAX_DEPTH = 150;
/** A line wholly in bold is a heading's dress up to this length; longer, it is emphasis. */
const MAX_BOLD_HEADING_CHARS = 200;
/** A cell of a layout table that only numbers what stands beside it: "12.", "(a)", "3.2.4". */
const LABEL_CELL = /^\(?[0-9a-z]{1,4}(?:\.[0-9]{1,3}){0,3}[.)]{0,2}$/i;

const PARAGRAPHS = new Set(['p', 'blockquote', 'pre', 'dl', 'ul', 'ol', 'figure', 'fieldset', 'hr', 'address']);
const LINES = new Set(
  'div section article main header footer aside center form details summary figcaption legend dt dd caption body'.split(
    ' ',
  ),
);

/** What is being laid out: the words of the line in hand, and the mark that goes in front of the next line. */
type Hand = {
  writer: PaperWriter;
  words: string;
  bold: number;
  plain: number;
  mark: string;
  lists: number;
  marks: Map<AnyNode, string>;
};

/** Writes an element's content as lines of text. Nothing in it is fetched or run. */
export function layOutHtml(root: AnyNode | undefined, writer: PaperWriter): void {
  const hand: Hand = { writer, words: '', bold: 0, plain: 0, mark: '', lists: 0, marks: new Map() };
  if (root) layOut(root, hand, { depth: 0, bold: false });
  endBlock(hand);
}

type Where = { depth: number; bold: boolean };

function layOut(node: AnyNode, hand: Hand, where: Where): void {
  if (node.type === 'text') addWords(hand, node.data.replace(/\s+/g, ' '), where.bold);
  else if (!isTag(node)) return;
  else if (where.depth > MAX_DEPTH) addWords(hand, wordsOf(node), where.bold);
  else layOutElement(node, hand, { depth: where.depth + 1, bold: where.bold || isBold(node) });
}

function layOutElement(node: Element, hand: Hand, inner: Where): void {
  const { name } = node;
  if (name === 'br') hand.words += '\n';
  else if (/^h[1-6]$/.test(name)) layOutHeading(node, hand);
  else if (name === 'table') layOutTable(node, hand, inner);
  else if (name === 'li') layOutItem(node, hand, inner);
  else if (name === 'ul' || name === 'ol') layOutList(node, hand, inner);
  else if (PARAGRAPHS.has(name)) layOutBlock(node, hand, { where: inner, apart: true });
  else if (LINES.has(name)) layOutBlock(node, hand, { where: inner, apart: false });
  else layOutAll(node.children, hand, inner);
}

function layOutAll(nodes: AnyNode[], hand: Hand, where: Where): void {
  for (const node of nodes) layOut(node, hand, where);
}

function layOutBlock(node: Element, hand: Hand, options: { where: Where; apart: boolean }): void {
  const apart = options.apart && hand.lists === 0;
  endBlock(hand);
  if (apart) hand.writer.blank();
  layOutAll(node.children, hand, options.where);
  endBlock(hand);
  if (apart) hand.writer.blank();
}

function layOutHeading(node: Element, hand: Hand): void {
  endBlock(hand);
  const words = wordsOf(node).trim();
  if (words === '') return;
  hand.writer.blank();
  hand.writer.line(`${'#'.repeat(Number(node.name[1]))} ${hand.mark}${words}`);
  hand.mark = '';
  hand.writer.blank();
}

function layOutList(node: Element, hand: Hand, where: Where): void {
  endBlock(hand);
  if (hand.lists === 0) hand.writer.blank();
  hand.lists += 1;
  const outer = hand.marks;
  hand.marks = listMarks(node);
  layOutAll(node.children, hand, where);
  endBlock(hand);
  hand.marks = outer;
  hand.lists -= 1;
  if (hand.lists === 0) hand.writer.blank();
}

function layOutItem(node: Element, hand: Hand, where: Where): void {
  endBlock(hand);
  hand.mark = '  '.repeat(Math.max(0, hand.lists - 1)) + (hand.marks.get(node) ?? '- ');
  layOutAll(node.children, hand, where);
  endBlock(hand);
  hand.mark = '';
}

function layOutTable(table: Element, hand: Hand, where: Where): void {
  endBlock(hand);
  const rows = rowsOf(table);
  if (isLayoutTable(table, rows)) {
    for (const row of rows) layOutRow(row.cells, hand, where);
    return;
  }
  const caption = table.children.find((child) => isTag(child) && child.name === 'caption');
  if (caption) {
    hand.writer.blank();
    layOut(caption, hand, where);
  }
  const { cells, headerRows } = tableCells(rows);
  hand.writer.table(cells, headerRows);
}

/** The cells of a layout table one after another; a cell with a number only goes in front of the next. */
function layOutRow(cells: Element[], hand: Hand, where: Where): void {
  if (cells.length > 1 && cells.every((cell) => cell.name === 'th')) {
    hand.writer.line(cells.map((cell) => wordsOf(cell).trim()).join(' '));
    return;
  }
  for (const cell of cells) {
    const words = wordsOf(cell).trim();
    if (LABEL_CELL.test(words) && cell !== cells.at(-1)) hand.mark = `${words} `;
    else layOutBlock(cell, hand, { where, apart: true });
  }
  hand.mark = '';
}

function addWords(hand: Hand, words: string, bold: boolean): void {
  hand.words += words;
  const letters = words.replace(/\s/g, '').length;
  if (bold) hand.bold += letters;
  else hand.plain += letters;
}

/** Writes the words in hand, one line for each `<br>`. */
function endBlock(hand: Hand): void {
  const heading = hand.bold > 0 && hand.plain === 0 && hand.bold <= MAX_BOLD_HEADING_CHARS && hand.lists === 0;
  for (const raw of hand.words.split('\n')) {
    const words = raw.replace(/[\s\u00a0]+/g, ' ').trim();
    if (words === '') continue;
    const mark = startsWithMark(words, hand.mark) ? '' : hand.mark;
    hand.writer.line(heading ? `**${mark}${words}**` : `${mark}${words}`);
    hand.mark = '';
  }
  hand.words = '';
  hand.bold = 0;
  hand.plain = 0;
}

/** A list item that already prints its own label ("(1)", "a)", "3.") is given no second one. */
function startsWithMark(words: string, mark: string): boolean {
  return (
    /^\s*(?:-|\d+\.|[a-z]+\.)\s$/i.test(mark) &&
    /^(?:\([0-9a-z]{1,4}\)|[0-9a-z]{1,3}\)|\d{1,3}\.\s|[•●▪-]\s)/i.test(words)
  );
}
