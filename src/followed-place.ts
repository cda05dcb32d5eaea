import type { Access } from './audience.ts';
import type { PaperStatus } from './paper.ts';
import type { RecordPlace } from './passage.ts';
import type { Span } from './span.ts';

/** What a record that is followed says of its place before it is stored: the index adds the rest from its passage. */
export type DraftPlace = {
  /** The words as the paper has them, without page furniture. */
  text: string;
  /** Where they begin and end in the paper's text. */
  span: Span;
  /** What the record itself knows of its place; it goes before what its passage says. */
  place: Partial<RecordPlace>;
};

/** The same as the index gives it: cited as the passage it stands in, closed as that passage is. */
export type FollowedPlace = {
  /** The index's own number of this record, good as long as its paper is unchanged. */
  id: number;
  paperId: number;
  passageId: number;
  source: string;
  access: Access;
  status: PaperStatus;
  place: RecordPlace;
  text: string;
  span: Span;
};

/** A title or name as it is compared: small letters and figures, one space between words; "&" is "and". */
export function titleKey(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
