import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../log.ts';

/** Longest part of a library's message that is kept. */
const MAX_CHARS = 300;

/** What keep-connected.ts says itself, and not with every attempt. */
const SAID_ELSEWHERE = /^Failed to retrieve a new WSS URL/;
/** Slack's own warnings, such as "missing_charset", come with every answer of a method. */
const WARNING_OF_SLACK = /^[a-z][a-z_]{2,80}$/;

/**
 * What Slack's libraries log, into the bot's own log. Their debug lines print whole payloads, questions among them,
 * and their informal ones say nothing that the bot does not say itself: only warnings and errors come through, and
 * what Slack warns of with every answer comes once.
 */
export function boltLogger(log: Log): Logger {
  const warned = new Set<string>();
  const pass = (...parts: unknown[]) => {
    const [first] = parts;
    if (typeof first === 'string' && SAID_ELSEWHERE.test(first)) return;
    const isOfSlack = typeof first === 'string' && WARNING_OF_SLACK.test(first);
    if (isOfSlack && warned.has(first)) return;
    if (isOfSlack) warned.add(first);
    log.warn('Slack library', { said: isOfSlack ? first : wordsOf(parts) });
  };
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
