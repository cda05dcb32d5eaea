import type { OutlineLine } from '../outline-line.ts';

/** A running header shorter than this may be a word that a heading begins with. */
const MIN_HEADER_CHARS = 10;

/** Lines with a running header glued to their front are cut in two: the header, as furniture, and the line itself. */
export function unglueFurniture(source: string, lines: OutlineLine[]): OutlineLine[] {
  const headers = [...new Set(lines.filter((line) => line.kind === 'furniture').map((line) => line.text.trim()))]
    .filter((text) => text.length >= MIN_HEADER_CHARS)
    .slice(0, MAX_HEADERS);
  if (headers.length === 0) return lines;
  return lines.flatMap((line) => {
    const header = line.kind === 'furniture' ? undefined : headers.find((text) => line.text.startsWith(`${text} `));
    const at = header === undefined ? -1 : source.slice(line.start, line.end).indexOf(header);
    if (header === undefined || at < 0) return [line];
    const cut = line.start + at + header.length;
    const words = line.text.slice(header.length).trim();
    return [
      { ...line, end: cut, kind: 'furniture' as const, text: header },
      { ...line, start: cut, text: words, rest: words, marks: { ...line.marks, hashes: 0 } },
    ];
  });
}

/** Papers print one or two; hundreds are not headers. */
const MAX_HEADERS = 20;
