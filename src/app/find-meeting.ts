import { readQuestion } from '../ask/read-question.ts';
import type { Audience } from '../audience.ts';
import { formatDate } from '../citation.ts';
import { AppError } from '../errors.ts';
import type { Index } from '../index/open-index.ts';
import type { Lexicon } from '../lexicon.ts';
import type { BriefedMeeting } from './brief-meeting.ts';

export type FindMeetingOptions = {
  index: Index;
  lexicon: Lexicon;
  audience: Audience;
  committee?: string;
  /** YYYY-MM-DD. */
  today: string;
};

const NEXT = /\bnext\b/i;
/** More are not named in an error. */
const MAX_NAMED = 12;

/**
 * The meeting that words mean: "next", "12 September", "Works Committee, 9 January 2024". Throws `not-found` where the
 * index has no such meeting and `invalid` where several are meant, naming the meetings there are.
 */
export function findMeeting(words: string, options: FindMeetingOptions): BriefedMeeting {
  const { index, lexicon, audience, committee, today } = options;
  const named = committee === undefined ? {} : { committee };
  const { committees, dates } = readQuestion(words, { lexicon, audience, ...named });
  const all = index
    .meetings(audience)
    .filter(({ committee: of }) => committees.length === 0 || committees.includes(of));
  const isNext = NEXT.test(words) && dates.length === 0;
  if (!isNext && dates.length === 0 && committees.length === 0) {
    throw new AppError('invalid', `Cannot tell which meeting "${words}" is: ${known(all)}`);
  }
  const within = all.filter(({ date }) => dates.some(({ from, to }) => from <= date && date <= to));
  const found = dates.length > 0 ? narrow(within, today) : next(all, today);
  const [first] = found;
  if (!first) {
    const sought = isNext ? 'Cannot find a meeting after today' : `Cannot find the meeting "${words}"`;
    throw new AppError('not-found', `${sought}: ${known(all)}`);
  }
  if (found.length > 1) {
    const several = found.map(nameMeeting).join('; ');
    throw new AppError('invalid', `Cannot tell which meeting "${words}" is: it may be ${several}`);
  }
  return { committee: first.committee, date: first.date };
}

/** "Works Committee, 9 January 2024". */
export function nameMeeting({ committee, date }: BriefedMeeting): string {
  return `${committee}, ${formatDate(date)}`;
}

/** A day without a year that met more than once: the next one counts, else the newest. */
function narrow(meetings: BriefedMeeting[], today: string): BriefedMeeting[] {
  const dates = [...new Set(meetings.map(({ date }) => date))].sort();
  const meant = dates.find((date) => date >= today) ?? dates.at(-1);
  return meetings.filter(({ date }) => date === meant);
}

/** Each committee meant has a next meeting; of several the earliest counts. */
function next(meetings: BriefedMeeting[], today: string): BriefedMeeting[] {
  const [first] = meetings.filter(({ date }) => date >= today).sort((a, b) => a.date.localeCompare(b.date));
  return first ? meetings.filter(({ date }) => date === first.date) : [];
}

function known(meetings: BriefedMeeting[]): string {
  if (meetings.length === 0) return 'the index has no meetings';
  const newest = [...meetings].sort((a, b) => b.date.localeCompare(a.date)).slice(0, MAX_NAMED);
  const more = meetings.length - newest.length;
  return `the index has ${newest.map(nameMeeting).join('; ')}${more > 0 ? ` and ${more} more` : ''}`;
}
