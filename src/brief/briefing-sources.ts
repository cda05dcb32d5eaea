import type { Audience } from '../audience.ts';
import type { LedgerEntry, Outcome, RecordTrace } from '../ledger.ts';
import type { Paper } from '../paper.ts';
import type { Role } from '../role.ts';
import type { Series } from '../series.ts';
import type { Span } from '../span.ts';
import type { Reference, ThreadStep } from '../thread.ts';

/** A paper with the text its spans lie in; `item` is the agenda item that the index puts it under. */
export type SourcePaper = { id: number; source: string; sha256: string; paper: Paper; text: string; item?: string };

/** A line of the ledger with what became of it, where that was looked up. */
export type FollowedEntry = {
  entry: LedgerEntry;
  outcome?: Outcome;
  /** The limb that leads to it: "That Cabinet be recommended to:". */
  lead?: LedgerEntry;
};

/** What is closed to the audience at the meeting, as far as it may be told. */
export type ClosedItem = { item?: string; title?: string; paragraphs: number[] };

/**
 * Everything a briefing is made from. All of it is open to the audience, and nothing in `ledger` or `earlier` is of
 * the meeting itself or later.
 */
export type BriefingSources = {
  committee: string;
  /** YYYY-MM-DD. */
  date: string;
  madeOn: string;
  role: Role;
  forRole?: string;
  audience: Audience;
  /** The meeting's agenda, reports and what comes with them, in order of place. */
  papers: SourcePaper[];
  closed: ClosedItem[];
  /** Days of the committee's earlier meetings that are known, YYYY-MM-DD, in order. */
  held: string[];
  /** The committee's earlier minutes and agendas. */
  earlier: SourcePaper[];
  /** The committee's earlier limbs and undertakings, in order of meeting and place. */
  ledger: FollowedEntry[];
  /** What the meeting's papers say explicitly of other places. */
  references: Reference[];
  /** Measures with a figure in the meeting's papers. */
  series: Series[];
  /** The life of what a title names, as far as it is known. */
  threadOn(title: string): ThreadStep[];
  /** Cites words of a paper, of its agenda item if given; undefined where they stand in nothing the audience may read. */
  cite(words: { paperId: number; span: Span; why: string; item?: string }): RecordTrace | undefined;
  /** What is known to be missing, in words. */
  missing: string[];
};
