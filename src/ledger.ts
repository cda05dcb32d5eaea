import type { Access } from './audience.ts';
import type { DateReading } from './meeting.ts';
import type { LimbKind, Vote } from './minute.ts';
import type { PaperStatus } from './paper.ts';
import type { RecordPlace } from './passage.ts';
import type { Span } from './span.ts';

/**
 * A line of the committee's ledger: a limb as resolved, or an undertaking as said. `text` is the paper's, byte for byte
 * (`span` in its text); `place` cites it. Nothing in it is guessed: what the paper does not say is missing.
 */
export type LedgerEntry = {
  /** The index's own number of this entry, good as long as its paper is unchanged. */
  id: number;
  paperId: number;
  source: string;
  access: Access;
  status: PaperStatus;
  place: RecordPlace;
  text: string;
  span: Span;
  /** Who is to act, in the paper's words. */
  who?: string;
  /** By when, in the paper's words, with the date it means. */
  by?: DateReading;
} & (
  | { kind: 'limb'; limbKind: LimbKind; verb: string; vote?: Vote; toBody?: string }
  /** What an officer or member said they would do: said, not resolved. */
  | { kind: 'undertaking'; saidBy?: string }
);

/** What a ledger may be confined to; everything given must hold. */
export type LedgerFilter = {
  committee?: string;
  /** YYYY-MM-DD. */
  since?: string;
  topic?: string;
  who?: string;
  /** Only requests and undertakings whose outcome is not `answered`. */
  open?: boolean;
};

/**
 * What the indexed papers show of a request or undertaking. The record's silence is said to be silence: there is no
 * "not done". Every kind but the last two rests on places that are cited.
 */
export type Outcome =
  | { kind: 'answered'; by: RecordTrace[] }
  | { kind: 'partly'; by: RecordTrace[]; left: string }
  | { kind: 'due'; due: DateReading; nextMeeting?: string }
  | { kind: 'overdue'; due: DateReading; meetingsSince: string[]; by: RecordTrace[] }
  | { kind: 'gone-quiet'; lookedThrough: string[]; by: RecordTrace[] }
  | { kind: 'cannot-tell'; missing: string[] };

/** A later place in the record that bears on an entry, quoted, and why it is taken to. */
export type RecordTrace = {
  place: RecordPlace;
  source: string;
  paperId: number;
  span: Span;
  quote: string;
  label: string;
  why: string;
};
