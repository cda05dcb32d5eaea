/** Long enough for any line of a stream; what is longer passes unchanged and is refused by the reader of the stream. */
const MAX_LINE_CHARS = 200_000;

/**
 * Wraps a `fetch` so that what a server streams as parts (`content: [{type: "text", text: …}]`) arrives as the text it
 * means: LangChain drops such pieces and says so on standard output, which belongs to the answer.
 */
export function plainContent(inner: typeof fetch): typeof fetch {
  return async (input, init) => {
    const response = await inner(input, init);
    const isStream = response.headers.get('content-type')?.includes('text/event-stream') ?? false;
    if (!response.ok || !isStream || !response.body) return response;
    const { status, headers } = response;
    return new Response(response.body.pipeThrough(flattenLines()), { status, headers });
  };
}

/** Line by line, for a piece of a stream may end anywhere, in the middle of a character too. */
function flattenLines(): TransformStream<Uint8Array, Uint8Array> {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  let rest = '';
  return new TransformStream({
    transform(bytes, controller) {
      rest += decoder.decode(bytes, { stream: true });
      const end = rest.length > MAX_LINE_CHARS ? rest.length : rest.lastIndexOf('\n') + 1;
      if (end === 0) return;
      controller.enqueue(encoder.encode(rest.slice(0, end).split('\n').map(flattenLine).join('\n')));
      rest = rest.slice(end);
    },
    flush(controller) {
      const last = rest + decoder.decode();
      if (last !== '') controller.enqueue(encoder.encode(flattenLine(last)));
    },
  });
}

type Delta = { content?: unknown };
type Chunk = { choices?: { delta?: Delta }[] };

function flattenLine(line: string): string {
  const [, data = ''] = /^data: ?(\{.*\})\s*$/.exec(line) ?? [];
  if (data === '') return line;
  const chunk = readChunk(data);
  const deltas = (Array.isArray(chunk?.choices) ? chunk.choices : []).flatMap((choice) => choice?.delta ?? []);
  const odd = deltas.filter(({ content }) => content !== undefined && content !== null && typeof content !== 'string');
  if (odd.length === 0) return line;
  for (const delta of odd) delta.content = textOf(delta.content);
  return `data: ${JSON.stringify(chunk)}`;
}

/** Undefined for what is no JSON: the reader of the stream says what is wrong with it. */
function readChunk(data: string): Chunk | undefined {
  try {
    return JSON.parse(data) as Chunk;
  } catch {
    return undefined;
  }
}

/** The text of a piece: a part's `text`, of several one after the other; nothing of what is no text. */
function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (Array.isArray(content)) return content.map(textOf).join('');
  const { text } = (content ?? {}) as { text?: unknown };
  return typeof text === 'string' ? text : '';
}
