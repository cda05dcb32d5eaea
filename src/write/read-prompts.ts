import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { AppError } from '../errors.ts';

/** The prompts there are, each with the names its call fills in and the name of the shape its reply has. */
const CALLS = {
  understand: { names: ['committees', 'earlier', 'question'], schema: 'understood' },
  choose: { names: ['question', 'passages'], schema: 'chosen' },
  write: { names: ['question', 'passages'], schema: 'written' },
} as const;
export type CallName = keyof typeof CALLS;

/** A prompt as read: what the model is told, with {{names}} still open. `hash` is that of the whole file (sha256). */
export type Prompt = {
  name: CallName;
  version: number;
  maxInputChars: number;
  maxOutputTokens: number;
  system: string;
  user: string;
  hash: string;
};
export type Prompts = Record<CallName, Prompt>;

const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n/;
const PARTS = /^\s*## System\n([\s\S]*?)\n## User\n([\s\S]*)$/;
const NAME = /\{\{([^{}]*)\}\}/g;

const frontMatter = z.strictObject({
  name: z.string(),
  version: z.int().positive(),
  schema: z.string(),
  maxInputChars: z.int().positive(),
  maxOutputTokens: z.int().positive(),
});

/**
 * The prompts of a folder, one Markdown file a call, checked both ways: every {{name}} in a file is one that the program
 * fills in, and every one it fills in stands in the file. Throws an `invalid` AppError that names the file.
 */
export function readPrompts(folder: string): Prompts {
  return {
    understand: readPrompt('understand', folder),
    choose: readPrompt('choose', folder),
    write: readPrompt('write', folder),
  };
}

/** What the model is told, with the names filled in. Values are put in as they are and not searched for names again. */
export function fillPrompt(prompt: Prompt, values: Record<string, string>): { system: string; user: string } {
  const fill = (text: string) => text.replace(NAME, (_, name: string) => values[name] ?? '').trim();
  return { system: fill(prompt.system), user: fill(prompt.user) };
}

function readPrompt(name: CallName, folder: string): Prompt {
  const file = join(folder, `${name}.md`);
  const text = readText(file);
  const front = FRONT_MATTER.exec(text);
  const parts = front && PARTS.exec(text.slice(front[0].length));
  if (!front || !parts) throw refusal(file, 'expected front matter, "## System" and "## User"');
  const checked = frontMatter.safeParse(parseFrontMatter(front[1] ?? '', file));
  if (!checked.success) {
    const [issue] = checked.error.issues;
    throw refusal(file, `${issue?.path.join('.') || 'its front matter'}: ${issue?.message ?? 'not valid'}`);
  }
  const { schema, ...limits } = checked.data;
  if (limits.name !== name) throw refusal(file, `its name is "${limits.name}"`);
  if (schema !== CALLS[name].schema) throw refusal(file, `its schema is "${schema}", not "${CALLS[name].schema}"`);
  const [, system = '', user = ''] = parts;
  checkNames(`${system}${user}`, { file, expected: CALLS[name].names });
  return { ...limits, name, system, user, hash: createHash('sha256').update(text).digest('hex') };
}

function parseFrontMatter(text: string, file: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw refusal(file, 'its front matter is not YAML', error);
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  } catch (error) {
    throw new AppError('unreadable', `Cannot read the prompt "${file}"`, error);
  }
}

function checkNames(text: string, { file, expected }: { file: string; expected: readonly string[] }): void {
  const used = new Set([...text.matchAll(NAME)].map(([, name = '']) => name));
  for (const name of used) if (!expected.includes(name)) throw refusal(file, `nothing fills in {{${name}}}`);
  for (const name of expected) if (!used.has(name)) throw refusal(file, `{{${name}}} is nowhere in it`);
}

function refusal(file: string, why: string, cause?: unknown): AppError {
  return new AppError('invalid', `Cannot use the prompt "${file}": ${why}`, cause);
}
