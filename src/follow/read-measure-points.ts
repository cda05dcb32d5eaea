import type { Paper, PaperText } from '../paper.ts';
import type { MeasurePointDraft } from '../series.ts';
import { type Period, readPeriod } from './measures/read-period.ts';
import { readMeasureSection, readProsePoints } from './measures/read-prose-points.ts';
import { readTablePoints } from './measures/read-table-points.ts';
import { recordUnits } from './record-units.ts';

/** A note that says what a numbered measure is of in this paper. */
const NOTE =
  /(?<![\w.])((?:No\.?\s?\d{1,3}[a-z]?)|(?:[A-Z]{2,5}\s?\d{1,3}))\s((?:is|are|covers?|counts?|includes?|excludes?|means)\s[^.\n]{8,160})/g;

/**
 * The figures of a paper's measures, in the order of the text: rows of tables that recur by period, what stands under
 * the heading of a measure, and sentences that say themselves what they measure. Only what prints its period.
 */
export function readMeasurePoints(text: PaperText, paper: Paper): MeasurePointDraft[] {
  const period = paperPeriod(paper);
  const near = paper.meeting?.date?.iso;
  const reading = { text: text.text, ...(period ? { period } : {}), ...(near === undefined ? {} : { near }) };
  const tables = paper.tables.flatMap((table) => readTablePoints(table, reading));
  const measures = paper.report?.measures ?? [];
  const sections = measures.flatMap((measure) => readMeasureSection(measure, reading));
  const isInMeasure = (at: number) => measures.some(({ span }) => at >= span.start && at < span.end);
  const prose = recordUnits(paper)
    .filter(({ kind, spans: [span] }) => kind !== 'item' && span !== undefined && !isInMeasure(span.start))
    .flatMap((unit) => readProsePoints(unit, reading));
  const notes = readNotes(text.text.slice(paper.span.start, paper.span.end));
  return [...tables, ...sections, ...prose]
    .map((point) => withNote(point, notes))
    .sort((a, b) => a.span.start - b.span.start);
}

/** What an outturn report is of: "Outturn 2024/25", "Quarter One 2017/18". */
function paperPeriod({ title, meeting }: Paper): Period | undefined {
  const found = title === undefined ? undefined : readPeriod(title, meeting?.date?.iso);
  return found && { printed: found.printed, key: found.key };
}

function readNotes(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(NOTE)].map(([, number = '', says = '']) => [
      keyOf(number),
      `${number} ${says}`.replace(/\s+/g, ' ').trim(),
    ]),
  );
}

function withNote(point: MeasurePointDraft, notes: Map<string, string>): MeasurePointDraft {
  const note = [point.number, point.code].flatMap((key) => (key === undefined ? [] : (notes.get(keyOf(key)) ?? [])))[0];
  return note === undefined ? point : { ...point, definition: note };
}

function keyOf(printed: string): string {
  return printed.toLowerCase().replace(/[^a-z0-9]/g, '');
}
