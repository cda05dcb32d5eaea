import type { Statement } from './answer.ts';
import type { WrittenStatement } from './writer.ts';

/**
 * Why a written statement may not be sent. `said` is the part of the statement or quotation at fault, as written;
 * it came from a model and is shown only where the proof itself is explained.
 */
export type ProofFault = { kind: ProofFaultKind; said: string };

/**
 * The whole list. Of quotations: `no-quote`, `unknown-passage`, `quote-not-found`, `quote-ambiguous`, `quote-short`,
 * `quote-long`, `instruction` (the passage tells its reader what to say). Of the statement's form: `form`. Of its
 * meaning: `figure` (number, amount, date), `name` (person, body), `decision`, `negation`, `condition`, `role` (who, to
 * whom), `degree` (all, at least, rose, highest), `modality` (may, will, is), `splice`, `uncovered`. Of the answer:
 * `too-long`.
 */
export type ProofFaultKind =
  | 'no-quote'
  | 'unknown-passage'
  | 'quote-not-found'
  | 'quote-ambiguous'
  | 'quote-short'
  | 'quote-long'
  | 'instruction'
  | 'form'
  | 'figure'
  | 'name'
  | 'decision'
  | 'negation'
  | 'condition'
  | 'role'
  | 'degree'
  | 'modality'
  | 'splice'
  | 'uncovered'
  | 'too-long';

/** A statement that is not sent: `at` is its place among the written ones, from 0; `instead`, where its quotations are real, says the same in the paper's words. */
export type DroppedStatement = { at: number; statement: WrittenStatement; why: ProofFault; instead?: Statement };

/** A statement that is proved: its text is the model's, its citations are slices of the papers. */
export type KeptStatement = { at: number; statement: Statement };

/** What the proof of one written statement comes to. */
export type Verdict = ({ kind: 'kept' } & KeptStatement) | ({ kind: 'dropped' } & DroppedStatement);

/** Every written statement is in one of the two lists, each in the order written. */
export type Proof = { kept: KeptStatement[]; dropped: DroppedStatement[] };
