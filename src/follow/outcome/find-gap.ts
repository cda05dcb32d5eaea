import { formatDate } from '../../citation.ts';
import type { CommitteeRecord } from '../../matter.ts';

/** Committees meet at least each quarter, with a recess in summer: a longer time without a meeting has papers missing. */
const LONGEST_INTERVAL_DAYS = 140;
/** One that meets once a year is known by its shortest interval. */
const SHORTEST_TIMES = 2;
const DAY_MS = 86_400_000;

/** The time around a day in which no meeting is in the index although there must have been some, in words. */
export function findGap(day: string, { committee, meetings }: CommitteeRecord): string | undefined {
  const dates = [...new Set(meetings.map(({ date }) => date))].sort();
  const from = dates.findLast((date) => date <= day);
  const to = dates.find((date) => date > day);
  if (from === undefined || to === undefined) return undefined;
  const intervals = dates.slice(1).map((date, at) => daysBetween(dates[at] ?? date, date));
  const longest = Math.max(LONGEST_INTERVAL_DAYS, SHORTEST_TIMES * Math.min(...intervals));
  if (daysBetween(from, to) <= longest) return undefined;
  return `all meetings of ${committee} between ${formatDate(from)} and ${formatDate(to)}`;
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS;
}
