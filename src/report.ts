import type { Paragraph } from './minute.ts';
import type { Span } from './span.ts';

/** A numbered or headed part of a report. Sections cover all the report's text, in order; the first may have no title. */
export type Section = {
  /** As printed: "3", "3.2". */
  number?: string;
  title?: string;
  /** 1 for a main section. */
  level: number;
  span: Span;
  paragraphs: Paragraph[];
};

/** What the committee is asked to do. `label` as printed ("1", "2.1"); `place`: the summary sheet or the body. */
export type Recommendation = { label?: string; text: string; spans: Span[]; place: 'summary' | 'body' };

/** A measure of a performance report: `number` and `code` as printed ("No.28", "NI 59"). */
export type Measure = { number?: string; code?: string; name: string; span: Span; paragraphs: Paragraph[] };

/**
 * A row, its cells' words in column order, with the slice it stands in. `group` names the rows it belongs to where
 * the table says so in a row or a merged cell above it ("National" over "Boys").
 */
export type TableRow = { cells: string[]; group?: string; span: Span };

/** A table with what gives its rows their meaning: caption (or nearest heading) and header rows. */
export type Table = { caption?: string; section?: string; headers: string[][]; rows: TableRow[]; span: Span };

export type Report = {
  title?: string;
  authors: string[];
  recommendations: Recommendation[];
  sections: Section[];
  /** Titles of appendices as the report lists them. */
  appendices: string[];
  measures: Measure[];
};
