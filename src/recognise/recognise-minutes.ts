import type { Minute } from '../minute.ts';
import type { PaperText } from '../paper.ts';
import type { Segment } from './outline-line.ts';

/** The minutes in a segment, in order. */
export function recogniseMinutes(_source: PaperText, _segment: Segment): { minutes: Minute[] } {
  return { minutes: [] };
}
