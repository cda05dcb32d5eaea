import { formatDate } from '../../../citation.ts';
import type { Desk } from '../../../desk.ts';
import { plainMessage } from '../../blocks/notices/plain-messages.ts';
import { packMessages } from '../../blocks/parts/pack-messages.ts';
import { textUnits } from '../../blocks/parts/text-units.ts';
import { cutText } from '../../format/cut-text.ts';
import type { Message } from '../../messenger.ts';

type Who = { team: string; user: string };

/** More questions than this are counted, not listed, and of a long one the beginning: Slack takes five messages. */
const MAX_QUESTIONS = 20;
const MAX_QUESTION_CHARS = 500;

/** What the bot's store has of a member, for that member alone; five messages at most. */
export function tellOwnData(who: Who, desk: Pick<Desk, 'memberData'>): Message[] {
  const { questions, dialogues, answers, handOffs, subscriptions } = desk.memberData(who);
  const kept = [
    count(questions.length, 'question'),
    count(dialogues, 'conversation'),
    count(answers, 'entry behind buttons', 'entries behind buttons'),
    count(handOffs, 'question handed to the clerk', 'questions handed to the clerk'),
    count(subscriptions, 'standing briefing'),
  ];
  const lines = questions.slice(0, MAX_QUESTIONS).map(({ time, question, outcome }) => {
    const day = formatDate(new Date(time).toISOString().slice(0, 10));
    const asked = question === null ? '(text not kept)' : cutText(question, MAX_QUESTION_CHARS);
    return `${day}: ${asked} – ${outcome.replaceAll('-', ' ')}`;
  });
  const more = questions.length > MAX_QUESTIONS ? [`and ${questions.length - MAX_QUESTIONS} more`] : [];
  const how = 'Send /minutes forget me to have all of it deleted.';
  return packMessages([`Kept of you: ${kept.join(', ')}.`, ...lines, ...more, how].flatMap(textUnits));
}

/** Deletes it. What was said in Slack stays in Slack. */
export function forgetOwnData(who: Who, desk: Pick<Desk, 'forgetMember'>): Message {
  const deleted = desk.forgetMember(who);
  return plainMessage(
    deleted === 0
      ? 'Nothing was kept of you, so nothing was deleted.'
      : `Deleted: ${count(deleted, 'entry', 'entries')} kept of you. Messages in Slack are not mine to delete.`,
  );
}

function count(number: number, noun: string, nouns = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : nouns}`;
}
