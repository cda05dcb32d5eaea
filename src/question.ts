import type { Audience } from './audience.ts';

/** What a question asks for, in the record's terms. */
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
  | 'exempt';

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
};

/** One content word of a question. `known`: the papers have it as it was typed. `weight` is 0 to 1; `speltOut` is what a short form or a slip stands for. */
export type Term = { word: string; alternatives: string[]; speltOut?: string; known: boolean; weight: number };
