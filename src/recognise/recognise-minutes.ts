import { PUBLIC_ACCESS } from '../audience.ts';
import type { Minute } from '../minute.ts';
import type { PaperText } from '../paper.ts';
import { findOpener, isSummaryHeading } from './limbs/find-opener.ts';
import { findProseDecision } from './limbs/find-prose-decision.ts';
import { findMinuteHeadings, type MinuteHeading } from './minutes/find-minute-headings.ts';
import { type Block, groupBlocks } from './minutes/group-blocks.ts';
import { readMinuteBody } from './minutes/read-minute-body.ts';
import { splitRunOns } from './minutes/split-run-ons.ts';
import { unfoldMinuteTables } from './minutes/unfold-minute-table.ts';
import { unglueFurniture } from './minutes/unglue-furniture.ts';
import type { Segment } from './outline-line.ts';

type Cut = { heading: MinuteHeading; blocks: Block[]; end: number };

/**
 * The minutes in a segment, in order, each from its heading to the next. A limb is only what the committee itself
 * resolved at this meeting: quoted, earlier, lost and repeated resolutions are discussion or lost motions.
 * Every minute is public here: what closes one may stand in another.
 */
export function recogniseMinutes(source: PaperText, segment: Segment): { minutes: Minute[] } {
  const cuts = cutMinutes(source, segment);
  const options = { prose: isProsePaper(cuts) };
  return { minutes: cuts.map((cut) => readMinute(cut, options)) };
}

function cutMinutes(source: PaperText, segment: Segment): Cut[] {
  const { text } = source;
  const outline = splitRunOns(text, unfoldMinuteTables(source, unglueFurniture(text, segment.lines)));
  const headings = findMinuteHeadings(text, outline);
  return headings.map((heading, index) => {
    const next = headings[index + 1];
    const lines = outline.slice(heading.to, next?.from);
    const blocks = groupBlocks(text, heading.rest ? [heading.rest, ...lines] : lines);
    const end = next ? (outline[next.from]?.start ?? segment.span.end) : segment.span.end;
    return { heading, blocks, end };
  });
}

function readMinute(cut: Cut, options: { prose: boolean }): Minute {
  const { heading, blocks, end } = cut;
  const start = heading.spans[0]?.start ?? end;
  const body = isSummaryHeading(heading.title)
    ? { discussion: blocks.map((block) => ({ text: block.text, spans: block.runs })), limbs: [], lostMotions: [] }
    : readMinuteBody(blocks, { ...options, title: heading.title });
  return {
    ...(heading.number === undefined ? {} : { number: heading.number }),
    title: heading.title,
    ...(heading.item === undefined ? {} : { item: heading.item }),
    span: { start, end },
    headingSpans: heading.spans,
    access: PUBLIC_ACCESS,
    ...body,
  };
}

/** True if more minutes decide inside sentences ("it was agreed that") than after an opener ("RESOLVED:"). */
function isProsePaper(cuts: Cut[]): boolean {
  const formal = cuts.filter(({ blocks }) => blocks.some((block) => findOpener(block)?.formal)).length;
  const prose = cuts.filter(({ blocks }) => blocks.some((block) => findProseDecision(block.text, { from: 0 }))).length;
  return prose > formal;
}
