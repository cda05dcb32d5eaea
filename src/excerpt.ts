import type { PaperStatus } from './paper.ts';
import type { RecordPlace } from './passage.ts';
import type { Span } from './span.ts';

/** A stretch of a paper in reading order, byte for byte; `cited`: it is what the citation means. */
export type ExcerptPart = { text: string; cited: boolean; gapBefore: boolean };

/** A cited place in its surroundings. Nothing in it is closed to the audience it was made for. */
export type Excerpt = {
  /** The citation in full. */
  label: string;
  source: string;
  /** Page of the file. */
  page?: number;
  parts: ExcerptPart[];
  /** Other places that the citation could mean, in full. */
  others: string[];
};

/** A table that cited words stand in: its names of columns, and its rows with those cited marked. */
export type CitedTable = {
  caption?: string;
  headers: string[][];
  rows: { cells: string[]; group?: string; cited: boolean }[];
};

/** A cited place opened where it stands, to be read on from. `shown`: what of the source's text the parts span. */
export type CitedExcerpt = Excerpt & {
  place: RecordPlace;
  status: PaperStatus;
  shown: Span;
  /** There is more of the paper before or after that the audience may read. */
  hasEarlier: boolean;
  hasLater: boolean;
  table?: CitedTable;
};

/** Words to open: where they stand in the text of their source and, to know them again, the words themselves. */
export type CitedWords = Span & { source: string; quote?: string };

/** With `move`, what comes before or after what was `shown`. */
export type ReadOn = { move?: 'earlier' | 'later'; shown?: Span };
