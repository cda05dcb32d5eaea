import { z } from 'zod';
import type { WriteOptions, Writer } from '../models.ts';
import { WriterFailure } from '../writer-failure.ts';
import { fillPrompt, type Prompt } from './read-prompts.ts';

export type CallOptions<T> = WriteOptions & {
  writer: Writer;
  prompt: Prompt;
  values: Record<string, string>;
  schema: z.ZodType<T>;
};

/** One call: the prompt filled in, the reply checked against its shape. Throws `WriterFailure`, `malformed` among them. */
export async function callWriter<T>({ writer, prompt, values, schema, ...options }: CallOptions<T>): Promise<T> {
  const { value } = await writer.write(
    {
      name: prompt.name,
      ...fillPrompt(prompt, values),
      schema: jsonSchema(schema),
      maxOutputTokens: prompt.maxOutputTokens,
    },
    options,
  );
  const checked = schema.safeParse(value);
  if (!checked.success) throw new WriterFailure('malformed', { cause: checked.error });
  return checked.data;
}

/**
 * Draft 7 is what the servers know. Bounds on lengths stay ours to check: some servers refuse them, and those that turn a
 * schema into a grammar take minutes over a long one. `$schema` is left out because some refuse it too.
 */
function jsonSchema(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-7',
    override: ({ jsonSchema: part }) => {
      delete part.maxLength;
      delete part.maxItems;
    },
  });
  return rest;
}
