import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A chat request as the server got it. */
export type ChatRequest = {
  path: string;
  authorization: string | undefined;
  /** Azure's header for the key. */
  apiKey?: string;
  body: {
    model?: string;
    stream?: boolean;
    messages: { role: string; content: string }[];
    response_format?: { type: string; json_schema?: { name: string } };
    [key: string]: unknown;
  };
};

/** What the server does with one request. */
export type Part =
  | { kind: 'reply'; content: string; finish?: string; usage?: { prompt_tokens: number; completion_tokens: number } }
  | { kind: 'whole'; content: string }
  | { kind: 'parts'; content: string }
  | { kind: 'status'; status: number; error?: object; headers?: Record<string, string> }
  | { kind: 'raw'; contentType: string; body: string }
  | { kind: 'refusal'; words: string }
  | { kind: 'stall'; content: string }
  | { kind: 'cut'; content: string }
  | { kind: 'endless' }
  | { kind: 'late'; ms: number; content: string };
export type Play = Part | ((request: ChatRequest) => Part);

export type ScriptedModel = {
  /** Base address, ending in /v1. */
  url: string;
  requests: ChatRequest[];
  /** Requests whose asker went away before the reply had ended. */
  abandoned: () => number;
  /** The parts for the next requests in turn; the last one is played for all that follow. */
  play(...parts: Play[]): void;
  close(): Promise<void>;
};

/** An OpenAI-compatible server on loopback that does what it is told, right or wrong. */
export async function openScriptedModel(...parts: Play[]): Promise<ScriptedModel> {
  const requests: ChatRequest[] = [];
  let script: Play[] = parts;
  let abandoned = 0;
  const server = createServer(async (incoming, response) => {
    const request = await readRequest(incoming);
    requests.push(request);
    response.on('close', () => {
      if (!response.writableFinished) abandoned++;
    });
    const play = script.length > 1 ? script.shift() : script[0];
    if (play === undefined) return give(response, { kind: 'status', status: 500 });
    give(response, typeof play === 'function' ? play(request) : play);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    abandoned: () => abandoned,
    play: (...next) => {
      script = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The passages a request shows, by the ids it gives them: what a model can quote. */
export function passagesIn({ body }: ChatRequest): { id: string; text: string }[] {
  const told = body.messages.map(({ content }) => content).join('\n');
  const fenced = /<<<passage (\S+) (\w+)>>>\n([\s\S]*?)\n<<<end \2>>>/g;
  return [...told.matchAll(fenced)].map(([, id = '', , text = '']) => ({ id, text: text.replace(/^[^\n]*\n\n/, '') }));
}

async function readRequest(incoming: IncomingMessage): Promise<ChatRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const body = JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}');
  const apiKey = incoming.headers['api-key'];
  const request = { path: incoming.url ?? '', authorization: incoming.headers.authorization, body };
  return typeof apiKey === 'string' ? { ...request, apiKey } : request;
}

function give(response: ServerResponse, part: Part): void {
  switch (part.kind) {
    case 'status':
      response.writeHead(part.status, { 'content-type': 'application/json', ...part.headers });
      response.end(JSON.stringify({ error: part.error ?? { message: `status ${part.status}`, type: 'server_error' } }));
      return;
    case 'raw':
      response.writeHead(200, { 'content-type': part.contentType });
      response.end(part.body);
      return;
    case 'whole':
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify({
          id: 'x',
          object: 'chat.completion',
          choices: [{ index: 0, message: { role: 'assistant', content: part.content }, finish_reason: 'stop' }],
        }),
      );
      return;
    case 'late':
      setTimeout(() => give(response, { kind: 'reply', content: part.content }), part.ms);
      return;
    default:
      stream(response, part);
  }
}

type Streamed = Extract<Part, { kind: 'reply' | 'parts' | 'refusal' | 'stall' | 'cut' | 'endless' }>;

/** A reply comes in pieces of a few characters, as models send them. */
const PIECE = 24;

function stream(response: ServerResponse, part: Streamed): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const send = (delta: object, finish: string | null = null) =>
    response.write(
      `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`,
    );
  if (part.kind === 'endless') {
    sendForEver(response, send);
    return;
  }
  if (part.kind === 'refusal') send({ refusal: part.words });
  else for (let at = 0; at < part.content.length; at += PIECE) send({ content: pieceOf(part, at) });
  if (part.kind === 'stall') return;
  if (part.kind === 'cut') {
    setTimeout(() => response.destroy(), 20);
    return;
  }
  send({}, part.kind === 'reply' ? (part.finish ?? 'stop') : 'stop');
  if (part.kind === 'reply' && part.usage) {
    const total = part.usage.prompt_tokens + part.usage.completion_tokens;
    response.write(`data: ${JSON.stringify({ choices: [], usage: { ...part.usage, total_tokens: total } })}\n\n`);
  }
  response.end('data: [DONE]\n\n');
}

/** Some servers send each piece as a list of parts, which is what they are sent as when it is not streamed. */
function pieceOf(part: Streamed & { content: string }, at: number): unknown {
  const text = part.content.slice(at, at + PIECE);
  return part.kind === 'parts' ? [{ type: 'text', text }] : text;
}

function sendForEver(response: ServerResponse, send: (delta: object) => boolean): void {
  const timer = setInterval(() => {
    for (let n = 0; n < 100; n++) send({ content: 'and so on and so forth ' });
  }, 1);
  response.on('close', () => clearInterval(timer));
}
