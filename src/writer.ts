import { z } from 'zod';

/** A quotation as a language model gives it: `passage` is the id that the passage has in this one call, no other. */
const WRITTEN_QUOTE = z.object({ passage: z.string(), words: z.string() });

const WRITTEN_STATEMENT = z.object({ text: z.string(), quotes: z.array(WRITTEN_QUOTE) });

/**
 * What a language model writes of the passages it was shown: `answer`, `partly` where they answer only part of the
 * question, or `declined` where they do not answer it. Nothing in it may be believed before src/answer/proof.
 */
export const WRITTEN = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['answer', 'partly']), statements: z.array(WRITTEN_STATEMENT) }),
  z.object({ kind: z.literal('declined') }),
]);

/** One sentence or two of the model's own, with the exact words it rests on. */
export type WrittenStatement = z.infer<typeof WRITTEN_STATEMENT>;

export type Written = z.infer<typeof WRITTEN>;
