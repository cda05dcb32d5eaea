import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type DeskSettings, readDeskSettings } from './desk-settings.ts';
import { AppError } from './errors.ts';
import { type EmbedderSettings, readModelSettings, type WriterSettings } from './model-settings.ts';

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
const PROMPT_FOLDER = fileURLToPath(new URL('../prompts', import.meta.url));
const DEFAULT_MODEL_LOG = 'data/model-calls.jsonl';
const DEFAULT_MODEL_FOLDER = fileURLToPath(new URL('../data/models/bge-small-en-v1.5-int8', import.meta.url));

/** The whole configuration. Folders are absolute paths; `debug` adds stack traces to errors on the terminal. */
export type Config = Readonly<
  DeskSettings & {
    indexFolder: string;
    modelFolder: string;
    logLevel: (typeof LOG_LEVELS)[number];
    debug: boolean;
    /** The council's language model; none by default, and then nothing leaves the machine. */
    writer?: WriterSettings;
    /** A server of embeddings in place of the sentence model that ships. */
    embedder?: EmbedderSettings;
    promptFolder: string;
    /** Where the calls of models are counted. */
    modelLogFile: string;
  }
>;

/** What the command line says over the environment. */
export type ConfigOverrides = { index?: string };

const folder = z
  .string()
  .trim()
  .min(1, 'expected the path of a folder')
  .regex(/^[^\0]*$/, 'a path holds no NUL');
const flag = z.enum(['', '0', '1', 'false', 'true'], 'expected 0 or 1');

const schema = z.object({
  '--index': folder.optional(),
  MINUTEBOOK_INDEX: folder.optional(),
  MINUTEBOOK_SENTENCE_MODEL: folder.optional(),
  MINUTEBOOK_LOG_LEVEL: z.enum(LOG_LEVELS, `expected one of ${LOG_LEVELS.join(', ')}`).optional(),
  MINUTEBOOK_DEBUG: flag.optional(),
  MINUTEBOOK_MODEL_LOG: folder.optional(),
});

/**
 * The configuration from the environment and the command line, checked once and frozen: the index's folder
 * (`--index`, else MINUTEBOOK_INDEX, else `index`), the model's folder (MINUTEBOOK_SENTENCE_MODEL), the log's level
 * (MINUTEBOOK_LOG_LEVEL) and MINUTEBOOK_DEBUG. Throws an `invalid` AppError that names the variable.
 */
export function readConfig(env: Record<string, string | undefined>, overrides: ConfigOverrides = {}): Config {
  const given = { ...env, '--index': overrides.index };
  const checked = schema.safeParse(given);
  if (!checked.success) throw refusal(given, checked.error);
  const values = checked.data;
  return Object.freeze({
    indexFolder: resolve(values['--index'] ?? values.MINUTEBOOK_INDEX ?? 'index'),
    modelFolder: resolve(values.MINUTEBOOK_SENTENCE_MODEL ?? DEFAULT_MODEL_FOLDER),
    logLevel: values.MINUTEBOOK_LOG_LEVEL ?? 'error',
    debug: ['1', 'true'].includes(values.MINUTEBOOK_DEBUG ?? ''),
    ...readModelSettings(env),
    ...readDeskSettings(env),
    promptFolder: PROMPT_FOLDER,
    modelLogFile: resolve(values.MINUTEBOOK_MODEL_LOG ?? DEFAULT_MODEL_LOG),
  });
}

function refusal(given: Record<string, string | undefined>, error: z.ZodError): AppError {
  const issue = error.issues[0];
  const name = String(issue?.path[0] ?? 'configuration');
  return new AppError('invalid', `Cannot use ${name} "${given[name] ?? ''}": ${issue?.message ?? 'not valid'}`, error);
}
