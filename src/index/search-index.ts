import type { Audience } from '../audience.ts';
import type { LedgerEntry, LedgerKind } from '../ledger.ts';
import type { Naming } from '../naming.ts';
import type { Paper, PaperStatus } from '../paper.ts';
import type { Passage, PassageKind } from '../passage.ts';
import type { MeasurePoint } from '../series.ts';
import type { JoinReason, Reference } from '../thread.ts';

/** What a search is confined to. Everything given must hold; `audience` always applies, before any ranking. */
export type SearchFilter = {
  audience: Audience;
  /** Committee names in full. */
  committees?: string[];
  /** Meeting dates, inclusive, YYYY-MM-DD; a passage whose meeting date is unknown fails. */
  dates?: { from: string; to: string }[];
  kinds?: PassageKind[];
  paperIds?: number[];
  /** Only papers that print no meeting. */
  undated?: true;
};

/** What is followed is confined as passages are, by the audience first of all. */
export type FollowSearch = Omit<SearchFilter, 'kinds'>;
/** `words` and `whoWords` are stems, all of which a line must have: in its words or its minute's title, in who is to act. */
export type LedgerSearch = FollowSearch & {
  entryKinds?: LedgerKind[];
  minutes?: string[];
  words?: string[];
  whoWords?: string[];
};
/** Of each list one must hold: minute numbers as printed, dates YYYY-MM-DD, titles as `titleKey` writes them. */
export type ReferenceSearch = FollowSearch & {
  reasons?: JoinReason[];
  toMinutes?: string[];
  toDates?: string[];
  toTitles?: string[];
};
/** Of each list one must hold; `words` are stems, all of which a measure's name must have. */
export type MeasureSearch = FollowSearch & {
  nameKeys?: string[];
  numbers?: string[];
  codes?: string[];
  words?: string[];
};

/** A passage and how well it matched: larger is better; only comparable within one search. */
export type Ranked = { passageId: number; score: number };

/** A sentence (or a window of short ones) inside a passage, with its offsets in the passage's text. */
export type RankedSentence = Ranked & { start: number; end: number };

/** One paper as the index keeps it. `paper` holds every record; `source` is the file it came from. */
export type IndexedPaper = { id: number; source: string; sha256: string; paper: Paper };

/** A meeting known to the index and what of it is there. */
export type IndexedMeeting = {
  committee: string;
  date: string;
  hasMinutes: boolean;
  hasAgenda: boolean;
  status?: PaperStatus;
  paperIds: number[];
};

/** `making` names one making of the index, `changes` counts what was changed since: both equal, nothing has changed. */
export type IndexVersion = { making: string; changes: number };

/** The search side of the index: read only, and nothing an audience may not see ever leaves it. */
export interface SearchIndex {
  /** BM25 over passages (context and text); any of the terms may match. Terms are plain words, never FTS5 syntax. */
  searchWords(terms: string[], filter: SearchFilter, limit: number): Ranked[];
  /** Nearest passages by cosine of their vectors. */
  searchPassageVectors(vector: Float32Array, filter: SearchFilter, limit: number): Ranked[];
  /** Nearest sentences by cosine of their vectors; several of one passage may come. */
  searchSentenceVectors(vector: Float32Array, filter: SearchFilter, limit: number): RankedSentence[];
  /** Passages by id in the order asked; unknown ones and those the audience may not read are left out. */
  passages(ids: number[], audience: Audience): Passage[];
  /** All passages a filter lets through, in order of paper and place. */
  listPassages(filter: SearchFilter): Passage[];
  /** Papers with their records, of one source or of all, in order of meeting date; what the audience may not read is taken out of them. */
  papers(audience: Audience, source?: string): IndexedPaper[];
  meetings(audience: Audience): IndexedMeeting[];
  /** The text of the source of a paper, as read; undefined if the audience may not read the paper. */
  paperText(paperId: number, audience: Audience): string | undefined;
  /** Every word of the indexed texts (lower case, unstemmed) with the number of passages it is in. */
  vocabulary(): Map<string, number>;
  /** Papers that exist but are closed to this audience: what may be said of them, and nothing of their content. */
  closedPapers(
    audience: Audience,
  ): { committee?: string; date?: string; item?: string; title?: string; paragraphs: number[] }[];
  /** How many passages a filter lets through. */
  countPassages(filter: SearchFilter): number;
  /** Names that a question may shorten, as far as the audience may read them, each once, the most usual first. */
  namings(audience: Audience): Naming[];
  /** The committee's ledger: limbs and undertakings, in order of meeting and place. */
  ledgerEntries(search: LedgerSearch): LedgerEntry[];
  /** What papers say explicitly of other places in the record, in order of the meeting that says it. */
  references(search: ReferenceSearch): Reference[];
  /** Figures of measures as papers print them, in order of the meeting that was told. */
  measurePoints(search: MeasureSearch): MeasurePoint[];
  /** Differs after every change, by whatever process; cheap enough to be asked before each question. */
  version(): IndexVersion;
  close(): void;
}
