import type { Audience } from './audience.ts';

/** What a question asks for, in the record's terms. `anything` where it does not say. */
export type Wanted =
  | 'decision'
  | 'discussion'
  | 'recommendation'
  | 'attendance'
  | 'declaration'
  | 'figure'
  | 'progress'
  | 'history'
  | 'briefing'
  | 'next-meeting'
  | 'exempt'
  | 'anything';

/** An explicit place in the record: "minute 39", "resolution 2 of 21", "para 3.2.4", "item 7", "NI 59". */
export type Reference = {
  kind: 'minute' | 'resolution' | 'paragraph' | 'item' | 'measure' | 'appendix' | 'page';
  number: string;
  /** The minute of a resolution. */
  within?: string;
};

/** Dates a question asks about: from and to inclusive, YYYY-MM-DD; `printed` the words that said so. */
export type DateRange = { from: string; to: string; printed: string };

/** A question as read, ready for retrieval. */
export type Question = {
  /** As typed, cleaned of control characters. */
  text: string;
  audience: Audience;
  /** Names in full of committees it names. */
  committees: string[];
  dates: DateRange[];
  references: Reference[];
  people: string[];
  wanted: Wanted[];
  /** Its words without what was read as filter, spelling mended and abbreviations spelt out beside. */
  topic: string;
};
