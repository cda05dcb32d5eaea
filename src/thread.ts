import type { RecordTrace } from './ledger.ts';

/** Why two places of the record are taken to belong together; all but the last are explicit. */
export type JoinReason =
  | 'names-the-minute'
  | 'names-the-meeting'
  | 'matters-arising'
  | 'work-programme'
  | 'same-title'
  | 'correction'
  | 'supersedes'
  | 'parties-and-date'
  | 'same-agenda-item'
  | 'similar';

/** One step of a decision's life, in order of date. `isPossible`: by likeness only, shown apart. */
export type ThreadStep = RecordTrace & {
  role: 'report' | 'limb' | 'discussion' | 'later-report' | 'later-minute' | 'correction' | 'superseded-by';
  reasons: JoinReason[];
  isPossible: boolean;
};

/** A decision's life: the report that asked, the limb, what answered it. Steps in order of date. */
export type Thread = { title: string; steps: ThreadStep[]; missing: string[] };
