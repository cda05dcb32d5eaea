import type { PlacedLine } from './placed-line.ts';

/** "Table 3: …", "Fig. 2.1 – …". */
export const CAPTION = /^(?:table|chart|figure|fig\.?)\s*(?:[A-Z]\.?)?\d{0,3}(?:\.\d{1,2})?[a-z]?\s*(?:[:.–—-]|$)/i;

/** Gives a caption's line beside its table the role `caption`. */
export function markCaptions(content: PlacedLine[]): void {
  for (const { line, before, after } of content) {
    const beside = before?.line.role === 'table' || after?.line.role === 'table';
    if (beside && line.role !== 'table' && line.role !== 'section' && CAPTION.test(line.text)) line.role = 'caption';
  }
}
