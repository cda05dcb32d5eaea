import { AppError, type AppErrorCode } from '../../../errors.ts';

/** What a member reads for each code, in one sentence: `said` is the error's own words, which are fit for them. */
const WORDS: Record<AppErrorCode, (said: string) => string> = {
  invalid: (said) => `${said}`,
  'not-found': (said) => `${said}`,
  unreadable: (said) => `${said}`,
  forbidden: (said) => `${said}`,
  unavailable: (said) => `${said}, so please ask again in a few minutes`,
  internal: () => 'Something went wrong here and your question was not answered',
};

/** A failure as one sentence for the member, with the reference under which the log has it. */
export function tellFailure(error: unknown, reference: string): string {
  const { code, message } = error instanceof AppError ? error : { code: 'internal' as const, message: '' };
  return `${WORDS[code](message)} (reference ${reference}).`;
}
