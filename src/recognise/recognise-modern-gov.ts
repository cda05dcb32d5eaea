import type { AgendaItem } from '../meeting.ts';
import type { Minute } from '../minute.ts';
import type { Paper, PaperText, Span } from '../paper.ts';
import { plainText } from '../paper.ts';
import { accessOfEntries } from './access/exclusions.ts';
import { segmentAccess } from './access/segment-access.ts';
import { meetingHead } from './head/meeting-head.ts';
import { findOpener } from './limbs/find-opener.ts';
import { groupBlocks } from './minutes/group-blocks.ts';
import { cutDecisionRecords } from './modern-gov/cut-decision-records.ts';
import { cutItemPages } from './modern-gov/cut-item-pages.ts';
import { cutUnnumberedItems } from './modern-gov/cut-unnumbered-items.ts';
import { cutWebItems, type WebItem } from './modern-gov/cut-web-items.ts';
import { cutWebRows, hasWebRows } from './modern-gov/cut-web-rows.ts';
import { readAttendanceTable } from './modern-gov/read-attendance-table.ts';
import { readWebMinute } from './modern-gov/read-web-minute.ts';
import { isItemPage, isWebPage } from './modern-gov/web-page-lines.ts';
import type { OutlineLine, Segment } from './outline-line.ts';
import { outlineLines } from './outline-lines.ts';
import { readAttendance } from './people/read-attendance.ts';
import { readDeclarations } from './people/read-declarations.ts';
import { recogniseTables } from './recognise-tables.ts';

/**
 * The papers on a saved page of a committee system's web site, or undefined if the file is no such page: one, or one
 * for each meeting that an issue's page tells of. Minutes where an item has a decision or minutes, else an agenda;
 * their spans cover the whole text.
 */
export function recogniseModernGov(source: PaperText, lines = outlineLines(source)): Paper[] | undefined {
  const rows = source.format !== 'html' && hasWebRows(lines);
  const records = rows ? [] : cutDecisionRecords(source, lines);
  if (records.length > 0) {
    return records.map(({ item, head, lines: own, maker }, at) => {
      const end = records[at + 1]?.lines[0]?.start ?? source.text.length;
      const paper = paperOf(source, { items: [item], head, lines: own, span: { start: own[0]?.start ?? 0, end } });
      return withMaker(paper, { maker, head });
    });
  }
  if (!rows && !isWebPage(source, lines)) return undefined;
  const pages = !rows && isItemPage(lines) ? cutItemPages(source, lines) : [];
  if (pages.length > 0) {
    return pages.map(({ item, head, lines: own }, at) => {
      const end = pages[at + 1]?.lines[0]?.start ?? source.text.length;
      return paperOf(source, { items: [item], head, lines: own, span: { start: own[0]?.start ?? 0, end } });
    });
  }
  const items = rows ? cutWebRows(source.text, lines) : itemsOfPage(source, lines);
  if (items.length === 0) return undefined;
  const span = { start: 0, end: source.text.length };
  const named = items.map(withItemOfTitle);
  return [
    paperOf(source, { items: named, head: headOf(lines, items), lines: rows ? linesOf(items) : lines, span }, rows),
  ];
}

/** A member who decides alone is no body by name; the office is what the decision is filed under. */
function withMaker(paper: Paper, { maker, head }: { maker: string | undefined; head: OutlineLine[] }): Paper {
  if (maker === undefined || paper.meeting?.committee !== undefined || !head[0]) return paper;
  const committee = maker.replace(/^(?:councillor|cllr)\.? [^,–-]{2,60}(?:,| [-–]) (?:the )?(?=\p{Lu})/iu, '');
  const span = { start: head[0].start, end: head[0].end };
  return { ...paper, meeting: { span, ...paper.meeting, committee, committeePrinted: maker } };
}

type WebPage = { items: WebItem[]; head: OutlineLine[]; lines: OutlineLine[]; span: Span };

function paperOf(source: PaperText, { items, head, lines, span }: WebPage, rows = false): Paper {
  const decided = items.some(isMinuted);
  const segment: Segment = { kind: decided ? 'minutes' : 'agenda', span, lines };
  const top = { ...segment, lines: head };
  const meeting = meetingHead(top);
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
  return {
    kind: decided ? 'minutes' : 'agenda',
    span,
    ...(meeting ? { meeting } : {}),
    status: decided ? { kind: 'draft' } : { kind: 'published' },
    access: segmentAccess(top),
    attendance: [...readAttendance(source, { segment, minutes }), ...readAttendanceTable(source)],
    declarations: readDeclarations(minutes, source),
    items: entries.map((entry, at) => ({ ...entry, access: access[at] ?? entry.access })),
    minutes,
    tables: rows ? [] : recogniseTables(source, segment),
  };
}

function itemsOfPage(source: PaperText, lines: OutlineLine[]): WebItem[] {
  const numbered = cutWebItems(lines, { blanks: source.format !== 'html' });
  return numbered.length > 1 || source.format === 'html' ? numbered : cutUnnumberedItems(lines);
}

/** "(Agenda item 6)" behind a title. */
const ITEM_IN_TITLE = /\s\(agenda item (\w{1,5})\){1,2}$/i;

function withItemOfTitle(item: WebItem): WebItem {
  const found = ITEM_IN_TITLE.exec(item.title);
  return found?.[1] ? { ...item, title: item.title.slice(0, found.index).trim(), item: found[1] } : item;
}

/** The lines above the first item. */
function headOf(lines: OutlineLine[], items: WebItem[]): OutlineLine[] {
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
