import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { AppError } from '../errors.ts';
import type { Embedder, TokenVectors } from '../models.ts';

// Facts of the model, from the README beside its files.
export const MODEL_ID = 'bge-small-en-v1.5-int8';
export const DIMENSIONS = 384;
const MAX_TOKENS = 512;
const QUESTION_PREFIX = 'Represent this sentence for searching relevant passages: ';
const FILE_HASHES = {
  'model.onnx': '6c9c6101a956d62dfb5e7190c538226c0c5bb9cb27b651234b6df063ee7dbfe4',
  'tokenizer.json': 'd241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66',
};
/** More characters than MAX_TOKENS tokens can hold in prose; what is longer is cut before the tokenizer sees it. */
const MAX_CHARS = 8_000;

/**
 * The sentence model in this folder (model.onnx, tokenizer.json). A vector is the first token's, scaled to
 * length 1; words past 512 tokens are not read. Throws AppError `unreadable` naming a file that is missing or
 * is not the one the model's README describes.
 */
export async function openLocalEmbedder(folder: string): Promise<Embedder> {
  const { model, tokenizerJson } = await readModelFiles(folder);
  const tokenizer = new Tokenizer(JSON.parse(tokenizerJson.toString('utf8')), {});
  // One thread a session: texts run side by side in workers instead, and a vector never depends on the machine's cores.
  const session = await InferenceSession.create(model, { intraOpNumThreads: 1, interOpNumThreads: 1 });
  const run = (text: string) => runModel(session, encode(tokenizer, text));
  return {
    id: MODEL_ID,
    dimensions: DIMENSIONS,
    embedPassage: async (text) => firstRow((await run(text)).rows),
    embedQuestion: async (text) => firstRow((await run(QUESTION_PREFIX + text)).rows),
    embedTokens: async (text, as) => {
      const prefix = as === 'question' ? QUESTION_PREFIX : '';
      const skipped = prefix === '' ? 0 : encode(tokenizer, prefix).tokens.length - 2;
      return innerTokens(await run(prefix + text), skipped);
    },
    close: () => session.release(),
  };
}

/** The model's files, checked as openLocalEmbedder promises. */
export async function readModelFiles(folder: string): Promise<{ model: Buffer; tokenizerJson: Buffer }> {
  return {
    model: await readChecked(folder, 'model.onnx'),
    tokenizerJson: await readChecked(folder, 'tokenizer.json'),
  };
}

async function readChecked(folder: string, name: keyof typeof FILE_HASHES): Promise<Buffer> {
  const path = join(folder, name);
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new AppError('unreadable', `Cannot open the sentence model: "${path}" cannot be read`, cause);
  });
  if (createHash('sha256').update(bytes).digest('hex') !== FILE_HASHES[name]) {
    throw new AppError('unreadable', `Cannot open the sentence model: "${path}" is damaged or of another model`);
  }
  return bytes;
}

type Encoded = { ids: number[]; tokens: string[] };

/** Word pieces with [CLS] in front and [SEP] behind, at most MAX_TOKENS of them. */
function encode(tokenizer: Tokenizer, text: string): Encoded {
  const { ids, tokens } = tokenizer.encode(text.slice(0, MAX_CHARS));
  if (ids.length <= MAX_TOKENS) return { ids, tokens };
  return {
    ids: [...ids.slice(0, MAX_TOKENS - 1), ...ids.slice(-1)],
    tokens: [...tokens.slice(0, MAX_TOKENS - 1), ...tokens.slice(-1)],
  };
}

type ModelRun = { tokens: string[]; rows: Float32Array };

/** One text a run: in a batch the quantised model's vectors depend on their neighbours. */
async function runModel(session: InferenceSession, { ids, tokens }: Encoded): Promise<ModelRun> {
  const shape = [1, ids.length];
  const output = await session.run({
    input_ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), shape),
    attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
    token_type_ids: new Tensor('int64', new BigInt64Array(ids.length), shape),
  });
  const rows = output.last_hidden_state?.data;
  if (!(rows instanceof Float32Array)) throw new Error('The sentence model gave no last_hidden_state');
  return { tokens, rows };
}

function firstRow(rows: Float32Array): Float32Array {
  return scaleToLengthOne(rows.slice(0, DIMENSIONS));
}

/** The rows between [CLS] and [SEP], without the first `skipped` tokens of a prefix. */
function innerTokens({ tokens, rows }: ModelRun, skipped: number): TokenVectors {
  const from = 1 + skipped;
  const to = Math.max(from, tokens.length - 1);
  const vectors = rows.slice(from * DIMENSIONS, to * DIMENSIONS);
  for (let at = 0; at < vectors.length; at += DIMENSIONS) scaleToLengthOne(vectors.subarray(at, at + DIMENSIONS));
  return { tokens: tokens.slice(from, to), vectors };
}

/** Scales in place. */
function scaleToLengthOne(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] ?? 0) * scale;
  return vector;
}
