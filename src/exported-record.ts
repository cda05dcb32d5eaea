import type { Access } from './audience.ts';

/** The kinds of record that the export holds; docs/records.md describes each. */
export type RecordKind =
  | 'paper'
  | 'meeting'
  | 'attendance'
  | 'declaration'
  | 'item'
  | 'minute'
  | 'limb'
  | 'report'
  | 'paragraph'
  | 'recommendation'
  | 'measure'
  | 'table';

/**
 * One record of the export, a line of JSON. What a record does not have is null. `number` is the number or label as
 * printed, `text` the words without marks, `page` the page of the file; further fields are the kind's own.
 */
export type ExportedRecord = {
  record: RecordKind;
  /** The file, relative to the folder it was ingested from; null for a meeting. */
  paper: string | null;
  committee: string | null;
  /** YYYY-MM-DD. */
  meetingDate: string | null;
  number: string | null;
  title: string | null;
  text: string | null;
  access: Access;
  page: number | null;
  [further: string]: unknown;
};
