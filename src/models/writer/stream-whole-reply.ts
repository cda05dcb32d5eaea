/**
 * Wraps a `fetch` so that a server which answers a streaming chat request with one whole JSON reply is read as a stream
 * of one chunk; without it such a reply would come out empty. Other replies pass unchanged.
 */
export function streamWholeReply(inner: typeof fetch): typeof fetch {
  return async (input, init) => {
    const response = await inner(input, init);
    const isJson = response.headers.get('content-type')?.includes('application/json') ?? false;
    if (!response.ok || !isJson || !asksForStream(init?.body)) return response;
    const events = toEvents(await response.text());
    return new Response(events, { status: 200, headers: { 'content-type': 'text/event-stream' } });
  };
}

function asksForStream(body: unknown): boolean {
  return typeof body === 'string' && body.includes('"stream":true');
}

type WholeReply = { choices?: { index?: number; message?: unknown; finish_reason?: string }[]; usage?: unknown };

function toEvents(text: string): string {
  let whole: WholeReply;
  try {
    whole = JSON.parse(text);
  } catch {
    // Not a reply at all: the reader finds no content in the stream and calls it malformed.
    return 'data: [DONE]\n\n';
  }
  const choices = (Array.isArray(whole?.choices) ? whole.choices : []).map((choice) => ({
    index: choice.index ?? 0,
    delta: choice.message ?? {},
    finish_reason: choice.finish_reason ?? 'stop',
  }));
  const chunk = { ...whole, object: 'chat.completion.chunk', choices };
  return `data: ${JSON.stringify(chunk)}\n\ndata: [DONE]\n\n`;
}
