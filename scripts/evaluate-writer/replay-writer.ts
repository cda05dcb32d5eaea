import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '../../src/errors.ts';
import {
  type ChatRequest,
  openScriptedModel,
  passagesIn,
  type ScriptedModel,
} from '../../tests/support/open-scripted-model.ts';

const LINE = z.strictObject({
  question: z.string().min(1),
  kind: z.enum(['answer', 'partly', 'declined']),
  statements: z.array(z.strictObject({ text: z.string().min(1), quotes: z.array(z.string().min(1)).min(1) })),
});
/** What a model replies to one question: statements with the words they rest on, in whichever passage these stand. */
export type WrittenReply = z.infer<typeof LINE>;

/** The replies of a JSON Lines file. Throws `invalid` with the number of a line that is none. */
export function readWrittenReplies(file: string): WrittenReply[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, at) => {
    if (line.trim() === '') return [];
    const read = LINE.safeParse(JSON.parse(line));
    if (!read.success) throw new AppError('invalid', `Cannot read "${file}": line ${at + 1} is not a reply`);
    return [read.data];
  });
}

/**
 * A server on loopback that gives these replies, each quotation under the id that its passage has in the request at hand.
 * To a question that it does not know it declines; it leaves questions and the order of passages as they are.
 */
export function openReplay(replies: WrittenReply[]): Promise<ScriptedModel> {
  const byQuestion = new Map(replies.map((reply) => [reply.question, reply]));
  return openScriptedModel((request) => ({ kind: 'reply', content: JSON.stringify(replyTo(request, byQuestion)) }));
}

function replyTo(request: ChatRequest, byQuestion: Map<string, WrittenReply>): object {
  const question = questionIn(request);
  switch (request.body.response_format?.json_schema?.name) {
    case 'understand':
      return { question, searches: [] };
    case 'choose':
      return { ids: passagesIn(request).map(({ id }) => id) };
    default: {
      const reply = byQuestion.get(question);
      return reply
        ? { kind: reply.kind, statements: bindQuotes(reply, request) }
        : { kind: 'declined', statements: [] };
    }
  }
}

/** A quotation that no passage shown has is given with the first one's id, as a model would that made it up. */
function bindQuotes({ statements }: WrittenReply, request: ChatRequest): object[] {
  const shown = passagesIn(request).map(({ id, text }) => ({ id, words: wordsOf(text) }));
  const idOf = (quote: string) => (shown.find(({ words }) => words.includes(wordsOf(quote))) ?? shown[0])?.id ?? '';
  return statements.map(({ text, quotes }) => ({
    text,
    quotes: quotes.map((words) => ({ passage: idOf(words), words })),
  }));
}

function wordsOf(text: string): string {
  return text.replace(/[*#|]/g, ' ').replace(/\s+/g, ' ').trim();
}

function questionIn({ body }: ChatRequest): string {
  const told = body.messages.map(({ content }) => content).join('\n');
  return /<<<question (\w+)>>>\n([\s\S]*?)\n<<<end \1>>>/.exec(told)?.[2] ?? '';
}
