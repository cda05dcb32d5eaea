import { readPause } from '../../../pause.ts';
import { pausedMessage, plainMessage } from '../../blocks/notices/plain-messages.ts';
import { openPrivateReply } from '../reply/private-reply.ts';
import { type LookUpOptions, type RecordedLookUp, sayOrThrow } from './brief-on-demand.ts';
import { openDirect } from './post-briefing.ts';
import { postChart } from './post-chart.ts';

/** Sends whoever asked a measure's figures, each with its place, and their chart, in a direct message. */
export async function tellMeasure({ job, key }: RecordedLookUp, { context, signal }: LookUpOptions): Promise<void> {
  const { team, channel, user, words, responseUrl } = job;
  const { app, client, desk, log } = context;
  const reply = openPrivateReply({ team, channel, user, key, responseUrl, signal, context });
  const paused = readPause(desk.settings);
  if (paused) return reply.say(pausedMessage(paused.reason), { part: 'paused' });
  const reader = await context.findReader({ team, user });
  if (reader.kind === 'refused') return reply.say(plainMessage(`${reader.reason}.`), { part: 'refused' });
  try {
    const [series, ...others] = app.measure(words, { audience: reader.audience });
    if (!series) {
      return await reply.say(plainMessage(`No indexed paper prints figures of “${words}”.`), { part: 'none' });
    }
    const direct = await openDirect(client, user);
    await postChart(series, { context, to: { team, channel: direct }, key, signal, others });
    await reply.say(plainMessage('The figures and their chart are in your direct messages with me.'), { part: 'told' });
  } catch (error) {
    await sayOrThrow(error, { reply, signal, log });
  }
}
