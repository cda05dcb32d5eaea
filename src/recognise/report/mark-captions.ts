import type { PlacedLine } from './placed-line.ts';

/** "Table 3: …", "Fig. 2.1 – …". */
export const CAPTION = /^(?:table|chart|figure|fig\.?)\s*(?:[A-Z]\.?)?\d{0,3}(?:\.\d{1,2})?[a-z]?\s*(?:[:.–—-]|$)/i;

/** "Table 3:" alone on its line, the words of the caption under it. */
const BARE_CAPTION = /^(?:table|chart|figure|fig\.?)\s*\w{0,4}(?:\.\d{1,2})?\s*[:.–—-]?$/i;

/** Gives a caption's line beside its table the role `caption`, and the line between the two if it completes it. */
export function markCaptions(content: PlacedLine[]): void {
  for (const { line, before, after } of content) {
    if (line.role === 'table' || line.number !== undefined || !CAPTION.test(line.text)) continue;
    const completed = after && BARE_CAPTION.test(line.text) && completes(after) ? after : undefined;
    const beside = before?.line.role === 'table' || after?.line.role === 'table';
    if (beside || completed) line.role = 'caption';
    if (completed) completed.line.role = 'caption';
  }
}

function completes({ line, after }: PlacedLine): boolean {
  return line.role !== 'table' && line.number === undefined && line.text.length <= 200 && after?.line.role === 'table';
}
