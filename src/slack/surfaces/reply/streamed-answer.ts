import type { KnownBlock, MarkdownTextChunk } from '@slack/types';
import type { Answer } from '../../../answer.ts';
import { answerUnits } from '../../blocks/answer/answer-messages.ts';
import { streamChunks } from '../../blocks/answer/stream-chunks.ts';
import { escapeMarkdown } from '../../format/escape-markdown.ts';
import type { Message } from '../../messenger.ts';

/** Slack takes 12,000 characters of Markdown in one message; escapes it adds itself need some room. */
const MAX_MARKDOWN_CHARS = 11_000;

/** An answer to be streamed: whole statements in turn, then what has citations in full, buttons or cells. */
export type StreamedAnswer = { chunks: MarkdownTextChunk[]; tail: KnownBlock[] };

/**
 * An answer as it is streamed, from the message it would be posted as: what it says is streamed, all else follows.
 * Undefined where it is better posted: a decline, or one of several messages.
 */
export function streamedAnswer(answer: Answer, messages: Message[]): StreamedAnswer | undefined {
  const [message, ...more] = messages;
  if (answer.kind !== 'grounded' || !message || more.length > 0) return undefined;
  const notes = answer.notes.map(
    (note): MarkdownTextChunk => ({ type: 'markdown_text', text: `Note: ${escapeMarkdown(note)}\n\n` }),
  );
  const chunks = [...streamChunks(answer), ...notes];
  if (chunks.reduce((chars, { text }) => chars + text.length, 0) > MAX_MARKDOWN_CHARS) return undefined;
  return { chunks, tail: message.blocks.filter(notIn(answer)) };
}

/** True for blocks that say what no chunk has said, as a table's caption and its rows do. */
function notIn(answer: Answer): (block: KnownBlock) => boolean {
  const said = answerUnits(answer, { answerId: '' }).flatMap(({ blocks }) => blocks);
  const paragraphs = new Set(said.filter(({ type }) => type === 'rich_text').map((block) => JSON.stringify(block)));
  return (block) => !paragraphs.has(JSON.stringify(block));
}
