import { lineLabel } from '../outline/line-label.ts';
import type { OutlineLine } from '../outline-line.ts';
import { withoutFileSize } from './web-page-lines.ts';

export type WebPartKind = 'agenda' | 'documents' | 'decision' | 'minutes' | 'other';

/** The lines under one of an item's sub-headings; `label` is that sub-heading's own line, if it stands alone. */
export type WebPart = { kind: WebPartKind; label?: OutlineLine; lines: OutlineLine[] };

/** An entry of the page's item table. The first part is what the agenda says of it; `item` is the number on a page of its own. */
export type WebItem = { number?: string; item?: string; title: string; heading: OutlineLine; parts: WebPart[] };

const PARTS: { kind: WebPartKind; pattern: RegExp }[] = [
  { kind: 'decision', pattern: /^(?:decisions?|resolution)(?: of the \w+)?\s*(?::|$)\s*/i },
  { kind: 'minutes', pattern: /^(?:draft )?minutes?\s*(?::|$)\s*/i },
  {
    kind: 'documents',
    pattern:
      /^(?:additional|supporting|accompanying|background|related)\s(?:documents?|papers?|reports?)\s*(?::|$)\s*/i,
  },
  {
    kind: 'other',
    pattern:
      /^(?:publication date|date of decision|decided|effective from|current status|wards? affected|report author|lead officer|contact|is (?:key|subject to call in)[^:]{0,40}|decision (?:maker|status|type)|notice of proposed[^:]{0,40}|quick links)\s*(?::|\?|$)\s*/i,
  },
];
/** How far an item's number may run ahead of the one before. */
const MAX_STEP = 5;
const MAX_TITLE_CHARS = 250;
/** How many lines an agenda's own words may take before "Minutes:". */
const MAX_AGENDA_LINES = 12;

/**
 * The items of a committee system's page, each cut at its sub-headings ("Decision:", "Minutes:"). With `blanks` their
 * lines keep the blank ones among them, which part the paragraphs of a page saved as text.
 */
export function cutWebItems(lines: OutlineLine[], options: { blanks: boolean }): WebItem[] {
  const content = lines.filter((line) => line.kind !== 'blank' && line.kind !== 'furniture');
  const items: WebItem[] = [];
  let listed = 0;
  let skip = -1;
  for (const [at, line] of content.entries()) {
    if (at === skip) continue;
    const item = items.at(-1);
    const alone = numberAlone(content, at, items);
    if (alone) {
      const { number, title } = alone;
      const heading = { ...title, start: line.start, kind: 'heading' as const };
      items.push({ number, title: withoutFileSize(title.text), heading, parts: [{ kind: 'agenda', lines: [] }] });
      listed = 0;
      skip = at + 1;
      continue;
    }
    const start = itemStart(line);
    if (start && opensItem(content, at, { ...start, last: lastOrder(items), listed })) {
      const title = withoutFileSize(start.title);
      items.push({ number: start.number, title, heading: line, parts: [{ kind: 'agenda', lines: [] }] });
      listed = 0;
    } else if (item) {
      if (start && !start.bare) listed = orderOf(start.number) ?? listed;
      if (!openPart(item, line)) addLine(item, line, options.blanks ? lines : []);
    }
  }
  return items;
}

function addLine(item: WebItem, line: OutlineLine, lines: OutlineLine[]): void {
  const own = item.parts.at(-1)?.lines ?? [];
  const above = lines[line.index - 1];
  if (own.length > 0 && above?.kind === 'blank') own.push(above);
  own.push(line);
}

/** "22." on a line of its own over its item's title: the next number in order, or a part of the last ("5.1"). */
function numberAlone(
  content: OutlineLine[],
  at: number,
  items: WebItem[],
): { number: string; title: OutlineLine } | undefined {
  const line = content[at] as OutlineLine;
  const title = content[at + 1];
  const code = CODE_ALONE.test(line.text) && !YEARS_OR_DATE.test(line.text) ? line.text : undefined;
  const number = code ?? (line.rest === '' ? line.label : undefined);
  if (number === undefined || !title || !/\d/.test(number) || title.text.length > MAX_TITLE_CHARS) return undefined;
  if (/:$|^\p{Ll}|^That\b|^\d[\d.]*$/u.test(title.text)) return undefined;
  const parted = leadsToPart(content, at + 1, MAX_AGENDA_LINES);
  if (!parted && (/[.;:,]$/.test(title.text) || (code !== undefined && items.length === 0))) return undefined;
  const before = items.at(-1)?.number;
  if (code !== undefined && before !== undefined && /\D/.test(before))
    return followsCode(before, code) ? { number, title } : undefined;
  const last = lastOrder(items);
  const above = items.at(-1)?.number?.split('.')[0];
  if (/^\d+\.\d+$/.test(number) && above !== undefined && number.startsWith(`${above}.`)) return { number, title };
  const order = orderOf(number) ?? 0;
  const next = last === undefined || order === last + 1 || (parted && order > last && order <= last + MAX_STEP);
  return next ? { number, title } : undefined;
}

/** A minute's number with its year or committee: "77/21", "23-24/FRA/1", "PLA146/14". */
const CODE_ALONE = /^(?=\D{0,12}\d)(?:\p{Lu}{1,6}[./ -]?)?\d{1,5}(?:-\d{2})?(?:\/(?:\p{Lu}{1,6}|\d{1,5})){1,3}$/u;
const YEARS_OR_DATE = /^(?:(?:19|20)\d\d\/\d{2,4}|\d{1,2}\/\d{1,2}\/\d{2,4})$/;

/** True if one part of a code goes on where the last item's stopped and all others are the same. */
function followsCode(before: string, code: string): boolean {
  const [last, next] = [before, code].map((printed) => printed.match(/\d+|\p{L}+/gu) ?? []);
  if (!last || !next || last.length !== next.length) return false;
  const changed = next.flatMap((part, at) => (part === last[at] ? [] : [Number(part) - Number(last[at])]));
  return changed.length === 1 && (changed[0] ?? 0) > 0 && (changed[0] ?? 0) <= MAX_STEP;
}

/** The order of the last item; "5.1" under item 5 stands in its place. */
function lastOrder(items: WebItem[]): number | undefined {
  const number = items.at(-1)?.number;
  const whole = /^(\d+)\.\d+$/.exec(number ?? '')?.[1];
  return orderOf(items.some((item) => item.number === whole) ? whole : number);
}

/** Opens the part whose sub-heading this line is; words after the colon are the part's first line. */
export function openPart(item: WebItem, line: OutlineLine): boolean {
  const text = line.text;
  const part = PARTS.find(({ pattern }) => pattern.test(text));
  const length = part?.pattern.exec(text)?.[0].length ?? 0;
  const bare = length === text.length;
  if (
    !part ||
    (bare && !/:$/.test(text.trim()) && line.kind !== 'heading') ||
    (!bare && !text.slice(0, length).includes(':'))
  )
    return false;
  item.parts.push(
    bare ? { kind: part.kind, label: line, lines: [] } : { kind: part.kind, lines: [withoutStart(line, length)] },
  );
  return true;
}

/** The rest of a line after its sub-heading; the words stand at the line's end in the text too. */
function withoutStart(line: OutlineLine, length: number): OutlineLine {
  const rest = line.text.slice(length);
  const { label: _label, labelDress: _dress, ...plain } = line;
  const found = lineLabel(rest);
  const start = Math.max(line.start, line.end - rest.length);
  return {
    ...plain,
    start,
    kind: 'text',
    text: rest,
    rest: found?.rest ?? rest,
    ...(found ? { label: found.label, labelDress: found.dress } : {}),
  };
}

/** A row of the item table may have kept its bars. */
function words(line: OutlineLine): string {
  return line.text.replace(/^\|\s*|\s*\|$/g, '').replace(/\s*\|\s*/g, ' ');
}

/** "36. Beach Huts", "CAB.36 Beach Huts", and "3 24/0117 - Chapel Fold", which needs more proof: it is `bare`. */
function itemStart(line: OutlineLine): { number: string; title: string; bare: boolean } | undefined {
  if (line.kind === 'bullet') return undefined;
  const text = words(line);
  const label = lineLabel(text);
  if (label && /\d/.test(label.label) && label.rest !== '' && (label.dress === 'dot' || /\D/.test(label.label)))
    return { number: label.label, title: label.rest, bare: false };
  const bare = /^(\d{1,4})\s+(\S.*)$/.exec(text);
  return bare?.[1] && bare[2] && !/^(?:for|against|votes?|abstain)/i.test(bare[2])
    ? { number: bare[1], title: bare[2], bare: true }
    : undefined;
}

function orderOf(number: string | undefined): number | undefined {
  const digits = /(\d+)[a-z]?$/i.exec(number ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

type Candidate = { number: string; title: string; bare: boolean; last: number | undefined; listed: number };

/** The next number in order; where a list in the item has come as far, only a title with a sub-heading under it. */
function opensItem(content: OutlineLine[], at: number, { number, title, bare, last, listed }: Candidate): boolean {
  const order = orderOf(number) ?? 0;
  if (last !== undefined && (order <= last || order > last + MAX_STEP)) return false;
  if (/[;:,]$/.test(title) || title.length > MAX_TITLE_CHARS) return false;
  const parted = leadsToPart(content, at);
  if (bare && !parted) return order === (last ?? 0) + 1 && /^\p{Lu}/u.test(title) && !/\.$/.test(title);
  return order !== listed + 1 || last === undefined || (parted && !/\.$/.test(title));
}

function leadsToPart(content: OutlineLine[], at: number, within = 3): boolean {
  const next = content.slice(at + 1, at + 1 + within);
  return next.some((line) => PARTS.some(({ pattern }) => pattern.exec(line.text)?.[0].length === line.text.length));
}
