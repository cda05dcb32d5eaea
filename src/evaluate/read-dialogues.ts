import { z } from 'zod';
import { goldTurn, readGoldLines } from './read-gold.ts';

const schema = z.object({ id: z.string(), turns: z.array(goldTurn).min(2) });

/** A conversation with what each of its turns must come to; the first is asked out of nothing. */
export type GoldDialogue = z.infer<typeof schema>;

/** The conversations of a file, a line of JSON each. Throws `not-found`, or `invalid` naming the line at fault. */
export function readDialogues(path: string): GoldDialogue[] {
  return readGoldLines(path, schema);
}
