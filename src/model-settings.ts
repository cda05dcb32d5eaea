import { z } from 'zod';
import { type Access, SCHEDULE_12A_PARAGRAPHS } from './audience.ts';
import { AppError } from './errors.ts';

/** How the council's language model is reached; there is none by default. */
export type WriterSettings = {
  provider: 'openai' | 'azure';
  model: string;
  /** The API's base address, ending in /v1 for most servers; OpenAI's own where it is left out. */
  url?: string;
  key?: string;
  /** Azure OpenAI only: the deployment's name and the version of the API. */
  deployment?: string;
  apiVersion?: string;
  /** For all that one question asks of the model. */
  timeoutMs: number;
  /** Tokens in and out, over all questions of a day (UTC). */
  tokensADay: number;
  /** Price of a million tokens in and out, in the council's currency. */
  price?: { input: number; output: number };
  /** Whether the model also ranks the passages. */
  isChoosing: boolean;
  /** Paragraphs of Schedule 12A whose papers may go to a model outside this machine. */
  exemptOutside: number[];
};

/** An OpenAI-compatible server of embeddings, in place of the sentence model that ships. */
export type EmbedderSettings = {
  model: string;
  url: string;
  key?: string;
  /** Paragraphs of Schedule 12A whose papers may go to a server outside this machine. */
  exemptOutside: number[];
};

/** True if an address is of this machine: a loopback name or number (RFC 6761, 6.3; RFC 1122, 3.2.1.3). */
export function isOnThisMachine(url: string | undefined): boolean {
  if (url === undefined || !URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** True if what is under this access may go to a model outside this machine. */
export function mayLeave(access: Access, exemptOutside: number[]): boolean {
  if (access.kind === 'public') return true;
  if (access.kind === 'confidential' || access.paragraphs.length === 0) return false;
  return access.paragraphs.every((paragraph) => exemptOutside.includes(paragraph));
}

const DEFAULT_TIMEOUT_SECONDS = 30;
/** About 150 questions of the usual length. */
const DEFAULT_TOKENS_A_DAY = 1_000_000;

const word = z
  .string()
  .trim()
  .min(1, 'expected a value')
  .regex(/^[^\0-\x1f\x7f]*$/, 'a setting holds no control character')
  .optional();
const address = z
  .url({ protocol: /^https?$/, error: 'expected an address that starts with http:// or https://' })
  .optional();
const count = z.coerce
  .number('expected a number')
  .int('expected a whole number')
  .positive('expected more than 0')
  .optional();
const paragraphs = z
  .string()
  .regex(/^[1-7](,\s*[1-7])*$/, 'expected paragraphs of Schedule 12A, as in 3,5')
  .transform((list) => SCHEDULE_12A_PARAGRAPHS.filter((paragraph) => list.includes(String(paragraph))))
  .optional();

/** The settings of models, as they stand in the environment. */
const schema = z.object({
  MINUTEBOOK_MODEL: word,
  MINUTEBOOK_MODEL_URL: address,
  MINUTEBOOK_MODEL_KEY: word,
  OPENAI_API_KEY: word,
  MINUTEBOOK_MODEL_DEPLOYMENT: word,
  MINUTEBOOK_MODEL_API_VERSION: word,
  MINUTEBOOK_MODEL_TIMEOUT: z.coerce.number('expected seconds').positive('expected more than 0').max(600).optional(),
  MINUTEBOOK_MODEL_TOKENS_A_DAY: count,
  MINUTEBOOK_MODEL_PRICE: z
    .string()
    .regex(/^\d+(\.\d+)?,\s*\d+(\.\d+)?$/, 'expected the prices of a million tokens in and out, as in 0.15,0.60')
    .optional(),
  MINUTEBOOK_MODEL_CHOOSE: z.enum(['0', '1'], 'expected 0 or 1').optional(),
  MINUTEBOOK_MODEL_EXEMPT: paragraphs,
  MINUTEBOOK_EMBEDDING_MODEL: word,
  MINUTEBOOK_EMBEDDING_URL: address,
  MINUTEBOOK_EMBEDDING_KEY: word,
});
type Values = z.infer<typeof schema>;

const SECRETS = ['MINUTEBOOK_MODEL_KEY', 'OPENAI_API_KEY', 'MINUTEBOOK_EMBEDDING_KEY'];
const AZURE_HOST = /\.openai\.azure\.(com|us|cn)$/;

/** What the environment says of models; without MINUTEBOOK_MODEL there is no writer. Throws an `invalid` AppError. */
export function readModelSettings(env: Record<string, string | undefined>): {
  writer?: WriterSettings;
  embedder?: EmbedderSettings;
} {
  const given = Object.fromEntries(Object.keys(schema.shape).flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  const checked = schema.safeParse(given);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    const name = String(issue?.path[0] ?? 'configuration');
    const value = SECRETS.includes(name) ? '' : ` "${given[name] ?? ''}"`;
    throw new AppError('invalid', `Cannot use ${name}${value}: ${issue?.message ?? 'not valid'}`);
  }
  const values = checked.data;
  const writer = readWriter(values);
  const embedder = readEmbedder(values);
  return { ...(writer ? { writer } : {}), ...(embedder ? { embedder } : {}) };
}

function readWriter(values: Values): WriterSettings | undefined {
  const { MINUTEBOOK_MODEL: model, MINUTEBOOK_MODEL_URL: url, MINUTEBOOK_MODEL_DEPLOYMENT: deployment } = values;
  if (model === undefined) return undefined;
  const isAzure = deployment !== undefined || (url !== undefined && AZURE_HOST.test(new URL(url).hostname));
  const apiVersion = values.MINUTEBOOK_MODEL_API_VERSION;
  if (isAzure && (url === undefined || apiVersion === undefined)) {
    throw new AppError(
      'invalid',
      'Cannot use Azure OpenAI without MINUTEBOOK_MODEL_URL and MINUTEBOOK_MODEL_API_VERSION',
    );
  }
  const key = values.MINUTEBOOK_MODEL_KEY ?? values.OPENAI_API_KEY;
  const [input, output] = values.MINUTEBOOK_MODEL_PRICE?.split(',').map(Number) ?? [];
  return {
    provider: isAzure ? 'azure' : 'openai',
    model,
    ...(url === undefined ? {} : { url }),
    ...(key === undefined ? {} : { key }),
    ...(deployment === undefined ? {} : { deployment }),
    ...(apiVersion === undefined ? {} : { apiVersion }),
    timeoutMs: (values.MINUTEBOOK_MODEL_TIMEOUT ?? DEFAULT_TIMEOUT_SECONDS) * 1000,
    tokensADay: values.MINUTEBOOK_MODEL_TOKENS_A_DAY ?? DEFAULT_TOKENS_A_DAY,
    ...(input === undefined || output === undefined ? {} : { price: { input, output } }),
    isChoosing: values.MINUTEBOOK_MODEL_CHOOSE === '1',
    exemptOutside: values.MINUTEBOOK_MODEL_EXEMPT ?? [],
  };
}

function readEmbedder(values: Values): EmbedderSettings | undefined {
  const { MINUTEBOOK_EMBEDDING_MODEL: model, MINUTEBOOK_EMBEDDING_URL: url } = values;
  if (model === undefined && url === undefined) return undefined;
  if (model === undefined || url === undefined) {
    throw new AppError('invalid', 'Cannot use an embedding server without MINUTEBOOK_EMBEDDING_MODEL and _URL');
  }
  const key = values.MINUTEBOOK_EMBEDDING_KEY;
  return { model, url, ...(key === undefined ? {} : { key }), exemptOutside: values.MINUTEBOOK_MODEL_EXEMPT ?? [] };
}
