import { type Access, narrowerAccess } from '../../audience.ts';
import type { Span } from '../../paper.ts';
import type { PassageKind, RecordPlace } from '../../passage.ts';
import { pushTrimmed } from '../../sentence.ts';
import type { Block, Frame, Layout } from './frame.ts';

/** A record broken by less than this (a running head, a page number) is laid as one stretch, the break inside it. */
const MAX_BREAK_CHARS = 200;

/** A frame with all that the frames around it add; `path` from the paper inwards. */
export type Placed = { path: Frame[]; place: Partial<RecordPlace>; context: string[]; access: Access };

/** A stretch of text that is one record's, or (without `block`) what a frame has between its records. */
export type Piece = Span & { placed: Placed; block?: Block; kind: PassageKind; access: Access };

/**
 * Lays frames and blocks over the text and cuts it where one ends or another begins: pieces in order, without
 * white space around them, none overlapping, together all of the text that lies in a paper.
 */
export function layPieces(text: string, { frames, blocks }: Layout): Piece[] {
  const stretches = [...blocks].sort((a, b) => a.rank - b.rank).flatMap(stretchesOf);
  const cuts = [...new Set([...frames.map((frame) => frame.span), ...stretches].flatMap((s) => [s.start, s.end]))];
  cuts.sort((a, b) => a - b);
  const at = new Map(cuts.map((cut, index) => [cut, index]));
  const placedAt = layFrames(frames, { cuts, at });
  const blockAt = layBlocks(stretches, { at, placedAt });
  return joinRuns(text, { cuts, placedAt, blockAt });
}

type Stretch = Span & { block: Block };

function stretchesOf(block: Block): Stretch[] {
  const stretches: Stretch[] = [];
  for (const span of [...block.spans].sort((a, b) => a.start - b.start)) {
    const last = stretches[stretches.length - 1];
    if (last && span.start - last.end < MAX_BREAK_CHARS) last.end = Math.max(last.end, span.end);
    else stretches.push({ ...span, block });
  }
  return stretches;
}

/** Papers first, the widest first, so that a paper inside a pack is laid over the pack; then what is in them. */
function layFrames(frames: Frame[], { cuts, at }: { cuts: number[]; at: Map<number, number> }): (Placed | undefined)[] {
  const placedAt: (Placed | undefined)[] = new Array(cuts.length).fill(undefined);
  const isPaper = (frame: Frame) => frame.place.paperKind !== undefined;
  const width = (frame: Frame) => frame.span.end - frame.span.start;
  const papers = frames.filter(isPaper).sort((a, b) => width(b) - width(a));
  const inner = frames.filter((frame) => !isPaper(frame)).sort((a, b) => width(b) - width(a));
  for (const frame of papers) {
    const placed = { path: [frame], place: frame.place, context: frame.context, access: frame.access };
    placedAt.fill(placed, at.get(frame.span.start), at.get(frame.span.end));
  }
  for (const frame of inner) {
    const made = new Map<Placed, Placed>();
    const end = at.get(frame.span.end) ?? 0;
    for (let index = at.get(frame.span.start) ?? end; index < end; index++) {
      const around = placedAt[index];
      if (around?.path[0]?.paper !== frame.paper) continue;
      const placed = made.get(around) ?? within(around, frame);
      made.set(around, placed);
      placedAt[index] = placed;
    }
  }
  return placedAt;
}

function within(around: Placed, frame: Frame): Placed {
  return {
    path: [...around.path, frame],
    place: { ...around.place, ...frame.place },
    context: [...around.context, ...frame.context],
    access: narrowerAccess(around.access, frame.access),
  };
}

type Grid = { at: Map<number, number>; placedAt: (Placed | undefined)[] };

function layBlocks(stretches: Stretch[], { at, placedAt }: Grid): (Block | undefined)[] {
  const blockAt: (Block | undefined)[] = new Array(placedAt.length).fill(undefined);
  for (const { start, end, block } of stretches) {
    const last = at.get(end) ?? 0;
    for (let index = at.get(start) ?? last; index < last; index++) {
      if (placedAt[index]?.path[0]?.paper === block.paper) blockAt[index] = block;
    }
  }
  return blockAt;
}

type Laid = { cuts: number[]; placedAt: (Placed | undefined)[]; blockAt: (Block | undefined)[] };

function joinRuns(text: string, { cuts, placedAt, blockAt }: Laid): Piece[] {
  const pieces: Piece[] = [];
  let first = 0;
  for (let index = 1; index <= cuts.length; index++) {
    const placed = placedAt[first];
    const block = blockAt[first];
    if (index < cuts.length && placedAt[index] === placed && blockAt[index] === block) continue;
    if (placed) pushPiece(pieces, text, { start: cuts[first] ?? 0, end: cuts[index] ?? 0, placed, block });
    first = index;
  }
  return pieces;
}

type Run = Span & { placed: Placed; block: Block | undefined };

function pushPiece(pieces: Piece[], text: string, { start, end, placed, block }: Run): void {
  const spans: Span[] = [];
  pushTrimmed(spans, text, { start, end });
  const innermost = placed.path[placed.path.length - 1];
  for (const span of spans) {
    pieces.push({
      ...span,
      placed,
      kind: block?.kind ?? innermost?.kind ?? 'paragraph',
      access: block ? narrowerAccess(placed.access, block.access) : placed.access,
      ...(block ? { block } : {}),
    });
  }
}
