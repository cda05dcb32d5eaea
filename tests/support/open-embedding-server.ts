import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type EmbeddingServer = {
  /** Base address, ending in /v1. */
  url: string;
  /** Every text it was given, in order. */
  texts: string[];
  /** How the next requests fail, in turn: an HTTP status each. */
  failNext(...statuses: number[]): void;
  /** Answers no text with these words until the function it gives is called. */
  hold(words: string): () => void;
  close(): Promise<void>;
};

/** An OpenAI-compatible server of embeddings on loopback: a vector counts letters, so that like texts are near. */
export async function openEmbeddingServer({ dimensions = 26 } = {}): Promise<EmbeddingServer> {
  const texts: string[] = [];
  let failures: number[] = [];
  let held = { words: '', until: Promise.resolve() };
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { input, encoding_format: format } = JSON.parse(body) as { input: string; encoding_format?: string };
    const status = failures.shift() ?? (format === 'float' ? 200 : 400);
    response.writeHead(status, { 'content-type': 'application/json' });
    if (status !== 200) {
      response.end(JSON.stringify({ error: { message: `status ${status}`, type: 'x' } }));
      return;
    }
    texts.push(input);
    if (input.includes(held.words)) await held.until;
    response.end(JSON.stringify({ object: 'list', data: [{ index: 0, embedding: countLetters(input, dimensions) }] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    texts,
    failNext: (...statuses) => {
      failures = statuses;
    },
    hold(words) {
      let release = () => {};
      const until = new Promise<void>((resolve) => {
        release = resolve;
      });
      held = { words, until };
      return release;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function countLetters(text: string, dimensions: number): number[] {
  const counts = new Array<number>(dimensions).fill(0.1);
  for (const letter of text.toLowerCase()) {
    const at = letter.charCodeAt(0) - 97;
    if (at >= 0 && at < dimensions) counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}
