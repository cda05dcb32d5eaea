import type { Paragraph, Vote } from '../../minute.ts';
import type { Span } from '../../paper.ts';
import { sliceSpans } from '../minutes/clean-text.ts';
import type { Block } from '../minutes/group-blocks.ts';
import { type Label, type LabelStyle, labelStyles, labelValue, readLabel } from '../minutes/read-label.ts';
import { findOpener } from './find-opener.ts';
import { introducesActs } from './introduces-acts.ts';
import { isAside } from './is-aside.ts';
import { isOuterPart } from './outer-part.ts';
import { announcesActs, ownAct } from './own-act.ts';
import { readVote } from './read-vote.ts';
import { splitInline } from './split-inline.ts';

/** A limb's words and place before it is known what it does; `within` is the limb it is nested in, `opener` the words before an undivided one. */
export type LimbDraft = { label?: string; text: string; spans: Span[]; within?: LimbDraft; opener?: string };

/**
 * A resolution's limbs, its lead-in if it has one ("RESOLVED that Cabinet agree to:"), the vote printed with it and
 * the blocks among or under it that are no part of it. `next` is the index of the block after it.
 */
export type Resolution = { limbs: LimbDraft[]; lead?: Paragraph; vote?: Vote; asides: Block[]; next: number };

type Opening = { start: number; body: number; below: Label | undefined };
type Level = { style: LabelStyle; value: number; limb: LimbDraft };
type Reading = {
  resolution: Resolution;
  /** What the lead-in itself does. */
  own?: LimbDraft;
  /** Index of the block the resolution begins in. */
  from: number;
  /** The last label in a list that a limb owns. */
  owned?: Label;
  levels: Level[];
  /** Unlabelled limbs follow one another as bullets or as paragraphs that begin with "That". */
  unlabelled?: 'bullets' | 'that';
  /** The last limb has taken bullets or lines of its own. */
  owns: boolean;
};

const OPEN_END = /(?:[:,–—]|:\s?[-–—]|\b(?:and|or|to|that|the|of|by))$/;
const LIST_OF_ITS_OWN =
  /\bsubject to:\s?[-–—]?$|\b(?:reasons?|conditions?|comments|observations|grounds|amendments?|corrections?|changes|as follows|includ(?:e|es|ing)|namely|informatives?|wording|accounts|payments|dates)\b[^:]{0,60}:\s?[-–—]?$/i;
/** A resolution to exclude the public may list the business it is for. */
const EXCLUDES = /\b(?:public|press)\b[^.]{0,160}\bexcluded\b/i;
const PASSIVE_LIST = /\b(?:recommendations|resolutions|following be)\b/i;
/** A limb with its list; more is no limb. */
const MAX_LIMB_CHARS = 10_000;

/** Reads the resolution whose words begin at this offset of a block, and the blocks after it as far as they belong to it. */
export function readResolution(blocks: Block[], at: number, opener: { start: number; body: number }): Resolution {
  const block = blocks[at] as Block;
  const resolution: Resolution = { limbs: [], asides: [], next: at + 1 };
  const reading: Reading = { resolution, from: at, levels: [], owns: false };
  readFirstBlock(reading, block, { ...opener, below: blocks[at + 1]?.label });
  while (resolution.next < blocks.length && readNextBlock(reading, blocks)) resolution.next++;
  if (reading.own) resolution.limbs.unshift(reading.own);
  return resolution;
}

function readFirstBlock(reading: Reading, block: Block, opener: Opening): void {
  const { resolution } = reading;
  const { introduction, parts } = splitInline(block.text, opener.body, opener.below);
  const words = block.text.slice(opener.body, introduction.to);
  const from = opener.start <= block.body ? 0 : opener.start;
  if (parts.length === 0 && words !== '' && !isLeadIn(words)) {
    const opening = block.text.slice(opener.start, opener.body);
    resolution.limbs.push({ text: words, spans: sliceSpans(block, from, block.text.length), opener: opening });
    if (/^that\b/i.test(words)) reading.unlabelled = 'that';
    return;
  }
  resolution.lead = {
    text: block.text.slice(from, introduction.to).trim(),
    spans: sliceSpans(block, from, introduction.to),
  };
  const own = ownAct(words);
  if (own !== undefined) {
    const end = opener.body + own;
    reading.own = { text: block.text.slice(opener.body, end), spans: sliceSpans(block, from, end) };
  }
  parts.forEach((part, index) => {
    const start = index === 0 && words === '' ? from : part.from;
    const draft = { text: block.text.slice(part.words, part.to), spans: sliceSpans(block, start, part.to) };
    if (part.label) place(reading, part.label, draft);
  });
}

/** "that Cabinet agree to:" introduces limbs; "that the application be refused for these reasons:" is one that owns a list. */
function isLeadIn(words: string): boolean {
  if (EXCLUDES.test(words.slice(0, 600))) return false;
  if (!/:\s?[-–—]?$|[-–—]$|\b(?:that|to)$/i.test(words)) return false;
  return !LIST_OF_ITS_OWN.test(words) || PASSIVE_LIST.test(words);
}

/** Reads one more block if it belongs to the resolution; false where the resolution ends. */
function readNextBlock(reading: Reading, blocks: Block[]): boolean {
  const { resolution } = reading;
  const block = blocks[resolution.next] as Block;
  const last = resolution.limbs.at(-1);
  if (block.kind === 'heading' || isOther(block)) return false;
  if (isAnotherResolution(reading, block) || (last === undefined && resolvesItself(block))) return false;
  if (isAside(block)) return readAside(reading, blocks);
  if (block.label && continuesList(reading, block, last)) {
    if (place(reading, block.label, draftOf(block))) return true;
  }
  if (last === undefined) return readFirstUnlabelled(reading, blocks);
  if (block.kind === 'bullet' && !block.label) return readBullet(reading, block, last);
  if (isOuterPart(blocks, { from: reading.from, at: resolution.next }, reading.owned)) return false;
  if (block.label) return ownsMore(reading, last) && append(reading, last, block);
  return readText(reading, blocks, last);
}

/** "1. APPROVED the plan" in a list under "Cabinet:" states a limb; elsewhere an opener begins the next resolution. */
function isAnotherResolution({ resolution, levels, unlabelled }: Reading, block: Block): boolean {
  const opener = findOpener(block);
  if (!opener) return false;
  const inList = levels.length > 0 || unlabelled === 'bullets' || (resolution.limbs.length === 0 && resolution.lead);
  return !inList || block.body === 0 || /^(?:resolved|decided)$/.test(opener.verb) || opener.body >= block.text.length;
}

function continuesList(reading: Reading, block: Block, last: LimbDraft | undefined): boolean {
  if (last === undefined || reading.levels.length > 0) return true;
  if (!last.label && announcesActs(last.text) && /^(?:that|to)\b/i.test(block.text.slice(block.body))) return true;
  // An undivided resolution: "1." under it is its own list if it announced one, otherwise the next paragraph.
  return block.label !== undefined && isLeadIn(endOf(last)) && reading.unlabelled === undefined;
}

function draftOf(block: Block): LimbDraft {
  return { text: block.text.slice(block.body), spans: [...block.runs] };
}

function extendLead(resolution: Resolution, block: Block): boolean {
  const { lead } = resolution;
  resolution.lead = {
    text: `${lead?.text ?? ''} ${block.text}`.trim(),
    spans: [...(lead?.spans ?? []), ...block.runs],
  };
  return true;
}

/** Puts a labelled limb in its place: next in a list that is open, or first of a list within the last limb. */
function place(reading: Reading, label: Label, draft: LimbDraft): boolean {
  const { levels, resolution } = reading;
  const styles = labelStyles(label.printed);
  for (let depth = levels.length - 1; depth >= 0; depth--) {
    const level = levels[depth] as Level;
    const jump = styles.includes(level.style) ? labelValue(label.printed, level.style) - level.value : 0;
    if (jump !== 1 && !(jump === 2 && depth === 0)) continue;
    levels.length = depth;
    return push(reading, { style: level.style, value: level.value + jump, limb: draft }, label);
  }
  const style = styles.find((candidate) => labelValue(label.printed, candidate) === 1);
  if (style === undefined || levels.some((level) => level.style === style)) {
    return resolution.limbs.length === 0 && styles[0] !== undefined
      ? push(reading, { style: styles[0], value: labelValue(label.printed, styles[0]), limb: draft }, label)
      : false;
  }
  return push(reading, { style, value: 1, limb: draft }, label);
}

function push(reading: Reading, level: Level, label: Label): boolean {
  const within = reading.levels.at(-1)?.limb;
  const { limb } = level;
  if (within) limb.within = within;
  limb.label = within?.label === undefined ? label.printed : `${within.label}(${label.printed})`;
  reading.levels.push(level);
  reading.resolution.limbs.push(limb);
  reading.owns = false;
  return true;
}

/** The first limb when the opener stood alone or led in: a bullet or a paragraph. */
function readFirstUnlabelled(reading: Reading, blocks: Block[]): boolean {
  const { next, asides } = reading.resolution;
  const block = blocks[next] as Block;
  if (block.kind === 'table') return false;
  if (introducesActs(blocks, next)) return extendLead(reading.resolution, block);
  if (placeAfterThat(reading, block)) return true;
  if (
    block.kind === 'text' &&
    !/[.;:,]$/.test(block.text) &&
    /^(?:1|a|i|A)$/.test(blocks[next + 1]?.label?.printed ?? '')
  ) {
    asides.push(block);
    return true;
  }
  reading.resolution.limbs.push(draftOf(block));
  reading.unlabelled = block.kind === 'bullet' ? 'bullets' : 'that';
  return true;
}

/** "THAT (a) …" under a bare opener: the first of the limbs, "(b) …" following on lines of their own. */
function placeAfterThat(reading: Reading, block: Block): boolean {
  const that = /^that\s?:?\s+(?=\(?(?:a|i|1|A)\))/i.exec(block.text.slice(block.body))?.[0].length;
  if (that === undefined) return false;
  const at = block.body + that;
  const label = readLabel(block.text.slice(at));
  if (!label) return false;
  const words = at + label.end;
  return place(reading, label, { text: block.text.slice(words), spans: [...block.runs] });
}

/** "DECISION:" over "The Sub-Committee RESOLVED to grant …": the paragraph is the resolution. */
function resolvesItself(block: Block): boolean {
  const numbered = block.label === undefined || /^\d+\.\d+$/.test(block.label.printed);
  return (
    block.kind === 'text' &&
    numbered &&
    /^(?:The|This) (?:[\w-]+ ){1,6}RESOLVED (?:to|that)\b/.test(block.text.slice(block.body))
  );
}

function readBullet(reading: Reading, block: Block, last: LimbDraft): boolean {
  const siblings = reading.unlabelled === 'bullets' && !/:\s?[-–—]?$/.test(endOf(last)) && !reading.owns;
  if (!siblings && ownsMore(reading, last)) return append(reading, last, block);
  if (reading.unlabelled !== 'bullets' && !/^That\b/.test(block.text.slice(block.body))) return false;
  reading.resolution.limbs.push(draftOf(block));
  reading.owns = false;
  return true;
}

/** True while the limb announces something or stops in the middle of a sentence. */
function ownsMore(reading: Reading, last: LimbDraft): boolean {
  return (
    reading.owns || OPEN_END.test(endOf(last)) || (/[a-z0-9]$/.test(endOf(last)) && reading.unlabelled !== 'bullets')
  );
}

function readText(reading: Reading, blocks: Block[], last: LimbDraft): boolean {
  const { resolution } = reading;
  const block = blocks[resolution.next] as Block;
  if (isTail(resolution, block, last)) return extendLead(resolution, block);
  if (/[,a-z]$/.test(endOf(last)) && /^[a-z]/.test(block.text)) return append(reading, last, block);
  if (/:\s?[-–—]?$/.test(endOf(last))) return append(reading, last, block);
  if (
    /\b(?:corrections?|amendments?)\b[^:]{0,40}:/i.test(last.text.slice(0, MAX_LIMB_CHARS)) &&
    !/^Matters arising/i.test(block.text)
  ) {
    return append(reading, last, block);
  }
  if (/^ACTIONS?\s?(?:by)?\s?[:–-]/i.test(block.text) && block.text.length <= 120) return append(reading, last, block);
  if (reading.unlabelled === 'that' && /^(?:That|and that)\b/.test(block.text)) {
    resolution.limbs.push(draftOf(block));
    return true;
  }
  return listGoesOn(reading, blocks) && append(reading, last, block);
}

/** "as shown at Appendix A, be endorsed.": words after the last limb that close the lead-in's sentence. */
function isTail(resolution: Resolution, block: Block, last: LimbDraft): boolean {
  const open = /[:]\s?[-–—]?$/.test(resolution.lead?.text ?? '');
  return (
    open && last.label !== undefined && /[,;]$/.test(endOf(last)) && /^(?:as|be|and|in|subject|for)\b/.test(block.text)
  );
}

/** A paragraph between limb (1) and limb (2) belongs to limb (1). */
function listGoesOn(reading: Reading, blocks: Block[]): boolean {
  const next = blocks[reading.resolution.next + 1];
  if (!next?.label || findOpener(next)) return false;
  const { printed } = next.label;
  return reading.levels.some(
    ({ style, value }) => labelStyles(printed).includes(style) && labelValue(printed, style) === value + 1,
  );
}

/** How the limb's words stop. */
function endOf(last: LimbDraft): string {
  return last.text.slice(-200);
}

function append(reading: Reading, last: LimbDraft, block: Block): boolean {
  const words = block.label ? block.text : block.text.slice(block.body);
  if (last.text.length + words.length > MAX_LIMB_CHARS) return false;
  last.text = `${last.text} ${words}`;
  last.spans = [...last.spans, ...block.runs];
  reading.owns = block.kind === 'bullet' || block.label !== undefined;
  if (block.label) reading.owned = block.label;
  return true;
}

/** A vote goes to the resolution above it; either way the words stay discussion, unless nothing was read yet. */
function readAside(reading: Reading, blocks: Block[]): boolean {
  const { resolution } = reading;
  const block = blocks[resolution.next] as Block;
  const vote = readVote(block.text);
  if (vote && resolution.vote === undefined && vote.outcome !== 'lost') resolution.vote = vote;
  else if (vote) return false;
  resolution.asides.push(block);
  return true;
}

/** Reasons, actions and matters arising printed under a resolution are not limbs of it. */
function isOther(block: Block): boolean {
  return /^(?:Actions?:$|Reasons? (?:for|:)|Reasons?:|REASONS?\b|Other options|Alternative options|Matters arising|MATTERS ARISING|(?:N\.?B\.?|Note|NOTE):|The meeting (?:closed|ended|finished|concluded)|(?:Chair|Chairman|CHAIR|CHAIRMAN|Signed)\b.{0,10}[.…_]{3})/.test(
    block.text,
  );
}
