import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../log.ts';

/** Longest part of a library's message that is kept. */
const MAX_CHARS = 300;

/**
 * What Slack's libraries log, into the bot's own log. Their debug lines print whole payloads, questions among them,
 * and their informal ones say nothing that the bot does not say itself: only warnings and errors come through.
 */
export function boltLogger(log: Log): Logger {
  const pass = (...parts: unknown[]) => log.warn('Slack library', { said: wordsOf(parts) });
  const silent = () => undefined;
  return {
    debug: silent,
    info: silent,
    warn: pass,
    error: pass,
    setLevel: silent,
    getLevel: () => LogLevel.WARN,
    setName: silent,
  };
}

/** Texts and the names of errors; never an object, which may be a payload. */
function wordsOf(parts: unknown[]): string {
  const words = parts.map((part) => {
    if (part instanceof Error) return `${part.name}: ${part.message}`;
    return typeof part === 'string' ? part : `(${typeof part})`;
  });
  return words
    .join(' ')
    .replace(/xox[a-z]-[\w-]+|xapp-[\w-]+/g, '(token)')
    .slice(0, MAX_CHARS);
}
