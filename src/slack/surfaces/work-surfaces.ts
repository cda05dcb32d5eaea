import { plainMessage } from '../blocks/notices/plain-messages.ts';
import type { WorkJob } from '../job.ts';
import { lookUp } from './briefs/look-up.ts';
import { postStanding } from './briefs/post-standing.ts';
import type { SurfaceContext } from './context.ts';
import { bringReply, closeByPress } from './hand-off/close-hand-off.ts';
import { handOver } from './hand-off/hand-over.ts';
import { listTopic } from './lists/list-topic.ts';
import { showHome } from './lists/show-home.ts';
import { suggestPrompts } from './lists/suggest-prompts.ts';
import { giveFeedback } from './press/give-feedback.ts';
import { askReading, offerReadings } from './press/offer-readings.ts';
import { type PressOptions, type RecordedPress, replyToPress } from './press/pressed-answer.ts';
import { shareAnswer } from './press/share-answer.ts';
import { workQuestion } from './question/work-question.ts';

const UNKNOWN_BUTTON = 'I do not know this button any more. Please ask again.';

/** The work of every kind of job. */
export function workSurfaces(context: SurfaceContext): WorkJob {
  return async (recorded, { signal }) => {
    const { job } = recorded;
    const options = { context, signal };
    switch (job.kind) {
      case 'question':
        return workQuestion({ ...recorded, job }, options);
      case 'find':
        return listTopic({ ...recorded, job }, options);
      case 'look-up':
        return lookUp({ ...recorded, job }, options);
      case 'standing':
        return postStanding({ ...recorded, job }, options);
      case 'home':
        return showHome(job, options);
      case 'prompts':
        return suggestPrompts(job, options);
      case 'clerk-reply':
        return bringReply({ ...recorded, job }, options);
      case 'action':
        return workPress({ ...recorded, job }, options);
    }
  };
}

function workPress(recorded: RecordedPress, options: PressOptions): Promise<void> {
  switch (recorded.job.action) {
    case 'feedback':
      return giveFeedback(recorded, options);
    case 'not_meant':
      return offerReadings(recorded, options);
    case 'reading':
      return askReading(recorded, options);
    case 'share':
      return shareAnswer(recorded, options);
    case 'ask_clerk':
      return handOver(recorded, options);
    case 'close_hand_off':
      return closeByPress(recorded, options);
    default:
      return replyToPress(recorded, options).say(plainMessage(UNKNOWN_BUTTON), { part: 'unknown' });
  }
}
