import type { LedgerEntry } from './ledger.ts';
import type { Passage } from './passage.ts';
import type { Reference } from './thread.ts';

/**
 * What a committee dealt with under one minute, or one paper that was put before it, with its passages in order.
 * `isStanding`: an item of every meeting (apologies, minutes, work programme), which is no subject of its own.
 */
export type Matter = {
  kind: 'minute' | 'report' | 'item';
  /** YYYY-MM-DD. */
  date: string;
  /** The minute's number, as printed. */
  number?: string;
  item?: string;
  title: string;
  paperId: number;
  source: string;
  passages: Passage[];
  isStanding: boolean;
  /** The paper prints no meeting: its folder and its file's name tell of which it is. */
  isFiled?: true;
};

/** All that joins are made of: one committee's record as far as an audience may read it, everything in order of date. */
export type CommitteeRecord = {
  committee: string;
  meetings: { date: string; hasMinutes: boolean; hasAgenda: boolean }[];
  matters: Matter[];
  references: Reference[];
  entries: LedgerEntry[];
  /** Files of this committee's papers, by their meeting's date. */
  papers: { date: string; source: string; title: string }[];
};

const STANDING =
  /^(?:item )?\W*(?:(?:to (?:approve|receive|consider|note) )?(?:the )?(?:draft |previous )?minutes\b|apolog|declarations?\b|disclosures?\b|exclusion|exempt|questions? (?:from|by|to)|public (?:questions?|statements?|participation|forum)|petitions$|communications?\b|chair(?:man|person)?['’]?s?\b.{0,20}(?:announcement|communication|update)|announcements?|urgent (?:business|items?)|any other business|(?:(?:draft|committee|scrutiny|the) )?(?:work|forward) (?:plan|programme)|date\b.{0,25}\b(?:next|future)\b|next meeting|matters arising|attendance|membership|welcome|substitut|roll call|to (?:consider|determine|receive|agree|confirm|note) )/i;

/** True for an item that every meeting has. */
export function isStandingTitle(title: string): boolean {
  return STANDING.test(title.trim());
}
