import type { Access } from './audience.ts';
import type { Span } from './span.ts';

/**
 * A date as printed beside its reading. `iso` is YYYY-MM-DD, undefined when the day cannot be told;
 * `doubt` says why a reading is unsure ("no year printed", "weekday and date disagree").
 */
export type DateReading = { printed: string; iso?: string; doubt?: string };

/** The head of a meeting's paper. `committee` is the name in full, in title case; `committeePrinted` as it stands. */
export type MeetingHead = {
  committee?: string;
  committeePrinted?: string;
  date?: DateReading;
  time?: string;
  place?: string;
  span: Span;
};

/** `name` without office ("Cusworth", "Mel Meggs"); `office` as printed beside it ("Councillor", "Vice-Chair"). */
export type Person = { name: string; office?: string };

export type AttendanceRole = 'present' | 'in the chair' | 'apologies' | 'in attendance';

/** One printed list of people. Somebody in the chair stands both in `present` and in a record of their own. */
export type Attendance = { role: AttendanceRole; people: Person[]; text: string; spans: Span[] };

export type InterestKind = 'personal' | 'pecuniary' | 'non-pecuniary' | 'prejudicial' | 'other';

/** `kinds` as declared ("non-pecuniary personal" is two); none said: empty. `item` and `minute` as printed. */
export type Declaration = {
  person: Person;
  kinds: InterestKind[];
  item?: string;
  minute?: string;
  text: string;
  spans: Span[];
};

/** Pack pages of an agenda item, as printed ("Pages 9 - 41"). */
export type PageRange = { printed: string; first: number; last: number };

export type AgendaItem = {
  number?: string;
  title: string;
  pages?: PageRange;
  access: Access;
  /** The item's words under its title, title included. */
  text: string;
  spans: Span[];
};
