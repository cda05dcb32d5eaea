import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CallUsage } from '../../models.ts';

/** What the model was used for, call by call; the day's budget is counted from it. */
export type UsageLog = {
  add(usage: CallUsage): void;
  /** Tokens in and out since midnight (UTC), of every process that writes this log. */
  tokensToday(): number;
};

export type UsageLogOptions = { now?: () => Date; onError: (error: unknown) => void };

type Line = CallUsage & { time: string };

/**
 * A log of calls as JSON Lines in a file, one line appended a call, so that a terminal and a bot can share it. It holds
 * counts, never a word of question or reply. A line that cannot be written is told to `onError` and counted all the same.
 */
export function openUsageLog(file: string, { now = () => new Date(), onError }: UsageLogOptions): UsageLog {
  const unwritten: Line[] = [];
  return {
    add(usage) {
      const line = { time: now().toISOString(), ...usage };
      try {
        mkdirSync(dirname(file), { recursive: true });
        appendFileSync(file, `${JSON.stringify(line)}\n`);
      } catch (error) {
        unwritten.push(line);
        onError(error);
      }
    },
    tokensToday() {
      const day = now().toISOString().slice(0, 10);
      return [...readLines(file), ...unwritten]
        .filter(({ time }) => time.startsWith(day))
        .reduce((sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens, 0);
    },
  };
}

function readLines(file: string): Line[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return text.split('\n').flatMap((line) => readLine(line));
}

/** A line torn by a crash counts for nothing. */
function readLine(text: string): Line[] {
  try {
    const line = JSON.parse(text) as Partial<Line>;
    const isWhole =
      typeof line.time === 'string' && Number.isFinite(line.inputTokens) && Number.isFinite(line.outputTokens);
    return isWhole ? [line as Line] : [];
  } catch {
    return [];
  }
}
