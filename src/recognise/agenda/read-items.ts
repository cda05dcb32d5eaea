import { PUBLIC_ACCESS } from '../../audience.ts';
import type { AgendaItem, PageRange } from '../../meeting.ts';
import type { PaperText, Span } from '../../paper.ts';
import { accessOfEntries } from '../access/exclusions.ts';
import { lineLabel } from '../outline/line-label.ts';
import type { OutlineLine, Segment } from '../outline-line.ts';

const AGENDA = /^\W*(?:agenda|a\s?g\s?e\s?n\s?d\s?a)\b/i;
const PAGES = /[([]?\s*\b(?:pages?|pp?\.?)\s*(\d{1,4})(?:\s*(?:-|–|—|to)\s*(\d{1,4}))?\s*[)\]]?/i;
const TO_FOLLOW = /\s*\(\s*to follow\s*\)\s*$/i;
const END =
  /^\W*(?:membership|members(?:hip)? of the|co-opted members|councillors\b|quorum|contact|for (?:further|more) information|distribution|(?:improv.{0,60})?membership\s*:|chief executive|(?:interim )?(?:monitoring|proper) officer|(?:parish |town )?clerk\b|issued|published|date of publication|(?:\p{L}+ ){1,6}membership\s*:)/iu;
/** How far an item's number may run ahead of the one before. */
const MAX_STEP = 3;

/** The numbered items of an agenda, in order; each with its title, pages and the text under it. */
export function readItems(source: PaperText, segment: Segment): AgendaItem[] {
  const groups = itemGroups(segment.lines);
  const items = groups.map((group) => toItem(source, group));
  const access = accessOfEntries(items);
  return items.map((item, at) => ({ ...item, access: access[at] ?? PUBLIC_ACCESS }));
}

type ItemLine = { line: OutlineLine; rest: string };
type Group = { number: string; lines: ItemLine[] };

function itemGroups(lines: OutlineLine[]): Group[] {
  const groups: Group[] = [];
  const from = lines.findIndex((line) => AGENDA.test(line.text));
  let ended = false;
  for (const line of lines.slice(from + 1)) {
    if (line.kind === 'furniture') continue;
    const last = groups.at(-1);
    const start = itemStart(line, last);
    if (start) {
      groups.push({ number: start.number, lines: [{ line, rest: start.rest }] });
      ended = false;
    } else if (last && !ended) {
      ended = isEnd(line, last);
      if (!ended) last.lines.push({ line, rest: line.text });
    }
  }
  return groups;
}

function itemStart(line: OutlineLine, last: Group | undefined): { number: string; rest: string } | undefined {
  const text = line.text.replace(/^[\s|•*-]+/, '');
  const label = line.kind === 'table' || line.label === undefined ? (lineLabel(text) ?? bareNumber(text)) : line;
  const number = label?.label;
  if (number === undefined || !/^\d{1,3}[a-z]?$/i.test(number)) return undefined;
  const value = Number.parseInt(number, 10);
  const before = last === undefined ? 0 : Number.parseInt(last.number, 10);
  const sub = /[a-z]$/i.test(number) && value === before;
  const nested = last !== undefined && line.indent > (last.lines[0]?.line.indent ?? 0) + 6;
  if (nested || (!sub && (value <= before || value > before + MAX_STEP))) return undefined;
  return { number, rest: (label?.rest ?? '').replace(/^[\s|]+/, '') };
}

/** A number with nothing after it, or only the bar of a table's cell, numbers the title on the next line or cell. */
function bareNumber(text: string): { label: string; rest: string } | undefined {
  const match = /^(\d{1,3}[a-z]?)[.)]?\s*(?:$|[|\t]\s*(.*)$)/i.exec(text);
  return match?.[1] ? { label: match[1], rest: match[2] ?? '' } : undefined;
}

/** The agenda's last item ends at the signature or the list of members. */
function isEnd(line: OutlineLine, last: Group): boolean {
  if (line.kind === 'blank') return false;
  const blanks = last.lines.slice(-2).filter(({ line: before }) => before.kind === 'blank').length;
  if (END.test(line.text)) return true;
  const signature = /^\p{Lu}[\p{L}.' -]{3,40},\s*$/u.test(line.text) && blanks > 0;
  return signature;
}

function toItem(source: PaperText, group: Group): Omit<AgendaItem, 'access'> & { number: string } {
  const content = group.lines.filter(({ line, rest }) => line.kind !== 'blank' && rest.trim() !== '');
  const titleLines = titleLength(content);
  const printed = content
    .slice(0, titleLines)
    .map(({ rest }) => rest.replace(/\|/g, ' ').trim())
    .join(' ')
    .replace(/\s+/g, ' ');
  const pagesIn = PAGES.test(printed)
    ? printed
    : content
        .slice(titleLines, titleLines + 2)
        .map(({ rest }) => rest)
        .find((rest) => /^\W*pages?\b/i.test(rest));
  const pages = pagesIn === undefined ? undefined : pageRange(pagesIn);
  const title = printed
    .replace(PAGES, ' ')
    .replace(TO_FOLLOW, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\s*[:–-][\s:–-]*$|(?<=\p{L}{3})\.$/u, '');
  const spans = spansOf(group.lines.filter(({ line }) => line.kind !== 'blank').map(({ line }) => line));
  const text = spans
    .map((span) => source.text.slice(span.start, span.end))
    .join('\n')
    .trim();
  return { number: group.number, title, ...(pages ? { pages } : {}), text, spans };
}

/** How many of an item's lines its title takes: on until its pages, a full stop, a blank line or another kind of line. */
function titleLength(content: ItemLine[]): number {
  let count = 1;
  for (; count < content.length; count++) {
    const [before, next] = [content[count - 1], content[count]];
    if (!before || !next || PAGES.test(before.rest) || /[.:;]\s*[-–]?\s*$/.test(before.rest)) break;
    if (next.line.index !== before.line.index + 1 || next.line.kind === 'bullet' || next.line.label !== undefined)
      break;
    const goesOn =
      /^(?:\p{Ll}|[([]?pages?\b|[-–&])/iu.test(next.rest) &&
      !/^(?:report|to|that)\b/i.test(next.rest) &&
      /^(?:\p{Ll}|[([])/u.test(next.rest);
    const unfinished = /(?:\b(?:and|of|the|for|to|on|in|with|held|from)|[-–,&])\s*$/i.test(before.rest);
    const sameDress = before.line.marks.bold && next.line.marks.bold;
    const capitals = before.line.marks.capitals && next.line.marks.capitals;
    if (!goesOn && !unfinished && !sameDress && !capitals) break;
  }
  return count;
}

function pageRange(text: string): PageRange | undefined {
  const match = PAGES.exec(text);
  if (!match) return undefined;
  const first = Number(match[1]);
  return {
    printed: match[0].replace(/^[([]\s*|\s*[)\]]$/g, '').trim(),
    first,
    last: match[2] === undefined ? first : Number(match[2]),
  };
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
