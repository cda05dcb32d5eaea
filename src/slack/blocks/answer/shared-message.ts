import type { Answer } from '../../../answer.ts';
import { cutText } from '../../format/cut-text.ts';
import { escapeMrkdwn } from '../../format/escape-mrkdwn.ts';
import { visibleText } from '../../format/visible-text.ts';
import type { Message } from '../../messenger.ts';
import { feedbackButtons } from '../parts/button.ts';
import { mention } from '../parts/mention.ts';
import { packMessages } from '../parts/pack-messages.ts';
import { richParagraph } from '../parts/rich-text.ts';
import { type AnswerMessagesOptions, answerUnits } from './answer-messages.ts';

const MAX_QUESTION_CHARS = 300;

export type SharedMessagesOptions = Pick<AnswerMessagesOptions, 'question' | 'answerId' | 'tables'> & {
  /** Slack's id of who shares it. */
  sharer: string;
};

/** A private answer posted for all to see, with the name of who shared it and what they had asked. */
export function sharedMessages(answer: Answer, { sharer, question, ...options }: SharedMessagesOptions): Message[] {
  const asked = cutText(visibleText(question), MAX_QUESTION_CHARS);
  const head = {
    text: `Shared by ${mention(sharer)}, who asked: ${escapeMrkdwn(asked)}`,
    blocks: [richParagraph('Shared by ', { user: sharer }, ', who asked: ', { text: asked, italic: true })],
  };
  return packMessages([head, ...answerUnits(answer, options)], {
    text: '',
    blocks: [feedbackButtons(options.answerId)],
  });
}
