import type { AIMessageChunk } from '@langchain/core/messages';
import { isOnThisMachine, type WriterSettings } from '../../model-settings.ts';
import type { CallUsage, WriteOptions, Writer, WriterCall } from '../../models.ts';
import { WriterFailure } from '../../writer-failure.ts';
import { openChatModel } from './open-chat-model.ts';
import { parsePartialReply, parseReply } from './parse-reply.ts';
import { isAboutForm, readFailure } from './read-failure.ts';
import type { UsageLog } from './usage-log.ts';
import { waitBeforeRetry } from './wait-before-retry.ts';
import { watchStream } from './watch-stream.ts';

/** What a server can be asked for, best first; found out once by its refusals and then remembered. */
const FORMATS = ['json_schema', 'json_object', 'text'] as const;
type Form = { format: (typeof FORMATS)[number]; hasUsage: boolean };

/** Longer than any reply asked for; a model that goes on is stopped here. */
const MAX_REPLY_CHARS = 60_000;
/** English in the usual vocabularies: about four characters a token (OpenAI's rule of thumb). */
const CHARS_PER_TOKEN = 4;

/**
 * The council's language model as a `Writer`. One request a call where all is well. Repeats a request only if the server
 * was busy, failed or could not be reached before it replied, within the time limit and the question's allowance.
 */
export function openWriter(settings: WriterSettings, { usage: log }: { usage: UsageLog }): Writer {
  const form: Form = { format: 'json_schema', hasUsage: true };
  return {
    id: `${settings.provider}:${settings.model}`,
    isOnThisMachine: isOnThisMachine(settings.url),
    async prepare() {
      await openChatModel(settings, { streamUsage: form.hasUsage });
    },
    async write(call, options = {}) {
      options.signal?.throwIfAborted();
      if (log.tokensToday() >= settings.tokensADay) throw new WriterFailure('over-budget');
      const spent = { call: call.name, startedAt: performance.now(), requests: 0 };
      const deadline = AbortSignal.timeout(settings.timeoutMs);
      for (;;) {
        const reply = await tryOnce(call, { settings, form, spent, deadline, options, log });
        if (reply !== undefined) return reply;
      }
    },
  };
}

type Spent = { call: string; startedAt: number; requests: number };
type Attempt = {
  settings: WriterSettings;
  form: Form;
  spent: Spent;
  deadline: AbortSignal;
  options: WriteOptions;
  log: UsageLog;
};

/** The reply; undefined where another request is to be made. */
async function tryOnce(call: WriterCall, attempt: Attempt): Promise<Awaited<ReturnType<Writer['write']>> | undefined> {
  const { options, form, spent, deadline } = attempt;
  takeOne(options);
  spent.requests++;
  try {
    const { text, usage } = await readStream(call, attempt);
    const counted = countUsage(call, { ...attempt, text, counted: usage });
    attempt.log.add(counted);
    return { value: parseReply(text), usage: counted };
  } catch (thrown) {
    options.signal?.throwIfAborted();
    if (isAboutForm(thrown) && lowerForm(form, thrown)) {
      // A form that is refused produced nothing and cost nothing.
      if (options.allowance) options.allowance.left++;
      return undefined;
    }
    const failure = deadline.aborted ? new WriterFailure('timed-out', { cause: thrown }) : readFailure(thrown);
    if (failure.fault === 'malformed' && spent.requests === 1) return undefined;
    await waitBeforeRetry(failure, {
      tries: spent.requests,
      deadline,
      ...(options.signal ? { signal: options.signal } : {}),
    });
    return undefined;
  }
}

function takeOne({ allowance }: WriteOptions): void {
  if (!allowance) return;
  if (allowance.left <= 0) throw new WriterFailure('no-calls-left');
  allowance.left--;
}

/** Asks for less next time; false where nothing less is left to ask for. */
function lowerForm(form: Form, thrown: unknown): boolean {
  const message = thrown instanceof Error ? thrown.message : '';
  if (form.hasUsage && /stream_options/i.test(message)) {
    form.hasUsage = false;
    return true;
  }
  const next = FORMATS[FORMATS.indexOf(form.format) + 1];
  if (next === undefined) return false;
  form.format = next;
  return true;
}

type Counted = { input: number; output: number };

async function readStream(call: WriterCall, attempt: Attempt): Promise<{ text: string; usage?: Counted }> {
  const { settings, form, deadline, options } = attempt;
  const model = await openChatModel(settings, { streamUsage: form.hasUsage });
  const watched = watchStream({ deadline, ...(options.signal ? { signal: options.signal } : {}) });
  let text = '';
  let usage: Counted | undefined;
  try {
    const stream = await model.stream(messagesOf(call, attempt), {
      signal: watched.signal,
      ...formatOption(call, form),
      max_tokens: call.maxOutputTokens,
    } as object);
    for await (const chunk of stream) {
      watched.beat();
      text += textOf(chunk as AIMessageChunk);
      if (text.length > MAX_REPLY_CHARS) throw new WriterFailure('too-much');
      usage = usageOf(chunk as AIMessageChunk) ?? usage;
      if (options.onPartial) offerPartial(text, options.onPartial);
    }
    watched.signal.throwIfAborted();
  } finally {
    watched.stop();
  }
  if (text.trim() === '') throw new WriterFailure('malformed');
  return { text, ...(usage ? { usage } : {}) };
}

function offerPartial(text: string, onPartial: (value: unknown) => void): void {
  const value = parsePartialReply(text);
  if (value !== undefined) onPartial(value);
}

/** The schema in words, where the server does not hold the model to it or the model did not keep it. */
function messagesOf({ system, user, schema }: WriterCall, { form, spent }: Attempt): [string, string][] {
  const isHeld = form.format === 'json_schema' && spent.requests === 1;
  const told = isHeld
    ? system
    : `${system}\n\nReply with one JSON object of this schema and nothing else:\n${JSON.stringify(schema)}`;
  return [
    ['system', told],
    ['user', user],
  ];
}

function formatOption({ name, schema }: WriterCall, { format }: Form): object {
  if (format === 'text') return {};
  if (format === 'json_object') return { response_format: { type: 'json_object' } };
  return { response_format: { type: 'json_schema', json_schema: { name, schema, strict: true } } };
}

function textOf(chunk: AIMessageChunk): string {
  if (chunk.response_metadata.finish_reason === 'content_filter') throw new WriterFailure('filtered');
  return chunk.text;
}

function usageOf(chunk: AIMessageChunk): Counted | undefined {
  const usage = chunk.usage_metadata as { input_tokens: number; output_tokens: number } | undefined;
  return usage && usage.input_tokens > 0 ? { input: usage.input_tokens, output: usage.output_tokens } : undefined;
}

function countUsage(
  { name, system, user }: WriterCall,
  { settings, spent, text, counted }: Attempt & { text: string; counted: Counted | undefined },
): CallUsage {
  const estimate = (chars: number) => Math.ceil(chars / CHARS_PER_TOKEN);
  const inputTokens = counted?.input ?? estimate(system.length + user.length);
  const outputTokens = counted?.output ?? estimate(text.length);
  const { price } = settings;
  return {
    call: name,
    model: settings.model,
    inputTokens,
    outputTokens,
    ms: Math.round(performance.now() - spent.startedAt),
    requests: spent.requests,
    ...(price ? { price: (inputTokens * price.input + outputTokens * price.output) / 1_000_000 } : {}),
  };
}
