import { formatDate } from '../../../citation.ts';
import { otherReadings } from '../../blocks/notices/other-readings.ts';
import { plainMessage } from '../../blocks/notices/plain-messages.ts';
import { readActionValue } from '../../blocks/parts/action-names.ts';
import { parsePressPlace } from '../incoming/take-press.ts';
import { workQuestion } from '../question/work-question.ts';
import { findPressed, type PressOptions, type RecordedPress, replyToPress } from './pressed-answer.ts';

const GONE = 'This answer is too old for its buttons to work, so please ask again.';

/** "Not what I meant": offers whoever pressed the other readings, of the meetings that they may read of. */
export async function offerReadings(recorded: RecordedPress, options: PressOptions): Promise<void> {
  const { job } = recorded;
  const { context } = options;
  const reply = replyToPress(recorded, options);
  const pressed = await findPressed(job.value, { job, context });
  if (pressed.kind === 'refused') return reply.say(plainMessage(`${pressed.reason}.`), { part: 'refused' });
  const meetings = context.app.meetings(pressed.audience);
  const open = new Set(meetings.flatMap(({ committee, date }) => [committee, `${committee}, ${formatDate(date)}`]));
  const readings = pressed.kept.readings.filter(({ meeting }) => open.has(meeting));
  if (readings.length < pressed.kept.readings.length) {
    // The buttons count those that are offered.
    context.answers.replace(job.value, { ...pressed.kept, readings });
  }
  await reply.say(otherReadings(readings, { answerId: job.value }), { part: 'readings' });
}

/** Asks again as the reading that was chosen has it, and answers where the first answer stands. */
export async function askReading(recorded: RecordedPress, options: PressOptions): Promise<void> {
  const { job, key } = recorded;
  const { context } = options;
  const reply = replyToPress(recorded, options);
  const { id, n } = readActionValue(job.value);
  const pressed = await findPressed(id, { job, context });
  if (pressed.kind === 'refused') return reply.say(plainMessage(`${pressed.reason}.`), { part: 'refused' });
  const { kept } = pressed;
  const reading = kept.readings[Number(n) - 1];
  if (!reading) return reply.say(plainMessage(GONE), { part: 'refused' });
  const { response_url: responseUrl, userTeam } = parsePressPlace(job.body);
  const question = {
    kind: 'question' as const,
    surface: kept.isPrivate ? ('command' as const) : ('thread' as const),
    place: kept.place,
    user: job.user,
    ts: kept.place.thread,
    text: reading.text,
    ...(reading.committee === undefined ? {} : { committee: reading.committee }),
    ...(kept.isPrivate && responseUrl ? { responseUrl } : {}),
    ...(userTeam ? { userTeam } : {}),
  };
  await workQuestion({ ...recorded, key, job: question }, options);
}
