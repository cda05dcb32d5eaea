import type { Page, Span } from '../../paper.ts';

/** "Page 12", "Page 12 of 80", "- 12 -": a page number standing alone on its line. */
const PAGE_LINE = /^[ \t]*(?:-[ \t]*(\d{1,4})[ \t]*-|page[ \t]+(\d{1,4})(?:[ \t]+of[ \t]+\d{1,4})?)[ \t]*$/i;
/** Fewer printed page lines than this are chance ("Page 32" left over from one page), not pagination. */
const MIN_PAGE_LINES = 2;

/**
 * Pages of a plain text: cut at form feeds, else after lines that are a printed page number and rise.
 * A page's label is the number printed on it. Empty if the text shows no pages.
 */
export function findPrintedPages(text: string, lines: Span[]): Page[] {
  const printed = printedNumbers(text, lines);
  const feeds = [...text.matchAll(/\f/g)].map((match) => match.index + 1);
  if (feeds.length > 0) return cutAt(text, feeds, printed);
  if (printed.length < MIN_PAGE_LINES || !rises(printed)) return [];
  const ends = printed.map((line) => line.end);
  // Text after the last printed number is on that page's successor only if there is any.
  const rest = text.slice(ends.at(-1)).trim();
  return cutAt(text, rest === '' ? ends.slice(0, -1) : ends, printed);
}

type PrintedNumber = Span & { label: string };

function printedNumbers(text: string, lines: Span[]): PrintedNumber[] {
  const found: PrintedNumber[] = [];
  for (const line of lines) {
    if (line.end - line.start > 40) continue;
    const match = PAGE_LINE.exec(text.slice(line.start, line.end));
    const label = match?.[1] ?? match?.[2];
    if (label !== undefined) found.push({ ...line, label });
  }
  return found;
}

function rises(printed: PrintedNumber[]): boolean {
  return printed.every((line, index) => index === 0 || Number(line.label) > Number(printed[index - 1]?.label));
}

function cutAt(text: string, cuts: number[], printed: PrintedNumber[]): Page[] {
  const starts = [0, ...cuts.filter((cut) => cut < text.length)];
  let next = 0;
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? text.length;
    const page: Page = { number: index + 1, start, end };
    while (next < printed.length && (printed[next]?.start ?? 0) < end) {
      page.label = printed[next]?.label ?? '';
      next += 1;
    }
    return page;
  });
}
