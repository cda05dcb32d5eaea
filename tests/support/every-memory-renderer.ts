import type { Briefing, BriefingItem, BriefingLine } from '../../src/briefing.ts';
import type { RecordTrace } from '../../src/ledger.ts';
import type { Series, SeriesPoint } from '../../src/series.ts';
import { briefSummary, briefThread } from '../../src/slack/blocks/memory/brief-messages.ts';
import { outstandingMessages, threadMessages } from '../../src/slack/blocks/memory/memory-messages.ts';
import { seriesMessages } from '../../src/slack/blocks/memory/series-messages.ts';
import { subscribeModal } from '../../src/slack/blocks/views/subscribe-modal.ts';
import { changeMessages } from '../../src/slack/surfaces/briefs/change-messages.ts';
import type { Thread } from '../../src/thread.ts';
import type { Rendered } from './every-renderer.ts';
import { samplePassage } from './sample-answer.ts';

/** What Slack is sent of the committee's memory, with the same words wherever the papers' words can stand. */
export const EVERY_MEMORY_RENDERER: Record<string, (words: string) => Rendered> = {
  'briefing, its summary': (words) => ({ messages: briefSummary(briefingOf(words), [words]) }),
  'briefing, item by item': (words) => ({ messages: briefThread(briefingOf(words)) }),
  'briefing for the clerk': (words) => ({ messages: briefThread({ ...briefingOf(words), role: 'clerk' }) }),
  'changes since a briefing': (words) => ({
    messages: changeMessages(
      { added: [paperOf(words)], changed: [paperOf(words)], removed: [paperOf(words)] },
      { briefing: briefingOf(words), said: ['0123456789abcdef'] },
    ),
  }),
  outstanding: (words) => ({
    messages: outstandingMessages([{ committee: words, lines: [lineOf(words), lineOf(words)], total: 3 }]),
  }),
  'time line': (words) => ({ messages: threadMessages(threadOf(words)) }),
  measure: (words) => ({ messages: seriesMessages(seriesOf(words), [seriesOf(words)]) }),
  'form for a standing briefing': (words) => ({ view: subscribeModal([words, `${words} 2`], { maxDays: 28 }) }),
};

export function traceOf(words: string): RecordTrace {
  const { span } = samplePassage();
  const place = { ...samplePassage().place, committee: words, minute: words, minuteTitle: words };
  return { place, source: words, paperId: 1, span, quote: words, label: words, why: words };
}

function lineOf(words: string): BriefingLine {
  return { text: words, traces: [traceOf(words), traceOf(`${words} too`)] };
}

function briefingOf(words: string): Briefing {
  const [line, empty] = [lineOf(words), { asked: [], decidedBefore: [], figures: [], worries: [], questions: [] }];
  const full = { asked: [line], decidedBefore: [line], figures: [line], worries: [line], questions: [line] };
  const item: BriefingItem = { number: words, title: words, traces: [traceOf(words)], ...full };
  return {
    committee: words,
    date: '2024-03-05',
    madeOn: '2024-03-03',
    role: 'chair',
    forRole: words,
    audience: { cleared: [3], of: [{ committee: words, cleared: [1] }] },
    mattersMost: [line],
    running: [line],
    items: [item, { ...item, ...empty, closed: { paragraphs: [3] } }],
    outstanding: [line],
    declarations: [line],
    missing: [words],
    leftOut: [words],
    papers: [paperOf(words)],
  };
}

function paperOf(words: string) {
  return { title: words, source: words, sha256: 'x' };
}

function threadOf(words: string): Thread {
  const step = { ...traceOf(words), role: 'limb' as const, reasons: ['same-title' as const], isPossible: false };
  return { title: words, steps: [step, { ...step, isPossible: true }], missing: [words] };
}

function seriesOf(words: string): Series {
  const point: SeriesPoint = {
    period: words,
    periodKey: words,
    value: 1,
    printed: words,
    kind: 'comparator',
    group: words,
    trace: traceOf(words),
  };
  return {
    name: words,
    number: words,
    definition: `${words} defined`,
    unit: words,
    points: [point, { ...point, kind: 'target' }],
    breaks: [{ period: words, why: words, trace: traceOf(words) }],
    conflicts: [{ period: words, points: [point, point] }],
  };
}
