import type { Answer } from '../../../answer.ts';
import { formatDate } from '../../../citation.ts';
import type { Hit, RecordPlace } from '../../../passage.ts';

/** More than these are no help in choosing. */
const MAX_READINGS = 5;
/** Of them, so many of the meeting that the answer is of. */
const MAX_OF_MEETING = 2;

/** What of a minute a question could have meant: what was decided, what was said, or the whole of it. */
export type MinuteReading = { minute: string; title?: string; part: 'decision' | 'discussion' | 'whole' };

/**
 * Another meeting, committee or minute that a question could have meant, or the other part of the same minute. `label`
 * names it, `meeting` names its meeting and committee as the labels of meetings do.
 */
export type Reading = { label: string; meeting: string; committee?: string; date?: string; of?: MinuteReading };

/**
 * What else a question could have meant: meetings that are not cited, the nearest first; then, of the meeting that is
 * cited, what was said where the answer has what was decided or the other way about, and other minutes. They come from
 * hits, which hold nothing that the audience may not read, and within a meeting from those that everybody may read.
 */
export function findReadings(answer: Answer): Reading[] {
  const cited = answer.kind === 'grounded' ? answer.statements.flatMap(({ citations }) => citations) : [];
  const places = cited.map(({ place }) => place);
  const said = new Set(places.map(meetingOf));
  const hits = [...answer.hits].sort(byScore).map(({ passage }) => passage);
  const ofMeeting = onceEach(
    hits.flatMap((passage) => (passage.access.kind === 'public' ? readingOfMinute(passage, places) : [])),
  ).slice(0, MAX_OF_MEETING);
  const meetings = hits.flatMap(({ place }): Reading[] => {
    const label = meetingOf(place);
    return label === '' || said.has(label) ? [] : [{ label, ...meetingFields(place) }];
  });
  return [...onceEach(meetings).slice(0, MAX_READINGS - ofMeeting.length), ...ofMeeting];
}

function onceEach(readings: Reading[]): Reading[] {
  return readings.filter(({ label }, n) => readings.findIndex((other) => other.label === label) === n);
}

const PART_WORDS = { decision: 'What was decided: ', discussion: 'What was said: ', whole: '' };

/** None for a passage that is cited, or that is of no minute of a meeting that is cited. */
function readingOfMinute({ kind, place }: Hit['passage'], cited: RecordPlace[]): Reading[] {
  const { minute, minuteTitle: title } = place;
  const ofMeeting = cited.filter((other) => meetingOf(other) === meetingOf(place));
  if (minute === undefined || place.meetingDate === undefined || ofMeeting.length === 0) return [];
  const part = partLeftOut(
    kind,
    ofMeeting.filter((other) => other.minute === minute),
  );
  if (part === undefined) return [];
  const named = title === undefined ? `Minute ${minute}` : `Minute ${minute} (${title})`;
  const of = { minute, part, ...(title === undefined ? {} : { title }) };
  return [{ label: `${PART_WORDS[part]}${named}, ${meetingOf(place)}`, ...meetingFields(place), of }];
}

function partLeftOut(kind: Hit['passage']['kind'], ofMinute: RecordPlace[]): MinuteReading['part'] | undefined {
  if (ofMinute.length === 0) return 'whole';
  const hasDecision = ofMinute.some(({ limb }) => limb !== undefined);
  const hasDiscussion = ofMinute.some(({ limb }) => limb === undefined);
  if (kind === 'limb' && !hasDecision) return 'decision';
  return kind === 'discussion' && !hasDiscussion ? 'discussion' : undefined;
}

function meetingFields(place: RecordPlace): Omit<Reading, 'label' | 'of'> {
  const { committee, meetingDate: date } = place;
  return { meeting: meetingOf(place), ...(committee ? { committee } : {}), ...(date ? { date } : {}) };
}

function byScore(a: Hit, b: Hit): number {
  return b.score - a.score;
}

function meetingOf({ committee, meetingDate }: RecordPlace): string {
  return [committee, meetingDate && formatDate(meetingDate)].filter(Boolean).join(', ');
}
