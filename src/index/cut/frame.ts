import type { Access } from '../../audience.ts';
import type { Span } from '../../paper.ts';
import type { PassageKind, RecordPlace } from '../../passage.ts';

/**
 * A stretch of the text that gives what stands in it a place in the record: a paper, a section, a minute, a
 * measure, a table. Frames lie inside each other; `place`, `context` and `access` are what this one adds.
 */
export type Frame = {
  span: Span;
  /** Number of the paper in its file. */
  paper: number;
  place: Partial<RecordPlace>;
  context: string[];
  access: Access;
  /** What its text is where no block says otherwise. */
  kind: PassageKind;
};

/** A record's own words, to be kept whole; where two overlap, the higher `rank` has the text. */
export type Block = {
  spans: Span[];
  paper: number;
  kind: PassageKind;
  rank: number;
  /** Neighbours of one group are gathered into one passage up to `gatherChars`; a block without group stays alone. */
  group?: string;
  gatherChars: number;
  place: Partial<RecordPlace>;
  context: string[];
  access: Access;
};

export type Layout = { frames: Frame[]; blocks: Block[] };

/** Ranks of blocks: where records overlap, the one with the higher rank has the text. */
export const RANK = {
  place: 0,
  item: 1,
  paragraph: 2,
  measure: 3,
  motion: 4,
  row: 5,
  list: 6,
  recommendation: 7,
  limb: 8,
} as const;

export function makeFrame(paper: number, span: Span, frame: Partial<Frame> & { kind: PassageKind }): Frame {
  return { place: {}, context: [], access: { kind: 'public' }, ...frame, span, paper };
}

export function makeBlock(
  paper: number,
  spans: Span[],
  block: Partial<Block> & { kind: PassageKind; rank: number },
): Block {
  return {
    gatherChars: 0,
    place: {},
    context: [],
    access: { kind: 'public' },
    ...block,
    spans: spans.filter((span) => span.end > span.start),
    paper,
  };
}
