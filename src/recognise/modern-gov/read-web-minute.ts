import { PUBLIC_ACCESS } from '../../audience.ts';
import type { Limb, Minute } from '../../minute.ts';
import { findOpener } from '../limbs/find-opener.ts';
import { findProseDecision } from '../limbs/find-prose-decision.ts';
import { groupBlocks } from '../minutes/group-blocks.ts';
import type { MinuteBody } from '../minutes/minute-reading.ts';
import { readMinuteBody } from '../minutes/read-minute-body.ts';
import type { OutlineLine } from '../outline-line.ts';
import type { WebItem, WebPart } from './cut-web-items.ts';

/**
 * One item's minute. "Decision:" and "Minutes:" tell the same resolution; each limb is counted once, and where the
 * minutes are cut off the decision's limbs stand. A cut-off text stays as it is.
 */
export function readWebMinute(text: string, item: WebItem, options: { end: number; prose: boolean }): Minute {
  const minutes = readParts(text, item, 'minutes', options);
  const decision = readParts(text, item, 'decision', options);
  const told = minutes.limbs.map((limb) => key(limb.text));
  const untold = onceEach(decision.limbs).filter((limb) => !told.some((other) => isSame(other, key(limb.text))));
  const said = minutes.discussion.map((paragraph) => key(paragraph.text));
  const aside = decision.discussion.filter((paragraph) => !said.includes(key(paragraph.text)));
  return {
    ...(item.number === undefined ? {} : { number: item.number }),
    title: item.title,
    ...(item.item === undefined ? {} : { item: item.item }),
    span: { start: item.heading.start, end: options.end },
    headingSpans: [{ start: item.heading.start, end: item.heading.end }],
    access: PUBLIC_ACCESS,
    discussion: [...aside, ...minutes.discussion].sort(byPlace),
    limbs: [...untold, ...minutes.limbs.map((limb) => withVoteOf(limb, decision.limbs))].sort(byPlace),
    lostMotions: minutes.lostMotions.length > 0 ? minutes.lostMotions : decision.lostMotions,
  };
}

function readParts(text: string, item: WebItem, kind: WebPart['kind'], options: { prose: boolean }): MinuteBody {
  const bodies = item.parts
    .filter((part) => part.kind === kind)
    .map((part) => readMinuteBody(groupBlocks(text, linesOf(text, part)), { title: item.title, prose: options.prose }));
  return {
    discussion: bodies.flatMap((body) => body.discussion),
    limbs: bodies.flatMap((body) => body.limbs),
    lostMotions: bodies.flatMap((body) => body.lostMotions),
  };
}

/** A decision that no word of resolving opens is opened by its own sub-heading. */
function linesOf(text: string, part: WebPart): OutlineLine[] {
  if (part.kind !== 'decision' || part.label === undefined) return part.lines;
  const blocks = groupBlocks(text, part.lines);
  if (NOTHING_DECIDED.test(blocks[0]?.text ?? '')) return part.lines;
  const opened = blocks.some((block) => findOpener(block) ?? findProseDecision(block.text, { from: 0 })?.strong);
  return opened ? part.lines : [{ ...part.label, kind: 'text' }, ...part.lines];
}

/** What stands under "Decision:" where there was none to take. */
const NOTHING_DECIDED =
  /^(?:none|nil|n\/a|not applicable|there (?:were|was|are) (?:no|none)\b|no \w+ (?:were|was)\b|(?:an )?apolog(?:y|ies)\b)/i;

/** The limbs without those that a second "Decision:" repeats. */
function onceEach(limbs: Limb[]): Limb[] {
  return limbs.filter((limb, at) => limbs.findIndex((other) => isSame(key(other.text), key(limb.text))) === at);
}

/** A vote may be printed with the decision only. */
function withVoteOf(limb: Limb, decided: Limb[]): Limb {
  const vote = limb.vote ?? decided.find((other) => isSame(key(other.text), key(limb.text)))?.vote;
  return vote ? { ...limb, vote } : limb;
}

function isSame(one: string, other: string): boolean {
  return one === other || (Math.min(one.length, other.length) > 30 && (one.includes(other) || other.includes(one)));
}

/** What a limb says, for comparing: a year may be left out where it is told a second time. */
function key(words: string): string {
  return words
    .toLowerCase()
    .replace(/\b(?:19|20)\d\d\b/g, '')
    .replace(/[^\p{L}\d]+/gu, '');
}

function byPlace(one: { spans: { start: number }[] }, other: { spans: { start: number }[] }): number {
  return (one.spans[0]?.start ?? 0) - (other.spans[0]?.start ?? 0);
}
