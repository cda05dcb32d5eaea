import OpenAI from 'openai';
import pRetry, { AbortError } from 'p-retry';
import { AppError } from '../errors.ts';
import { findPersonalData } from '../find-personal-data.ts';
import { type EmbedderSettings, isOnThisMachine, mayLeave } from '../model-settings.ts';
import type { Embedder } from '../models.ts';
import { boundedFetch } from './writer/bounded-fetch.ts';

const TIMEOUT_MS = 30_000;
const RETRIES = 4;
/** One vector of 4,096 numbers is about 90 kB as JSON. */
const MAX_REPLY_BYTES = 1_000_000;
/** Statuses after which the same text may fare better. */
const PASSING = [408, 409, 429, 500, 502, 503, 504];

/**
 * Vectors from an OpenAI-compatible server, asked for as floats, one text a request, scaled to length 1. Asks for one
 * vector at once, to learn their length. Throws `unavailable` with the server's status where it gives none; texts that
 * may not leave this machine are refused by `mayTake`.
 */
export async function openRemoteEmbedder(settings: EmbedderSettings): Promise<Embedder> {
  const { model, url, key = 'none', exemptOutside } = settings;
  const client = new OpenAI({
    apiKey: key,
    baseURL: url,
    organization: null,
    project: null,
    maxRetries: 0,
    timeout: TIMEOUT_MS,
    fetch: boundedFetch(MAX_REPLY_BYTES),
  });
  const embed = (text: string) => embedText(text, { client, model });
  const { length: dimensions } = await embed('minutes of the committee');
  const isLocal = isOnThisMachine(url);
  const checked = async (text: string) => checkLength(await embed(text), dimensions);
  return {
    id: `${new URL(url).host}/${model}/${dimensions}`,
    dimensions,
    embedPassage: checked,
    // Personal data in a question stays here; the words around it are enough to search with.
    embedQuestion: (text) => checked(isLocal ? text : findPersonalData(text).redacted),
    mayTake: (access) => isLocal || mayLeave(access, exemptOutside),
    close: async () => {},
  };
}

async function embedText(text: string, { client, model }: { client: OpenAI; model: string }): Promise<Float32Array> {
  try {
    return await pRetry(() => askOnce(text, { client, model }), { retries: RETRIES, randomize: true, minTimeout: 500 });
  } catch (error) {
    const status =
      error instanceof OpenAI.APIError && error.status !== undefined ? `status ${error.status}` : 'no reply';
    throw new AppError('unavailable', `Cannot get vectors of "${model}" from the embedding server: ${status}`, error);
  }
}

async function askOnce(text: string, { client, model }: { client: OpenAI; model: string }): Promise<Float32Array> {
  try {
    // Without `encoding_format` the SDK asks for base64 and takes a server's floats for it.
    const { data } = await client.embeddings.create({ model, input: text, encoding_format: 'float' });
    return scale(data[0]?.embedding ?? []);
  } catch (error) {
    const status = error instanceof OpenAI.APIError ? error.status : undefined;
    const isPassing = status === undefined ? error instanceof OpenAI.APIConnectionError : PASSING.includes(status);
    throw isPassing ? error : new AbortError(error instanceof Error ? error : new Error(String(error)));
  }
}

function scale(numbers: number[]): Float32Array {
  const length = Math.hypot(...numbers);
  if (!(length > 0) || !Number.isFinite(length))
    throw new AppError('unavailable', 'Cannot use a vector without length');
  return Float32Array.from(numbers, (number) => number / length);
}

function checkLength(vector: Float32Array, dimensions: number): Float32Array {
  if (vector.length === dimensions) return vector;
  const got = `${vector.length} numbers, not ${dimensions}`;
  throw new AppError('unavailable', `Cannot use a vector of the embedding server: it has ${got}`);
}
