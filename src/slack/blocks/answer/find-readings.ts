import type { Answer } from '../../../answer.ts';
import { formatDate } from '../../../citation.ts';
import type { Hit, RecordPlace } from '../../../passage.ts';

/** More than these are no help in choosing. */
const MAX_READINGS = 5;

/** Another meeting or committee that a question could have meant; `label` names it. */
export type Reading = { label: string; committee?: string; date?: string };

/**
 * What else a question could have meant: meetings among the hits that the answer does not cite, the nearest first. They
 * come from hits, which hold nothing that the audience may not read.
 */
export function findReadings(answer: Answer): Reading[] {
  const said = new Set(answer.kind === 'grounded' ? answer.statements.flatMap(citedMeetings) : []);
  const readings = new Map<string, Reading>();
  for (const { passage } of [...answer.hits].sort(byScore)) {
    const label = meetingOf(passage.place);
    if (label === '' || said.has(label) || readings.has(label)) continue;
    const { committee, meetingDate: date } = passage.place;
    readings.set(label, { label, ...(committee ? { committee } : {}), ...(date ? { date } : {}) });
  }
  return [...readings.values()].slice(0, MAX_READINGS);
}

function citedMeetings({ citations }: { citations: { place: RecordPlace }[] }): string[] {
  return citations.map(({ place }) => meetingOf(place));
}

function byScore(a: Hit, b: Hit): number {
  return b.score - a.score;
}

function meetingOf({ committee, meetingDate }: RecordPlace): string {
  return [committee, meetingDate && formatDate(meetingDate)].filter(Boolean).join(', ');
}
