import { titleKey } from '../../followed-place.ts';
import type { Table, TableRow } from '../../report.ts';
import type { MeasurePointDraft } from '../../series.ts';
import { readMeasureName } from './read-name.ts';
import { cellPeriod, type Period, readPeriod } from './read-period.ts';
import { cellFigure } from './read-value.ts';

export type TableReading = {
  /** The source's text, of which a row is a slice. */
  text: string;
  /** The paper's own period, where a column prints none. */
  period?: Period | undefined;
};

type Column =
  | { role: 'actual'; period: Period; group?: string }
  | { role: 'target' | 'comparator'; period?: Period; group?: string }
  | { role: 'direction' }
  | { role: 'other' };

const TARGET = /\btargets?\b/i;
const COMPARATOR =
  /\b(england|national(?:ly)?(?: average)?|stat(?:istical)?\.? neighbours?(?: average)?|(?:best )?s\.?n\.?(?: ave(?:rage)?)?|nat(?:ional)? ave(?:rage)?|nat top qtile threshold|region(?:al)?(?: average)?|yorkshire (?:&|and) humber|similar (?:authorities|councils)|comparators?|benchmark)\b/i;
const DIRECTION = /\b(?:good (?:is|perf(?:ormance)?\b|to be)|polarity|aim to|desired direction|better if)\b/i;
/** A traffic light's other colours are where a target is missed. */
const MISSING = /^(?:red|amber)$/i;
const CAPTION_LEAD = /^(?:table|figure|appendix)\s[A-Z0-9.]{1,5}\s?[:.–-]\s?/i;
/** "Attainment 8 by school": what is measured, and what the rows are. */
const BY = /^(.{4,80}?)\s(?:by|for each)\s(.{3,60})$/i;
/** A row that names a subject or a group in a word or two takes its meaning from the caption. */
const SHORT_LABEL_WORDS = 2;

/** The figures of a table whose columns or whose rows are periods; none of any other table. */
export function readTablePoints(table: Table, reading: TableReading): MeasurePointDraft[] {
  const headers = joinHeaders(table);
  const columns = headers.map((cells) => readColumn(cells));
  const isByColumn = columns.some(({ role }) => role === 'actual');
  if (isByColumn) return table.rows.flatMap((row) => rowPoints(row, { table, columns, reading }));
  const hasTarget = columns.some(({ role }) => role === 'target' || role === 'comparator');
  const byRow = readRowPeriods(table, headers, reading);
  return byRow.length > 0 || !hasTarget ? byRow : [];
}

/** The header cells above each column, each once. */
function joinHeaders({ headers, rows }: Table): string[][] {
  const width = Math.max(0, ...headers.map(({ length }) => length), ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) => [
    ...new Set(headers.map((row) => (row[column] ?? '').replace(/\s+/g, ' ').trim()).filter((cell) => cell !== '')),
  ]);
}

function readColumn(cells: string[]): Column {
  const words = cells.join(' ');
  const last = cells.at(-1) ?? '';
  const period = cellPeriod(last) ?? cellPeriod(words);
  const printed = period ?? readPeriod(words);
  const within = printed ? { period: { printed: printed.printed, key: printed.key } } : {};
  const comparator = COMPARATOR.exec(words)?.[1];
  if (MISSING.test(last)) return { role: 'other' };
  if (TARGET.test(words)) return { role: 'target', ...within };
  if (comparator !== undefined) return { role: 'comparator', group: comparator, ...within };
  if (DIRECTION.test(words)) return { role: 'direction' };
  if (!period) return { role: 'other' };
  const group = cells.filter((cell) => !readPeriod(cell)).join(' ');
  return { role: 'actual', period, ...(group === '' ? {} : { group }) };
}

type RowReading = { table: Table; columns: Column[]; reading: TableReading };

function rowPoints(row: TableRow, { table, columns, reading }: RowReading): MeasurePointDraft[] {
  const label = labelOf(row, columns);
  if (label === undefined) return [];
  const named = nameRow(label, table);
  const actual = columns.map((column, at) => ({ column, at })).filter(({ column }) => column.role === 'actual');
  const latest = actual
    .filter(({ at }) => cellFigure(row.cells[at] ?? ''))
    .reduce<Period | undefined>((newest, { column }) => {
      const period = column.role === 'actual' ? column.period : undefined;
      return period && (!newest || period.key > newest.key) ? period : newest;
    }, undefined);
  const direction = columns.findIndex(({ role }) => role === 'direction');
  const way = direction < 0 ? undefined : readDirection(row.cells[direction] ?? '');
  return columns.flatMap((column, at) => {
    if (column.role === 'other' || column.role === 'direction') return [];
    const figure = cellFigure(row.cells[at] ?? '');
    const period = column.period ?? latest ?? reading.period;
    if (!figure || !period) return [];
    const { group: ofColumn } = column;
    const group = [named.group, ofColumn].filter((part) => part !== undefined).join(', ');
    return [
      {
        ...pointOf(row, reading.text),
        ...named.measure,
        nameKey: titleKey(named.measure.name),
        ...(figure.unit === undefined ? {} : { unit: figure.unit }),
        ...(way ? { direction: way } : {}),
        period: period.printed,
        periodKey: period.key,
        kind: column.role,
        printed: figure.printed,
        value: figure.value,
        ...(group === '' ? {} : { group }),
      },
    ];
  });
}

/** The last cell of words before the first figure: a column of departments may come before the measures. */
function labelOf({ cells }: TableRow, columns: Column[]): string | undefined {
  const first = columns.findIndex(({ role }) => role !== 'other');
  const labels = cells.slice(0, first).filter((cell) => /\p{L}{3}/u.test(cell) && !cellFigure(cell));
  const label = labels.at(-1);
  const before = label === undefined ? [] : cells.slice(0, cells.indexOf(label));
  const number = before.find((cell) => /^(?:[A-Z]{2,4} ?)?\d{1,3}(?:\.\d{1,2})?$/.test(cell.trim()));
  return label === undefined ? undefined : number === undefined || number === label ? label : `${number} ${label}`;
}

function nameRow(label: string, { caption = '' }: Table) {
  const measure = readMeasureName(label);
  const told = caption.replace(CAPTION_LEAD, '').trim();
  const isCoded = measure.number !== undefined || measure.code !== undefined;
  const by = /\b(?:measures?|indicators?)\b/i.test(told) ? null : BY.exec(told);
  const isShort = measure.name.split(/\s+/).length <= SHORT_LABEL_WORDS;
  if (isCoded || told === '' || told.length > 140) return { measure, group: undefined };
  if (by?.[1]) return { measure: { ...measure, name: by[1].trim() }, group: measure.name };
  if (isShort || /^(?:vehicles|number|percentage|where)\b/i.test(told))
    return { measure: { ...measure, name: `${told}: ${measure.name}` }, group: undefined };
  return { measure, group: undefined };
}

/** Rows that are periods, under columns that are measures. */
function readRowPeriods(
  { rows, caption = '' }: Table,
  headers: string[][],
  reading: TableReading,
): MeasurePointDraft[] {
  return rows.flatMap((row) => {
    const at = row.cells.slice(0, 2).findIndex((cell) => cellPeriod(cell) !== undefined);
    const period = at < 0 ? undefined : cellPeriod(row.cells[at] ?? '');
    if (!period) return [];
    return row.cells.flatMap((cell, column) => {
      const figure = column > at ? cellFigure(cell) : undefined;
      const cells = headers[column] ?? [];
      const number = cells.find((words) => /^\d{1,2}\.\d{1,2}$/.test(words));
      const label = cells.filter((words) => words !== number).join(' ');
      if (!figure || !/\p{L}{3}/u.test(label)) return [];
      const measure = readMeasureName(label);
      const told = caption.replace(CAPTION_LEAD, '');
      return [
        {
          ...pointOf(row, reading.text),
          ...measure,
          ...(number === undefined ? {} : { number }),
          nameKey: titleKey(measure.name),
          ...(told === '' || told.length > 140 ? {} : { definition: `${told}: ${label}` }),
          ...(figure.unit === undefined ? {} : { unit: figure.unit }),
          period: period.printed,
          periodKey: period.key,
          kind: 'actual' as const,
          printed: figure.printed,
          value: figure.value,
        },
      ];
    });
  });
}

function pointOf({ span }: TableRow, text: string) {
  return { text: text.slice(span.start, span.end), span, place: {} };
}

function readDirection(cell: string): 'higher' | 'lower' | undefined {
  if (/\b(?:high\w*|increas\w*|up|maximi[sz]e|bigger|more)\b|↑/i.test(cell)) return 'higher';
  return /\b(?:low\w*|decreas\w*|reduc\w*|down|minimi[sz]e|smaller|less|fewer)\b|↓/i.test(cell) ? 'lower' : undefined;
}
