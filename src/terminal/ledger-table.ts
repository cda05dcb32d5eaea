import { stringify } from 'csv-stringify/sync';
import writeXlsxFile, { type Row } from 'write-excel-file/node';
import { formatCitation } from '../citation.ts';
import type { LedgerEntry } from '../ledger.ts';
import { defuseCell } from './defuse-cell.ts';
import { statusWords } from './format-listing.ts';

/** One line of the ledger as other programs get it; what the paper does not say is empty. */
export type LedgerRow = {
  committee: string;
  meeting: string;
  minute: string;
  title: string;
  label: string;
  kind: string;
  verb: string;
  text: string;
  who: string;
  by: string;
  byDate: string;
  byDoubt: string;
  vote: string;
  status: string;
  citation: string;
  source: string;
};

const COLUMNS: (keyof LedgerRow)[] = [
  'committee',
  'meeting',
  'minute',
  'title',
  'label',
  'kind',
  'verb',
  'text',
  'who',
  'by',
  'byDate',
  'byDoubt',
  'vote',
  'status',
  'citation',
  'source',
];
/** Widths in characters, so that a clerk need not drag columns before reading. */
const WIDTHS: Partial<Record<keyof LedgerRow, number>> = {
  text: 80,
  citation: 60,
  title: 40,
  committee: 34,
  source: 50,
};
const DEFAULT_WIDTH = 14;
/** What a cell of a spreadsheet may hold at most. */
const MAX_CELL_CHARS = 32_767;

/** A line of the ledger as a row: dates YYYY-MM-DD; an undertaking's verb is "said". */
export function ledgerRow(entry: LedgerEntry): LedgerRow {
  const { place, status, by } = entry;
  const isLimb = entry.kind === 'limb';
  return {
    committee: place.committee ?? '',
    meeting: place.meetingDate ?? place.meetingDatePrinted ?? '',
    minute: place.minute ?? '',
    title: place.minuteTitle ?? '',
    label: place.limb ?? '',
    kind: isLimb ? entry.limbKind : 'undertaking',
    verb: isLimb ? entry.verb : 'said',
    text: entry.text,
    who: entry.who ?? (isLimb ? entry.toBody : entry.saidBy) ?? '',
    by: by?.printed ?? '',
    byDate: by?.iso ?? '',
    byDoubt: by?.doubt ?? '',
    vote: (isLimb ? entry.vote?.printed : undefined) ?? '',
    status: statusWords(status) ?? '',
    citation: formatCitation(place, status),
    source: entry.source,
  };
}

/** The ledger as CSV with a head line (RFC 4180, lines end with LF); no cell is a formula to a spreadsheet. */
export function ledgerCsv(entries: LedgerEntry[]): string {
  return stringify(entries.map(ledgerRow), { header: true, columns: COLUMNS, cast: { string: defuseCell } });
}

/** The ledger as a workbook of one sheet, its head row kept in view; every cell is text, so none is a formula. */
export function ledgerXlsx(entries: LedgerEntry[]): Promise<Buffer> {
  const head: Row = COLUMNS.map((column) => ({ value: column, fontWeight: 'bold' }));
  const rows: Row[] = entries.map((entry) => {
    const row = ledgerRow(entry);
    return COLUMNS.map((column) => ({
      value: row[column].slice(0, MAX_CELL_CHARS),
      type: String,
      wrap: true,
      alignVertical: 'top',
    }));
  });
  const columns = COLUMNS.map((column) => ({ width: WIDTHS[column] ?? DEFAULT_WIDTH }));
  return writeXlsxFile([head, ...rows], { columns, stickyRowsCount: 1, sheet: 'Ledger' }).toBuffer();
}
