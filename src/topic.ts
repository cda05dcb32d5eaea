import type { PassageKind } from './passage.ts';
import type { Span } from './span.ts';

/** What a search for a topic may be confined to. */
export type TopicKind = 'minute' | 'limb' | 'report' | 'table';

/** One place where a topic came up: `text` is the telling sentence, quoted; `label` its citation in full. */
export type TopicLine = {
  label: string;
  text: string;
  kind: PassageKind;
  source: string;
  /** Where `text` stands in the text of its source. */
  span: Span;
  passageId: number;
};

/** A meeting at which a topic came up: its best line, and how many further passages there are. */
export type TopicMeeting = { committee?: string; date?: string; line: TopicLine; more: number };
