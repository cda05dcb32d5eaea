import { z } from 'zod';
import type { CallAllowance, Writer } from '../models.ts';
import type { Hit } from '../passage.ts';
import { callWriter } from './call-writer.ts';
import { fencePassages, fenceText, type MakeNonce } from './fence-text.ts';
import type { Prompt } from './read-prompts.ts';

export type ChooseOptions = {
  writer: Writer;
  prompt: Prompt;
  makeNonce: MakeNonce;
  allowance?: CallAllowance;
  signal?: AbortSignal;
};

/** How many of the first hits the model ranks. */
const RANKED = 30;
/** Reciprocal rank fusion, Cormack, Clarke and Büttcher 2009: the rank's constant. */
const FUSION_CONSTANT = 10;
/** The model's order counts half of retrieval's own, so that a bad model costs little. */
const MODEL_WEIGHT = 0.5;

const chosen = z.object({ ids: z.array(z.string().max(40)).max(100) });

/**
 * The hits with the first thirty ranked again: the model's order fused with retrieval's by reciprocal rank. Ids that are
 * not of this call count for nothing, a repeated one once. Throws `WriterFailure`.
 */
export async function choosePassages(question: string, hits: Hit[], options: ChooseOptions): Promise<Hit[]> {
  const { writer, prompt, makeNonce, allowance, signal } = options;
  const nonce = makeNonce();
  const first = hits.slice(0, RANKED);
  const { text, byId } = fencePassages(
    first.map(({ passage }) => passage),
    { nonce, maxChars: prompt.maxInputChars },
  );
  const { ids } = await callWriter({
    writer,
    prompt,
    schema: chosen,
    values: { question: fenceText(question, { name: 'question', nonce }), passages: text },
    ...(allowance ? { allowance } : {}),
    ...(signal ? { signal } : {}),
  });
  const order = [...new Set(ids)].flatMap((id) => byId.get(id)?.id ?? []);
  const scoreOf = ({ passage }: Hit, rank: number) => {
    const chosenRank = order.indexOf(passage.id);
    const own = 1 / (FUSION_CONSTANT + rank + 1);
    return chosenRank < 0 ? own : own + MODEL_WEIGHT / (FUSION_CONSTANT + chosenRank + 1);
  };
  const scored = first.map((hit, rank) => ({ hit, score: scoreOf(hit, rank) }));
  return [...scored.sort((a, b) => b.score - a.score).map(({ hit }) => hit), ...hits.slice(RANKED)];
}
