import { type AnyNode, type Element, isTag } from 'domhandler';
import { countHeaderRows } from '../tables/count-header-rows.ts';
import { isBoldAlone, wordsOf } from './html-nodes.ts';

/** A cell with this much text in several blocks holds a piece of the page, not a value. */
const MAX_DATA_CELL_CHARS = 700;
const MIN_LAYOUT_BLOCKS = 3;
/** No honest table spans further; a hostile one would fill the memory with empty cells. */
const MAX_SPAN = 60;
const LABEL = /^(?:\(?[0-9a-z]{1,4}(?:\.[0-9]{1,3}){0,3}[.)]{0,2})?$/i;
/** The item tables of ModernGov pages hold whole minutes in their cells. */
const ITEM_TABLE = /\bmgItemTable\b/;

export type HtmlRow = { cells: Element[]; heading: boolean };

/** The rows of this table, not of tables inside it. */
export function rowsOf(table: Element): HtmlRow[] {
  return elements(table).flatMap((child) => {
    if (child.name === 'tr') return [rowOf(child, false)];
    if (!/^t(?:head|body|foot)$/.test(child.name)) return [];
    return elements(child)
      .filter((row) => row.name === 'tr')
      .map((row) => rowOf(row, child.name === 'thead'));
  });
}

function rowOf(row: Element, inHead: boolean): HtmlRow {
  const cells = elements(row).filter((cell) => cell.name === 'td' || cell.name === 'th');
  const named = cells.length > 1 && cells.every((cell) => cell.name === 'th' || isBoldAlone(cell));
  return { cells, heading: inHead || named };
}

/** Whether a table only places things on the page: its cells are then read one after another, not as values. */
export function isLayoutTable(table: Element, rows: HtmlRow[]): boolean {
  if (table.attribs.role === 'presentation' || ITEM_TABLE.test(table.attribs.class ?? '')) return true;
  if (rows.every((row) => row.cells.length <= 1) || isItemTable(rows)) return true;
  const cells = rows.flatMap((row) => row.cells);
  return cells.some(isPieceOfPage) || isNumberedList(rows);
}

/** "No. | Item" over numbers and items: the same table where its class was lost in saving. */
function isItemTable([head, ...rows]: HtmlRow[]): boolean {
  const names = (head?.cells ?? []).map((cell) => wordsOf(cell).trim());
  return (
    names.length === 2 && /^no\.?$/i.test(names[0] ?? '') && /^items?$/i.test(names[1] ?? '') && isNumberedList(rows)
  );
}

function isPieceOfPage(cell: Element): boolean {
  if (holds(cell, /^(?:table|h[1-6])$/)) return true;
  const blocks = elements(cell).filter((child) => /^(?:p|div|ul|ol)$/.test(child.name)).length;
  return blocks >= MIN_LAYOUT_BLOCKS && wordsOf(cell).length > MAX_DATA_CELL_CHARS;
}

/** Two columns of which the first only numbers the second: an agenda set as a table. */
function isNumberedList(rows: HtmlRow[]): boolean {
  const labelled = rows.filter((row) => row.cells.length > 0);
  return (
    labelled.some((row) => wordsOf(row.cells[0] as Element).trim() !== '') &&
    labelled.every((row) => {
      const [first, second] = row.cells;
      if (row.heading || row.cells.length !== 2 || !first || !second) return false;
      return LABEL.test(wordsOf(first).trim()) && /[a-z]{3}/i.test(wordsOf(second));
    })
  );
}

/** Words of the cells in columns; a cell over several columns or rows is followed by empty ones. */
export function tableCells(rows: HtmlRow[]): { cells: string[][]; headerRows: number } {
  const open: number[] = [];
  const cells = rows.map((row) => {
    const words: string[] = [];
    for (const cell of row.cells) {
      skipOpen(words, open);
      const columns = spanOf(cell, 'colspan');
      for (let column = 0; column < columns; column += 1) {
        open[words.length] = spanOf(cell, 'rowspan') - 1;
        words.push(column === 0 ? wordsOf(cell).trim() : '');
      }
    }
    skipOpen(words, open);
    return words;
  });
  const filled = cells.filter((row) => row.length > 0);
  const marked = rows.findIndex((row) => !row.heading);
  return { cells: filled, headerRows: countHeaderRows(filled, marked === -1 ? 0 : marked) };
}

/** Columns that a cell of a row above still covers. */
function skipOpen(words: string[], open: number[]): void {
  for (let left = open[words.length]; left !== undefined && left > 0; left = open[words.length]) {
    open[words.length] = left - 1;
    words.push('');
  }
}

function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(cell.attribs[name] ?? '1', 10);
  return span > 1 ? Math.min(span, MAX_SPAN) : 1;
}

function holds(root: Element, names: RegExp): boolean {
  const left: AnyNode[] = [...root.children];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (!isTag(node)) continue;
    if (names.test(node.name)) return true;
    for (const child of node.children) left.push(child);
  }
  return false;
}

function elements(node: Element): Element[] {
  return node.children.filter(isTag);
}
