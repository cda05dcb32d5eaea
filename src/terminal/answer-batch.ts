import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { answerRecord } from '../answer-record.ts';
import type { App, AskOptions } from '../app.ts';
import { AppError } from '../errors.ts';

export type AnswerBatchOptions = {
  questions: string;
  out: string;
  ask: AskOptions;
  /** Runs one line; tells a failure and gives its exit status, so that the next line is still answered. */
  attempt(task: () => Promise<void>): Promise<number>;
};

type Line = { id: unknown; question: string };

/**
 * Answers every line of a JSON Lines file that has `id` and `question`, one answer a line in the order of the
 * questions, each written as soon as it is known. Gives the number of lines answered and of those that failed.
 */
export async function answerBatch(
  app: Pick<App, 'ask'>,
  { questions, out, ask, attempt }: AnswerBatchOptions,
): Promise<{ answered: number; failed: number }> {
  const lines = readLines(questions);
  const file = openOut(out);
  const counts = { answered: 0, failed: 0 };
  try {
    for (const [n, line] of lines.entries()) {
      if (line.trim() === '') continue;
      const status = await attempt(async () => {
        const { id, question } = readLine(line, `line ${n + 1} of "${questions}"`);
        const { answer, ms } = await app.ask(question, ask);
        writeSync(file, `${JSON.stringify({ id, ...answerRecord(answer, ms) })}\n`);
      });
      if (status === 0) counts.answered++;
      else counts.failed++;
    }
  } finally {
    closeSync(file);
  }
  return counts;
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8')
      .replace(/^\ufeff/, '')
      .split('\n');
  } catch (cause) {
    throw new AppError('not-found', `Cannot read the questions in "${path}": there is no such file to read`, cause);
  }
}

function openOut(path: string): number {
  try {
    return openSync(path, 'w');
  } catch (cause) {
    throw new AppError('unavailable', `Cannot write answers to "${path}": the file cannot be made`, cause);
  }
}

function readLine(line: string, where: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new AppError('invalid', `Cannot read ${where}: it is not JSON`, cause);
  }
  if (typeof value !== 'object' || value === null || !('id' in value) || !('question' in value)) {
    throw new AppError('invalid', `Cannot read ${where}: it needs "id" and "question"`);
  }
  const { id, question } = value;
  if (typeof question !== 'string') throw new AppError('invalid', `Cannot read ${where}: its "question" is not text`);
  return { id, question };
}
