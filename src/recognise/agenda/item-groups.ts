import type { PaperText, TextRow, TextTable } from '../../paper.ts';
import { stripMarks } from '../../paper.ts';
import { isListOfClosed } from '../access/closed-rows.ts';
import { lineLabel } from '../outline/line-label.ts';
import type { OutlineLine } from '../outline-line.ts';

/** The lines of one agenda item; `rest` is a line without the item's number. `closed`: under a heading of private business. */
export type ItemGroup = { number: string; lines: ItemLine[]; closed: boolean };
export type ItemLine = { line: OutlineLine; rest: string };

const AGENDA = /^\W*(?:agenda|a\s?g\s?e\s?n\s?d\s?a)\b/i;
const END =
  /^\W*(?:membership|members(?:hip)? of the|co-opted members|councillors\b|quorum|contact|for (?:further|more) information|distribution|chief executive|(?:interim )?(?:monitoring|proper) officer|(?:parish |town )?clerk\b|issued|publi(?:shed|cation)|date of publication|to:|(?:\p{L}+ ){1,6}membership\s*:)/iu;
const PRIVATE_PART =
  /^\W*(?:part\s+(?:2|ii|two|b)\b|(?:exempt|private|confidential|closed|restricted)\s+(?:items?|business|session|part|agenda)\b)[^.]{0,90}$/i;
const PUBLIC_PART =
  /^\W*(?:part\s+(?:1|i|one|a)\b|(?:public|open|unrestricted)\s+(?:items?|business|session|part|agenda)\b)[^.]{0,90}$/i;
/** How far an item's number may run ahead of the one before. */
const MAX_STEP = 3;
/** Columns by which a list inside an item is set in. */
const NESTED_COLUMNS = 7;

/** The numbered items of an agenda as groups of lines, in order, up to the signature or list of members. */
export function itemGroups(source: PaperText, lines: OutlineLine[]): ItemGroup[] {
  const rows = itemRows(source);
  const groups: ItemGroup[] = [];
  const listed = source.tables.filter(isOfOthers);
  const from = lines.findIndex((line) => AGENDA.test(line.text));
  let ended = false;
  let closed = false;
  for (const line of lines.slice(from + 1)) {
    if (line.kind === 'furniture') continue;
    const last = groups.at(-1);
    const row = rows.get(line.start);
    const start = row
      ? { number: row.number, rest: row.title }
      : endsPages(line, last) || listed.some((table) => line.start >= table.start && line.start < table.end)
        ? undefined
        : itemStart(line, last);
    if (start && follows(start.number, last)) {
      groups.push({ number: start.number, lines: [{ line, rest: start.rest }], closed });
      ended = false;
    } else if (isPart(line)) {
      closed = PRIVATE_PART.test(line.text);
      ended = true;
    } else if (last && !ended) {
      ended = isEnd(line, last);
      if (!ended) last.lines.push({ line, rest: line.text });
    }
  }
  return groups;
}

function isPart(line: OutlineLine): boolean {
  return line.label === undefined && (PRIVATE_PART.test(line.text) || PUBLIC_PART.test(line.text));
}

/** A table under an item that lists which later ones are closed; one that begins with item 1 is the agenda itself. */
function isOfOthers(table: TextTable): boolean {
  return isListOfClosed(table) && !/^\W*1\b/.test(table.rows[1]?.cells[0]?.text ?? '');
}

type ItemRow = { number: string; title: string };

/** Rows of tables that hold an item's number, title and pages in cells of their own, by where they start. */
function itemRows(source: PaperText): Map<number, ItemRow> {
  const rows = new Map<number, ItemRow>();
  for (const table of source.tables) {
    if (isOfOthers(table)) continue;
    const headers = table.rows[0]?.cells.map(({ text }) => stripMarks(text)) ?? [];
    const pagesAt = headers.findIndex((header) => /^pages?\b/i.test(header));
    for (const row of table.rows) {
      const item = itemRow(row, pagesAt);
      if (item) rows.set(lineStart(source, row.start), item);
    }
  }
  return rows;
}

function itemRow(row: TextRow, pagesAt: number): ItemRow | undefined {
  const cells = row.cells.map(({ text }) => stripMarks(text));
  const number = /^(\d{1,3}[a-z]?)[.)]?$/i.exec(cells[0] ?? '')?.[1];
  const title = cells[1];
  if (number === undefined || !title || !/\p{L}{3}/u.test(title)) return undefined;
  const pages =
    pagesAt > 1
      ? cells[pagesAt]
      : cells.slice(2).find((cell) => /^(?:pages?\s*)?\d{1,4}\s*(?:-|–|to)\s*\d{1,4}$/i.test(cell));
  return { number, title: pages && /\d/.test(pages) ? `${title} (Pages ${pages.replace(/^pages?\s*/i, '')})` : title };
}

function lineStart(source: PaperText, offset: number): number {
  return source.text.lastIndexOf('\n', offset - 1) + 1;
}

function itemStart(line: OutlineLine, last: ItemGroup | undefined): { number: string; rest: string } | undefined {
  if (line.kind === 'bullet') return undefined;
  const text = line.text.replace(/^[\s|*]+/, '');
  const part = PART_OF_ITEM.exec(text);
  if (part?.[1] && part[2]) return { number: `${part[1]} ${part[2]}`, rest: text.slice(part[0].length) };
  const label = line.kind === 'table' || line.label === undefined ? (lineLabel(text) ?? bareNumber(text)) : line;
  if (label?.label === undefined) return undefined;
  const dress = 'labelDress' in label ? label.labelDress : 'dot';
  const nested = last !== undefined && line.indent >= (last.lines[0]?.line.indent ?? 0) + NESTED_COLUMNS;
  const enclosed =
    last !== undefined && dress !== last.lines[0]?.line.labelDress && (dress === 'paren' || dress === 'parens');
  if (nested || enclosed) return undefined;
  return { number: label.label, rest: (label.rest ?? '').replace(/^[\s|]+/, '') };
}

/** "5 i) Revenue Budget" */
const PART_OF_ITEM = /^(\d{1,3})\.?\s\(?([a-z]|[ivx]{2,4})\)\s+(?=\p{Lu})/u;

/** "5)" under "(Pages 3 -": the end of pages broken over two lines. */
function endsPages(line: OutlineLine, last: ItemGroup | undefined): boolean {
  const before = last?.lines.at(-1);
  if (before?.line.index !== line.index - 1) return false;
  return (
    /[([]\s*pages?\b[^)\]]{0,12}$/i.test(before.rest) &&
    /^[-–\s]{0,3}\d{1,4}(?:\s?[-–]\s?\d{1,4})?\s?[)\]]/.test(line.text)
  );
}

/** Items count up from one, now and then with a gap or a letter ("7a"). */
function follows(number: string, last: ItemGroup | undefined): boolean {
  if (!/^\d{1,3}(?:[a-z]| [a-z]{1,4})?$/i.test(number)) return false;
  const value = Number.parseInt(number, 10);
  const before = last === undefined ? 0 : Number.parseInt(last.number, 10);
  if (/[a-z]$/i.test(number) && value === before) return true;
  return value > before && value <= before + MAX_STEP;
}

/** A number with nothing after it, or only the bar of a table's cell, numbers the title on the next line or cell. */
function bareNumber(text: string): { label: string; rest: string } | undefined {
  const match = /^(\d{1,3}[a-z]?)[.)]?\s*(?:$|[|\t]\s*(.*)$)/i.exec(text);
  return match?.[1] ? { label: match[1], rest: match[2] ?? '' } : undefined;
}

/** The agenda's last item ends at the signature or the list of members. */
function isEnd(line: OutlineLine, last: ItemGroup): boolean {
  if (line.kind === 'blank') return false;
  if (END.test(line.text)) return true;
  const afterBlank = last.lines.at(-1)?.line.kind === 'blank';
  return afterBlank && /^\p{Lu}[\p{L}.' -]{3,40},\s*$/u.test(line.text);
}
