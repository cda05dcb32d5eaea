import type { Series } from '../../../series.ts';
import { describeChart, seriesMessages } from '../../blocks/memory/series-messages.ts';
import { plainMessage } from '../../blocks/notices/plain-messages.ts';
import { postThread } from '../../calls/post-thread.ts';
import { uploadOnce } from '../../calls/upload-once.ts';
import type { SurfaceContext } from '../context.ts';

export type PostChartOptions = {
  context: Pick<SurfaceContext, 'app' | 'client' | 'desk' | 'messenger' | 'log'>;
  /** A channel or a member, where the first message begins a thread, or a thread. */
  to: { team: string; channel: string; thread?: string };
  key: string;
  signal: AbortSignal;
  /** What the words could also have meant. */
  others?: Series[];
};

/** Fewer figures make no line. */
const LEAST_POINTS = 2;
const NOT_ATTACHED = 'The chart could not be attached: this workspace lets me upload no files.';

/** Posts a measure's figures, each cited, and their chart in the thread, as a picture with its figures in words; all once. */
export async function postChart(series: Series, options: PostChartOptions): Promise<void> {
  const { context, to, key, signal, others = [] } = options;
  const { messenger, client, desk, log, app } = context;
  const messages = seriesMessages(series, others);
  const under = await postThread(messages, { messenger, to, key: `${key}:series`, signal });
  if (series.points.length < LEAST_POINTS) return;
  const content = await app.chart(series, 'png');
  signal.throwIfAborted();
  const alt = describeChart(series);
  const upload = { name: 'chart.png', title: alt.slice(0, alt.indexOf('.') + 1) || 'Chart', content, alt };
  const isThere = await uploadOnce(upload, { client, posts: desk.posts, log, to: under, key: `${key}:chart` });
  if (!isThere) await messenger.post(plainMessage(NOT_ATTACHED), { to: under, key: `${key}:chart:none`, signal });
}
