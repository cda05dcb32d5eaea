import type { AgendaItem } from '../../meeting.ts';
import type { Limb, Minute, Paragraph } from '../../minute.ts';
import { type Paper, type Span, stripMarks } from '../../paper.ts';
import { type Block, type Layout, makeBlock, makeFrame, RANK } from './frame.ts';

/** A thousand characters of discussion are one passage: passages of 900 and 1,300 did alike (docs/evaluation.md). */
const GATHER_DISCUSSION_CHARS = 1_000;
const GATHER_LIST_CHARS = 1_200;
/** Characters of an upper limb's words given to the limbs under it ("That Cabinet agree to:"). */
const LEAD_IN_CHARS = 120;

/** Frames and blocks of a meeting's own records: attendance, declarations, agenda items, minutes. */
export function meetingFrames(paper: Paper, number: number, text: string): Layout {
  const lists = [
    ...paper.attendance.map(({ spans }) => list('attendance', spans)),
    ...paper.declarations.map(({ spans }) => list('declaration', spans)),
  ];
  return {
    frames: paper.minutes.map((minute) => frameOfMinute(minute, number)),
    blocks: [
      ...lists,
      ...paper.items.flatMap((item) => itemBlocks(item, number, text)),
      ...paper.minutes.flatMap((minute) => minuteBlocks(minute, number)),
    ],
  };

  function list(kind: 'attendance' | 'declaration', spans: Span[]): Block {
    const group = `${kind} ${number}`;
    return makeBlock(number, spans, { kind, rank: RANK.list, group, gatherChars: GATHER_LIST_CHARS });
  }
}

/** The public part of an exempt item is its title: the span of it, up to the end of its line. */
export function titleSpan(item: AgendaItem, text: string): Span | undefined {
  const [first] = item.spans;
  if (!first) return undefined;
  const words = stripMarks(item.title).replace(/\s+/g, '').length;
  let seen = 0;
  let at = first.start;
  while (at < first.end && seen < words) {
    if (/\S/.test(text.charAt(at))) seen++;
    at++;
  }
  const lineEnd = text.indexOf('\n', at);
  return { start: first.start, end: lineEnd < 0 ? first.end : Math.min(lineEnd, first.end) };
}

function itemBlocks(item: AgendaItem, number: number, text: string): Block[] {
  const place = {
    heading: item.title,
    ...(item.number === undefined ? {} : { item: item.number }),
    ...(item.pages === undefined ? {} : { packPages: item.pages.printed }),
  };
  const context = [item.number === undefined ? 'Agenda item' : `Agenda item ${item.number}`];
  const block = { kind: 'item', rank: RANK.item, place, context } as const;
  const title = titleSpan(item, text);
  if (item.access.kind === 'public' || !title)
    return [makeBlock(number, item.spans, { ...block, access: item.access })];
  const rest = item.spans.map((span, index) => (index === 0 ? { start: title.end, end: span.end } : span));
  return [makeBlock(number, [title], block), makeBlock(number, rest, { ...block, access: item.access })];
}

function frameOfMinute(minute: Minute, number: number) {
  const title = minute.title.trim();
  return makeFrame(number, minute.span, {
    kind: 'discussion',
    access: minute.access,
    place: {
      minuteTitle: title,
      ...(minute.number === undefined ? {} : { minute: minute.number }),
      ...(minute.item === undefined ? {} : { item: minute.item }),
    },
    context: [minute.number === undefined ? title : `minute ${minute.number} ${title}`],
  });
}

function minuteBlocks(minute: Minute, number: number): Block[] {
  return [
    ...minute.discussion.map((paragraph) => discussionBlock(paragraph, minute, number)),
    ...minute.lostMotions.map((motion) =>
      makeBlock(number, motion.spans, { kind: 'discussion', rank: RANK.motion, context: ['motion lost'] }),
    ),
    ...minute.limbs.map((limb) => limbBlock(limb, minute, number)),
  ];
}

function discussionBlock(paragraph: Paragraph, minute: Minute, number: number): Block {
  const { heading } = paragraph;
  return makeBlock(number, paragraph.spans, {
    kind: 'discussion',
    rank: RANK.paragraph,
    group: `minute ${number} ${minute.span.start} ${heading ?? ''}`,
    gatherChars: GATHER_DISCUSSION_CHARS,
    place: {
      ...(heading === undefined ? {} : { heading }),
      ...(paragraph.number === undefined ? {} : { section: paragraph.number }),
    },
    context: heading === undefined ? [] : [heading],
  });
}

function limbBlock(limb: Limb, minute: Minute, number: number): Block {
  const verb = limb.verb.charAt(0).toUpperCase() + limb.verb.slice(1);
  const leadIn = leadInOf(limb, minute);
  return makeBlock(number, limb.spans, {
    kind: 'limb',
    rank: RANK.limb,
    place: { limb: limb.label ?? '', limbVerb: limb.verb, limbKind: limb.kind },
    context: [limb.label === undefined ? verb : `${verb} (${limb.label})`, ...(leadIn === undefined ? [] : [leadIn])],
  });
}

/** The words of the limb above a nested one: the longest label that "3(a)" begins with. */
function leadInOf(limb: Limb, minute: Minute): string | undefined {
  const { label } = limb;
  if (label === undefined) return undefined;
  const above = minute.limbs
    .filter((other) => other.label !== undefined && other.label !== label && label.startsWith(`${other.label}(`))
    .sort((a, b) => (b.label?.length ?? 0) - (a.label?.length ?? 0))[0];
  return above?.text.slice(0, LEAD_IN_CHARS);
}
