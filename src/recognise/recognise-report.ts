import type { PaperText } from '../paper.ts';
import type { Report, Table } from '../report.ts';
import type { Segment } from './outline-line.ts';

/** The report in a segment and its tables. */
export function recogniseReport(_source: PaperText, _segment: Segment): { report: Report; tables: Table[] } {
  return { report: { authors: [], recommendations: [], sections: [], appendices: [], measures: [] }, tables: [] };
}
