import type { PaperText } from '../../paper.ts';
import { REASONS, type ReadResult, unreadable } from '../read-outcome.ts';
import { findTextTables } from '../tables/find-text-tables.ts';
import { decodeText } from './decode-text.ts';
import { findPrintedPages } from './find-printed-pages.ts';
import { joinWrappedLines } from './join-wrapped-lines.ts';
import { restoreLostLines } from './restore-lost-lines.ts';
import { splitLines } from './split-lines.ts';

/** Reads plain text or Markdown: `text` is the decoded file, character for character. */
export function readText(bytes: Uint8Array, format: 'text' | 'markdown'): ReadResult {
  const text = decodeText(bytes);
  if (text === undefined) return unreadable(REASONS.binary);
  if (text.trim() === '') return unreadable(REASONS.empty);
  const printed = restoreLostLines(text, splitLines(text));
  const pages = findPrintedPages(text, printed);
  const tables = findTextTables(text, printed);
  const lines = joinWrappedLines(text, { lines: printed, tables });
  const paper: PaperText = { format, text, lines, pages, places: [], tables };
  return { kind: 'read', paper };
}
