import type { Vote } from '../../minute.ts';
import type { Block } from '../minutes/group-blocks.ts';
import { isVoterList } from './count-voters.ts';
import { findOpener } from './find-opener.ts';
import { readVote } from './read-vote.ts';

/** A motion or amendment put to a minute's meeting: the blocks that hold its words and what became of it. */
export type Motion = { first: number; last: number; outcome: 'lost' | 'carried'; decidedAt: number };

type Open = { first: number; last: number; amends: boolean };

const START = /\b(?:moved|proposed|seconded|motion|amendment|proposal)\b/i;
const PROPOSES =
  /\b(?:moved|proposed|seconded|proposal (?:by|from)|motion (?:by|from|submitted|proposed)|notice of motion)\b|^(?:motion|amendment)\b/i;
const SUBJECT = '(?:motion|amendment|proposal|proposition|resolution|recommendations?|vote|it|substantive)';
const LOST = new RegExp(
  `\\b${SUBJECT}\\b[^.]{0,160}\\b(?:lost|fell|defeated|not carried|rejected|failed|negatived|withdrawn)\\b|\\b(?:LOST|DEFEATED|NOT CARRIED)\\b`,
  'i',
);
/** Words that say a motion did not carry. */
export const LOST_WORDS = /\b(?:lost|fell|defeated|not carried|rejected|failed|negatived|withdrawn)\b/i;
const LOST_CAPITALS = /\b(?:LOST|DEFEATED|NOT CARRIED)\b/;
const CARRIED = new RegExp(`\\b${SUBJECT}\\b[^.]{0,160}\\b(?:carried|passed)\\b|\\bCARRIED\\b`, 'i');
/** Stems of every word that tells a motion's fate. */
const CARRIED_OR_LOST = /lost|fell|defeat|carried|reject|fail|negativ|withdrawn|passed/i;
/** Debate may stand between a motion and its fate. */
const MAX_MOTIONS = 200;
/** Longer blocks are no motions. */
const MAX_BLOCK_CHARS = 20_000;

/** Pairs motions and amendments with their fate, in order; one whose fate is not printed is left out. */
export function readMotions(blocks: Block[]): Motion[] {
  const motions: Motion[] = [];
  const open: Open[] = [];
  blocks.forEach((block, index) => {
    if (block.kind === 'heading' || block.kind === 'table' || block.text.length > MAX_BLOCK_CHARS) return;
    const previous = open.at(-1);
    const outcome = CARRIED_OR_LOST.test(block.text) ? outcomeOf(block.text) : undefined;
    if (PROPOSES.test(block.text) && START.test(block.text) && isMotionText(block.text, outcome)) {
      if (open.length < MAX_MOTIONS)
        open.push({ first: index, last: index, amends: /\bamendment\b/i.test(block.text) });
    } else if (previous && previous.last === index - 1 && !outcome && isMotionBody(blocks, index)) {
      previous.last = index;
    }
    if (outcome === undefined) {
      const counted = countedOutcome(blocks, index);
      const motion = counted && open.pop();
      if (counted && motion) motions.push({ ...motion, outcome: counted, decidedAt: index });
      return;
    }
    const motion = takeMotion(open, /\bamendment\b/i.test(block.text));
    if (motion) motions.push({ first: motion.first, last: motion.last, outcome, decidedAt: index });
    else if (outcome === 'lost') motions.push({ first: index, last: index, outcome, decidedAt: index });
  });
  return motions;
}

/** What became of a motion by the names of a recorded vote that ends here, where no words tell it. */
function countedOutcome(blocks: Block[], index: number): Motion['outcome'] | undefined {
  if (!isVoterList(blocks[index]?.text ?? '')) return undefined;
  const next = blocks[index + 1];
  if (next && (isVoterList(next.text) || findOpener(next) || CARRIED_OR_LOST.test(next.text))) return undefined;
  const outcome = votesUpTo(blocks, index)?.outcome;
  return outcome === 'lost' || outcome === 'carried' ? outcome : undefined;
}

/** The recorded vote whose last list is this block: all its sides, each in a block of its own. */
export function votesUpTo(blocks: Block[], index: number): Vote | undefined {
  let first = index;
  while (first > 0 && isVoterList(blocks[first - 1]?.text ?? '')) first--;
  const lists = blocks.slice(first, index + 1).map(({ text }) => text);
  return readVote(lists.join('\n'));
}

function outcomeOf(text: string): 'lost' | 'carried' | undefined {
  if (LOST_CAPITALS.test(text)) return 'lost';
  if (LOST.test(text) && /\b(?:motion|amendment|proposal|proposition|vote|seconder)\b/i.test(text)) return 'lost';
  return CARRIED.test(text) ? 'carried' : undefined;
}

/** Outcome lines name the motion again; its own words say what it proposes. */
function isMotionText(text: string, outcome: 'lost' | 'carried' | undefined): boolean {
  if (outcome === undefined) return true;
  return /\b(?:that|to)\b/i.test(text) && /\b(?:moved|proposed|seconded|proposal by)\b/i.test(text);
}

function isMotionBody(blocks: Block[], index: number): boolean {
  const block = blocks[index] as Block;
  const before = blocks[index - 1] as Block;
  if (findOpener(block)) return false;
  if (block.kind === 'bullet' || block.label || /^["“]/.test(block.text)) return true;
  return (
    /^(?:That|This (?:Council|Committee|Board|Panel|meeting))\b/i.test(block.text) || /[:,–-]$|[a-z]$/.test(before.text)
  );
}

function takeMotion(open: Open[], amendment: boolean): Open | undefined {
  for (let i = open.length - 1; i >= 0; i--) {
    if ((open[i] as Open).amends === amendment) return open.splice(i, 1)[0];
  }
  return undefined;
}
