import type { Span } from '../../paper.ts';

/** The lines of a text without their ends (CR, LF, CRLF or form feed), in order. A last empty line is not one. */
export function splitLines(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|[\n\r\f]/g)) {
    lines.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  if (start < text.length) lines.push({ start, end: text.length });
  return lines;
}
