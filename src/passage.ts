import type { Access } from './audience.ts';
import type { PaperKind, PaperStatus, Span } from './paper.ts';

/**
 * What a passage is cut from. `limb`, `discussion`, `declaration`, `attendance`, `minute` (a minute without limbs
 * or too short to cut) and `item` come from minutes and agendas; the rest from reports and what comes with them.
 */
export type PassageKind =
  | 'limb'
  | 'discussion'
  | 'minute'
  | 'attendance'
  | 'declaration'
  | 'item'
  | 'agenda'
  | 'recommendation'
  | 'paragraph'
  | 'measure'
  | 'table'
  | 'head'
  | 'place';

/** Where in the committee's record a passage stands: what its citation says. Numbers are strings as printed. */
export type RecordPlace = {
  committee?: string;
  /** YYYY-MM-DD where it can be told. */
  meetingDate?: string;
  /** The date as printed, where its reading is missing or in doubt. */
  meetingDatePrinted?: string;
  paperKind: PaperKind;
  paperTitle?: string;
  /** "Appendix 1" as printed. */
  paperLabel?: string;
  minute?: string;
  minuteTitle?: string;
  /** Label of the resolution limb; "" for an undivided resolution. */
  limb?: string;
  /** The limb's verb and kind, for saying what it does. */
  limbVerb?: string;
  limbKind?: string;
  item?: string;
  /** The section's or paragraph's printed number. */
  section?: string;
  /** All paragraph numbers of a passage that gathers several. */
  sections?: string[];
  /** The nearest heading. */
  heading?: string;
  measure?: string;
  tableCaption?: string;
  /** Page of the file, and the number printed on it. */
  page?: number;
  pageLabel?: string;
  /** Pack pages of the agenda item this stands under, as printed. */
  packPages?: string;
  /** A slide, row or cue. */
  place?: string;
};

/** A stretch of a paper that retrieval ranks and answers quote: at most MAX_PASSAGE_CHARS, cut along the record. */
export type Passage = {
  id: number;
  paperId: number;
  kind: PassageKind;
  /** The slice of the paper's text, byte for byte: `text === paperText.slice(span.start, span.end)`. */
  text: string;
  span: Span;
  /** Where in the paper the record itself stands, when its heading or "Resolved" comes before it in the passage. */
  recordSpan?: Span;
  /** Committee, date, heading, caption and headers: what both searches read in front of the text. Never quoted. */
  context: string;
  place: RecordPlace;
  status: PaperStatus;
  access: Access;
  /** File name of the source, relative to its ingested folder. */
  source: string;
  /** Order within its source: passage n + 1 follows passage n. */
  ordinal: number;
};

export const MAX_PASSAGE_CHARS = 1400;

/** A sentence of a passage that answers the question more or less; offsets in the passage's text. */
export type HitSentence = { start: number; end: number; similarity: number };

/**
 * A passage retrieval found. `score` orders the hits of one question only; `similarity` is the best cosine of the
 * passage or a sentence of it with the question; `byRecord`: found by its number or role in the record, not by likeness.
 */
export type Hit = {
  passage: Passage;
  score: number;
  similarity: number;
  /** How near the question's tokens come to the passage's, 0 to 1; undefined where they were not compared. */
  likeness?: number;
  sentences: HitSentence[];
  byRecord: boolean;
};
