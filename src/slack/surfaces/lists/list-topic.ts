import { isPublicAudience } from '../../../audience.ts';
import { findMessages } from '../../blocks/notices/find-messages.ts';
import type { Job, RecordedJob } from '../../job.ts';
import { privatePlace } from '../incoming/take-command.ts';
import { type LookUpOptions, lookUpPrivately } from '../reply/look-up-privately.ts';

/** More meetings than this are not listed: nobody reads on, and Slack takes five messages. */
const MAX_MEETINGS = 40;

type RecordedFind = RecordedJob & { job: Extract<Job, { kind: 'find' }> };

/** Lists to whoever asked where a topic came up before, meeting by meeting, each line opening its source. */
export function listTopic(recorded: RecordedFind, options: LookUpOptions): Promise<void> {
  const { team, channel, user, topic } = recorded.job;
  const { app, answers } = options.context;
  return lookUpPrivately(recorded, options, async (reply, audience) => {
    const meetings = (await app.find(topic, { audience })).slice(0, MAX_MEETINGS);
    const place = privatePlace({ team, channel, trigger: recorded.key });
    // What exempt papers say is not written down, and a list has no question that could be shared or handed on.
    const isPublic = isPublicAudience(audience);
    const sources = meetings.map(({ line: { source, span, text } }) =>
      isPublic ? { source, ...span, quote: text } : { source, ...span },
    );
    const kept = { place, user, isPrivate: true, question: '', dialogue: null, sources, readings: [] };
    const findId = answers.keep(kept);
    await reply.answer(findMessages(topic, meetings, { findId }));
  });
}
