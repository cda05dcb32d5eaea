import type { IncomingMessage } from 'node:http';
import type { Json } from '../blocks/check-blocks.ts';

/** Arguments that are lists or objects, and so come as JSON inside a form. */
const JSON_ARGS = ['attachments', 'blocks', 'chunks', 'files', 'loading_messages', 'metadata', 'prompts', 'view'];

/** A call's arguments, from a form, JSON or the query, and its token. */
export async function readCall(request: IncomingMessage): Promise<{ args: Json; token: string }> {
  const body = (await readBody(request)).toString('utf8');
  const url = new URL(request.url ?? '/', 'http://localhost');
  const isJson = request.headers['content-type']?.startsWith('application/json');
  const args = isJson ? parseOr(body, {}) : fromForm(new URLSearchParams(request.method === 'GET' ? url.search : body));
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  return { args: args as Json, token: bearer ?? String((args as Json).token ?? '') };
}

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function fromForm(form: URLSearchParams): Json {
  return Object.fromEntries(
    [...form].map(([key, value]) => [key, JSON_ARGS.includes(key) ? parseOr(value, value) : value]),
  );
}

function parseOr(text: string, otherwise: unknown): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return otherwise;
  }
}
