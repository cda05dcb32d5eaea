import type { Json } from '../blocks/check-blocks.ts';

/** One call of the Web API or of a response_url (`method` is then "response_url"), whole. Times in ms since 1970. */
export type FakeCall = {
  method: string;
  args: Json;
  token: string;
  at: number;
  answeredAt?: number;
  status?: number;
  response?: Json;
  /** The fault that struck, by its kind. */
  fault?: string;
};

/** A piece of Slack's own markup found in what the bot sent: a mention, a broadcast, a link. */
export type SentToken = { method: string; at: string; token: string };

/** `<!here>`, `<@U1>`, `<#C1>`, `<https://x|y>`: all that Slack would act on. Linear: no nested repetition. */
const TOKEN = /<(?:![^<>]*|@[A-Z0-9][^<>]*|#[A-Z0-9][^<>]*|(?:https?|mailto|slack|ftp):[^<>]*)>/g;

/** Keeps everything the bot sent, and finds the tokens in it. */
export function openJournal() {
  const calls: FakeCall[] = [];
  return {
    calls,
    record(call: FakeCall): FakeCall {
      calls.push(call);
      return call;
    },
    of: (method?: string): FakeCall[] =>
      method === undefined ? calls : calls.filter((call) => call.method === method),
    tokens(): SentToken[] {
      return calls.flatMap(({ method, args }) =>
        markupOf(args).flatMap(({ at, text }) => (text.match(TOKEN) ?? []).map((token) => ({ method, at, token }))),
      );
    },
  };
}

/** Every string Slack reads as markup: all but plain_text, raw_text, rich text, titles, values and ids. */
function markupOf(value: unknown, at = ''): { at: string; text: string }[] {
  if (Array.isArray(value)) return value.flatMap((item, place) => markupOf(item, `${at}/${place}`));
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Json;
  if (node.type === 'plain_text' || node.type === 'raw_text' || node.type === 'rich_text') return [];
  return Object.entries(node).flatMap(([key, child]) =>
    typeof child === 'string'
      ? key === 'text' || key === 'markdown_text' || key === 'status'
        ? [{ at: `${at}/${key}`, text: child }]
        : []
      : markupOf(child, `${at}/${key}`),
  );
}
