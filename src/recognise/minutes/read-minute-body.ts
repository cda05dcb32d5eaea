import { findOpener, isSummaryHeading } from '../limbs/find-opener.ts';
import { findProseDecision, type ProseDecision, sentencesOf } from '../limbs/find-prose-decision.ts';
import { introducesActs } from '../limbs/introduces-acts.ts';
import { readCarriedMotion } from '../limbs/read-carried-motion.ts';
import { LOST_WORDS, type Motion, readMotions, votesUpTo } from '../limbs/read-motions.ts';
import { type Resolution, readResolution } from '../limbs/read-resolution.ts';
import { readVote } from '../limbs/read-vote.ts';
import { voteAfter, voteBefore, voteBelow } from '../limbs/vote-around.ts';
import { sliceSpans } from './clean-text.ts';
import type { Block } from './group-blocks.ts';
import {
  discussBlock,
  discussPart,
  keepResolution,
  labelByParagraph,
  type MinuteBody,
  type MinuteReading,
  openReading,
} from './minute-reading.ts';
import { isSubHeading } from './sub-heading.ts';

type Reading = MinuteReading & {
  blocks: Block[];
  /** Motions by their first block. */
  motions: Map<number, Motion>;
  /** Decisions stand inside prose ("it was agreed that"), not after an opener. */
  prose: boolean;
  /** Indexes of the last block that opens a resolution and of the last that decides in any way. */
  lastResolved: number;
  lastDecided: number;
};

/** A longer block is no paragraph but a converter's accident: it is kept as discussion, unread. */
const MAX_BLOCK_CHARS = 20_000;

/** Tells a minute's limbs, lost motions and discussion apart; `prose` where the paper's decisions stand in sentences. */
export function readMinuteBody(blocks: Block[], options: { title: string; prose: boolean }): MinuteBody {
  const openers = blocks.map(findOpener);
  const formal = openers.some((opener) => opener?.formal);
  const reading: Reading = {
    ...openReading(options.title),
    blocks,
    motions: new Map(readMotions(blocks).map((motion) => [motion.first, motion])),
    prose: options.prose && !formal,
    lastResolved: openers.findLastIndex((opener) => opener !== undefined && opener.verb !== 'recommended'),
    lastDecided: blocks.findLastIndex((block, i) => openers[i] !== undefined || decidesStrongly(block)),
  };
  for (let i = 0; i < blocks.length; ) i = readBlock(reading, i);
  labelByParagraph(reading);
  return reading.body;
}

function decidesStrongly(block: Block): boolean {
  return block.text.length <= MAX_BLOCK_CHARS && (findProseDecision(block.text, { from: 0 })?.strong ?? false);
}

/** Reads the block at this index and returns the index of the next one to read. */
function readBlock(reading: Reading, i: number): number {
  const { blocks } = reading;
  const block = blocks[i] as Block;
  if (isSummaryHeading(block.text)) return discussRest(reading, i);
  if (block.kind === 'table' || block.text.length > MAX_BLOCK_CHARS) return discussWhole(reading, i);
  const motion = reading.motions.get(i);
  if (motion?.outcome === 'lost' && motion.decidedAt > i) return readLost(reading, motion);
  if (motion?.outcome === 'carried' && reading.lastDecided < i) return readCarried(reading, motion);
  const opener = findOpener(block);
  if (opener?.formal && !isQuotedRecommendation(reading, i, opener.verb)) {
    const vote = voteBefore(blocks, i, block.text.slice(0, opener.start));
    return keepRead(reading, readResolution(blocks, i, opener), { verb: opener.verb, vote });
  }
  if (introducesActs(blocks, i)) {
    const resolution = readResolution(blocks, i, { start: 0, body: block.text.length });
    return keepRead(reading, resolution, { verb: 'agreed', vote: voteBefore(blocks, i, '') });
  }
  const passed = passedMinutes(reading.title, block);
  if (passed) return keepRead(reading, { ...passed, asides: [], next: i + 1 }, { verb: 'approved' });
  if (isSubHeading(blocks, i)) return readSubHeading(reading, i);
  return readProse(reading, i, motion);
}

const OF_MINUTES = /(?:^|\bof )(?:the )?(?:previous |last |draft )?minutes\b/i;
const PASSED =
  /^(?:(?:these|they|(?:the )?minutes) (?:were|was) )?(?:duly )?(?:approved|agreed|confirmed|accepted|adopted|signed|taken as read)(?:,? (?:and|as|by) [\w ,]{2,80})?\.?$/i;

/** "Approved and signed." under the heading of the last meeting's minutes: the whole of what was resolved. */
function passedMinutes(title: string, block: Block): Pick<Resolution, 'limbs'> | undefined {
  if (block.label || !OF_MINUTES.test(title) || !PASSED.test(block.text)) return undefined;
  return { limbs: [{ text: block.text, spans: [...block.runs] }] };
}

function keepRead(reading: Reading, resolution: Resolution, keeping: Parameters<typeof keepResolution>[2]): number {
  keepResolution(reading, resolution, keeping);
  return resolution.next;
}

function discussWhole(reading: Reading, i: number): number {
  discussBlock(reading, reading.blocks[i] as Block);
  return i + 1;
}

/** A summary repeats what was resolved: nothing under it is counted again. */
function discussRest(reading: Reading, from: number): number {
  reading.heading = reading.blocks[from]?.text.replace(/:$/, '');
  for (const block of reading.blocks.slice(from)) discussBlock(reading, block);
  return reading.blocks.length;
}

/** A sub-heading with nothing under it is a paragraph; otherwise it goes with those that follow. */
function readSubHeading(reading: Reading, i: number): number {
  const block = reading.blocks[i] as Block;
  reading.heading = block.text.replace(/:$/, '');
  const next = reading.blocks[i + 1];
  if (!next || isSubHeading(reading.blocks, i + 1) || findOpener(next)) discussBlock(reading, block);
  return i + 1;
}

function readLost(reading: Reading, motion: Motion): number {
  const own = reading.blocks.slice(motion.first, motion.last + 1);
  const text = own.map((block) => block.text).join(' ');
  reading.body.lostMotions.push({ text, spans: own.flatMap((block) => block.runs) });
  return motion.last + 1;
}

/** A motion that was carried and not restated is what was resolved. */
function readCarried(reading: Reading, motion: Motion): number {
  const { resolution, preamble } = readCarriedMotion(reading.blocks, motion);
  for (const block of preamble) discussBlock(reading, block);
  const own = readVote(reading.blocks[motion.decidedAt]?.text ?? '');
  const recorded = [
    votesUpTo(reading.blocks, motion.decidedAt),
    votesUpTo(reading.blocks, motion.decidedAt - 1),
    motion.decidedAt - 1 > motion.last ? readVote(reading.blocks[motion.decidedAt - 1]?.text ?? '') : undefined,
  ].find((vote) => vote?.for !== undefined);
  const vote = own?.for === undefined && recorded?.outcome === 'carried' ? recorded : own;
  return keepRead(reading, resolution, { verb: 'agreed', vote });
}

/** Officers' recommendations copied in front of the resolution are not the committee's. */
function isQuotedRecommendation(reading: Reading, i: number, verb: string): boolean {
  if (verb !== 'recommended' || reading.lastResolved <= i) return false;
  return !/\bRESOLVED\b|\bRECOMMENDED (?:TO|to) /.test((reading.blocks[i]?.text ?? '').slice(0, 60));
}

/** Sentences of a paragraph: what was said, a motion that fell, what was decided. */
function readProse(reading: Reading, i: number, motion: Motion | undefined): number {
  const block = reading.blocks[i] as Block;
  let from = motion?.outcome === 'lost' ? takeLostSentences(reading, block) : 0;
  for (let found = nextDecision(reading, block, from); found; found = nextDecision(reading, block, from)) {
    if (found.from > block.body) discussPart(reading, block, from, found.from);
    const before = block.text.slice(from, found.body);
    const below = found.to >= block.text.length ? voteBelow(reading.blocks, i) : undefined;
    const after = voteAfter(block.text, found.to);
    const vote = after?.vote ?? below ?? voteBefore(reading.blocks, i, before);
    const keeping = { verb: found.verb, vote, within: block, at: found.from };
    if (leadsOn(block, found)) {
      return keepRead(reading, readResolution(reading.blocks, i, { start: found.from, body: found.body }), keeping);
    }
    keepResolution(reading, sentenceOf(block, found), keeping);
    from = afterSpace(block.text, found.to);
    // "Agreed unanimously." is the vote on the sentence before, not a second decision.
    if (after && VOTE_ALONE.test(block.text.slice(from, after.to))) {
      discussPart(reading, block, from, after.to);
      from = afterSpace(block.text, after.to);
    }
  }
  discussPart(reading, block, from, block.text.length);
  return i + 1;
}

const VOTE_ALONE = /^(?:all )?(?:agreed|approved|carried)(?: unanimously| by all)?\.?$/i;

function nextDecision(reading: Reading, block: Block, from: number): ProseDecision | undefined {
  for (let at = Math.max(from, block.body); ; ) {
    const found = findProseDecision(block.text, { from: at });
    if (!found || found.strong || reading.prose || block.kind === 'heading') return found;
    at = found.to;
  }
}

/** The sentence introduces a list: in this paragraph, or in the blocks after it. */
function leadsOn(block: Block, found: ProseDecision): boolean {
  const after = block.text.slice(found.body, found.body + 300);
  if (
    /^(?:that |to )?[:–-]?\s?\((?:1|a|i|A)\)|\b(?:that|to):?\s(?:\((?:1|a|i|A)\)|(?:1|a|i)\.|A(?= \p{Lu}\p{Ll}))\s/u.test(
      after,
    )
  )
    return true;
  if (found.to < block.text.length) return false;
  return /[:–-]$|\b(?:that|to)$/i.test(block.text.slice(-20)) || found.body >= block.text.length;
}

function sentenceOf(block: Block, found: ProseDecision): Resolution {
  const text = block.text.slice(found.body, found.to);
  const opener = block.text.slice(found.from, found.body);
  return { limbs: [{ text, opener, spans: sliceSpans(block, found.from, found.to) }], asides: [], next: 0 };
}

/** Moves the sentences of a motion that fell, in a block of its own, to the lost motions; returns where they end. */
function takeLostSentences(reading: Reading, block: Block): number {
  const sentences = [...sentencesOf(block.text, 0)];
  const words = sentences.map(({ from, to }) => block.text.slice(from, to));
  const lost = words.findIndex((sentence) => LOST_WORDS.test(sentence));
  if (lost < 0) return 0;
  const proposed = words.findIndex((sentence) => /\b(?:moved|proposed|proposal|motion|amendment)\b/i.test(sentence));
  const start = sentences[proposed >= 0 && proposed < lost ? proposed : lost]?.from ?? 0;
  const end = sentences[lost]?.to ?? block.text.length;
  discussPart(reading, block, 0, start);
  reading.body.lostMotions.push({ text: block.text.slice(start, end), spans: sliceSpans(block, start, end) });
  return afterSpace(block.text, end);
}

function afterSpace(text: string, at: number): number {
  return text[at] === ' ' ? at + 1 : at;
}
