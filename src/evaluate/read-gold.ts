import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import type { GoldQuestion } from './score-answers.ts';

const schema = z.object({
  id: z.string(),
  kind: z.string(),
  question: z.string(),
  answerable: z.boolean(),
  gold: z.array(z.object({ file: z.string(), quote: z.string() })).default([]),
  need_all: z.boolean().default(false),
  facts: z.array(z.string()).default([]),
});

/** The questions of a gold file, a line of JSON each. Throws `not-found`, or `invalid` naming the line at fault. */
export function readGold(path: string): GoldQuestion[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new AppError('not-found', `Cannot read the questions in "${path}": there is no such file to read`, cause);
  }
  return text
    .split('\n')
    .flatMap((line, n) => (line.trim() === '' ? [] : [readLine(line, `line ${n + 1} of "${path}"`)]));
}

function readLine(line: string, where: string): GoldQuestion {
  try {
    return schema.parse(JSON.parse(line));
  } catch (cause) {
    const issue = cause instanceof z.ZodError ? cause.issues[0] : undefined;
    const reason = issue ? `"${issue.path.join('.')}": ${issue.message}` : 'it is not JSON';
    throw new AppError('invalid', `Cannot read ${where}: ${reason}`, cause);
  }
}
