import { type PaperText, stripMarks, type TextRow, type TextTable } from '../../paper.ts';
import type { Section, Table } from '../../report.ts';
import type { ReportLine } from '../report/report-line.ts';
import { readTableHeaders } from './read-table-headers.ts';

const INTRODUCES_TABLE =
  /\b(?:table|figures|chart|breakdown|shows|shown|set out|summary|summarised|as follows|below)\b/i;
const MAX_CAPTION_CHARS = 300;

type Surroundings = { caption?: string; section?: string; captionLine?: ReportLine };

/**
 * The reader's tables inside the lines, with what gives their rows meaning. A caption is the "Table 3: …" line beside
 * the table, else the sentence that introduces it, else the nearest heading. A table that a page broke off
 * keeps the caption and headers of its first part.
 */
export function placeTables(source: PaperText, lines: ReportLine[], sections: Section[]): Table[] {
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) return [];
  const placed: Table[] = [];
  for (const raw of source.tables) {
    if (raw.start < first.start || raw.end > last.end || raw.rows.length === 0) continue;
    const above = placed.at(-1);
    const continued = above && goesOn(source.text, above, raw) ? above : undefined;
    placed.push(
      continued ? continueTable(raw, continued) : placeTable(source.text, raw, lookAround(lines, raw, sections)),
    );
  }
  return placed;
}

function placeTable(text: string, raw: TextTable, around: Surroundings): Table {
  const { headers, title, rows } = readTableHeaders(raw);
  const caption = around.captionLine ? around.caption : (title ?? around.caption);
  const line = around.captionLine;
  return {
    ...(caption === undefined ? {} : { caption }),
    ...(around.section === undefined ? {} : { section: around.section }),
    headers,
    rows,
    span: line ? { start: Math.min(line.start, raw.start), end: Math.max(line.end, raw.end) } : textSpan(text, raw),
  };
}

function textSpan(text: string, raw: TextTable): { start: number; end: number } {
  return { start: raw.start, end: Math.min(raw.end, text.length) };
}

/** True if a table is the rest of the one above it: nothing but space between, as many columns, no headers of its own. */
function goesOn(text: string, above: Table, raw: TextTable): boolean {
  const between = text.slice(above.span.end, raw.start);
  if (/[\p{L}\d]/u.test(between) || above.headers.length === 0) return false;
  const width = Math.max(...raw.rows.map((row) => row.cells.length));
  const columns = Math.max(...above.headers.map((row) => row.length));
  if (width !== columns) return false;
  const head = cellTexts(raw.rows[0]);
  return head.every((cell) => cell === '') || sameCells(head, above.headers.at(-1) ?? []);
}

function sameCells(one: string[], other: string[]): boolean {
  return one.some((cell) => cell !== '') && one.every((cell, at) => cell === other[at]);
}

function cellTexts(row: TextRow | undefined): string[] {
  return (row?.cells ?? []).map((cell) => stripMarks(cell.text));
}

function continueTable(raw: TextTable, above: Table): Table {
  const last = above.rows.at(-1);
  const body = raw.rows.filter(
    (row, at) =>
      at > 0 ||
      (!cellTexts(row).every((cell) => cell === '') && !sameCells(cellTexts(row), above.headers.at(-1) ?? [])),
  );
  const rows = readTableHeaders({ ...raw, rows: body, headerRows: 0 }, above.headers).rows;
  const first = rows[0];
  if (first && last && first.group === undefined && first.cells[0] === '')
    first.group = last.group ?? last.cells[0] ?? '';
  return {
    ...(above.caption === undefined ? {} : { caption: above.caption }),
    ...(above.section === undefined ? {} : { section: above.section }),
    headers: above.headers,
    rows,
    span: { start: raw.start, end: raw.end },
  };
}

/** What stands around a table: its caption line, the sentence that introduces it, the heading and section it is under. */
function lookAround(lines: ReportLine[], raw: TextTable, sections: Section[]): Surroundings {
  const at = lines.findIndex((line) => line.end > raw.start);
  const section = sections.find((here) => raw.start < here.span.end && raw.start >= here.span.start)?.title;
  const under = { ...(section === undefined ? {} : { section }) };
  const above = nextWords(lines, at - 1, -1);
  const below = nextWords(
    lines,
    lines.findIndex((line) => line.start >= raw.end),
    1,
  );
  const captionLine = [above, below].find((line) => line?.role === 'caption');
  if (captionLine) return { ...under, caption: fullCaption(lines, captionLine), captionLine };
  const heading = headingAbove(lines, at - 1) ?? section;
  const intro = above && introduces(above) ? above.rest : undefined;
  const caption = intro ?? heading;
  return {
    ...(heading === undefined ? under : { section: heading }),
    ...(caption === undefined ? {} : { caption: caption.slice(0, MAX_CAPTION_CHARS) }),
  };
}

/** "Table 3:" alone on its line is completed by the line under it. */
function fullCaption(lines: ReportLine[], line: ReportLine): string {
  if (/\p{L}{2}.*\p{L}{2}/u.test(line.text.replace(/^\w+/, ''))) return line.text;
  const next = nextWords(lines, lines.indexOf(line) + 1, 1);
  return next && next.role !== 'table' && next.text.length <= MAX_CAPTION_CHARS
    ? `${line.text} ${next.text}`
    : line.text;
}

function introduces(line: ReportLine): boolean {
  const sentence = line.role === 'text' || line.role === 'numbered';
  return sentence && line.text.length > 20 && INTRODUCES_TABLE.test(line.text);
}

function headingAbove(lines: ReportLine[], from: number): string | undefined {
  for (let at = from; at >= 0; at--) {
    const line = lines[at];
    if (line?.role === 'subheading') return line.text;
    if (line?.role === 'section') return line.title;
  }
  return undefined;
}

function nextWords(lines: ReportLine[], from: number, step: 1 | -1): ReportLine | undefined {
  for (let at = from; at >= 0 && at < lines.length; at += step) {
    const line = lines[at];
    if (line && line.role !== 'blank' && line.role !== 'furniture') return line;
  }
  return undefined;
}
