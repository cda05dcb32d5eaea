import { parseJsonMarkdown, parsePartialJson } from '@langchain/core/output_parsers';
import { WriterFailure } from '../../writer-failure.ts';

/** Small local models think aloud before they reply; what they think is not the reply. */
const THINKING = /^\s*<think>[\s\S]*?<\/think>/;

/**
 * The JSON object of a whole reply, from bare JSON, JSON in Markdown fences, or with words around it. Throws
 * `malformed` where there is none or it does not close: half a reply is no reply.
 */
export function parseReply(text: string): unknown {
  const bare = text.replace(THINKING, '').trim();
  for (const candidate of [bare, insideFences(bare), outermostBraces(bare)]) {
    const value = candidate === undefined ? undefined : parseWhole(candidate);
    if (value !== undefined) return value;
  }
  throw new WriterFailure('malformed');
}

/** What of a reply can be read while it is still coming; undefined where nothing can. */
export function parsePartialReply(text: string): unknown {
  const from = text.indexOf('{');
  if (from < 0 || /^\s*<think>(?![\s\S]*<\/think>)/.test(text)) return undefined;
  try {
    return parsePartialJson(text.slice(from)) ?? undefined;
  } catch {
    return undefined;
  }
}

function parseWhole(text: string): unknown {
  try {
    const value: unknown = parseJsonMarkdown(text, JSON.parse);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function insideFences(text: string): string | undefined {
  const open = /```(?:json)?[ \t]*\r?\n/i.exec(text);
  if (!open) return undefined;
  const from = open.index + open[0].length;
  const close = text.indexOf('```', from);
  return close < 0 ? undefined : text.slice(from, close);
}

function outermostBraces(text: string): string | undefined {
  const from = text.indexOf('{');
  const to = text.lastIndexOf('}');
  return from >= 0 && to > from ? text.slice(from, to + 1) : undefined;
}
