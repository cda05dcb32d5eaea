import type { OutlineLine } from '../outline-line.ts';

/**
 * What a line does in a report. `section` opens a section, `subheading` stands over paragraphs inside one,
 * `caption` belongs to the table beside it, `numbered` begins a paragraph with its printed number.
 */
export type ReportRole =
  | 'blank'
  | 'furniture'
  | 'table'
  | 'caption'
  | 'section'
  | 'subheading'
  | 'numbered'
  | 'bullet'
  | 'text';

/**
 * A line with its role. `number` as printed without its punctuation; `level` (1 for a main section) and `title` with
 * `section`; `untitled`: a form's value or a footnote, which is never a heading however short.
 */
export type ReportLine = OutlineLine & {
  role: ReportRole;
  number?: string;
  level?: number;
  title?: string;
  untitled?: boolean;
};

/** True for lines that hold words of the report: not blank, not what the page prints around them. */
export function isContent(line: OutlineLine): boolean {
  return line.kind !== 'blank' && line.kind !== 'furniture';
}

/** True for "3.2", "3.2.4": a number that says which section it lies in. */
export function isDecimal(number: string | undefined): boolean {
  return number !== undefined && /^(?:[A-Z]{1,2}\.?)?\d{1,3}(?:\.\d{1,3}){1,4}$/.test(number);
}

/** True for "3", "14": the number of a main section or of a paragraph numbered through. */
export function isInteger(number: string | undefined): boolean {
  return number !== undefined && /^\d{1,3}$/.test(number);
}
