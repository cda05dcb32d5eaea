import type { PaperText } from '../paper.ts';
import type { Table } from '../report.ts';
import type { Segment } from './outline-line.ts';
import { markReportLines } from './report/mark-report-lines.ts';
import { placeTables } from './tables/place-tables.ts';

/** The tables in a segment of any kind, with their captions, headers and groups. */
export function recogniseTables(source: PaperText, segment: Segment): Table[] {
  const { start, end } = segment.span;
  const tables = source.tables.filter((table) => table.start < end && table.end > start);
  return tables.length === 0 ? [] : placeTables(source, markReportLines(source.text, segment.lines, tables));
}
