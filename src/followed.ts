import type { LedgerDraft } from './ledger.ts';
import type { Paper, PaperText } from './paper.ts';
import type { MeasurePointDraft } from './series.ts';
import type { ReferenceDraft } from './thread.ts';

/** What the committee's memory keeps of one paper. */
export type Followed = {
  ledger: LedgerDraft[];
  references: ReferenceDraft[];
  measurePoints: MeasurePointDraft[];
};

/** Reads what is kept of a paper from that paper alone, so that it costs the same however many others there are. */
export type FollowPaper = (text: PaperText, paper: Paper) => Followed;
