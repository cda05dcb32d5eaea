import type { LedgerEntry } from '../../ledger.ts';
import type { DateReading } from '../../meeting.ts';
import { findDays, lastDay } from '../find-days.ts';
import { joinsFrom } from '../join/join.ts';
import { daysAhead } from '../join/join-entries.ts';
import { concerns, type GatherOptions, type WeighedTrace } from './gather-traces.ts';
import { readSeason } from './read-season.ts';

/** By when something is due: the last day that is meant, and the first day on which it may be told of. */
export type Due = { reading: DateReading; from: string; to: string };

const NEXT_MEETING = /\b(?:to|at|for|by|before)\s(?:the|its|our|their)\s(?:next|following)\s(?:ordinary\s)?meeting\b/i;

/**
 * By when an entry is due: as it says itself, or later where the work programme or what was resolved since puts it
 * off. Undefined where no paper says.
 */
export function findDue(entry: LedgerEntry, options: GatherOptions & { traces: WeighedTrace[] }): Due | undefined {
  const own = ownDue(entry, options);
  const later = laterDues(entry, options)
    .sort((a, b) => a.to.localeCompare(b.to))
    .at(-1);
  return later && (own === undefined || later.to > own.to) ? later : own;
}

function ownDue(entry: LedgerEntry, { open: { record } }: GatherOptions): Due | undefined {
  const iso = entry.by?.iso ?? daysAhead(entry).sort().at(-1);
  if (iso !== undefined) return dueBy(iso, entry.by?.printed ?? iso);
  const next = record.meetings.find(({ date }) => date > (entry.place.meetingDate ?? ''));
  if (NEXT_MEETING.test(entry.text) && next) return dueBy(next.date, 'the next meeting');
  const season = readSeason(entry.text, entry.place.meetingDate ?? '');
  // The day itself is not the paper's: it is counted with, and not told.
  return season && { reading: { printed: season.printed, doubt: 'no day printed' }, from: season.to, to: season.to };
}

function laterDues(
  entry: LedgerEntry,
  { open, joins, today, traces }: GatherOptions & { traces: WeighedTrace[] },
): Due[] {
  const matter = open.ownerOf(entry);
  const planned = (matter === undefined ? [] : joinsFrom(matter, joins))
    .filter((join) => join.due !== undefined && join.later.date <= today && concerns(join, entry))
    .flatMap(({ due }) => (due === undefined ? [] : [dueBy(due, due)]));
  const putOff = traces
    .filter(({ weight }) => weight === 'pending')
    .flatMap(({ trace, date }) =>
      findDays(trace.quote, { near: date, ahead: true }).filter(({ iso }) => iso > date.slice(0, iso.length)),
    )
    .map(({ iso, printed }) => dueBy(iso, printed));
  return [...planned, ...putOff];
}

function dueBy(iso: string, printed: string): Due {
  const to = lastDay(iso);
  // "July 2026" and "the end of the month" may be told of at any meeting of that month.
  const from =
    iso.length === 7 ||
    (to.slice(0, 7) === iso.slice(0, 7) &&
      /^(?:\p{L}+|\d{4}-\d{2}|the\smeeting\sin\s.*|the\s\p{L}+\smeeting)(?:\s\d{4})?$/u.test(printed))
      ? `${iso.slice(0, 7)}-01`
      : iso;
  return { reading: { printed, iso: to }, from, to };
}
