import type { Audience } from '../../../audience.ts';
import type { SurfaceContext } from '../context.ts';
import type { RecordedQuestion } from '../question/question-job.ts';
import { isPrivate } from '../question/reply-to-question.ts';
import { postChart } from './post-chart.ts';

/** "Chart of NI 59", "please show me a graph of initial assessments". */
const WISH =
  /^(?:(?:please|can you|could you) )?(?:(?:show|draw|give|make|post|plot) )?(?:me |us )?(?:the |a )?(?:chart|graph|plot)(?: (?:of|for|showing))? (.{2,120}?)[?.! ]*$/i;

export type AttachChartOptions = { context: SurfaceContext; audience: Audience; signal: AbortSignal };

/** The words of a measure that a question wants charted; undefined where it wants none. */
export function readChartWish(text: string): string | undefined {
  return WISH.exec(text.replace(/\s+/g, ' ').trim())?.[1];
}

/** Adds a measure's figures and chart to the thread where a question asks for a chart that the papers have figures for. */
export async function attachChart(
  { job, key }: RecordedQuestion,
  { context, audience, signal }: AttachChartOptions,
): Promise<void> {
  const words = readChartWish(job.text);
  if (words === undefined || isPrivate(job)) return;
  const [series, ...others] = context.app.measure(words, { audience });
  if (series) await postChart(series, { context, to: job.place, key, signal, others });
}
