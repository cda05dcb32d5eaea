import type { Citation } from './citation.ts';
import type { Hit } from './passage.ts';

/** A sentence of the answer. One without a citation cannot be built. */
export type Statement = { text: string; citations: [Citation, ...Citation[]] };

/** What was looked through, and what is known to be missing. */
export type Coverage = {
  committees: string[];
  /** Meetings searched: committee and ISO date. */
  meetings: { committee: string; date: string }[];
  papers: number;
  /** In words: "the minutes of Improving Lives Select Commission, 3 December 2019, are not in the index". */
  missing: string[];
};

export type DeclineReason = 'not-in-papers' | 'exempt' | 'not-for-the-record' | 'unreadable';

/** Either statements with their citations, or a decline with its receipt; hits best first in both. */
export type Answer =
  | { kind: 'grounded'; statements: Statement[]; notes: string[]; coverage: Coverage; hits: Hit[] }
  | { kind: 'declined'; reason: DeclineReason; message: string; coverage: Coverage; nearest: Hit[]; hits: Hit[] };
