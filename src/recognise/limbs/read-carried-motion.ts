import type { Block } from '../minutes/group-blocks.ts';
import type { Motion } from './read-motions.ts';
import { type Resolution, readResolution } from './read-resolution.ts';

const RESOLVES = /\bresolves?(?: (?:further|therefore))?(?: (?:to|that)\b)?:?\s*/i;
const MOVED_THAT = /\b(?:moved|proposed|seconded)\b[^.]{0,200}?\bthat\b/i;

/** The operative words of a motion that was carried as a resolution; what it only notes or believes comes as `preamble`. */
export function readCarriedMotion(blocks: Block[], motion: Motion): { resolution: Resolution; preamble: Block[] } {
  const own = blocks.slice(0, motion.last + 1);
  const resolving = own.findIndex((block, i) => i >= motion.first && RESOLVES.test(block.text));
  const at = resolving < 0 ? operativeBlock(own, motion) : resolving;
  const block = own[at] as Block;
  const resolution = readResolution(own, at, { start: 0, body: bodyOf(block.text) });
  for (const limb of resolution.limbs) limb.text = limb.text.replace(/["”]\.?$/, '');
  return { resolution, preamble: blocks.slice(motion.first, at) };
}

/** "Proposed by Councillor Roe Seconded by Councillor Dow", over what they proposed. */
const MOVERS_ALONE = /^(?:proposed|moved|seconded) by (?:(?!\b(?:that|to)\b)[^.:]){3,160}$/i;

/** "moved the following motion:" stands over the motion; one moved in a sentence is in it. */
function operativeBlock(own: Block[], motion: Motion): number {
  const text = own[motion.first]?.text ?? '';
  const next = own[motion.first + 1]?.text ?? '';
  if (MOVERS_ALONE.test(text) && motion.last > motion.first && /^["“]?(?:that|to)\b/i.test(next))
    return motion.first + 1;
  const announces = /:\s?[-–—]?$/.test(text) && !MOVED_THAT.test(text) && motion.last > motion.first;
  return announces ? motion.first + 1 : motion.first;
}

function bodyOf(text: string): number {
  const resolves = RESOLVES.exec(text);
  if (resolves) return resolves.index + resolves[0].length;
  const that = MOVED_THAT.exec(text);
  if (that) return that.index + that[0].length - 'that'.length;
  return /^["“]/.test(text) ? 1 : 0;
}
