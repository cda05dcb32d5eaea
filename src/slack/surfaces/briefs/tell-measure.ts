import { plainMessage } from '../../blocks/notices/plain-messages.ts';
import type { RecordedLookUp } from '../../job.ts';
import { type LookUpOptions, lookUpPrivately } from '../reply/look-up-privately.ts';
import { postChart } from './post-chart.ts';

/** Sends whoever asked a measure's figures, each with its place, and their chart, in a direct message. */
export function tellMeasure(recorded: RecordedLookUp, options: LookUpOptions): Promise<void> {
  const { key, job } = recorded;
  const { context, signal } = options;
  return lookUpPrivately(recorded, options, async (reply, audience) => {
    const [series, ...others] = context.app.measure(job.words, { audience });
    if (!series) {
      return reply.say(plainMessage(`No indexed paper prints figures of “${job.words}”.`), { part: 'none' });
    }
    await postChart(series, { context, to: { team: job.team, channel: job.user }, key, signal, others });
    await reply.say(plainMessage('The figures and their chart are in your direct messages with me.'), { part: 'told' });
  });
}
