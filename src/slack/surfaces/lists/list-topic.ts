import { isPublicAudience } from '../../../audience.ts';
import { AppError } from '../../../errors.ts';
import { readPause } from '../../../pause.ts';
import { findMessages } from '../../blocks/notices/find-messages.ts';
import { pausedMessage, plainMessage } from '../../blocks/notices/plain-messages.ts';
import type { Job, RecordedJob } from '../../job.ts';
import type { SurfaceContext } from '../context.ts';
import { privatePlace } from '../incoming/take-command.ts';
import { openPrivateReply } from '../reply/private-reply.ts';
import { tellFailure } from '../reply/tell-failure.ts';

/** More meetings than this are not listed: nobody reads on, and Slack takes five messages. */
const MAX_MEETINGS = 40;

type RecordedFind = RecordedJob & { job: Extract<Job, { kind: 'find' }> };

/** Lists to whoever asked where a topic came up before, meeting by meeting, each line opening its source. */
export async function listTopic(
  { job, key }: RecordedFind,
  { context, signal }: { context: SurfaceContext; signal: AbortSignal },
): Promise<void> {
  const { team, channel, user, topic, responseUrl } = job;
  const { app, answers, desk, log } = context;
  const reply = openPrivateReply({ team, channel, user, key, responseUrl, signal, context });
  const paused = readPause(desk.settings);
  if (paused) return reply.say(pausedMessage(paused.reason), { part: 'paused' });
  const reader = await context.findReader({ team, user });
  if (reader.kind === 'refused') return reply.say(plainMessage(`${reader.reason}.`), { part: 'refused' });
  try {
    const meetings = (await app.find(topic, { audience: reader.audience })).slice(0, MAX_MEETINGS);
    const place = privatePlace({ team, channel, trigger: key });
    // What exempt papers say is not written down, and a list has no question that could be shared or handed on.
    const isPublic = isPublicAudience(reader.audience);
    const sources = meetings.map(({ line: { source, span, text } }) =>
      isPublic ? { source, ...span, quote: text } : { source, ...span },
    );
    const kept = { place, user, isPrivate: true, question: '', dialogue: null, sources, readings: [] };
    const findId = answers.keep(kept);
    await reply.answer(findMessages(topic, meetings, { findId }));
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof AppError && (error.code === 'unavailable' || error.code === 'forbidden')) throw error;
    const reference = log.fault('Topic not looked up', error);
    await reply.say(plainMessage(tellFailure(error, reference)), { part: 'failure' });
  }
}
