import type { PaperText, Span } from '../../src/paper.ts';

/** A plain text as its reader gives it: lines, no tables; a form feed begins a page. */
export function paperText(text: string): PaperText {
  const lines: Span[] = [];
  for (const match of text.matchAll(/[^\n]*(?:\n|$)/g)) {
    if (match[0] === '' && match.index > 0) break;
    lines.push({ start: match.index, end: match.index + match[0].replace(/\n$/, '').length });
  }
  return { format: 'text', text, lines, pages: pagesOf(text), places: [], tables: [] };
}

function pagesOf(text: string): PaperText['pages'] {
  if (!text.includes('\f')) return [];
  const starts = [0, ...[...text.matchAll(/\f/g)].map((match) => match.index + 1)];
  return starts.map((start, at) => ({ number: at + 1, start, end: starts[at + 1] ?? text.length }));
}
