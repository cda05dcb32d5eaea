import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import type { GoldQuestion } from './score-answers.ts';

/** A question and what a right answer rests on: any one of the passages, or all where `need_all`, and every fact. */
export const goldTurn = z.object({
  question: z.string(),
  answerable: z.boolean(),
  gold: z.array(z.object({ file: z.string(), quote: z.string() })).default([]),
  need_all: z.boolean().default(false),
  facts: z.array(z.string()).default([]),
});
const schema = goldTurn.extend({ id: z.string(), kind: z.string() });

/** The questions of a gold file, a line of JSON each. Throws `not-found`, or `invalid` naming the line at fault. */
export function readGold(path: string): GoldQuestion[] {
  return readGoldLines(path, schema);
}

/** The lines of a file of JSON, each checked; empty lines are left out. Throws as `readGold` does. */
export function readGoldLines<T>(path: string, line: z.ZodType<T>): T[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new AppError('not-found', `Cannot read the questions in "${path}": there is no such file to read`, cause);
  }
  return text
    .split('\n')
    .flatMap((json, n) => (json.trim() === '' ? [] : [readLine(json, { line, where: `line ${n + 1} of "${path}"` })]));
}

function readLine<T>(json: string, { line, where }: { line: z.ZodType<T>; where: string }): T {
  try {
    return line.parse(JSON.parse(json));
  } catch (cause) {
    const issue = cause instanceof z.ZodError ? cause.issues[0] : undefined;
    const reason = issue ? `"${issue.path.join('.')}": ${issue.message}` : 'it is not JSON';
    throw new AppError('invalid', `Cannot read ${where}: ${reason}`, cause);
  }
}
