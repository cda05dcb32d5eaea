import { AppError } from './errors.ts';

/** Why a language model gave nothing to use; the whole list, whatever the server calls it. */
export type WriterFault =
  | 'unreachable'
  | 'key-refused'
  | 'no-such-model'
  | 'busy'
  | 'server-error'
  | 'too-long'
  | 'filtered'
  | 'malformed'
  | 'too-much'
  | 'timed-out'
  | 'over-budget'
  | 'no-calls-left'
  | 'rejected';

const SAID: Record<WriterFault, string> = {
  unreachable: 'it cannot be reached',
  'key-refused': 'it refuses the key',
  'no-such-model': 'it has no such model',
  busy: 'it is busy',
  'server-error': 'it failed',
  'too-long': 'the question and its passages are too long for it',
  filtered: 'its content filter stopped the reply',
  malformed: 'its reply is not in the form asked for',
  'too-much': 'its reply did not end',
  'timed-out': 'it took too long',
  'over-budget': "the day's budget of tokens is spent",
  'no-calls-left': 'the question has used up its calls',
  rejected: 'it rejects the request',
};

/** A language model's failure. The member gets the extractive answer instead; the message is for the log. */
export class WriterFailure extends AppError {
  readonly fault: WriterFault;
  /** What the server asked to wait, in milliseconds. */
  readonly retryAfterMs?: number;

  constructor(fault: WriterFault, { cause, retryAfterMs }: { cause?: unknown; retryAfterMs?: number } = {}) {
    super('unavailable', `Cannot use the language model: ${SAID[fault]}`, cause);
    this.name = 'WriterFailure';
    this.fault = fault;
    if (retryAfterMs !== undefined) this.retryAfterMs = retryAfterMs;
  }
}
