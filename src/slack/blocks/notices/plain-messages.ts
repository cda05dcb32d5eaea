import { escapeMrkdwn } from '../../format/escape-mrkdwn.ts';
import type { Message } from '../../messenger.ts';
import { packMessages } from '../parts/pack-messages.ts';
import { richList, richParagraph } from '../parts/rich-text.ts';
import { textUnits } from '../parts/text-units.ts';
import { HOW_TO_ASK } from '../views/home-view.ts';

/** One sentence or a few, shown as they are; what is too long for one message is cut at its end. */
export function plainMessage(text: string): Message {
  const [message] = packMessages(textUnits(text));
  return message ?? { text: escapeMrkdwn(text), blocks: [richParagraph(text)] };
}

/** What there is. */
export function helpMessage(): Message {
  const intro = 'I answer from the committees’ minutes and reports, and cite every statement.';
  const lines = HOW_TO_ASK.map((runs) =>
    runs.map((run) => (typeof run === 'string' ? run : 'text' in run ? run.text : '')).join(''),
  );
  return {
    text: [intro, ...lines].map((line) => escapeMrkdwn(line)).join('\n'),
    blocks: [richParagraph(intro), richList(...HOW_TO_ASK)],
  };
}

/** What is said while the bot is paused. */
export function pausedMessage(reason: string): Message {
  return plainMessage(`I give no answers for now: ${reason}`);
}
