/** What went wrong, as far as a face needs to know; the whole list. */
export type AppErrorCode = 'invalid' | 'not-found' | 'unreadable' | 'forbidden' | 'unavailable' | 'internal';

/**
 * An expected failure. Its message may be shown to a member: it starts with what was tried,
 * quotes the value and ends without a full stop. Everything else that is thrown is a bug.
 */
export class AppError extends Error {
  readonly code: AppErrorCode;

  constructor(code: AppErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'AppError';
    this.code = code;
  }
}
