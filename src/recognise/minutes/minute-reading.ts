import type { Limb, Minute, Paragraph, Vote } from '../../minute.ts';
import { finishLimbs } from '../limbs/finish-limbs.ts';
import type { Resolution } from '../limbs/read-resolution.ts';
import { sliceSpans } from './clean-text.ts';
import type { Block } from './group-blocks.ts';

export type MinuteBody = Pick<Minute, 'discussion' | 'limbs' | 'lostMotions'>;

/** What has been read of a minute so far; the functions below write its records. */
export type MinuteReading = {
  title: string;
  /** The sub-heading that the next paragraphs stand under. */
  heading?: string | undefined;
  body: MinuteBody;
  /** The printed number of the paragraph that an undivided limb stands in. */
  paragraphs: Map<Limb, string>;
  /** Labels and words of the limbs, by which one printed twice is told. */
  seen: Set<string>;
};

/** A resolution that says no more than this decides what the paragraphs before it put forward. */
const WORDLESS = /^(?:NOTED|AGREED|APPROVED|Noted|Agreed|Approved)\.?$/;
/** A limb shorter than this needs the words before it to be understood. */
const SHORT = 60;
/** Two short resolutions may be alike ("Agreed"); a longer one printed twice is one. */
const MIN_REPEATED = 12;

export function openReading(title: string): MinuteReading {
  const body: MinuteBody = { discussion: [], limbs: [], lostMotions: [] };
  return { title, body, paragraphs: new Map(), seen: new Set() };
}

/** Adds a whole block to the discussion. */
export function discussBlock(reading: MinuteReading, block: Block): void {
  const number = block.label && block.kind !== 'table' ? { number: block.label.printed } : {};
  const text = block.text.slice(block.kind === 'bullet' && !block.label ? block.body : 0);
  reading.body.discussion.push({ ...number, ...headed(reading), text, spans: [...block.runs] });
}

/** Adds a part of a block to the discussion, if it says anything. */
export function discussPart(reading: MinuteReading, block: Block, from: number, to: number): void {
  const words = block.text.slice(from, to).trimEnd();
  if (words === '') return;
  if (from === 0 && to >= block.text.length) {
    discussBlock(reading, block);
    return;
  }
  const number = block.label && from === 0 ? { number: block.label.printed } : {};
  const spans = sliceSpans(block, from, from + words.length);
  reading.body.discussion.push({ ...number, ...headed(reading), text: words, spans });
}

function headed(reading: MinuteReading): { heading?: string } {
  return reading.heading === undefined ? {} : { heading: reading.heading };
}

/** `within` and `at`: the paragraph that an undivided resolution stands in, and where it begins there. */
export type Keeping = { verb: string; vote?: Vote | undefined; within?: Block; at?: number };

/** Adds a resolution's limbs; one printed twice and what is no part of it stay discussion. */
export function keepResolution(reading: MinuteReading, resolution: Resolution, keeping: Keeping): void {
  const { body } = reading;
  const { lead } = resolution;
  if (resolution.limbs.length === 0 && lead) {
    if (WORDLESS.test(lead.text)) resolution.limbs.push({ text: lead.text, spans: lead.spans });
    else body.discussion.push(lead);
  }
  const { verb, vote } = keeping;
  for (const limb of finishLimbs(resolution, { verb, vote, title: reading.title })) keepLimb(reading, limb, keeping);
  for (const aside of resolution.asides) discussBlock(reading, aside);
  reading.heading = undefined;
}

function keepLimb(reading: MinuteReading, limb: Limb, { within, at = 0 }: Keeping): void {
  const words = limb.text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')
    .replace(/^that/, '');
  const key = `${limb.label ?? ''} ${words}`;
  if (words.length >= MIN_REPEATED && reading.seen.has(key)) {
    reading.body.discussion.push({ text: limb.text, spans: limb.spans });
    return;
  }
  reading.seen.add(key);
  reading.body.limbs.push(limb);
  if (within?.label && limb.label === undefined) reading.paragraphs.set(limb, within.label.printed);
  if (within && at > within.body && !limb.lead && limb.text.length < SHORT) limb.lead = wordsBefore(within, at);
}

/** "No objection.": what was decided on stands in the words before, "19/0012 Rear extension, 4 Mill Lane." */
function wordsBefore(block: Block, at: number): Paragraph {
  const text = block.text.slice(0, at).trimEnd();
  return { text, spans: sliceSpans(block, 0, text.length) };
}

/** Undivided resolutions in several numbered paragraphs of one minute are told apart by the paragraphs' numbers. */
export function labelByParagraph({ paragraphs }: MinuteReading): void {
  if (new Set(paragraphs.values()).size < 2) return;
  for (const [limb, label] of paragraphs) limb.label = label;
}
