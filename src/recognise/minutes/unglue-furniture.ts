import type { OutlineLine } from '../outline-line.ts';

/** A running header shorter than this may be a word that a heading begins with. */
const MIN_HEADER_CHARS = 10;
/** Papers print one or two; hundreds are not headers. */
const MAX_HEADERS = 20;
/** "SCRUTINY COMMITTEE - 11/09/19": the meeting's name and date, printed on top of each page. */
const NAME_AND_DATE =
  /^[A-Z][^.:;]{5,90}\s[-–—]?\s?(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)? [A-Za-z]{3,9},? \d{4})$/i;

const DATE_ALONE = /^(?:[A-Z][a-z]+day,? )?\d{1,2}(?:st|nd|rd|th)? [A-Za-z]{3,9},? \d{4}$/;
/** A paper's own name stands in its first lines. */
const MAX_HEAD_LINES = 8;
const MAX_NAME_CHARS = 90;

/**
 * Page furniture told by what stands next to it: a running header glued to the front of a line is cut off it, and the
 * meeting's name and date beside a page number is furniture though printed once.
 */
export function unglueFurniture(source: string, lines: OutlineLine[]): OutlineLine[] {
  const heads = pageHeads(lines);
  const marked = lines.map((line, at) => (heads.has(at) ? { ...line, kind: 'furniture' as const } : line));
  const headers = [...new Set(marked.filter((line) => line.kind === 'furniture').map((line) => line.text.trim()))]
    .filter((text) => text.length >= MIN_HEADER_CHARS)
    .slice(0, MAX_HEADERS);
  return headers.length === 0 ? marked : marked.flatMap((line) => cutHeader(source, line, headers));
}

/** Lines beside a page number that print the meeting's name, its date or both. */
function pageHeads(lines: OutlineLine[]): Set<number> {
  const named = new Set([...nameLines(lines), ...repeatedBesideNumbers(lines)]);
  const heads = new Set<number>();
  lines.forEach((line, at) => {
    if (!isPageNumber(line)) return;
    for (const step of [1, -1]) {
      let blanks = 0;
      for (let i = at + step; blanks < 4 && Math.abs(i - at) <= 5; i += step) {
        const near = lines[i];
        if (near?.kind === 'blank') blanks++;
        else if (near && isPageHead(near, named)) heads.add(i);
        else break;
      }
    }
  });
  return heads;
}

/** Short lines of words that stand right beside a page's number twice or more: "Development Committee" over "2". */
function repeatedBesideNumbers(lines: OutlineLine[]): string[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  lines.forEach((line, at) => {
    if (!isPageNumber(line)) return;
    for (const near of [lines[at - 1], lines[at + 1]]) {
      if (near?.kind !== 'text' || near.label || near.text.length > MAX_NAME_CHARS || /[.:;,]$/.test(near.text))
        continue;
      const words = folded(near.text);
      if (/\p{L}{2,} \p{L}{2,}/u.test(words)) (seen.has(words) ? repeated : seen).add(words);
    }
  });
  return [...repeated];
}

/** The lines over the first label or sentence of the paper, where its name and date stand. */
function nameLines(lines: OutlineLine[]): string[] {
  const top = lines.filter((line) => line.kind !== 'blank').slice(0, MAX_HEAD_LINES);
  const end = top.findIndex(
    (line) => line.label !== undefined || line.text.length > MAX_NAME_CHARS || /[:.]/.test(line.text),
  );
  return (end < 0 ? top : top.slice(0, end)).map((line) => folded(line.text));
}

function isPageHead(line: OutlineLine, named: Set<string>): boolean {
  if (line.label && !DATE_ALONE.test(line.text)) return false;
  return NAME_AND_DATE.test(line.text) || DATE_ALONE.test(line.text) || named.has(folded(line.text));
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function isPageNumber(line: OutlineLine | undefined): boolean {
  return line?.kind === 'furniture' && /^\D{0,6}\d{1,4}\D{0,2}$/.test(line.text);
}

function cutHeader(source: string, line: OutlineLine, headers: string[]): OutlineLine[] {
  const header = line.kind === 'furniture' ? undefined : headers.find((text) => line.text.startsWith(`${text} `));
  const at = header === undefined ? -1 : source.slice(line.start, line.end).indexOf(header);
  if (header === undefined || at < 0) return [line];
  const cut = line.start + at + header.length;
  const words = line.text.slice(header.length).trim();
  return [
    { ...line, end: cut, kind: 'furniture' as const, text: header },
    { ...line, start: cut, text: words, rest: words, marks: { ...line.marks, hashes: 0 } },
  ];
}
