import { dressRank, isDressed, isTitleLike } from './judge-headings.ts';
import type { PlacedLine } from './placed-line.ts';
import { inlineField, isBodyField } from './read-form-fields.ts';
import { isDecimal, isInteger, type ReportLine } from './report-line.ts';

const RECOMMENDATIONS = /^(?:[\d.]+\s*)?(?:officers?'? )?recommendations?\b/i;
/** A report has fewer main sections than this; larger numbers count paragraphs or things. */
const MAX_SECTION_NUMBER = 60;
/** How many main numbers may be missing between two headings before they are no longer one sequence. */
const MAX_GAP = 3;

/** Numbered lines that open sections, with their level: "3." is 1, "3.2" is 2 and so on. */
export function findNumberedHeadings(content: PlacedLine[]): Map<ReportLine, number> {
  const ahead = decimalsAhead(content);
  const levels = new Map<ReportLine, number>();
  for (const line of findMainHeadings(content, ahead)) levels.set(line, 1);
  for (const [at, placed] of content.entries()) {
    const number = placed.line.number;
    if (number === undefined || !isDecimal(number) || placed.line.role === 'table') continue;
    const opens = /\.0$/.test(number) || isInside(content[ahead[at] ?? content.length], number);
    if (isSubHeading(placed, { opens })) levels.set(placed.line, levelOf(number));
  }
  return levels;
}

/** For each line the place of the next decimal number below it. */
function decimalsAhead(content: PlacedLine[]): (number | undefined)[] {
  const ahead: (number | undefined)[] = new Array(content.length);
  let next: number | undefined;
  for (let at = content.length - 1; at >= 0; at--) {
    ahead[at] = next;
    if (isDecimal(content[at]?.line.number)) next = at;
  }
  return ahead;
}

/** Of two lines numbered 3 above "3.1" the nearer one is its heading. */
function findMainHeadings(content: PlacedLine[], ahead: (number | undefined)[]): ReportLine[] {
  const sure = new Set<number>();
  const possible = new Set<number>();
  const claimed = new Set<number>();
  for (let at = content.length - 1; at >= 0; at--) {
    const placed = content[at] as PlacedLine;
    if (!isMainCandidate(placed)) continue;
    const first = ahead[at];
    const owns = first !== undefined && !claimed.has(first) && isInside(content[first], placed.line.number);
    if (owns) claimed.add(first);
    if (owns || isDressed(placed.line)) sure.add(at);
    else if (standsAlone(placed)) possible.add(at);
  }
  return chooseInSequence(content, sure, possible);
}

function isInside(placed: PlacedLine | undefined, number: string | undefined): boolean {
  return number !== undefined && (placed?.line.number?.startsWith(`${number}.`) ?? false);
}

function isMainCandidate({ line }: PlacedLine): boolean {
  if (!isInteger(line.number) || line.role === 'table' || Number(line.number) > MAX_SECTION_NUMBER) return false;
  return isTitleLike(titleWords(line), isDressed(line) || line.rest.length > 60);
}

/** "Purpose of the Panel:" is a title with a colon after it. */
function titleWords(line: ReportLine): string {
  return line.rest.replace(/\s*:$/, '');
}

/** A plain numbered title: space around it and not one of a list of short lines. */
function standsAlone({ line, before, after, blankBefore, blankAfter }: PlacedLine): boolean {
  if (!isTitleLike(titleWords(line), false) || !after) return false;
  if (isBodyField(line.rest)) return true;
  if (!blankBefore) return false;
  if (!blankAfter && after.line.role !== 'numbered' && after.line.role !== 'bullet') return false;
  const next = Number(line.number) + 1;
  const listed = (placed: PlacedLine | undefined, number: number) =>
    placed?.line.number === String(number) && isTitleLike(placed.line.rest, false);
  return !listed(after, next) && !listed(before, next - 2);
}

/** The sure headings and those plain ones whose number fits between their neighbours'. */
function chooseInSequence(content: PlacedLine[], sure: Set<number>, possible: Set<number>): ReportLine[] {
  const chosen: ReportLine[] = [];
  const limits = limitsAhead(content, sure);
  let last = 0;
  let heading = '';
  for (const [at, { line }] of content.entries()) {
    const number = Number(line.number);
    const follows = number > last && number <= last + MAX_GAP && number < (limits[at] ?? 0);
    const begins = sure.size > 0 || last > 0 || number === 1;
    const free = (last > 0 && number === last + 1) || !RECOMMENDATIONS.test(heading);
    if (sure.has(at) || (possible.has(at) && begins && follows && free)) {
      chosen.push(line);
      last = number;
      heading = line.rest;
    } else if (isInteger(line.number) && inlineField(line.text)) last = number;
    else if (isTitleLike(line.text, isDressed(line))) heading = line.text;
  }
  return chosen.length >= 2 || sure.size > 0 ? chosen : [];
}

/** For each line the number of the next sure heading, which a plain one stays below; a new start sets no limit. */
function limitsAhead(content: PlacedLine[], sure: Set<number>): number[] {
  const limits: number[] = new Array(content.length);
  let limit = Number.POSITIVE_INFINITY;
  for (let at = content.length - 1; at >= 0; at--) {
    limits[at] = limit;
    const number = Number(content[at]?.line.number);
    if (sure.has(at)) limit = number <= 1 ? Number.POSITIVE_INFINITY : number;
  }
  return limits;
}

/** "3" and "3.0" are main sections. */
function levelOf(number: string): number {
  return number.replace(/\.0$/, '').split('.').length;
}

function isSubHeading(placed: PlacedLine, { opens }: { opens: boolean }): boolean {
  const { line, after, blankAfter } = placed;
  const dressed = isDressed(line);
  if (!after || /:$/.test(line.rest)) return dressed && after !== undefined && isTitleLike(line.rest, true);
  if (opens) return isTitleLike(line.rest, true) && !/\.$/.test(line.rest);
  if (dressed) return dressRank(line) > 0 && isTitleLike(line.rest, true);
  if (!isTitleLike(line.rest, false) || /,|^(?:see|as)\b/i.test(line.rest)) return false;
  return blankAfter && (after.line.role === 'bullet' || after.line.role === 'text' || after.line.role === 'table');
}
