import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LLMock } from '@copilotkit/aimock';
import { afterEach, describe, expect, test } from 'vitest';
import { readModelSettings, type WriterSettings } from '../../../src/model-settings.ts';
import { openWriter } from '../../../src/models/writer/open-writer.ts';
import { openUsageLog } from '../../../src/models/writer/usage-log.ts';
import type { WriterCall } from '../../../src/models.ts';
import { WriterFailure } from '../../../src/writer-failure.ts';
import { openScriptedModel, type Play, type ScriptedModel } from '../../support/open-scripted-model.ts';

const CALL: WriterCall = {
  name: 'write',
  system: 'Answer from the passages.',
  user: 'What was resolved?',
  schema: { type: 'object', properties: { a: { type: 'number' } }, required: ['a'], additionalProperties: false },
  maxOutputTokens: 100,
};
const REPLY = { kind: 'reply', content: '{"a": 1}' } as const;

const TEN_MEGABYTES = `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content: 'x'.repeat(10_000_000) } }] })}\n\n`;

const opened: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

async function scripted(...parts: Play[]): Promise<ScriptedModel> {
  const model = await openScriptedModel(...parts);
  opened.push(model);
  return model;
}

function open(url: string, settings: Partial<WriterSettings> = {}) {
  const file = join(mkdtempSync(join(tmpdir(), 'minutebook-writer-')), 'calls.jsonl');
  const usage = openUsageLog(file, {
    onError: (error) => {
      throw error;
    },
  });
  const base: WriterSettings = {
    provider: 'openai',
    model: 'small',
    url,
    key: 'sk-secret',
    timeoutMs: 120_000,
    tokensADay: 1_000,
    isChoosing: false,
    exemptOutside: [],
  };
  return { writer: openWriter({ ...base, ...settings }, { usage }), usage, file };
}

async function faultOf(promise: Promise<unknown>): Promise<string> {
  const thrown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  return thrown instanceof WriterFailure ? thrown.fault : String(thrown);
}

describe('openWriter()', () => {
  test('openWriter() asks for the schema and gives the reply with what it cost', async () => {
    const model = await scripted({ ...REPLY, usage: { prompt_tokens: 40, completion_tokens: 5 } });
    const { writer, usage, file } = open(model.url, { price: { input: 1, output: 2 } });
    const { value, usage: spent } = await writer.write(CALL);
    expect(value).toEqual({ a: 1 });
    expect(spent).toMatchObject({ call: 'write', model: 'small', inputTokens: 40, outputTokens: 5, requests: 1 });
    expect(spent.price).toBeCloseTo(0.00005, 8);
    const [request] = model.requests;
    expect(request?.path).toBe('/v1/chat/completions');
    expect(request?.authorization).toBe('Bearer sk-secret');
    expect(request?.body.response_format).toEqual({
      type: 'json_schema',
      json_schema: { name: 'write', schema: CALL.schema, strict: true },
    });
    expect(usage.tokensToday()).toBe(45);
    expect(readFileSync(file, 'utf8')).not.toContain('resolved');
    expect(writer.isOnThisMachine).toBe(true);
  });

  test('openWriter() asks Azure by deployment and version, as its settings are read', async () => {
    const model = await scripted(REPLY);
    const base = model.url.replace(/\/v1$/, '');
    const { writer: settings } = readModelSettings({
      MINUTEBOOK_MODEL: 'gpt',
      MINUTEBOOK_MODEL_URL: base,
      MINUTEBOOK_MODEL_DEPLOYMENT: 'council',
      MINUTEBOOK_MODEL_API_VERSION: '2024-10-21',
      OPENAI_API_KEY: 'sk-azure',
    });
    expect(settings).toMatchObject({ provider: 'azure', deployment: 'council', key: 'sk-azure' });
    const { writer } = open(base, settings);
    expect((await writer.write(CALL)).value).toEqual({ a: 1 });
    const [request] = model.requests;
    expect(request?.path).toBe('/openai/deployments/council/chat/completions?api-version=2024-10-21');
    expect(request?.apiKey).toBe('sk-azure');
    expect(() =>
      readModelSettings({ MINUTEBOOK_MODEL: 'gpt', MINUTEBOOK_MODEL_URL: 'https://x.openai.azure.com' }),
    ).toThrow('Cannot use Azure OpenAI without');
  });

  test('openWriter() speaks to a server of another make', async () => {
    const mock = new LLMock({ port: 0 });
    await mock.start();
    opened.push({ close: () => mock.stop() });
    mock.on({ userMessage: 'What was resolved?', responseFormat: 'json_schema' }, { content: '{"a": 7}' });
    const { writer } = open(`${mock.url}/v1`);
    expect((await writer.write(CALL)).value).toEqual({ a: 7 });
  });

  test('openWriter() asks for JSON, then for text, where the server refuses the form, and remembers it', async () => {
    const refusal = (words: string) => ({ kind: 'status', status: 400, error: { message: words } }) as const;
    const model = await scripted(
      refusal('response_format json_schema is not supported'),
      refusal('response_format json_object is not supported'),
      REPLY,
    );
    const { writer } = open(model.url);
    expect((await writer.write(CALL, { allowance: { left: 1 } })).value).toEqual({ a: 1 });
    await writer.write(CALL);
    expect(model.requests.map(({ body }) => body.response_format?.type)).toEqual([
      'json_schema',
      'json_object',
      undefined,
      undefined,
    ]);
    expect(model.requests[2]?.body.messages[0]?.content).toContain('"additionalProperties":false');
  });

  test('openWriter() leaves out stream_options where the server refuses them', async () => {
    const model = await scripted({ kind: 'status', status: 400, error: { message: 'stream_options: unknown' } }, REPLY);
    expect((await open(model.url).writer.write(CALL)).value).toEqual({ a: 1 });
    expect(model.requests.map(({ body }) => 'stream_options' in body)).toEqual([true, false]);
    expect(model.requests[1]?.body.response_format?.type).toBe('json_schema');
  });

  test.each([
    ['in Markdown fences', 'Here it is:\n```json\n{"a": 1}\n```\nGood luck.'],
    ['with words around it', 'Sure. {"a": 1} That is all.'],
    ['after thoughts', '<think>maybe {"a": 2}</think>{"a": 1}'],
  ])('openWriter() reads a reply %s', async (_, content) => {
    const model = await scripted({ kind: 'reply', content });
    expect((await open(model.url).writer.write(CALL)).value).toEqual({ a: 1 });
  });

  test('openWriter() reads a reply that is not streamed', async () => {
    const model = await scripted({ kind: 'whole', content: '{"a": 1}' });
    expect((await open(model.url).writer.write(CALL)).value).toEqual({ a: 1 });
  });

  test('openWriter() asks once more, with the schema in words, where the reply is no JSON', async () => {
    const model = await scripted({ kind: 'reply', content: '{"a": ' }, REPLY);
    expect((await open(model.url).writer.write(CALL)).value).toEqual({ a: 1 });
    expect(model.requests[1]?.body.messages[0]?.content).toContain('Reply with one JSON object');
  });

  test('openWriter() hands on what can be read of a reply while it comes', async () => {
    const model = await scripted({
      kind: 'reply',
      content: '{"a": 1, "list": ["first one", "second one", "third one"]}',
    });
    const seen: unknown[] = [];
    await open(model.url).writer.write(CALL, { onPartial: (value) => seen.push(value) });
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.at(-1)).toEqual({ a: 1, list: ['first one', 'second one', 'third one'] });
  });

  test('openWriter() tries again after a failure and after being told to wait', async () => {
    const model = await scripted(
      { kind: 'status', status: 500 },
      { kind: 'status', status: 429, headers: { 'retry-after': '0' } },
      REPLY,
    );
    const { usage } = await open(model.url).writer.write(CALL);
    expect(usage.requests).toBe(3);
  });

  test('openWriter() does not wait longer than a member would', async () => {
    const model = await scripted({ kind: 'status', status: 429, headers: { 'retry-after': '120' } });
    expect(await faultOf(open(model.url).writer.write(CALL))).toBe('busy');
    expect(model.requests).toHaveLength(1);
  });

  const faults: [string, Play, string, number][] = [
    ['a refused key', { kind: 'status', status: 401 }, 'key-refused', 1],
    [
      'an unknown model',
      { kind: 'status', status: 404, error: { message: 'The model does not exist' } },
      'no-such-model',
      1,
    ],
    ['a lasting failure', { kind: 'status', status: 503 }, 'server-error', 3],
    [
      'a context that is too long',
      { kind: 'status', status: 400, error: { message: 'too long', code: 'context_length_exceeded' } },
      'too-long',
      1,
    ],
    [
      'a filtered prompt',
      { kind: 'status', status: 400, error: { message: 'x', code: 'content_filter' } },
      'filtered',
      1,
    ],
    ['a filtered reply', { ...REPLY, finish: 'content_filter' }, 'filtered', 1],
    ['a refusal', { kind: 'refusal', words: 'I cannot help with that' }, 'malformed', 2],
    ['an empty reply', { kind: 'reply', content: '' }, 'malformed', 2],
    ['words without JSON', { kind: 'reply', content: 'The levy was approved.' }, 'malformed', 2],
    ['an endless reply', { kind: 'endless' }, 'too-much', 1],
    ['a reply of ten megabytes', { kind: 'raw', contentType: 'text/event-stream', body: TEN_MEGABYTES }, 'too-much', 1],
    ['a page of HTML', { kind: 'raw', contentType: 'text/html', body: '<html>' }, 'malformed', 2],
    ['JSON of another kind', { kind: 'raw', contentType: 'application/json', body: '[1]' }, 'malformed', 2],
  ];
  test.each(faults)('openWriter() names %s', async (_, part, fault, requests) => {
    const model = await scripted(part);
    expect(await faultOf(open(model.url).writer.write(CALL))).toBe(fault);
    expect(model.requests).toHaveLength(requests);
  });

  test('openWriter() gives up in time on a server that stalls in the middle', async () => {
    const model = await scripted({ kind: 'stall', content: '{"a"' });
    expect(await faultOf(open(model.url, { timeoutMs: 300 }).writer.write(CALL))).toBe('timed-out');
    await expect.poll(model.abandoned).toBe(1);
  });

  test('openWriter() names a server that is not there', async () => {
    const model = await openScriptedModel(REPLY);
    await model.close();
    expect(await faultOf(open(model.url).writer.write(CALL))).toBe('unreachable');
  });

  test('openWriter() aborts the request itself when it is stopped', async () => {
    const model = await scripted({ kind: 'stall', content: '{"a"' });
    const stop = new AbortController();
    const reply = open(model.url).writer.write(CALL, { signal: stop.signal });
    await expect.poll(() => model.requests.length).toBe(1);
    stop.abort(new Error('stopped by the member'));
    await expect(reply).rejects.toThrow('stopped by the member');
    await expect.poll(model.abandoned).toBe(1);
  });

  test("openWriter() makes no request once the day's tokens are spent", async () => {
    const model = await scripted({ ...REPLY, usage: { prompt_tokens: 900, completion_tokens: 200 } });
    const { writer } = open(model.url);
    await writer.write(CALL);
    expect(await faultOf(writer.write(CALL))).toBe('over-budget');
    expect(model.requests).toHaveLength(1);
  });

  test('openWriter() makes no more requests than the question may', async () => {
    const model = await scripted({ kind: 'status', status: 500 });
    expect(await faultOf(open(model.url).writer.write(CALL, { allowance: { left: 2 } }))).toBe('no-calls-left');
    expect(model.requests).toHaveLength(2);
  });
});
