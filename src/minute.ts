import type { Access } from './audience.ts';
import type { DateReading } from './meeting.ts';
import type { Span } from './span.ts';

/**
 * What a limb does. `decision`: the committee decided. `request`: it asked somebody for something.
 * `recommendation`: it recommended to another body, which decides. `noting`: received or noted, no more.
 * `procedure`: approval of minutes, exclusion of the public, date of next meeting and the like.
 */
export type LimbKind = 'decision' | 'request' | 'recommendation' | 'noting' | 'procedure';

/** A vote as printed. `for`, `against` and `abstained` are counts, undefined where not printed. */
export type Vote = {
  printed: string;
  outcome: 'carried' | 'lost' | 'unanimous' | 'unknown';
  for?: number;
  against?: number;
  abstained?: number;
};

/** One part of a resolution; an undivided resolution is one limb without label. Never discussion, never a lost motion. */
export type Limb = {
  /** As printed, without its punctuation: "2", "a", "i". A nested limb joins its parents': "3(a)". */
  label?: string;
  /** The operative verb in the past: "resolved", "approved", "noted", "recommended", "deferred" … */
  verb: string;
  kind: LimbKind;
  /** The words whole, without label and page furniture. */
  text: string;
  /** Slices that make up the limb, label included; more than one where a page broke it. */
  spans: Span[];
  /** Who is asked, in the limb's own words. */
  asked?: string;
  /** By when, in the limb's own words, with its reading. */
  by?: DateReading;
  /** For a recommendation, the body that is to decide, in the limb's own words. */
  toBody?: string;
  /** The words printed once before the limbs of a divided resolution: "RESOLVED that Cabinet agree to:". */
  lead?: Paragraph;
  vote?: Vote;
};

/** A paragraph of a minute or a report, with its printed number and nearest sub-heading, if any. */
export type Paragraph = { number?: string; heading?: string; text: string; spans: Span[] };

/** A numbered (or only headed) entry of the minutes. */
export type Minute = {
  /** As printed: "39", "10.1", "21.01.07". */
  number?: string;
  title: string;
  /** Agenda item number where the minutes print it ("(Item 3)"). */
  item?: string;
  /** From the heading to the next minute. */
  span: Span;
  headingSpans: Span[];
  access: Access;
  /** All that was said and noted, in order, limbs and headings left out. */
  discussion: Paragraph[];
  limbs: Limb[];
  /** A motion that fell, in its own words, kept apart from the limbs. */
  lostMotions: Paragraph[];
};
