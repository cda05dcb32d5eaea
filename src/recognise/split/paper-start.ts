import type { PaperKind } from '../../paper.ts';
import type { OutlineLine } from '../outline-line.ts';

/** How far to look for lines with content among blank ones and furniture. */
const MAX_EMPTY_LINES = 400;

/**
 * A line at which a paper of a file begins. `weight` settles which of two starts close together counts: the head of a
 * meeting's paper or a report's sheet outweighs a title that only looks like one.
 */
export type PaperStart = { index: number; kind: PaperKind; weight: number; title?: string; label?: string };

/** True if at least so many lines with content stand from one index up to, not including, another. */
export function hasContent(lines: OutlineLine[], options: { from: number; to: number; atLeast: number }): boolean {
  if (options.to - options.from > MAX_EMPTY_LINES) return true;
  let count = 0;
  for (let index = options.from; index < options.to && count < options.atLeast; index++) {
    const kind = lines[index]?.kind;
    if (kind !== 'blank' && kind !== 'furniture') count++;
  }
  return count >= options.atLeast;
}

/** The nearest `count` lines with content after (step 1) or before (step -1) a line, nearest first. */
export function linesNear(
  lines: OutlineLine[],
  index: number,
  options: { step: 1 | -1; count: number },
): OutlineLine[] {
  const near: OutlineLine[] = [];
  for (let step = 1; step <= MAX_EMPTY_LINES && near.length < options.count; step++) {
    const line = lines[index + step * options.step];
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
