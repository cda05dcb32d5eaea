import { plainMessage } from '../../blocks/notices/plain-messages.ts';
import { readActionValue } from '../../blocks/parts/action-names.ts';
import { findPressed, type PressOptions, type RecordedPress, replyToPress } from './pressed-answer.ts';

/** Writes down whether an answer helped, and says thank you. */
export async function giveFeedback(recorded: RecordedPress, options: PressOptions): Promise<void> {
  const { job } = recorded;
  const { context } = options;
  const reply = replyToPress(recorded, options);
  const { id, n: verdict } = readActionValue(job.value);
  const pressed = await findPressed(id, { job, context });
  if (pressed.kind === 'refused') return reply.say(plainMessage(`${pressed.reason}.`), { part: 'refused' });
  const { record } = pressed.kept;
  if (record !== undefined && (verdict === 'up' || verdict === 'down')) {
    context.desk.log.addFeedback(record, { team: job.team, helpful: verdict === 'up' });
  }
  const thanks = verdict === 'up' ? 'Thank you, noted as helpful.' : 'Thank you, noted as not helpful.';
  await reply.say(plainMessage(thanks), { part: 'thanks' });
}
