import type { AgendaItem } from '../meeting.ts';
import type { Minute } from '../minute.ts';
import type { Paper, PaperText } from '../paper.ts';
import { plainText } from '../paper.ts';
import { accessOfEntries } from './access/exclusions.ts';
import { segmentAccess } from './access/segment-access.ts';
import { meetingHead } from './head/meeting-head.ts';
import { findOpener } from './limbs/find-opener.ts';
import { groupBlocks } from './minutes/group-blocks.ts';
import { cutUnnumberedItems } from './modern-gov/cut-unnumbered-items.ts';
import { cutWebItems, openPart, type WebItem } from './modern-gov/cut-web-items.ts';
import { cutWebRows, hasWebRows } from './modern-gov/cut-web-rows.ts';
import { readAttendanceTable } from './modern-gov/read-attendance-table.ts';
import { readWebMinute } from './modern-gov/read-web-minute.ts';
import { isItemPage, isWebPage, withoutFileSize } from './modern-gov/web-page-lines.ts';
import type { OutlineLine, Segment } from './outline-line.ts';
import { outlineLines } from './outline-lines.ts';
import { readAttendance } from './people/read-attendance.ts';
import { readDeclarations } from './people/read-declarations.ts';
import { recogniseTables } from './recognise-tables.ts';

/**
 * The one paper on a saved page of a committee system's web site, or undefined if the file is no such page: minutes
 * where an item has a decision or minutes, else an agenda. Its span is the whole text.
 */
export function recogniseModernGov(source: PaperText): Paper[] | undefined {
  const lines = outlineLines(source);
  const rows = source.format !== 'html' && hasWebRows(lines);
  if (!rows && !isWebPage(source, lines)) return undefined;
  const items = itemsOf(source, lines, rows);
  if (items.length === 0) return undefined;
  const decided = items.some(isMinuted);
  const span = { start: 0, end: source.text.length };
  const segment: Segment = { kind: decided ? 'minutes' : 'agenda', span, lines: rows ? linesOf(items) : lines };
  const head = { ...segment, lines: headOf(lines, items) };
  const meeting = meetingHead(head);
  const entries = items.map((item) => agendaItem(source.text, item));
  const access = accessOfEntries(
    items.map((item, at) => ({
      number: item.number,
      title: item.title,
      text: allWords(source.text, item, entries[at]),
    })),
  );
  const minutes = decided
    ? readMinutes(source.text, items, lines).map((minute, at) => ({ ...minute, access: access[at] ?? minute.access }))
    : [];
  const paper: Paper = {
    kind: decided ? 'minutes' : 'agenda',
    span: segment.span,
    ...(meeting ? { meeting } : {}),
    status: decided ? { kind: 'draft' } : { kind: 'published' },
    access: segmentAccess(head),
    attendance: [...readAttendance(source, { segment, minutes }), ...readAttendanceTable(source)],
    declarations: readDeclarations(minutes, source),
    items: entries.map((entry, at) => ({ ...entry, access: access[at] ?? entry.access })),
    minutes,
    tables: rows ? [] : recogniseTables(source, segment),
  };
  return [paper];
}

function itemsOf(source: PaperText, lines: OutlineLine[], rows: boolean): WebItem[] {
  const cut = rows ? cutWebRows(source.text, lines) : itemsOfPage(source, lines);
  return cut.map((item) => {
    const found = ITEM_IN_TITLE.exec(item.title);
    return found
      ? { ...item, title: item.title.slice(0, found.index).trim(), item: item.item ?? found[1] ?? '' }
      : item;
  });
}

function itemsOfPage(source: PaperText, lines: OutlineLine[]): WebItem[] {
  if (isItemPage(lines)) return itemOfPage(lines);
  const numbered = cutWebItems(lines, { blanks: source.format !== 'html' });
  return numbered.length > 1 || source.format === 'html' ? numbered : cutUnnumberedItems(lines);
}

/** "(Agenda item 6)" behind a title. */
const ITEM_IN_TITLE = /\s\(agenda item (\w{1,5})\){1,2}$/i;

/** The lines above the first item; the page of one item names its meeting below the title. */
function headOf(lines: OutlineLine[], items: WebItem[]): OutlineLine[] {
  if (isItemPage(lines)) return lines;
  const first = items[0]?.heading.start ?? 0;
  return lines.filter((line) => line.start < first && !/\S > \S/.test(line.text));
}

function linesOf(items: WebItem[]): OutlineLine[] {
  return items.flatMap((item) => [
    ...(item.title === '' ? [] : [item.heading]),
    ...item.parts.flatMap((part) => [...(part.label ? [part.label] : []), ...part.lines]),
  ]);
}

function isMinuted(item: WebItem): boolean {
  return item.parts.some((part) => (part.kind === 'decision' || part.kind === 'minutes') && part.lines.length > 0);
}

function readMinutes(text: string, items: WebItem[], lines: OutlineLine[]): Minute[] {
  const said = items.flatMap((item) =>
    item.parts.filter((part) => part.kind === 'minutes').flatMap((part) => part.lines),
  );
  const prose = !groupBlocks(text, said).some((block) => findOpener(block)?.formal);
  return items.map((item, at) => {
    const end = items[at + 1]?.heading.start ?? lines.at(-1)?.end ?? text.length;
    return readWebMinute(text, item, { end, prose });
  });
}

/** The page of one item names it in its second heading, and its number beside the meeting ("(Item 5.)"). */
function itemOfPage(lines: OutlineLine[]): WebItem[] {
  const content = lines.filter((line) => line.kind !== 'blank' && line.kind !== 'furniture');
  const page = content.findIndex((line) => isItemPage([line]));
  const heading = content.slice(page + 1).find((line) => line.kind === 'heading') ?? content[page + 1];
  if (!heading) return [];
  const item: WebItem = { title: withoutFileSize(heading.text), heading, parts: [{ kind: 'agenda', lines: [] }] };
  for (const line of content.filter(({ index }) => index > heading.index)) {
    if (!openPart(item, line)) item.parts.at(-1)?.lines.push(line);
  }
  const printed = item.parts[0]?.lines
    .map((line) => /\(item\s+([\w.]{1,10}?)\.?\)/i.exec(line.text)?.[1])
    .find(Boolean);
  return [printed ? { ...item, item: printed } : item];
}

/** What the agenda says of an item: its title, its words and the titles of its documents. */
function agendaItem(text: string, item: WebItem): AgendaItem {
  const lines = item.parts
    .filter((part) => part.kind === 'agenda' || part.kind === 'documents')
    .flatMap((part) => [...(part.label ? [part.label] : []), ...part.lines]);
  const spans = [item.heading, ...lines].map(({ start, end }) => ({ start, end }));
  return {
    ...(item.number === undefined ? {} : { number: item.number }),
    title: item.title,
    access: { kind: 'public' },
    text: plainText(text, spans),
    spans,
  };
}

function allWords(text: string, item: WebItem, entry: AgendaItem | undefined): string {
  const said = item.parts.flatMap((part) => part.lines.map((line) => plainText(text, [line])));
  return [entry?.title ?? item.title, ...said].join('\n');
}
