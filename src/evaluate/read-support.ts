import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '../errors.ts';

/** What is wrong with a statement, as seen by whoever wrote the pair; `supported`: nothing. */
export const SUPPORT_KINDS = [
  'supported',
  'number changed',
  'negation lost',
  'condition lost',
  'discussion as decision',
  'wrong body',
  'wrong date',
  'persons swapped',
  'two passages spliced',
  'plausible and absent',
  'fact added or changed',
] as const;
export type SupportKind = (typeof SUPPORT_KINDS)[number];

const PAIR = z.object({
  id: z.string().min(1),
  /** `dev`: rules were made on them; `held-out`: written after the rules; all others: without sight of them. */
  split: z.enum(['dev', 'held-out', 'fresh', 'apart', 'free', 'sealed']),
  kind: z.enum(SUPPORT_KINDS),
  statement: z.string().min(1),
  /** Slices of the papers, byte for byte; `kind` is that of the passage they stand in. */
  quotes: z.array(z.object({ source: z.string(), kind: z.string(), words: z.string() })).min(1),
});

/** A statement as a model might write it, with what it rests on and whether that bears it out. */
export type SupportPair = z.infer<typeof PAIR>;

/** The labelled pairs of a JSON Lines file; a line that is none is refused with its number. */
export function readSupport(file: string): SupportPair[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, at) => {
    if (line.trim() === '') return [];
    const read = PAIR.safeParse(parse(line));
    if (!read.success) throw new AppError('invalid', `Cannot read "${file}": line ${at + 1} is not a labelled pair`);
    return [read.data];
  });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
