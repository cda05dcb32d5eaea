import { formatDate } from './citation.ts';
import type { PaperStatus } from './paper.ts';
import type { RecordPlace } from './passage.ts';

/** A place in the committee's own grammar, in full: record.md's forms for minutes and for reports. */
export function placeLabel(place: RecordPlace, status: PaperStatus): string {
  const page = place.pageLabel === undefined ? '' : ` (pack p. ${place.pageLabel})`;
  const date = place.meetingDate === undefined ? place.meetingDatePrinted : formatDate(place.meetingDate);
  const where = [...(place.paperKind === 'minutes' ? minuteParts(place) : paperParts(place)), place.committee, date];
  return `${where.filter(Boolean).join(', ')}${page}${statusMark(status)}`;
}

function minuteParts(place: RecordPlace): (string | undefined)[] {
  const minute = place.minute === undefined ? place.minuteTitle : `Minute ${place.minute}`;
  return [minute ?? place.heading ?? 'Minutes', place.limb ? `resolution (${place.limb})` : undefined];
}

function paperParts(place: RecordPlace): (string | undefined)[] {
  const title = place.paperTitle ?? (place.paperKind === 'agenda' ? 'Agenda' : place.paperLabel);
  if (place.item !== undefined) return [title, `item ${place.item}`];
  if (place.measure !== undefined) return [title, `measure ${place.measure}`];
  if (place.section !== undefined) return [title, `para ${place.section}`];
  return [title, place.tableCaption ?? place.heading ?? place.place];
}

function statusMark(status: PaperStatus): string {
  if (status.kind === 'draft') return ' (draft)';
  if (status.kind !== 'corrected') return '';
  return status.byMinute === undefined ? ' (corrected)' : ` (corrected by Minute ${status.byMinute})`;
}
