import type { Block } from '../minutes/group-blocks.ts';
import { type Label, labelStyles, labelValue } from '../minutes/read-label.ts';

/** "(b) 4 High Street" after a resolution under "(a) Mill Lane": the next part of the minute, not of the resolution. */
export function isOuterPart(blocks: Block[], place: { from: number; at: number }, owned: Label | undefined): boolean {
  const label = blocks[place.at]?.label;
  if (!label || follows(owned, label)) return false;
  for (let before = place.from - 1; before >= 0; before--) {
    const earlier = blocks[before]?.label;
    if (earlier && follows(earlier, label)) return true;
  }
  return false;
}

function follows(earlier: Label | undefined, label: Label): boolean {
  if (!earlier || earlier.dress !== label.dress) return false;
  const styles = labelStyles(label.printed).filter((style) => labelStyles(earlier.printed).includes(style));
  return styles.some((style) => labelValue(label.printed, style) === labelValue(earlier.printed, style) + 1);
}
