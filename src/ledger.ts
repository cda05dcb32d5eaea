import type { DraftPlace, FollowedPlace } from './followed-place.ts';
import type { DateReading } from './meeting.ts';
import type { LimbKind, Vote } from './minute.ts';
import type { RecordPlace } from './passage.ts';
import type { Span } from './span.ts';

/** What a line of the ledger says besides its words and place. Nothing in it is guessed: what the paper does not say is missing. */
export type LedgerWords = {
  /** Who is to act, in the paper's words. */
  who?: string;
  /** By when, in the paper's words, with the date it means, worked out from the meeting's date where it must be. */
  by?: DateReading;
} & (
  | { kind: 'limb'; limbKind: LimbKind; verb: string; vote?: Vote; toBody?: string }
  /** What an officer or member said they would do: said, not resolved. */
  | { kind: 'undertaking'; saidBy?: string }
);

/** A line as it is read from its paper, before it is stored. */
export type LedgerDraft = DraftPlace & LedgerWords;

/**
 * A line of the committee's ledger: a limb as resolved, or an undertaking as said. `text` is the paper's words;
 * `span` is where they stand; `place` cites them.
 */
export type LedgerEntry = FollowedPlace & LedgerWords;

/** What a line is listed as: a limb's kind, or an undertaking. */
export type LedgerKind = LimbKind | 'undertaking';

/** What a ledger may be confined to; everything given must hold. */
export type LedgerFilter = {
  committee?: string;
  /** YYYY-MM-DD. */
  since?: string;
  topic?: string;
  who?: string;
  /** Only these kinds; by default all. */
  kinds?: LedgerKind[];
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
  /** The passage it stands in, by which it is cited in answers. */
  passageId?: number;
  span: Span;
  quote: string;
  label: string;
  why: string;
};
