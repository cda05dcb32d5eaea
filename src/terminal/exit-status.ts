import { AppError, type AppErrorCode } from '../errors.ts';
import { plainForTerminal } from './plain-for-terminal.ts';

/** What the program's exit status means; from 64 on as in BSD's sysexits.h, 130 as shells do for Ctrl-C. */
export const EXIT = {
  ok: 0,
  nothingFound: 1,
  someUnreadable: 2,
  usage: 64,
  badData: 65,
  notFound: 66,
  unavailable: 69,
  internal: 70,
  forbidden: 77,
  interrupted: 130,
} as const;

/** The same in words, for --help and the README. */
export const EXIT_HELP = `Exit status:
    0  done; a question declined with its reasons is an answer too
    1  find found nothing
    2  some papers could not be read; the rest is done
   64  wrong command line
   65  a file, a value or the index is not what it should be
   66  a file, a paper or a citation is not there
   69  the index is in use by another run, or the disk is full
   70  a fault of the program; its reference is in minutebook.log beside the index
   77  not open to this audience
  130  stopped by Ctrl-C; what was done is kept`;

const STATUS: Record<AppErrorCode, number> = {
  invalid: EXIT.badData,
  'not-found': EXIT.notFound,
  unreadable: EXIT.notFound,
  forbidden: EXIT.forbidden,
  unavailable: EXIT.unavailable,
  internal: EXIT.internal,
};

/** A failure as the terminal tells it: one line for standard error, and the exit status. */
export type Failure = { line: string; status: number };

/**
 * The failure to tell. An expected one says what it is; anything else is one fixed sentence with the reference under
 * which `log` keeps it whole.
 */
export function describeFailure(error: unknown, log: (error: unknown) => string): Failure {
  if (error instanceof AppError) return { line: plainForTerminal(error.message), status: STATUS[error.code] };
  return { line: `Something went wrong in the program (reference ${log(error)})`, status: EXIT.internal };
}
