import type { SearchFilter, SearchIndex } from '../index/search-index.ts';
import type { Passage } from '../passage.ts';
import type { Question } from '../question.ts';
import { asksOfLastMeeting } from './asks-of-last-meeting.ts';

export type FindDecidedOptions = { index: SearchIndex; filter: SearchFilter; isConfined: boolean };

/** Asks what was decided, and of no subject. */
const ALL_DECIDED = /\bwhat\b.{0,60}\b(?:decided?|resolved?|agreed?|decisions?|resolutions?)\b/i;
/** Titles of formal business, whose resolutions are said only where there are no others. */
const FORMAL = /\b(?:apologies|declarations? of interest|minutes of|exclusion of|matters arising)\b/i;

/**
 * The resolutions of one meeting, as they stand, where a question asks what was decided there and names no subject:
 * the meeting of its date, or the last one that has minutes. Empty for other questions.
 */
export function findDecided(question: Question, { index, filter, isConfined }: FindDecidedOptions): Passage[] {
  if (!asksOfMeeting(question)) return [];
  const limbs = index.listPassages({ ...filter, kinds: ['limb'] });
  const ofDate = isConfined && filter.dates !== undefined;
  const meant = ofDate ? limbs : asksOfLastMeeting(question) ? ofNewest(limbs) : [];
  const meetings = new Set(meant.map(({ place }) => `${place.committee} ${place.meetingDate}`));
  if (meetings.size !== 1) return [];
  const whole = ofFullestPaper(meant);
  const telling = whole.filter(({ place }) => !FORMAL.test(place.minuteTitle ?? ''));
  return telling.length > 0 ? telling : whole;
}

function asksOfMeeting({ wanted, terms, references, people, leaning, text }: Question): boolean {
  const isOfSubject = terms.some(({ weight }) => weight === 1) || references.length > 0 || people.length > 0;
  return wanted[0] === 'decision' && !isOfSubject && leaning === undefined && ALL_DECIDED.test(text);
}

function ofNewest(limbs: Passage[]): Passage[] {
  const newest = limbs.reduce((date, { place }) => {
    return place.meetingDate && place.meetingDate > date ? place.meetingDate : date;
  }, '');
  return limbs.filter(({ place }) => (place.meetingDate ?? '') === newest);
}

/** The minutes may be printed twice, in a pack of the next meeting: the fullest copy tells all. */
function ofFullestPaper(limbs: Passage[]): Passage[] {
  const byPaper = new Map<number, Passage[]>();
  for (const limb of limbs) byPaper.set(limb.paperId, [...(byPaper.get(limb.paperId) ?? []), limb]);
  const [fullest = []] = [...byPaper.values()].sort((a, b) => b.length - a.length);
  return [...fullest].sort((a, b) => a.ordinal - b.ordinal);
}
