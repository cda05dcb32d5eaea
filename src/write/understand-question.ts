import { z } from 'zod';
import type { CallAllowance, Writer } from '../models.ts';
import { callWriter } from './call-writer.ts';
import { fenceText, type MakeNonce } from './fence-text.ts';
import type { Prompt } from './read-prompts.ts';

/** A question in the model's words: whole, and as searches. A proposal that is searched beside the member's own words. */
export type Understood = { question: string; searches: string[] };

export type UnderstandOptions = {
  writer: Writer;
  prompt: Prompt;
  /** The question before this one in the conversation. */
  earlier?: string;
  /** Committees that the asker may know of. */
  committees: string[];
  makeNonce: MakeNonce;
  allowance?: CallAllowance;
  signal?: AbortSignal;
};

const MAX_SEARCHES = 3;
const MAX_SEARCH_CHARS = 200;

const understood = z.object({
  question: z.string().max(1_000),
  searches: z.array(z.string().max(1_000)).max(20),
});

/**
 * The question made whole, and at most three searches for it. Searches with a number that neither question has are left
 * out: a model that makes up a year or a minute would only lead astray. Throws `WriterFailure`.
 */
export async function understandQuestion(text: string, options: UnderstandOptions): Promise<Understood> {
  const { writer, prompt, earlier = 'none', committees, makeNonce, allowance, signal } = options;
  const nonce = makeNonce();
  const { question, searches } = await callWriter({
    writer,
    prompt,
    schema: understood,
    values: {
      committees: committees.join('; '),
      earlier: fenceText(earlier, { name: 'earlier', nonce }),
      question: fenceText(text, { name: 'question', nonce }),
    },
    ...(allowance ? { allowance } : {}),
    ...(signal ? { signal } : {}),
  });
  const known = numbersOf(`${text} ${earlier} ${committees.join(' ')}`);
  const isHonest = (search: string) => [...numbersOf(search)].every((number) => known.has(number));
  const proposed = [question, ...searches]
    .map((search) => search.replace(/\s+/g, ' ').trim().slice(0, MAX_SEARCH_CHARS))
    .filter((search) => search !== '' && isHonest(search) && search.toLowerCase() !== text.trim().toLowerCase());
  return {
    question: isHonest(question) ? question.trim() : text,
    searches: [...new Set(proposed)].slice(0, MAX_SEARCHES),
  };
}

function numbersOf(text: string): Set<string> {
  return new Set(text.match(/\d+/g) ?? []);
}
