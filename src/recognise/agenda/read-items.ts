import { narrowerAccess, PUBLIC_ACCESS } from '../../audience.ts';
import type { AgendaItem, PageRange } from '../../meeting.ts';
import type { PaperText, Span } from '../../paper.ts';
import { closedRows, narrowedByRow } from '../access/closed-rows.ts';
import { accessOfEntries, closedItems } from '../access/exclusions.ts';
import type { OutlineLine, Segment } from '../outline-line.ts';
import { type ItemGroup, type ItemLine, itemGroups } from './item-groups.ts';

const PAGES = /[([]?\s*\b(?:pages?|pp?\.?)\s*(\d{1,4})(?:\s*(?:-|–|—|to)\s*(\d{1,4}))?\s*[)\]]?/i;
/** Pages without their word stand at the end of a line: "Fraud Report   5 - 16". Years are no pages. */
const BARE_PAGES = /\s(?!(?:19|20)\d\d\b)(\d{1,4})\s?[-–]\s?(?!(?:19|20)\d\d\b)(\d{1,4})\s*$/;
const PAGES_BROKEN_OFF = /[([]\s*pages?\b[^)\]]*$/i;
const TO_FOLLOW = /\s*\(\s*to follow\s*\)\s*$/i;
const UNFINISHED = /(?:\b(?:and|of|the|for|to|on|in|with|held|from|a|by|at)|[-–,&])\s*$/i;
/** What stands under a title without being part of it. */
const UNDER_TITLE = /^(?:report|to|that)\b/i;

/** The numbered items of an agenda, in order; each with its title, pages, access and the text under it. */
export function readItems(source: PaperText, segment: Segment): AgendaItem[] {
  const groups = itemGroups(source, segment.lines);
  const items = groups.map((group) => toItem(source, group));
  const access = accessOfEntries(items);
  const named = closedItems(segment.lines.map(({ text }) => text).join('\n'));
  const inRows = closedRows(source, segment.span);
  return items.map((item, at) => {
    const own = narrowedByRow(access[at] ?? PUBLIC_ACCESS, inRows.get(item.number));
    const paragraphs = named.get(item.number) ?? (groups[at]?.closed ? [] : undefined);
    return { ...item, access: paragraphs ? narrowerAccess(own, { kind: 'exempt', paragraphs }) : own };
  });
}

function toItem(source: PaperText, group: ItemGroup): Omit<AgendaItem, 'access'> & { number: string } {
  const content = group.lines.filter(({ line, rest }) => line.kind !== 'blank' && rest.trim() !== '');
  const titleLines = titleLength(content);
  const words = ({ rest }: ItemLine) => rest.replace(/[|\s]+/g, ' ').trim();
  const printed = content.slice(0, titleLines).map(words).join(' ');
  const under = content.slice(titleLines, titleLines + 2).map(words);
  const pages = pageRange(printed) ?? under.map(pagesUnder).find((range) => range !== undefined);
  const spans = spansOf(group.lines.filter(({ line }) => line.kind !== 'blank').map(({ line }) => line));
  const text = spans.map((span) => source.text.slice(span.start, span.end)).join('\n');
  return { number: group.number, title: titleOf(printed), ...(pages ? { pages } : {}), text: text.trim(), spans };
}

function titleOf(printed: string): string {
  return printed
    .replace(PAGES, ' ')
    .replace(BARE_PAGES, '')
    .replace(TO_FOLLOW, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\s*[:–-][\s:–-]*$|(?<=\p{L}{3})\.$/u, '');
}

/** How many of an item's lines its title takes: on until its pages, a full stop, a blank line or another kind of line. */
function titleLength(content: ItemLine[]): number {
  let count = 1;
  while (count < content.length && titleGoesOn(content[count - 1], content[count])) count++;
  return count;
}

function titleGoesOn(before: ItemLine | undefined, next: ItemLine | undefined): boolean {
  if (!before || !next || next.line.index !== before.line.index + 1) return false;
  if (PAGES_BROKEN_OFF.test(before.rest)) return true;
  if (PAGES.test(before.rest) || BARE_PAGES.test(before.rest) || /[.:;]\s*[-–]?\s*$/.test(before.rest)) return false;
  if (/^[([]\s*pages?\b/i.test(next.rest)) return true;
  if (next.line.kind === 'bullet' || next.line.label !== undefined || UNDER_TITLE.test(next.rest)) return false;
  const { marks } = before.line;
  const sameDress = (marks.bold && next.line.marks.bold) || (marks.capitals && next.line.marks.capitals);
  return sameDress || UNFINISHED.test(before.rest) || /^(?:\p{Ll}|[([])/u.test(next.rest);
}

function pageRange(text: string): PageRange | undefined {
  const match = PAGES.exec(text) ?? BARE_PAGES.exec(text);
  if (!match) return undefined;
  const first = Number(match[1]);
  const last = match[2] === undefined ? first : Number(match[2]);
  if (last < first) return undefined;
  return { printed: match[0].replace(/^\s*[([]?\s*|\s*[)\]]?\s*$/g, ''), first, last };
}

function pagesUnder(words: string): PageRange | undefined {
  return /^\W*pages?\b/i.test(words) || BARE_PAGES.test(words) ? pageRange(words) : undefined;
}

/** Lines that follow one another make one span. */
function spansOf(lines: OutlineLine[]): Span[] {
  const spans: Span[] = [];
  let lastIndex = -2;
  for (const line of lines) {
    const last = spans.at(-1);
    if (last && line.index === lastIndex + 1) last.end = line.end;
    else spans.push({ start: line.start, end: line.end });
    lastIndex = line.index;
  }
  return spans;
}
