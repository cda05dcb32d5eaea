import type { Page } from '../../paper.ts';
import type { OutlineLine } from '../outline-line.ts';

const MAX_RUNNING_HEAD_CHARS = 110;
const MIN_REPEATS = 3;
/** How many lines at a page's top and bottom a running head may take. */
const EDGE_LINES = 3;
const PAGE_NUMBER = /^\W{0,3}(?:page|pg\.?)\s*\|?\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?\W{0,3}$/i;
const PAGE_OF = /^\d{1,4}\s+of\s+\d{1,4}$|^\d{1,4}\s*\|\s*page$/i;
/** A stamp in the page's corner, often cut at its left: "nda Item 7". */
const ITEM_STAMP = /^(?:a?g?enda|e?nda|da)\s+item\s+(?:no\.?\s*)?\d{1,3}[a-z]?\W?$/i;
const DATE =
  /\d.{0,4}\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6}\b|\d{1,2}[/.]\d{1,2}[/.]\d{2}|(?:mon|tues|wednes|thurs|fri)day/iu;
const MONTH_AT_END =
  /\d{1,2}(?:st|nd|rd|th)?,? (?:january|february|march|april|may|june|july|august|september|october|november|december),?$/i;
const HEAD_FIELD =
  /^(?:public|council|cabinet|committee|officer)?\s*report(?:\s+to)?\W*$|^summary sheet\W*$|^report to\b|committee|^(?:meeting|title|subject|date)\b[^.]{0,40}$/i;

/** The lines with the kind `furniture` given to page numbers, agenda-item stamps and running heads. */
export function markFurniture(lines: OutlineLine[], pages: Page[]): OutlineLine[] {
  const edges = pages.length >= MIN_REPEATS ? pageEdges(lines) : undefined;
  const heads = runningHeads(lines, edges);
  return lines.map((line) => {
    if (line.kind === 'blank') return line;
    const furniture = (isPageMark(line, edges) && !endsDate(lines, line)) || heads.has(line.index);
    return furniture ? { ...line, kind: 'furniture' as const } : line;
  });
}

function isPageMark(line: OutlineLine, edges: Set<number> | undefined): boolean {
  if (PAGE_NUMBER.test(line.text) || PAGE_OF.test(line.text) || ITEM_STAMP.test(line.text)) return true;
  if (!/^[-–—\s]{0,3}\d{1,4}[-–—\s]{0,3}$/.test(line.text)) return false;
  return edges === undefined ? line.kind !== 'table' : edges.has(line.index);
}

/** "2023" under "on Thursday 9 March" is no page's number. */
function endsDate(lines: OutlineLine[], { index, text }: OutlineLine): boolean {
  return /^(?:19|20)\d\d\W?$/.test(text) && MONTH_AT_END.test(lines[index - 1]?.text ?? '');
}

/** Lines that stand among the first or last few of their page. */
function pageEdges(lines: OutlineLine[]): Set<number> {
  const byPage = new Map<number, number[]>();
  for (const line of lines) {
    if (line.kind === 'blank' || line.page === undefined) continue;
    const page = byPage.get(line.page);
    if (page) page.push(line.index);
    else byPage.set(line.page, [line.index]);
  }
  const edges = new Set<number>();
  for (const page of byPage.values()) {
    for (const index of [...page.slice(0, EDGE_LINES), ...page.slice(-EDGE_LINES)]) edges.add(index);
  }
  return edges;
}

function runningHeads(lines: OutlineLine[], edges: Set<number> | undefined): Set<number> {
  const groups = new Map<string, OutlineLine[]>();
  for (const line of lines) {
    if (!mayRun(line) || (edges && !edges.has(line.index))) continue;
    const key = line.text
      .toLowerCase()
      .replace(/\d+/g, '0')
      .replace(/[^\p{L}\d]+/gu, ' ')
      .trim();
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  const heads = new Set<number>();
  const candidates = new Set(
    [...groups.values()]
      .filter((group) => group.length >= MIN_REPEATS)
      .flatMap((group) => group.map(({ index }) => index)),
  );
  for (const group of groups.values()) {
    if (group.length < MIN_REPEATS) continue;
    if (edges ? !onManyPages(group) : !interrupts(group, lines)) continue;
    for (const line of group) {
      const first = line === group[0] && !edges && !breaksSentence(line, lines);
      if (!first && !isHeadValue(line, lines, candidates)) heads.add(line.index);
    }
  }
  return heads;
}

/** Only a short line of words without label or bullet can be a running head; a resolution's heading never is. */
function mayRun(line: OutlineLine): boolean {
  if (line.kind !== 'text' && line.kind !== 'heading') return false;
  if (line.label !== undefined || line.text.length > MAX_RUNNING_HEAD_CHARS) return false;
  if (/[:.;?!]\W*$/.test(line.text) || /resolved|agreed|decision|recommend|appendix|annex/i.test(line.text))
    return false;
  return /\p{L}{2,}\P{L}+\p{L}{2,}/u.test(line.text);
}

function onManyPages(group: OutlineLine[]): boolean {
  return new Set(group.map((line) => line.page)).size >= MIN_REPEATS;
}

/** In a file without pages a repeated line runs if it names a date or a year's report, or breaks sentences. */
function interrupts(group: OutlineLine[], lines: OutlineLine[]): boolean {
  const text = group[0]?.text ?? '';
  const words = text.split(/\s+/).length;
  if (words >= 3 && /\d{1,2}[/.]\d{1,2}[/.]\d{2,4}/.test(text)) return true;
  if (words >= 4 && /(?:19|20)\d\d/.test(text) && /\b(?:report|minutes|plan|strategy|review)\b/i.test(text))
    return true;
  return group.filter((line) => breaksSentence(line, lines)).length * 2 > group.length;
}

function breaksSentence(line: OutlineLine, lines: OutlineLine[]): boolean {
  const before = neighbour(lines, line.index, -1);
  const after = neighbour(lines, line.index, 1);
  if (!before || !after || before.kind === 'heading' || before.kind === 'table') return false;
  return !/[.:;?!)"”]\W*$/.test(before.text) && before.text.length > 40 && /^\p{Ll}/u.test(after.text);
}

/** A report's head repeats "Committee – date" under a field's name; there it is content. */
function isHeadValue(line: OutlineLine, lines: OutlineLine[], candidates: Set<number>): boolean {
  const before = neighbour(lines, line.index, -1);
  const after = neighbour(lines, line.index, 1);
  if (before && before.text.length <= 80 && HEAD_FIELD.test(before.text)) return true;
  if (after && after.text.length < 60 && DATE.test(after.text) && !candidates.has(after.index)) return true;
  if (after?.label === '1') return true;
  return (
    after !== undefined && /^\W*(?:present|in attendance|attendance|venue|date|time|minutes of)\b/i.test(after.text)
  );
}

function neighbour(lines: OutlineLine[], index: number, step: 1 | -1): OutlineLine | undefined {
  for (let at = index + step; at >= 0 && at < lines.length && Math.abs(at - index) < 8; at += step) {
    const line = lines[at];
    if (line && line.kind !== 'blank') return line;
  }
  return undefined;
}
