import type { Limb, Minute, Paragraph, Vote } from '../../minute.ts';
import { findOpener, isSummaryHeading } from '../limbs/find-opener.ts';
import { findProseDecision, type ProseDecision, sentencesOf } from '../limbs/find-prose-decision.ts';
import { finishLimbs } from '../limbs/finish-limbs.ts';
import { readCarriedMotion } from '../limbs/read-carried-motion.ts';
import { type Motion, readMotions } from '../limbs/read-motions.ts';
import { introducesActs, type Resolution, readResolution } from '../limbs/read-resolution.ts';
import { readVote } from '../limbs/read-vote.ts';
import { voteAfter, voteBefore } from '../limbs/vote-around.ts';
import { sliceSpans } from './clean-text.ts';
import type { Block } from './group-blocks.ts';
import { isSubHeading } from './sub-heading.ts';

export type MinuteBody = Pick<Minute, 'discussion' | 'limbs' | 'lostMotions'>;

type Reading = {
  blocks: Block[];
  motions: Motion[];
  /** Decisions stand inside prose ("it was agreed that"), not after an opener. */
  prose: boolean;
  heading?: string | undefined;
  body: MinuteBody;
  /** The printed number of the paragraph that an undivided limb stands in. */
  paragraphs: Map<Limb, string>;
};

/** A resolution that says no more than this decides what the paragraphs before it put forward. */
const WORDLESS = /^(?:NOTED|AGREED|APPROVED|Noted|Agreed|Approved)\.?$/;
/** A limb shorter than this needs the words before it to be understood. */
const SHORT = 60;

/** Tells a minute's limbs, lost motions and discussion apart; `prose` where the paper's decisions stand in sentences. */
export function readMinuteBody(blocks: Block[], options: { prose: boolean }): MinuteBody {
  const formal = blocks.some((block) => findOpener(block)?.formal);
  const body: MinuteBody = { discussion: [], limbs: [], lostMotions: [] };
  const reading: Reading = {
    blocks,
    motions: readMotions(blocks),
    prose: options.prose && !formal,
    body,
    paragraphs: new Map(),
  };
  for (let i = 0; i < blocks.length; ) i = readBlock(reading, i);
  labelByParagraph(reading);
  return body;
}

/** Reads the block at this index and returns the index of the next one to read. */
function readBlock(reading: Reading, i: number): number {
  const { blocks, body } = reading;
  const block = blocks[i] as Block;
  if (isSummaryHeading(block.text)) return discussRest(reading, i);
  const motion = reading.motions.find((candidate) => candidate.first === i);
  if (motion?.outcome === 'lost' && motion.decidedAt > i) {
    body.lostMotions.push(joined(blocks.slice(i, motion.last + 1)));
    return motion.last + 1;
  }
  if (motion?.outcome === 'carried' && !isDecidedAfter(reading, i)) return readCarried(reading, motion);
  const opener = findOpener(block);
  if (opener && !isQuotedRecommendation(reading, i, opener.verb)) {
    const resolution = readResolution(blocks, i, opener);
    keep(reading, resolution, { verb: opener.verb, vote: voteBefore(blocks, i, block.text.slice(0, opener.start)) });
    return resolution.next;
  }
  if (introducesActs(blocks, i)) {
    const resolution = readResolution(blocks, i, { start: 0, body: block.text.length });
    keep(reading, resolution, { verb: 'agreed', vote: voteBefore(blocks, i, '') });
    return resolution.next;
  }
  if (isSubHeading(blocks, i)) {
    reading.heading = block.text.replace(/:$/, '');
    if (isSubHeading(blocks, i + 1) || i + 1 >= blocks.length) body.discussion.push(paragraphOf(reading, block, 0));
    return i + 1;
  }
  return readProse(reading, i, motion);
}

function discussRest(reading: Reading, from: number): number {
  const [first, ...rest] = reading.blocks.slice(from);
  reading.heading = first?.text.replace(/:$/, '');
  if (first) reading.body.discussion.push(paragraphOf(reading, first, 0));
  for (const block of rest) reading.body.discussion.push(paragraphOf(reading, block, 0));
  return reading.blocks.length;
}

/** Sentences of a paragraph: what was said, a motion that fell, what was decided. */
function readProse(reading: Reading, i: number, motion: Motion | undefined): number {
  const block = reading.blocks[i] as Block;
  if (block.kind === 'table') {
    reading.body.discussion.push(paragraphOf(reading, block, 0));
    return i + 1;
  }
  let from = motion?.outcome === 'lost' ? takeLostSentences(reading, block) : 0;
  for (let found = nextDecision(reading, block, from); found; found = nextDecision(reading, block, from)) {
    if (found.from > block.body) discuss(reading, block, from, found.from);
    const after = voteAfter(block.text, found.to);
    const vote = after?.vote ?? voteBefore(reading.blocks, i, block.text.slice(from, found.body));
    const whole = leadsOn(block, found);
    const resolution = whole
      ? readResolution(reading.blocks, i, { start: found.from, body: found.body })
      : sentenceOf(block, found);
    keep(reading, resolution, { verb: found.verb, vote, within: block, at: found.from });
    if (whole) return resolution.next;
    from = found.to + (/^\s+/.exec(block.text.slice(found.to))?.[0].length ?? 0);
  }
  discuss(reading, block, from, block.text.length);
  return i + 1;
}

function nextDecision(reading: Reading, block: Block, from: number): ProseDecision | undefined {
  let at = Math.max(from, block.body);
  for (
    let found = findProseDecision(block.text, { from: at });
    found;
    found = findProseDecision(block.text, { from: at })
  ) {
    if (found.strong || reading.prose || block.kind === 'heading') return found;
    at = found.to;
  }
  return undefined;
}

/** The sentence introduces a list: in this paragraph, or in the blocks after it. */
function leadsOn(block: Block, found: ProseDecision): boolean {
  const after = block.text.slice(found.body, found.body + 300);
  if (/^(?:that |to )?[:–-]?\s?\((?:1|a|i|A)\)|\b(?:that|to):?\s\((?:1|a|i|A)\)\s/.test(after)) return true;
  return (
    found.to >= block.text.length && (/[:–-]$|\b(?:that|to)$/i.test(block.text) || found.body >= block.text.length)
  );
}

function sentenceOf(block: Block, found: ProseDecision): Resolution {
  const limb = {
    text: block.text.slice(found.body, found.to),
    spans: sliceSpans(block, found.from, found.to),
    opener: block.text.slice(found.from, found.body),
  };
  return { limbs: [limb], asides: [], next: 0 };
}

type Keeping = { verb: string; vote?: Vote | undefined; within?: Block; at?: number };

function keep(reading: Reading, resolution: Resolution, { verb, vote, within, at }: Keeping): void {
  const { body } = reading;
  const { lead } = resolution;
  if (resolution.limbs.length === 0 && lead) {
    if (WORDLESS.test(lead.text)) resolution.limbs.push({ text: lead.text, spans: lead.spans });
    else body.discussion.push(lead);
  }
  const limbs = finishLimbs(resolution, { verb, vote });
  for (const limb of limbs) {
    if (repeats(body.limbs, limb)) body.discussion.push({ text: limb.text, spans: limb.spans });
    else body.limbs.push(limb);
    if (within?.label && limb.label === undefined) reading.paragraphs.set(limb, within.label.printed);
    if (within && at && at > within.body && !limb.lead && limb.text.length < SHORT) limb.lead = wordsBefore(within, at);
  }
  for (const aside of resolution.asides) body.discussion.push(paragraphOf(reading, aside, 0));
  reading.heading = undefined;
}

/** "No objection.": what was decided on stands in the words before, "19/0012 Rear extension, 4 Mill Lane." */
function wordsBefore(block: Block, at: number): Paragraph {
  const text = block.text.slice(0, at).trim();
  return { text, spans: sliceSpans(block, 0, text.length) };
}

/** Undivided resolutions in several numbered paragraphs of one minute are told apart by the paragraphs' numbers. */
function labelByParagraph({ body, paragraphs }: Reading): void {
  const printed = [...paragraphs].filter(([limb]) => body.limbs.includes(limb));
  if (new Set(printed.map(([, label]) => label)).size < 2) return;
  for (const [limb, label] of printed) limb.label = label;
}

/** A resolution printed twice in a minute is one. */
function repeats(limbs: Limb[], limb: Limb): boolean {
  const words = folded(limb);
  return words.length >= 12 && limbs.some((other) => folded(other) === words && other.label === limb.label);
}

function folded(limb: Limb): string {
  return limb.text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')
    .replace(/^that/, '');
}

/** A motion that was carried and not restated is what was resolved. */
function readCarried(reading: Reading, motion: Motion): number {
  const { resolution, preamble } = readCarriedMotion(reading.blocks, motion);
  for (const block of preamble) reading.body.discussion.push(paragraphOf(reading, block, 0));
  keep(reading, resolution, { verb: 'agreed', vote: readVote(reading.blocks[motion.decidedAt]?.text ?? '') });
  return resolution.next;
}

/** True if the minute restates after a carried motion what was decided. */
function isDecidedAfter(reading: Reading, i: number): boolean {
  return reading.blocks
    .slice(i)
    .some((block) => findOpener(block) !== undefined || (findProseDecision(block.text, { from: 0 })?.strong ?? false));
}

/** Officers' recommendations copied in front of the resolution are not the committee's. */
function isQuotedRecommendation(reading: Reading, i: number, verb: string): boolean {
  if (verb !== 'recommended') return false;
  const text = reading.blocks[i]?.text ?? '';
  if (/\bRESOLVED\b|\bRECOMMENDED (?:TO|to) /.test(text.slice(0, 60))) return false;
  return reading.blocks.slice(i + 1).some((block) => {
    const later = findOpener(block);
    return later !== undefined && later.verb !== 'recommended';
  });
}

/** Moves the sentences of a motion that fell, in a block of its own, to the lost motions; returns where they end. */
function takeLostSentences(reading: Reading, block: Block): number {
  const sentences = [...sentencesOf(block.text, 0)];
  const lost = sentences.findIndex(({ from, to }) =>
    /\b(?:lost|fell|defeated|not carried|rejected|failed|negatived|withdrawn)\b/i.test(block.text.slice(from, to)),
  );
  if (lost < 0) return 0;
  const proposed = sentences.findIndex(({ from, to }) =>
    /\b(?:moved|proposed|proposal|motion|amendment)\b/i.test(block.text.slice(from, to)),
  );
  const start = sentences[proposed >= 0 && proposed < lost ? proposed : lost]?.from ?? 0;
  const end = sentences[lost]?.to ?? block.text.length;
  discuss(reading, block, 0, start);
  reading.body.lostMotions.push({ text: block.text.slice(start, end), spans: sliceSpans(block, start, end) });
  return end + (/^\s+/.exec(block.text.slice(end))?.[0].length ?? 0);
}

function discuss(reading: Reading, block: Block, from: number, to: number): void {
  const text = block.text.slice(from, to).trim();
  if (text === '') return;
  if (from === 0) reading.body.discussion.push(paragraphOf(reading, block, to));
  else
    reading.body.discussion.push({
      ...headed(reading),
      text,
      spans: sliceSpans(block, from, from + block.text.slice(from, to).trimEnd().length),
    });
}

function headed(reading: Reading): { heading?: string } {
  return reading.heading === undefined ? {} : { heading: reading.heading };
}

/** A block's words up to `to` (0: all of them) as a paragraph with its printed number. */
function paragraphOf(reading: Reading, block: Block, to: number): Paragraph {
  const end = to === 0 ? block.text.length : block.text.slice(0, to).trimEnd().length;
  const number = block.label && block.kind !== 'table' ? { number: block.label.printed } : {};
  const text = block.text === '' ? '' : block.text.slice(block.kind === 'bullet' && !block.label ? block.body : 0, end);
  return { ...number, ...headed(reading), text, spans: to === 0 ? [...block.runs] : sliceSpans(block, 0, end) };
}

function joined(blocks: Block[]): Paragraph {
  return { text: blocks.map((block) => block.text).join(' '), spans: blocks.flatMap((block) => block.runs) };
}
