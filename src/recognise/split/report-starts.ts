import type { OutlineLine } from '../outline-line.ts';
import { isBodyName } from './head-line.ts';
import { linesNear, type PaperStart } from './paper-start.ts';

/** Fields of a report's summary sheet; `sheetOnly` ones are not also headings of a report's body. */
const FIELDS: { name: string; pattern: RegExp; sheetOnly: boolean }[] = [
  { name: 'title', pattern: /^(?:report )?(?:title|subject)(?: of report)?\b/i, sheetOnly: false },
  {
    name: 'to',
    pattern:
      /^(?:report )?to(?: the)?\s*:|^report to\b|^(?:decision[- ](?:maker|taker)|committee|meeting)\s*:?(?:\t|$|\s*:)|^committee name/i,
    sheetOnly: true,
  },
  {
    name: 'date',
    pattern: /^(?:date(?: of (?:committee |the )?(?:meeting|decision))?|meeting date)\s*(?::|$|\t)/i,
    sheetOnly: true,
  },
  {
    name: 'author',
    pattern:
      /^(?:report )?(?:author|report of|report by|contact(?: officer| point)?|lead officer|originating officer|officer contact|accountable officer)s?\b/i,
    sheetOnly: true,
  },
  {
    name: 'director',
    pattern:
      /^(?:(?:strategic|executive|corporate|responsible|lead) )*(?:director(?:ate)?|service area|department|chief officer)(?: approving.*)?\s*(?::|$|\()|^(?:strategic )?director approving/i,
    sheetOnly: true,
  },
  {
    name: 'portfolio',
    pattern: /^(?:cabinet member|portfolio holder|lead member|executive (?:member|portfolio))/i,
    sheetOnly: true,
  },
  {
    name: 'ward',
    pattern: /^(?:electoral )?(?:wards?|divisions?)(?:\(s\))?\s*(?:\(s\)|s)?\s*(?:affected|involved|\s*:|$)/i,
    sheetOnly: true,
  },
  {
    name: 'key',
    pattern: /^(?:is (?:this|it) a )?key decision|^forward plan|^is the (?:decision|report)/i,
    sheetOnly: true,
  },
  {
    name: 'exempt',
    pattern:
      /^(?:exempt(?:ion)?(?: from| information| \/|:|$)|(?:public|open|part [12i]+)\s*(?:\/|or)\s*(?:private|exempt|closed|part)|(?:classification|status|access|publication)\s*:)/i,
    sheetOnly: true,
  },
  {
    name: 'summary',
    pattern: /^(?:report |executive )?summary\b|^purpose(?: of(?: the)? report)?\b|^synopsis/i,
    sheetOnly: false,
  },
  { name: 'recommendation', pattern: /^recommendations?(?:\(s\))?\b/i, sheetOnly: false },
  { name: 'appendices', pattern: /^(?:list of )?appendices\b/i, sheetOnly: false },
  { name: 'background', pattern: /^(?:list of )?background (?:papers|documents)/i, sheetOnly: false },
  { name: 'approval', pattern: /^(?:council approval|consideration by)/i, sheetOnly: true },
  { name: 'item', pattern: /^agenda (?:item|no)\b/i, sheetOnly: true },
];
/** A line that by itself announces a report. */
const ANNOUNCEMENT =
  /^(?:(?:public|council|cabinet|committee|officers?'?s?|private|exempt|scrutiny|executive|delegated|decision|joint|key decision|open|part [12])\s+)*(?:decision )?report(?:\s+to\b.{0,90}|\s+(?:of|by|from)\s+(?:the\s+)?.{0,90}\b(?:director|head|officer|chief|manager|clerk|solicitor|treasurer|lead|secretary|chair)\b.{0,90})?\W*$|^summary sheet\W*$|^report to\b.{2,90}$|^(?:briefing|information|discussion|position|decision|covering|options) (?:paper|note|report)(?: (?:for|to)\b.{2,90})?$|^report (?:of|by) (?:the )?.{0,80}\b(?:director|head|officer|chief|manager|clerk|solicitor|treasurer)\b/i;
/** The pages of an agenda item, as an agenda prints them behind its title. */
const ITEM_PAGES = /\(pages? \d{1,4}(?:\s?[-–]\s?\d{1,4})?\)\W*$/i;
const AGENDA_LINE = /^\W*(?:a\s?g\s?e\s?n\s?d\s?a\W*$|apologies\b)/i;
const SHEET_LINES = 46;
const MIN_FIELDS = 3;
/** A new sheet cannot begin this close below the last one's first line. */
const MIN_SHEET_GAP = 14;

/** Where reports begin: a line that announces one, or a sheet of fields (title, author, wards, recommendations …). */
export function reportStarts(lines: OutlineLine[]): PaperStart[] {
  const starts: PaperStart[] = [];
  let seenInLast = new Set<string>();
  for (const line of lines) {
    if (line.kind === 'blank' || line.kind === 'bullet') continue;
    const announced =
      line.text.length <= 140 &&
      line.label === undefined &&
      ANNOUNCEMENT.test(sheetWords(line)) &&
      !isUnderItem(lines, line);
    const field = fieldOf(line);
    if (!announced && field !== 'title' && field !== 'to' && field !== 'date' && field !== 'item') continue;
    const last = starts.at(-1);
    if (last && contentBetween(lines, last.index, line.index) < MIN_SHEET_GAP && !seenInLast.has(field ?? 'announced'))
      continue;
    const sheet = sheetFields(lines, line);
    const enough = announced ? sheet.size >= MIN_FIELDS - 1 : sheet.size >= MIN_FIELDS + 1;
    if (!enough || sheetOnlyCount(sheet) < (announced ? 1 : 2)) continue;
    if (last && isSameSheet(lines, last.index, line.index)) continue;
    starts.push({ index: withTitleAbove(lines, line), kind: 'report', weight: 3 });
    seenInLast = new Set([field ?? 'announced']);
  }
  return starts;
}

/** The field of a summary sheet that a line names, or undefined. */
export function fieldOf(line: OutlineLine): string | undefined {
  if (line.text.length > 260) return undefined;
  const words = sheetWords(line);
  return FIELDS.find((field) => field.pattern.test(words))?.name;
}

/** "Report of the Head of Audit" under an agenda item says who reports on it: right below it, or below its pages. */
function isUnderItem(lines: OutlineLine[], line: OutlineLine): boolean {
  if (!/^report (?:of|by|from)\b/i.test(line.text)) return false;
  const [above] = linesNear(lines, line.index, { step: -1, count: 1 });
  if (above?.label === undefined || !/^\d/.test(above.label)) return false;
  return above.index === line.index - 1 || ITEM_PAGES.test(above.text);
}

/** A line's words without its number or, in a table, the cell that holds one. */
function sheetWords(line: OutlineLine): string {
  if (line.kind !== 'table') return line.rest;
  return line.text
    .replace(/^[|\s]+/, '')
    .replace(/^\d{1,2}(?:\.\d)?\.?\s*\|\s*/, '')
    .replace(/[\s|]+$/, '');
}

function sheetFields(lines: OutlineLine[], line: OutlineLine): Set<string> {
  const found = new Set<string>();
  for (const near of [line, ...linesNear(lines, line.index, { step: 1, count: SHEET_LINES })]) {
    if (near.label !== undefined && /^\d/.test(near.label) && found.has('recommendation') && near.label === '1.1')
      break;
    if (AGENDA_LINE.test(near.text)) break;
    const field = fieldOf(near);
    if (field) found.add(field);
  }
  return found;
}

function sheetOnlyCount(fields: Set<string>): number {
  return FIELDS.filter((field) => field.sheetOnly && fields.has(field.name)).length;
}

/** A sheet goes on until its report's body; a field inside it does not begin another. */
function isSameSheet(lines: OutlineLine[], from: number, to: number): boolean {
  const between = lines.slice(from, to).filter((line) => line.kind !== 'blank');
  if (between.length > SHEET_LINES * 2) return false;
  return !between.some(
    (line) => /^(?:\d+\.)?1\.?1$/.test(line.label ?? '') || (line.text.length > 1200 && between.length > 30),
  );
}

function contentBetween(lines: OutlineLine[], from: number, to: number): number {
  let count = 0;
  for (let index = from; index < to; index++) if (lines[index]?.kind !== 'blank') count++;
  return count;
}

/** The body's name, a council's name or an announcement just above the sheet belong to it. */
function withTitleAbove(lines: OutlineLine[], line: OutlineLine): number {
  let start = line.index;
  for (const above of linesNear(lines, line.index, { step: -1, count: 4 })) {
    const title = above.label === undefined && above.text.length < 120 && above.kind !== 'bullet';
    const heading = start === line.index && above.marks.hashes > 0;
    const belongs = heading || ANNOUNCEMENT.test(above.text) || fieldOf(above) === 'item' || isBodyName(above.text);
    if (!title || !belongs) break;
    start = above.index;
  }
  return start;
}
