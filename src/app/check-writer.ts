import type { Writer } from '../models.ts';

/** What one small call of the council's language model came to. */
export type WriterCheck = { id: string; isOnThisMachine: boolean; ms: number; tokens: number };

const SCHEMA = {
  type: 'object',
  properties: { ok: { type: 'boolean' } },
  required: ['ok'],
  additionalProperties: false,
};
const MAX_TOKENS = 50;

/** Asks the model for a word. Throws `WriterFailure` where it gives none; the call is counted as every other. */
export async function checkWriter(writer: Writer): Promise<WriterCheck> {
  const { usage } = await writer.write({
    name: 'check',
    system: 'You reply in JSON.',
    user: 'Reply with {"ok": true}.',
    schema: SCHEMA,
    maxOutputTokens: MAX_TOKENS,
  });
  const { id, isOnThisMachine } = writer;
  return { id, isOnThisMachine, ms: usage.ms, tokens: usage.inputTokens + usage.outputTokens };
}
