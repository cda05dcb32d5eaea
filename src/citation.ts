import type { PaperStatus, Span } from './paper.ts';
import type { Passage, RecordPlace } from './passage.ts';

/** A quotation from the record with the place it stands in. `quote` is a byte-exact slice of its paper's text. */
export type Citation = {
  /** The place in the committee's own grammar, in full. */
  label: string;
  quote: string;
  /** Where the quote stands in its paper's text. */
  span: Span;
  passageId: number;
  source: string;
  place: RecordPlace;
  status: PaperStatus;
};

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "2019-10-29" as "29 October 2019"; anything that is not an ISO date as it came. */
export function formatDate(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  const month = match ? MONTHS[Number(match[2]) - 1] : undefined;
  return match && month ? `${Number(match[3])} ${month} ${match[1]}` : iso;
}

/** "2019-10-29" as "29/10/19". */
export function formatShortDate(iso: string): string {
  return iso.replace(/^\d\d(\d\d)-(\d\d)-(\d\d)$/, '$3/$2/$1');
}

/** The citation of part of a passage, its place in the committee's grammar (record.md, "Citations"). */
export function citePassage(passage: Passage, span: Span): Citation {
  const { status, source, id: passageId } = passage;
  const part = { start: span.start - passage.span.start, end: span.end - passage.span.start };
  const numbers = paragraphsOf(passage, part);
  const [first] = numbers;
  const last = numbers.at(-1);
  const place = first === undefined ? passage.place : { ...passage.place, section: first };
  const label = formatCitation(first === last ? place : { ...place, section: `${first}–${last}` }, status);
  return { label, quote: passage.text.slice(part.start, part.end), span, passageId, source, place, status };
}

/** The numbers of the paragraphs that a part of a passage reaches, in order; empty where the passage has only one. */
function paragraphsOf({ text, place }: Passage, part: Span): string[] {
  if (!place.sections || place.sections.length < 2) return [];
  const found: { number: string; start: number }[] = [];
  for (const number of place.sections) {
    const from = found.at(-1)?.start ?? 0;
    const escaped = number.replace(/[^a-z0-9]/gi, '\\$&');
    const match = new RegExp(`(?<![^\\n])[^a-z0-9\\n]{0,12}${escaped}(?!\\.?\\d|[a-z])`, 'i').exec(text.slice(from));
    if (match) found.push({ number, start: from + match.index });
  }
  if (place.section !== undefined && found[0]?.number !== place.section)
    found.unshift({ number: place.section, start: 0 });
  const reached = found.filter(({ start }, n) => start < part.end && (found[n + 1]?.start ?? text.length) > part.start);
  // A section's number says nothing beside that of its paragraph.
  const isHeading = (number: string, next = '') => next.startsWith(`${number.replace(/\.$/, '')}.`);
  return reached.map(({ number }) => number).filter((number, n, all) => !isHeading(number, all[n + 1]));
}

/**
 * The long form: "Minute 39, resolution (2), Improving Lives Select Commission, 29 October 2019 (draft)" or
 * "2019 Education Performance Outcomes, para 1.7, Improving Lives Select Commission, 14 January 2020 (pack p. 12)".
 * Parts that the paper does not print are left out, never made up.
 */
export function formatCitation(place: RecordPlace, status: PaperStatus): string {
  const date = place.meetingDate ? formatDate(place.meetingDate) : place.meetingDatePrinted;
  const parts = isFromMinutes(place) ? minuteParts(place) : reportParts(place);
  const meeting = [place.committee, date].filter((part) => part !== undefined);
  const page = place.pageLabel ? ` (pack p. ${place.pageLabel})` : place.page ? ` (p. ${place.page})` : '';
  return `${[...parts, ...meeting].join(', ')}${isFromMinutes(place) ? statusMark(status) : ''}${page}`;
}

/** The short form for a place cited before: "Min. 39(2), ILSC 29/10/19", "2019 Education …, para 1.7". */
export function formatShortCitation(place: RecordPlace): string {
  const initials = place.committee
    ?.split(/[\s-]+/)
    .filter((word) => /^[A-Z]/.test(word))
    .map((word) => word[0])
    .join('');
  const meeting = [initials, place.meetingDate && formatShortDate(place.meetingDate)].filter(Boolean).join(' ');
  if (place.minute !== undefined) return `Min. ${place.minute}${limbLabel(place.limb)}, ${meeting}`;
  return [...(isFromMinutes(place) ? minuteParts(place) : reportParts(place)), meeting].filter(Boolean).join(', ');
}

function isFromMinutes(place: RecordPlace): boolean {
  return place.paperKind === 'minutes' || place.paperKind === 'agenda';
}

function minuteParts(place: RecordPlace): string[] {
  if (place.paperKind === 'agenda') return [place.item ? `Agenda item ${place.item}` : 'Agenda'];
  const minute = place.minute
    ? `Minute ${place.minute}`
    : place.minuteTitle
      ? `Minute “${place.minuteTitle}”`
      : undefined;
  if (minute === undefined) return [place.heading ?? 'Minutes'];
  if (place.limb === undefined) return [minute];
  return [minute, place.limb === '' ? 'resolution' : `resolution ${limbLabel(place.limb)}`];
}

function limbLabel(limb: string | undefined): string {
  if (!limb) return '';
  return limb.startsWith('(') ? limb : `(${limb.replace('(', ')(').replace(/\)$/, '')})`;
}

function reportParts(place: RecordPlace): string[] {
  const title = place.paperTitle ?? place.paperLabel;
  const label = place.paperLabel !== undefined && place.paperTitle !== undefined ? place.paperLabel : undefined;
  return [title, label, placeInReport(place)].filter((part) => part !== undefined);
}

function placeInReport(place: RecordPlace): string | undefined {
  if (place.place !== undefined) return place.place;
  if (place.measure !== undefined) return `Measure ${place.measure}`;
  if (place.tableCaption !== undefined) return `table “${place.tableCaption}”`;
  if (place.section !== undefined) return `para ${place.section}`;
  return place.heading;
}

function statusMark(status: PaperStatus): string {
  if (status.kind === 'draft') return ' (draft)';
  if (status.kind !== 'corrected') return '';
  return status.byMinute ? ` (corrected by Minute ${status.byMinute})` : ' (corrected)';
}
