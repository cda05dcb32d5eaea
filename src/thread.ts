import type { DraftPlace, FollowedPlace } from './followed-place.ts';
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
  /** The meeting's day where the paper prints none and its file's name does, YYYY-MM-DD. */
  filedFor?: string;
};

/** What each step is, as every face names it. */
export const STEP_NAMES: Record<ThreadStep['role'], string> = {
  report: 'Report',
  limb: 'Resolved',
  discussion: 'Said',
  'later-report': 'Later report',
  'later-minute': 'Later minute',
  correction: 'Corrected',
  'superseded-by': 'Replaced by',
};

/** A decision's life: the report that asked, the limb, what answered it. Steps in order of date. */
export type Thread = { title: string; steps: ThreadStep[]; missing: string[] };

/**
 * What a paper says explicitly of another place in the record. Keys are what later questions look up: a minute's
 * number as printed, a meeting's day, a committee and a title as `committeeKey` and `titleKey` write them.
 */
export type ReferenceWords = {
  reason: JoinReason;
  toCommittee?: string;
  /** YYYY-MM-DD. */
  toDate?: string;
  toMinute?: string;
  toTitle?: string;
  toItem?: string;
  /** By when something is to come back (a work programme's line), YYYY-MM-DD. */
  due?: string;
  /** Whatever else was printed and is needed to tell of it. */
  printed?: Record<string, string>;
};

/** A reference as it is read from its paper, before it is stored. */
export type ReferenceDraft = DraftPlace & ReferenceWords;

/** A reference in the index: `text` are the words that refer, `place` cites them. */
export type Reference = FollowedPlace & ReferenceWords;
