import { z } from 'zod';
import type { CallAllowance, Writer } from '../models.ts';
import type { Passage } from '../passage.ts';
import type { Written, WrittenStatement } from '../writer.ts';
import { callWriter } from './call-writer.ts';
import { fencePassages, fenceText, type MakeNonce } from './fence-text.ts';
import type { Prompt } from './read-prompts.ts';

export type WriteAnswerOptions = {
  writer: Writer;
  prompt: Prompt;
  passages: Passage[];
  makeNonce: MakeNonce;
  allowance?: CallAllowance;
  signal?: AbortSignal;
  /** Called with each statement as soon as it is whole, unproved, with the passages that its ids mean. */
  onStatement?: (statement: WrittenStatement, passages: Map<string, Passage>) => void;
};

/** A reply's outer bounds; what fits in them is still to be proved. */
const MAX_STATEMENTS = 20;
const MAX_STATEMENT_CHARS = 4_000;
const MAX_QUOTES = 10;

const statement = z.object({
  text: z.string().max(MAX_STATEMENT_CHARS),
  quotes: z
    .array(z.object({ passage: z.string().max(40), words: z.string().max(MAX_STATEMENT_CHARS) }))
    .max(MAX_QUOTES),
});
const written = z.object({
  kind: z.enum(['answer', 'partly', 'declined']),
  statements: z.array(statement).max(MAX_STATEMENTS),
});

/**
 * What the model writes about these passages, in order: statements bound to words of them, or a decline. Nothing of it is
 * proved. `passages` are those the model saw, by the ids they had for this call. Throws `WriterFailure`.
 */
export async function writeAnswer(
  question: string,
  options: WriteAnswerOptions,
): Promise<{ written: Written; passages: Map<string, Passage> }> {
  const { writer, prompt, makeNonce, allowance, signal, onStatement } = options;
  const nonce = makeNonce();
  const { text, byId } = fencePassages(options.passages, { nonce, maxChars: prompt.maxInputChars });
  const { kind, statements } = await callWriter({
    writer,
    prompt,
    schema: written,
    values: { question: fenceText(question, { name: 'question', nonce }), passages: text },
    ...(onStatement ? { onPartial: eachWhole((one) => onStatement(one, byId)) } : {}),
    ...(allowance ? { allowance } : {}),
    ...(signal ? { signal } : {}),
  });
  return { written: kind === 'declined' ? { kind } : { kind, statements }, passages: byId };
}

/** Hands on each statement once, when the one after it has begun: only then is it known to be whole. */
function eachWhole(onStatement: (statement: WrittenStatement) => void): (value: unknown) => void {
  let done = 0;
  return (value) => {
    const { statements } = (value ?? {}) as { statements?: unknown };
    if (!Array.isArray(statements)) return;
    while (done < Math.min(statements.length - 1, MAX_STATEMENTS)) {
      const whole = statement.safeParse(statements[done++]);
      if (whole.success) onStatement(whole.data);
    }
  };
}
