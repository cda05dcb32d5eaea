import { type PageRows, type Row, rowText } from './page-rows.ts';

/** As many lines at each end of a page may be furniture: a head of two lines, a rule, a page number. */
const EDGE_ROWS = 3;
/** Heads and feet stand within this share of the page's height from its edge. */
const EDGE_SHARE = 0.14;
/** A line seen at the same height on this many pages runs; a paper of two pages shows it on both. */
const MIN_REPEATS = 3;
/** A running line has a left, a middle and a right; a line of more parts is a table's header that is printed again. */
const MAX_PARTS = 3;
/** Points by which the same running line may stand higher or lower. */
const SAME_HEIGHT = 6;
/** The number printed on a page: "Page 12 of 80", "12", "- 12 -". */
const PAGE_WORDS = /\bpage\s{0,3}(\d{1,4})\b/i;
const LONE_NUMBER = /^(?:[-–]\s?)?(\d{1,4}|[ivxl]{1,6})(?:\s?[-–])?$/i;

export type StrippedPage = PageRows & { label?: string };

/**
 * Pages without what runs along their edges: lines at the top and bottom that come again on other pages (digits
 * aside), and page numbers. The number a page prints becomes its label; a pack's "Page 12" before a report's own "3".
 */
export function stripFurniture(pages: PageRows[]): StrippedPage[] {
  const seen = countEdges(pages);
  const needed = Math.min(MIN_REPEATS, Math.max(2, pages.length));
  return pages.map((page) => {
    const furniture = edgeRows(page).filter(
      (row) => isPageNumber(row) || (row.segments.length <= MAX_PARTS && (seen.get(keyOf(page, row)) ?? 0) >= needed),
    );
    const label = labelOf(furniture);
    const rows = page.rows.filter((row) => !furniture.includes(row));
    return { ...page, rows, ...(label === undefined ? {} : { label }) };
  });
}

/** On how many pages each edge line stands. A line at a height between two bands counts for both. */
function countEdges(pages: PageRows[]): Map<string, number> {
  const seen = new Map<string, number>();
  for (const page of pages) {
    const keys = new Set(
      edgeRows(page).flatMap((row) => [keyOf(page, row), keyOf(page, row, 1), keyOf(page, row, -1)]),
    );
    for (const key of keys) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return seen;
}

/** Digits are folded, so that "Page 3" and "Page 4" are one line; the height is counted from the nearer edge. */
function keyOf(page: PageRows, row: Row, shift = 0): string {
  const top = row.y < page.height / 2;
  const band = Math.round((top ? row.y : page.height - row.y) / SAME_HEIGHT) + shift;
  return `${top ? 'top' : 'foot'}\t${band}\t${rowText(row).toLowerCase().replace(/\d+/g, '#')}`;
}

function edgeRows(page: PageRows): Row[] {
  const margin = page.height * EDGE_SHARE;
  const top = page.rows.slice(0, EDGE_ROWS).filter((row) => row.y < margin);
  const foot = page.rows.slice(-EDGE_ROWS).filter((row) => row.y > page.height - margin);
  return [...top, ...foot.filter((row) => !top.includes(row))];
}

/** A page number alone on its line, or one that a pack's stamp printed beside nothing else. */
function isPageNumber(row: Row): boolean {
  const words = rowText(row).trim();
  return LONE_NUMBER.test(words) || /^page\s{0,3}\d{1,4}(?:\s{0,3}(?:of|\/)\s{0,3}\d{1,4})?$/i.test(words);
}

function labelOf(furniture: Row[]): string | undefined {
  const words = furniture.map((row) => rowText(row).trim());
  const stamped = words.map((line) => PAGE_WORDS.exec(line)?.[1]).find((label) => label !== undefined);
  return stamped ?? words.map((line) => LONE_NUMBER.exec(line)?.[1]).find((label) => label !== undefined);
}
