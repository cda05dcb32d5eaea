import type { Answer } from '../../../answer.ts';
import { escapeMrkdwn } from '../../format/escape-mrkdwn.ts';
import type { Message } from '../../messenger.ts';
import { answerUnits } from '../answer/answer-messages.ts';
import { ACTIONS } from '../parts/action-names.ts';
import { button, buttonRows } from '../parts/button.ts';
import { mention } from '../parts/mention.ts';
import { packMessages, type Unit } from '../parts/pack-messages.ts';
import { richParagraph, richQuote, smallPrint } from '../parts/rich-text.ts';
import { splitParts, textUnits } from '../parts/text-units.ts';

export type HandOffOptions = {
  /** The opaque id of the hand-off, in the clerk's buttons. */
  handOffId: string;
  question: string;
  /** As the clerk's channel may see it; undefined where it may not see it at all. */
  answer?: Answer;
  /** The id the answer's Source buttons carry. */
  answerId: string;
  /** Slack's id of who asks. */
  asker: string;
  /** The reply is read by the asker alone, not by a channel. */
  isPrivate: boolean;
};

const READ_ALONE = 'the member alone';
const READ_BY_ALL = 'the channel in which the member asked, where everybody can read it';

/** A question for the clerk: who asks, what, what the bot answered with its sources, and how to reply. */
export function handOffMessages(options: HandOffOptions): Message[] {
  const { handOffId, question, answer, answerId, asker, isPrivate } = options;
  const head: Unit = {
    text: `${mention(asker)} asks the clerk:`,
    blocks: [richParagraph({ user: asker }, ' asks the clerk:')],
  };
  const how = `Reply in this thread: your reply goes to ${isPrivate ? READ_ALONE : READ_BY_ALL}.`;
  const said = answer ? [...textUnits('The bot answered:'), ...answerUnits(answer, { answerId })] : [];
  const close = button('Close', { action: ACTIONS.closeHandOff, value: handOffId, label: 'Close this question' });
  return packMessages([head, ...quoteUnits(question), ...said], {
    text: how,
    blocks: [...smallPrint(how), ...buttonRows([close])],
  });
}

/** What the member is told when the question has gone to the clerk. */
export function handedOffMessage(): Message {
  return whole([...textUnits('Your question has gone to the clerk. The reply will come here.')]);
}

/** The clerk's reply as the member gets it; `text` as people read it. */
export function clerkReplyMessages(text: string, { clerk, question }: { clerk: string; question: string }): Message[] {
  const head: Unit = {
    text: `${mention(clerk)} replies to your question:`,
    blocks: [richParagraph({ user: clerk }, ' replies to your question:')],
  };
  return packMessages([head, ...quoteUnits(question), ...textUnits(text)]);
}

/** What both see when a question is closed. */
export function handOffClosed({ by }: { by: string }): Message {
  return {
    text: `This question is closed. Closed by ${mention(by)}.`,
    blocks: [richParagraph('This question is closed. Closed by ', { user: by }, '.')],
  };
}

function quoteUnits(text: string): Unit[] {
  return splitParts(text).map((part) => ({ text: escapeMrkdwn(part), blocks: [richQuote(part)] }));
}

function whole(units: Unit[]): Message {
  const [message] = packMessages(units);
  return message ?? { text: '', blocks: [] };
}
