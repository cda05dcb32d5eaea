import type { MarkdownTextChunk } from '@slack/types';
import type { Message } from '../../messenger.ts';
import type { StreamedAnswer } from './streamed-answer.ts';

/** Where one question is answered, and how whoever asked is kept informed meanwhile. Nothing is said twice. */
export type Reply = {
  /** Work begins: whoever asked sees so within a second. Never throws. */
  begin(text: string): void;
  /** What is being done, as soon as more of it is known. Never throws. */
  working(text: string): void;
  /** A statement of the answer to come, where Slack streams; taken back if the answer does not begin so. Never throws. */
  early(chunks: MarkdownTextChunk[]): void;
  /** The answer, in as many messages as it has; streamed where Slack streams and `streamed` is given. */
  answer(messages: Message[], options?: { streamed?: StreamedAnswer | undefined }): Promise<void>;
  /** A few words beside or in place of an answer; `part` tells one from another. */
  say(message: Message, options: { part: string }): Promise<void>;
  /** A few words for the asker alone, wherever the answer is seen. Never throws: they are not the answer. */
  whisper(message: Message, options: { part: string }): Promise<void>;
  /** Takes away what was said of work going on. Never throws. */
  end(): Promise<void>;
};

/** A reply that was begun while its question waits in the queue; `stop` ends it with whoever works on it then. */
export type WaitingReply = { reply: Reply; stop: AbortController };
