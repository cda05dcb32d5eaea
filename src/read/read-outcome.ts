import type { PaperText } from '../paper.ts';

/** What comes of reading a file: its text, or one line that says why there is none. Never thrown: expected. */
export type ReadResult = { kind: 'read'; paper: PaperText } | Unreadable;

export type Unreadable = { kind: 'unreadable'; reason: string };

/** As `ReadResult`, with the sha256 of the file's bytes in hex, by which two papers of one content are told. */
export type ReadOutcome = { kind: 'read'; paper: PaperText; sha256: string } | Unreadable;

export function unreadable(reason: string): Unreadable {
  return { kind: 'unreadable', reason };
}

/** Reasons that more than one reader gives. */
export const REASONS = {
  cutOff: 'the file is cut off',
  damaged: 'the file is damaged',
  empty: 'the file is empty',
  encrypted: 'the file is encrypted',
  noText: 'the file holds no text',
  noTextLayer: 'the file has no text layer',
  binary: 'the file holds binary data, not text',
} as const;
