import type { PaperKind } from '../../paper.ts';
import type { OutlineLine } from '../outline-line.ts';

/**
 * A line at which a paper of a file begins. `weight` settles which of two starts close together counts: the head of a
 * meeting's paper or a report's sheet outweighs a title that only looks like one.
 */
export type PaperStart = { index: number; kind: PaperKind; weight: number; title?: string; label?: string };

/** The nearest `count` lines with content after (step 1) or before (step -1) a line, nearest first. */
export function linesNear(
  lines: OutlineLine[],
  index: number,
  options: { step: 1 | -1; count: number },
): OutlineLine[] {
  const near: OutlineLine[] = [];
  for (let at = index + options.step; at >= 0 && at < lines.length && near.length < options.count; at += options.step) {
    const line = lines[at];
    if (line && line.kind !== 'blank' && line.kind !== 'furniture') near.push(line);
  }
  return near;
}

/** Share of a title's words that must stand in other words for these to be that title worded differently. */
const MIN_SHARED = 0.8;

/** True if the words hold nearly all of the title's. */
export function coversTitle(words: string, title: string): boolean {
  const wanted = new Set(foldTitle(title).split(' '));
  const present = new Set(foldTitle(words).split(' '));
  return [...wanted].filter((word) => present.has(word)).length / wanted.size >= MIN_SHARED;
}

/** Words in lower case without marks, for comparing titles. */
export function foldTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}
