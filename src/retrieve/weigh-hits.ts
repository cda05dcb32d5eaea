import { areMonthsOfFigures, saysDate } from '../asked-dates.ts';
import type { Passage, PassageKind } from '../passage.ts';
import type { DateRange, Question, Wanted } from '../question.ts';

/** What the question's wish makes of each kind of passage: a factor on its fused score; 1 where not named. */
const KIND_FACTORS: Partial<Record<Wanted, Partial<Record<PassageKind, number>>>> = {
  decision: { limb: 1.6, discussion: 0.9, agenda: 0.6, head: 0.6, attendance: 0.5, table: 0.8 },
  recommendation: { recommendation: 2, limb: 0.9, agenda: 0.6, head: 0.8, attendance: 0.5, table: 0.8 },
  discussion: { discussion: 1.4, minute: 1.3, limb: 0.9, agenda: 0.5, item: 0.6, head: 0.6, table: 0.7 },
  attendance: { attendance: 4, minute: 1, declaration: 0.8, table: 0.7 },
  declaration: { declaration: 4, attendance: 0.6 },
  briefing: { item: 1.5, agenda: 1.5, recommendation: 1.2 },
  'next-meeting': { limb: 1.5, item: 1.3, table: 0.5 },
  exempt: { item: 1.6, agenda: 1.2, head: 1.2 },
  figure: { table: 1.1, paragraph: 1.1, measure: 1.1, agenda: 0.6, attendance: 0.5, item: 0.7 },
  progress: { discussion: 1.1, paragraph: 1.1, agenda: 0.6, attendance: 0.5 },
};
/** Nobody means these unless the question says so. */
const PLAIN_FACTORS: Partial<Record<PassageKind, number>> = { agenda: 0.7, attendance: 0.6, head: 0.8, item: 0.8 };

/** A passage of a meeting the question names counts this much more. */
const DATE_FACTORS: Record<DateRange['precision'], number> = { day: 2.2, month: 2, season: 1.7, year: 1.2 };
const COMMITTEE_FACTOR = 1.4;

/** The factor on a passage's fused score for what the question says besides its words: wish, meeting, committee. */
export function weighHit(passage: Passage, question: Question): number {
  return weighKind(passage.kind, question.wanted) * weighDate(passage, question) * weighCommittee(passage, question);
}

/** The factor for what the passage is cut from, by what is wanted. */
function weighKind(kind: PassageKind, wanted: Wanted[]): number {
  const first = wanted.find((wish) => KIND_FACTORS[wish] !== undefined);
  if (first === undefined) return PLAIN_FACTORS[kind] ?? 1;
  return KIND_FACTORS[first]?.[kind] ?? PLAIN_FACTORS[kind] ?? 1;
}

/** The factor for lying at a meeting whose date the question names, or for saying the month whose figures it asks for. */
function weighDate(passage: Passage, question: Question): number {
  const date = passage.place.meetingDate;
  if (date === undefined) return 1;
  const ofFigures = areMonthsOfFigures(question);
  const within = question.dates.filter((range) =>
    ofFigures ? saysDate(passage, range) : date >= range.from && date <= range.to,
  );
  return Math.max(1, ...within.map(({ precision }) => DATE_FACTORS[precision]));
}

/** The factor for belonging to a committee the question names. */
function weighCommittee({ place }: Passage, { committees }: Question): number {
  return place.committee !== undefined && committees.includes(place.committee) ? COMMITTEE_FACTOR : 1;
}
