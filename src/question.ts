import type { Audience } from './audience.ts';

/** What a question can ask for, in the record's terms. */
export const WANTED = [
  'decision',
  'discussion',
  'recommendation',
  'attendance',
  'declaration',
  'figure',
  'progress',
  'history',
  'briefing',
  'next-meeting',
  'exempt',
] as const;
export type Wanted = (typeof WANTED)[number];

/** What a question asks of the committee's memory: what is not answered, what was promised, what became of something. */
export type FollowUp = 'outstanding' | 'promised' | 'outcome';

/** An explicit place in the record: "minute 39", "resolution 2 of 21", "para 3.2.4", "item 7", "NI 59". */
export type Reference = {
  kind: 'minute' | 'resolution' | 'paragraph' | 'item' | 'measure' | 'appendix' | 'page';
  number: string;
  /** The minute of a resolution. */
  within?: string;
};

/**
 * Meeting dates a question asks about, YYYY-MM-DD, inclusive. `printed` is the question's words. `precision` says
 * how much was given; a month without a year gives one range for each year that the index has such a meeting in.
 */
export type DateRange = { from: string; to: string; printed: string; precision: 'day' | 'month' | 'season' | 'year' };

/** Where something cited stands: its paper's file and the place in it, and its numbers in the record. */
export type CitedPlace = {
  source: string;
  span: { start: number; end: number };
  /** Of a report or what comes with one; otherwise of minutes or an agenda. */
  isReport: boolean;
  committee?: string;
  meetingDate?: string;
  minute?: string;
  /** Label of the limb, empty for an undivided resolution; none where no resolution was cited. */
  limb?: string;
  item?: string;
};

/**
 * How a question leans on the conversation before it. It asks where something stands that was cited (`place`), what
 * else the minute of it says (`minute`), about the meeting it is of (`meeting`), what the report on it says (`report`),
 * or about the same subject otherwise or elsewhere (`subject`).
 */
export type Leaning = {
  kind: 'place' | 'minute' | 'meeting' | 'report' | 'subject';
  /** What the conversation is about, for the question after this one. */
  subject: string;
  /** What this question puts in the place of part of it: "girls", where boys were spoken of. */
  instead?: string;
  /** What the answer before cited, the likeliest first. */
  places: CitedPlace[];
};

/** A question as read, ready for retrieval. */
export type Question = {
  /** As typed, without control characters. */
  text: string;
  audience: Audience;
  /** Names in full of the committees it names, as the index has them. */
  committees: string[];
  /** The one committee it is confined to, if it was asked so. */
  only?: string;
  dates: DateRange[];
  references: Reference[];
  /** Names as the papers print them. */
  people: string[];
  /** Most telling first; empty where it does not say. */
  wanted: Wanted[];
  /** The question in the record's words: committee and meeting date left out, spelling mended. For sentence vectors. */
  topic: string;
  /** Words for the word search, each with the other words that mean it: spelt-out forms, clerk's words, mended spelling. */
  terms: Term[];
  /** Where it leaves something to the question before it. */
  leaning?: Leaning;
};

/** One content word of a question. `known`: the papers have it as it was typed. `weight` is 0 to 1; `speltOut` is what a short form or a slip stands for. */
export type Term = { word: string; alternatives: string[]; speltOut?: string; known: boolean; weight: number };
