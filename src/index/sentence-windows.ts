import type { Span } from '../paper.ts';
import { splitSentences } from '../sentence.ts';

/** Short sentences are joined up to this; best of 150, 250 and whole passages when tried (docs/evaluation.md). */
const WINDOW_CHARS = 250;

/** Sentences of a passage's text, short neighbours joined; spans of that text, in order. */
export function sentenceWindows(text: string): Span[] {
  const windows: Span[] = [];
  for (const sentence of splitSentences(text)) {
    const last = windows[windows.length - 1];
    if (last && sentence.end - last.start <= WINDOW_CHARS) last.end = sentence.end;
    else windows.push({ ...sentence });
  }
  return windows;
}
