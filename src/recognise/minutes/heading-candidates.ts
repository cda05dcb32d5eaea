import type { OutlineLine } from '../outline-line.ts';
import { cleanText } from './clean-text.ts';
import { runInTitle } from './run-in-title.ts';
import { isStandingBusiness } from './standing-business.ts';

/**
 * A line that could be a minute's heading. `parts` are the numbers in its printed number, `shape` the number with
 * its digits taken out ("N.N.N", "CCN/N"); `score` is how much the line alone looks like a heading.
 */
export type HeadingCandidate = {
  /** Index among the lines given, not in the file. */
  at: number;
  number?: string | undefined;
  parts: number[];
  shape: string;
  trail: string;
  /** Where the title begins in the line's clean text. */
  titleAt: number;
  title: string;
  capitals: boolean;
  dressed: boolean;
  item?: string | undefined;
  /** Where the number stands alone under its title: its line's index, `at` being the title's first line. */
  numberAt?: number;
  /** How much of the line is title, where that is known. */
  runIn?: number;
  score: number;
};

const LEAD_WORD =
  /^(?:(?:No\.|(?:Minute|MINUTE|Min\.|Item|ITEM|Agenda [Ii]tem|AGENDA ITEM)\s*(?:No\.?|Number)?)\s*:?\s*(?=\d))?/
    .source;
const PREFIX = '(?:[A-Z]{1,6}[./ -]?|[A-Z][a-z]{1,4}[./-])?';
/** "67/19/F&R": a committee's letters after the number. */
const SUFFIX = '(?:[./-][A-Z][A-Z&]{0,5}(?![A-Za-z]))?';
/** "41a/19" */
const LETTER_INSIDE = '(?:[a-z](?=/\\d))?';
const LETTERED_PART = /(\d)([a-z])(?=\/\d)/;
/** "23-24/FRA/1": the municipal year and the committee's letters before the number. */
const YEAR_AND_LETTERS = '\\d{2,4}-\\d{2,4}/[A-Z]{1,6}/\\d{1,4}';
const NUMBER = `(?:${YEAR_AND_LETTERS}|${PREFIX}\\d{1,6}${LETTER_INSIDE}(?:[./\\\\-]\\d{1,6}){0,4}[a-zA-Z]?${SUFFIX})`;
const NUMBERED = new RegExp(
  `${LEAD_WORD}(${NUMBER})([.):]{0,2}|\\/)(\\s{0,3}[-–—:]\\s|\\s+|$|(?<=[Ii]tem \\d{1,3}:)(?=[A-Z]))`,
);
const LETTERED = /^\(?([A-Z])([.)])()\s+(?=\S)/;
/** "(139) APOLOGIES", or "(139)" over it: a list's labels in brackets have one figure, or no capitals after them. */
const BRACKETED = /^\((\d{2,5})\)()(?:\s+(?=[A-Z]{4,} ?[A-Z–-])|$)/;
/** "1APOLOGIES": number and title run together by a converter. */
const GLUED = /^(\d{1,3})([.)]?)()(?=[A-Z]{3})/;
const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/;
const MONTH_AND_YEAR = new RegExp(`${MONTH.source},? \\d{4}\\b`, 'i');
const ITEM = /^[([]\s{0,2}(?:(?:Agenda )?Item\.?|Agenda(?= No))\s{0,2}(?:No\.?\s{0,2})?([\w.]{1,8})\s{0,2}[)\]]/i;
/** "DECLARATIONS OF INTEREST [Item 3]": the item at the heading's end. */
const ITEM_AT_END = /\s[([](?:Agenda )?Item\s{0,2}(?:No\.?\s{0,2})?(\d{1,3}[a-z]?)\s?[)\]]$/i;

/** Every line that could be a minute's heading by its number, or by "(Item 3)" printed under it. */
export function headingCandidates(source: string, lines: OutlineLine[]): HeadingCandidate[] {
  const found: HeadingCandidate[] = [];
  const items = itemsByHeading(lines);
  lines.forEach((line, at) => {
    if (line.kind === 'blank' || line.kind === 'furniture' || line.kind === 'table') return;
    if (line.end - line.start > MAX_HEADING_LINE) return;
    const text = cleanText(source, [line]).text;
    const item = items.get(at);
    const match = NUMBERED.exec(text) ?? BRACKETED.exec(text) ?? LETTERED.exec(text) ?? GLUED.exec(text);
    const number = match?.[1];
    if (number === undefined && item === undefined) return;
    const titleAt = match && number !== undefined ? match[0].length : 0;
    const title = ITEM.test(text) ? '' : text.slice(titleAt);
    const last = number === undefined ? undefined : ITEM_AT_END.exec(title)?.[1];
    if (number !== undefined && item === undefined && isNoTitle(title)) return;
    const above = number !== undefined && title === '' ? titleOverCode(lines, { at, number }) : undefined;
    if (above !== undefined) {
      const over = { at: above, numberAt: at, number, titleAt: 0, title: lines[above]?.text ?? '', trail: '' };
      const dress = { capitals: true, dressed: lines[above]?.marks.bold ?? false, ...shapeOf(number) };
      found.push({ ...over, ...dress, score: scoreOf(lines, { ...over, ...dress }) });
      return;
    }
    const candidate = { at, number, titleAt, title, item: item ?? last, trail: match?.[2] ?? '', ...shapeOf(number) };
    const capitals = isCapitals(title || (number === undefined ? '' : titleBelow(lines, at)));
    const dressed = line.marks.hashes > 0 || line.marks.bold;
    found.push({ ...candidate, capitals, dressed, score: scoreOf(lines, { ...candidate, capitals, dressed }) });
  });
  return found;
}

/** Of "SITE INSPECTIONS" over a minute's code alone ("PLA149/14") the first of the title's lines. */
function titleOverCode(lines: OutlineLine[], { at, number }: { at: number; number: string }): number | undefined {
  const isTitle = (line: OutlineLine | undefined) =>
    line !== undefined && couldBeTitle(line) && isCapitals(line.text) && !NUMBERED.test(line.text);
  if (!/[A-Z]/.test(number) || isTitle(lines[at + 1]) || !isTitle(lines[at - 1])) return undefined;
  let first = at - 1;
  while (at - first < MAX_TITLE_LINES && isTitle(lines[first - 1])) first--;
  return first;
}

const MAX_TITLE_LINES = 4;

/** A paragraph converted to one line may begin with its number; a heading run into its text is still short. */
const MAX_HEADING_LINE = 4000;

/**
 * Agenda items by the line that heads them: the title over "(Item 3)", of up to three lines, or that line itself
 * where it has no title.
 */
function itemsByHeading(lines: OutlineLine[]): Map<number, string> {
  const items = new Map<number, string>();
  lines.forEach((line, at) => {
    const item = line.kind === 'furniture' ? undefined : ITEM.exec(line.text)?.[1];
    if (item !== undefined) items.set(titleAbove(lines, at) ?? at, item);
  });
  return items;
}

function titleAbove(lines: OutlineLine[], item: number): number | undefined {
  let at = item - 1;
  while (at >= 0 && isGap(lines[at])) at--;
  const above = lines[at];
  if (!above || !couldBeTitle(above)) return undefined;
  const adjacent = at === item - 1;
  if (!adjacent && /[.;:,]$/.test(above.text)) return undefined;
  let first = at;
  while (at - first < 2 && !NUMBERED.test(lines[first]?.text ?? '') && couldBeTitle(lines[first - 1])) first--;
  return couldBeTitle(lines[first - 1]) && !NUMBERED.test(lines[first]?.text ?? '') ? at : first;
}

function isGap(line: OutlineLine | undefined): boolean {
  return line?.kind === 'blank' || line?.kind === 'furniture';
}

function couldBeTitle(line: OutlineLine | undefined): boolean {
  if (!line || isGap(line) || line.kind === 'table' || line.kind === 'bullet' || line.text.length > 160) return false;
  return !/^(?:\d+[.)]\s+)?(?:RESOLVED|Resolved|AGREED)\b/.test(line.text) && !ITEM.test(line.text);
}

/** Of "41b/19" the letter's place in the alphabet, 2; 0 for a number without one. */
export function letterInside(number: string | undefined): number {
  const letter = LETTERED_PART.exec(number ?? '')?.[2];
  return letter === undefined ? 0 : letter.charCodeAt(0) - 'a'.charCodeAt(0) + 1;
}

/** A title without the item printed at its end. */
export function withoutItem(title: string): string {
  return title.replace(ITEM_AT_END, '');
}

export function isItemLine(text: string): boolean {
  return ITEM.test(text);
}

export function isCapitals(title: string): boolean {
  const letters = title.replace(/[^A-Za-z]/g, '');
  return letters.length >= 3 && letters.replace(/[^A-Z]/g, '').length > letters.length * 0.8;
}

function isNoTitle(title: string): boolean {
  return (
    /^[a-z(%,;/]/.test(title) ||
    MONTH.test(title) ||
    MONTH_AND_YEAR.test(title) ||
    /^(?:p\.?m|a\.?m|st|nd|rd|th)\b/.test(title)
  );
}

function shapeOf(number: string | undefined): { parts: number[]; shape: string } {
  if (number === undefined) return { parts: [], shape: '' };
  if (/^[A-Z]$/.test(number)) return { parts: [number.charCodeAt(0) - 64], shape: 'letter' };
  const shape = number.replace(LETTERED_PART, '$1').replace(/\d+/g, 'N').replace(/\s/g, '');
  return { parts: (number.match(/\d+/g) ?? []).map(Number), shape };
}

type Unscored = Omit<HeadingCandidate, 'score'>;

/** Weights were set so that on made-up minutes of each layout the headings outweigh the numbered lists among them. */
function scoreOf(lines: OutlineLine[], c: Unscored): number {
  const runIn = runInTitle(c.title);
  // A list's entry may hold a dash as a heading does; only a number by its year makes it one.
  const isHead =
    runIn !== undefined &&
    (runIn.by !== 'dash' || /[./]/.test(c.shape) || isStandingBusiness(c.title.slice(0, runIn.length)));
  const title = isHead
    ? c.title.slice(0, runIn.length).trim()
    : c.title || (c.number === undefined ? '' : titleBelow(lines, c.at));
  const words = title.split(' ').length;
  let score = 1;
  if (c.dressed) score += 2;
  if (c.capitals || isCapitals(title) || runIn?.by === 'capitals' || /^[A-Z][A-Z &,'’-]{5,}[A-Z]\b/.test(title))
    score += 2;
  if (c.item !== undefined) score += 6;
  if (isStandingBusiness(title.slice(0, 90))) score += 2;
  if (title.length > 160) score -= 3;
  else if (title.length > 100) score -= 1;
  if (/[.;]$/.test(title) && words > 5) score -= 3;
  if (/\?$/.test(title)) score -= 2;
  if (/\b(?:was|were|had|would|has|have|is|are|asked|stated)\b/.test(title)) score -= 2;
  if (/^(?:That|RESOLVED|Resolved|AGREED|Agreed)\b/.test(title)) score -= 5;
  if (/^(?:The|Councillor|Cllr|Members?|Mr|Mrs|Ms|Miss|Dr|Statement|Question|Petition)\b/.test(title)) score -= 1;
  if (c.shape === 'letter') score -= 1;
  return score + surroundings(lines, c);
}

/** The title under a number that stands alone. */
function titleBelow(lines: OutlineLine[], at: number): string {
  const below = lines[at + 1];
  return couldBeTitle(below) ? (below?.text ?? '') : '';
}

/** Headings stand apart and have text below; items of a list stand together. */
function surroundings(lines: OutlineLine[], c: Unscored): number {
  const before = lines[c.at - 1];
  let score = before === undefined || before.kind === 'blank' || before.kind === 'furniture' ? 0.5 : -0.5;
  const below = lines.slice(c.at + 1, c.at + 6).find((line) => line.kind !== 'blank' && line.kind !== 'furniture');
  const next = below ? NUMBERED.exec(below.text) : undefined;
  if (c.title !== '' && next?.[1] && shapeOf(next[1]).shape === c.shape && next[2] === c.trail) score -= 1.5;
  return score;
}
