import type { Audience } from './audience.ts';
import type { RecordTrace } from './ledger.ts';

/** A line of a briefing: our few words or the record's own, never without a place in the papers. */
export type BriefingLine = { text: string; traces: [RecordTrace, ...RecordTrace[]] };

/** What a briefing says of one agenda item. `closed`: the item exists, under these paragraphs, and no more is said. */
export type BriefingItem = {
  number?: string;
  title: string;
  closed?: { paragraphs: number[] };
  asked: BriefingLine[];
  decidedBefore: BriefingLine[];
  figures: BriefingLine[];
  worries: BriefingLine[];
  /** Questions worth asking, each tied to a paragraph or a gap in the paper. */
  questions: BriefingLine[];
};

/** A briefing for one meeting, made for an audience that it names. */
export type Briefing = {
  committee: string;
  /** YYYY-MM-DD. */
  date: string;
  forRole?: string;
  audience: Audience;
  mattersMost: BriefingLine[];
  items: BriefingItem[];
  outstanding: BriefingLine[];
  declarations: BriefingLine[];
  /** What could not be looked at, in words. */
  missing: string[];
};
