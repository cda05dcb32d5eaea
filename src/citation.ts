import type { PaperStatus, Span } from './paper.ts';
import type { RecordPlace } from './passage.ts';

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
