import type { Span } from '../../paper.ts';
import { openerAt } from '../limbs/find-opener.ts';
import type { OutlineLine } from '../outline-line.ts';
import { chooseHeadingRun } from './choose-heading-run.ts';
import { cleanText, sliceSpans } from './clean-text.ts';
import { type HeadingCandidate, headingCandidates, isCapitals, isItemLine, withoutItem } from './heading-candidates.ts';
import { headingsOverNumbers, plainRun, repeatedFirsts } from './plain-headings.ts';
import { readLabel } from './read-label.ts';
import { runInTitle } from './run-in-title.ts';
import { isStandingBusiness } from './standing-business.ts';

/** A minute's heading. `from` and `to` are indexes among the lines given; `rest` is text run into its last line. */
export type MinuteHeading = {
  number?: string | undefined;
  title: string;
  item?: string | undefined;
  from: number;
  to: number;
  spans: Span[];
  rest?: OutlineLine;
};

/** The headings of the minutes in order: by their numbers' sequence, by "(Item 3)", or, with neither, by their dress. */
export function findMinuteHeadings(source: string, lines: OutlineLine[]): MinuteHeading[] {
  const candidates = headingCandidates(source, lines);
  const items = candidates.filter((candidate) => candidate.item !== undefined);
  const numbered = items.filter((candidate) => candidate.number !== undefined);
  if (items.length >= 2 && numbered.length * 2 <= items.length)
    return withCodesBelow(
      lines,
      items.map((c) => readHeading(source, lines, withoutReference(c))),
    );
  const run = chooseHeadingRun(candidates);
  const over = headingsOverNumbers(lines);
  if (
    over.length > run.length ||
    (over.length > 0 && run.every(({ at }) => over.some((head) => isUnder(lines, at, head.at))))
  )
    return over.map(({ at, number }) => ({ ...readHeading(source, lines, plainCandidate(lines, at)), number }));
  const firsts = run.length > 1 ? [] : repeatedFirsts(candidates);
  if (firsts.length > 0) return firsts.map((first) => ({ ...readHeading(source, lines, first), number: undefined }));
  if (run.length === 0) {
    const unnumbered = unnumberedHeadings(source, lines);
    if (unnumbered.length > 0) return unnumbered;
    const plain = plainRun(candidates).map((c) => readHeading(source, lines, c));
    return withYearCodesBelow(source, lines, plain);
  }
  const chosen = new Set([...run, ...items, ...partsOfMinutes(candidates, run), ...letteredMinutes(candidates, run)]);
  const headings = candidates.filter((c) => chosen.has(c)).map((c) => readHeading(source, lines, c));
  return withYearCodesBelow(source, lines, headings);
}

/** "Item 4: Minutes" over "19/8 Resolved to …": an item's number over its minute's, where most have one. */
function withYearCodesBelow(source: string, lines: OutlineLine[], headings: MinuteHeading[]): MinuteHeading[] {
  if (!headings.every(({ number, item }) => item === undefined && /^\d{1,3}$/.test(number ?? ''))) return headings;
  const below = headings.map(({ to, rest }) => (rest ? undefined : lines[nextContent(lines, to)]));
  const codes = below.map((line) => YEAR_CODE.exec(line?.text ?? ''));
  if (codes.filter((code) => code !== null).length * 3 < headings.length * 2) return headings;
  return headings.map((heading, at) => {
    const [line, code] = [below[at], codes[at]];
    const own = { ...heading, number: code?.[1], item: heading.number };
    if (!line || !code) return own;
    const start = source.indexOf(code[0], line.start) + code[0].length;
    const words = line.text.slice(code[0].length);
    return { ...own, to: lines.indexOf(line) + 1, rest: { ...line, start, text: words, kind: 'text' as const } };
  });
}

const YEAR_CODE = /^(\d{1,4}\/\d{1,4})\s*(?=\p{Lu})/u;

function isUnder(lines: OutlineLine[], at: number, heading: number): boolean {
  return at > heading && nextContent(lines, heading + 1) === at;
}

/** "41a/19", "41b/19" over "42/19": parts of a minute with letters to their number, each a minute of its own. */
function letteredMinutes(candidates: HeadingCandidate[], run: HeadingCandidate[]): HeadingCandidate[] {
  const [first] = run;
  if (first?.shape !== 'N/N') return [];
  return candidates.filter((candidate) => {
    const [number = 0, year] = candidate.parts;
    if (!/^N[a-z]\/N$/.test(candidate.shape) || year !== first.parts[1] || candidate.score <= 0) return false;
    const above = run.findLast(({ at }) => at < candidate.at)?.parts[0] ?? 0;
    const below = run.find(({ at }) => at > candidate.at)?.parts[0] ?? Number.POSITIVE_INFINITY;
    return number >= above && number <= below;
  });
}

/** "SPC/61  There were no declarations.": the minute's number before its first words, where most minutes have one. */
function withCodesBelow(lines: OutlineLine[], headings: MinuteHeading[]): MinuteHeading[] {
  const codes = headings.map(({ to }) => CODE.exec(lines[nextContent(lines, to)]?.text ?? '')?.[1]);
  if (codes.filter((code) => code !== undefined).length * 2 <= headings.length) return headings;
  return headings.map((heading, at) => ({ ...heading, number: heading.number ?? codes[at] }));
}

const CODE = /^(\p{Lu}{1,6}[./]\d{1,4}(?:\/\d{2,4})?)\s+(?=\p{Lu})/u;

/** Where headings have no numbers, "PA23/04567" is an application's reference and part of the title. */
function withoutReference(candidate: HeadingCandidate): HeadingCandidate {
  if (!/\d[/-]\d{4}/.test(candidate.number ?? '')) return candidate;
  return { ...candidate, number: undefined, titleAt: 0 };
}

/** "10.1 PLANNING APPLICATIONS" under "10. PLANNING" is a minute of its own if it is dressed as the others are. */
function partsOfMinutes(candidates: HeadingCandidate[], run: HeadingCandidate[]): HeadingCandidate[] {
  if (run.some((c) => c.parts.length !== 1 || c.shape !== 'N')) return [];
  const capitals = run.every((c) => c.capitals);
  const dressed = run.every((c) => c.dressed);
  const inRun = new Set(run);
  let current: HeadingCandidate | undefined;
  return candidates.filter((candidate) => {
    if (inRun.has(candidate)) current = candidate;
    if (candidate.shape !== 'N.N' || candidate.parts[0] !== current?.parts[0]) return false;
    return candidate.score > 0 && ((capitals && candidate.capitals) || (dressed && candidate.dressed));
  });
}

/** Without numbers: lines in the dress that the standing business of a meeting is printed in. */
function unnumberedHeadings(source: string, lines: OutlineLine[]): MinuteHeading[] {
  const dressed = lines
    .map((line, at) => ({ line, at }))
    .filter(
      ({ line }) => dressOf(line) !== '' && !/^(?:RESOLVED|AGREED|DECISIONS?|PRESENT|MINUTES)\W*$/i.test(line.text),
    );
  const counts = new Map<string, number>();
  for (const { line } of dressed) {
    if (isStandingBusiness(line.text)) counts.set(dressOf(line), (counts.get(dressOf(line)) ?? 0) + 1);
  }
  const [dress, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  if (count < 2) return markedHeadings(source, lines);
  const alike = dressed.filter(({ line }) => dressOf(line) === dress);
  const first = alike.findIndex(
    ({ line }) => isStandingBusiness(line.text) && !/^minutes of\b.*\b(?:meeting|council)\b/i.test(line.text),
  );
  return alike.slice(Math.max(first, 0)).map(({ at }) => readHeading(source, lines, plainCandidate(lines, at)));
}

/** A web page of one item has no number: its title stands over "Decision:" and "Minutes:". */
function markedHeadings(source: string, lines: OutlineLine[]): MinuteHeading[] {
  const found = new Set<number>();
  let title: number | undefined;
  lines.forEach((line, at) => {
    const isMark = /^(?:Decisions?|Minutes):$/i.test(line.text);
    if (isMark && title !== undefined) found.add(title);
    if (line.kind === 'heading' && !isMark && !/^Agenda item$/i.test(line.text)) title = at;
  });
  return [...found].map((at) => readHeading(source, lines, plainCandidate(lines, at)));
}

function plainCandidate(lines: OutlineLine[], at: number): HeadingCandidate {
  const { text, marks } = lines[at] as OutlineLine;
  const { capitals } = marks;
  return { at, parts: [], shape: '', trail: '', titleAt: 0, title: text, capitals, dressed: true, score: 0 };
}

function dressOf(line: OutlineLine): string {
  if (line.kind !== 'heading') return '';
  return `${line.marks.hashes}${line.marks.bold ? 'b' : ''}${line.marks.capitals ? 'c' : ''}`;
}

function readHeading(source: string, lines: OutlineLine[], candidate: HeadingCandidate): MinuteHeading {
  const line = lines[candidate.at] as OutlineLine;
  const runIn = candidate.runIn ?? runInTitle(candidate.title)?.length;
  const { number, item, at } = candidate;
  if (runIn !== undefined) {
    const clean = cleanText(source, [line]);
    const cut = candidate.titleAt + runIn;
    const restAt = clean.at[cut] as number;
    const rest = { ...line, start: restAt, text: clean.text.slice(cut), kind: 'text' as const };
    const title = tidyTitle(candidate.title.slice(0, runIn));
    return { number, title, item, from: at, to: at + 1, spans: sliceSpans(clean, 0, cut), rest };
  }
  if (candidate.numberAt !== undefined) return headingOverCode(source, lines, { ...candidate, to: candidate.numberAt });
  const to = headingEnd(lines, candidate);
  const own = lines.slice(at, to).filter((l) => l.kind !== 'blank' && l.kind !== 'furniture');
  const words = own.filter((l) => !isItemLine(l.text)).map((l) => cleanText(source, [l]).text);
  const title = tidyTitle(words.join(' ').slice(candidate.titleAt));
  return { number, title, item, from: at, to, spans: own.map(({ start, end }) => ({ start, end })) };
}

function headingOverCode(
  source: string,
  lines: OutlineLine[],
  { at, to, number }: { at: number; to: number; number?: string | undefined },
): MinuteHeading {
  const own = lines.slice(at, to);
  const title = tidyTitle(own.map((line) => cleanText(source, [line]).text).join(' '));
  const spans = lines.slice(at, to + 1).map(({ start, end }) => ({ start, end }));
  return { number, title, from: at, to: to + 1, spans };
}

function tidyTitle(raw: string): string {
  return withoutItem(raw.replace(/\s+/g, ' ').trim())
    .replace(/\s*\((?:pages?|pp\.?)\s[\d\s–-]{1,12}\)$/i, '')
    .replace(/ (?:pdf icon )?PDF [\d.,]+ [KM]B\b.*$/, '')
    .replace(/\s*[-–—:.]+\s*$/, '')
    .replace(/^\s*[-–—:]\s+/, '')
    .trim();
}

/** The index after the heading's last line: a title on the next line, a second line in the same dress, "(Item 3)". */
function headingEnd(lines: OutlineLine[], candidate: HeadingCandidate): number {
  let end = candidate.at + 1;
  let last = lines[candidate.at] as OutlineLine;
  if (candidate.title === '') {
    const title = nextContent(lines, end);
    const line = lines[title];
    if (line && line.text.length <= 160 && (isCapitals(line.text) || !/[.;:]$/.test(line.text))) {
      end = title + 1;
      last = line;
    }
  }
  const second = nextContent(lines, end);
  if (STOPS_OPEN.test(last.text) && lines[second] && isSecondHeading(lines[second] as OutlineLine)) {
    last = lines[second] as OutlineLine;
    end = second + 1;
  }
  for (let line = lines[end]; line && continuesTitle(lines, end, last); line = lines[end]) {
    last = line;
    end++;
  }
  const item = nextContent(lines, end);
  if (candidate.item !== undefined && lines[item] && isItemLine((lines[item] as OutlineLine).text)) return item + 1;
  return end;
}

/** A title that ends so goes on in the next heading, whatever stands between. */
const STOPS_OPEN = /(?:[,:&–-]|\b(?:a|an|and|at|by|for|from|in|of|on|or|the|to|with))$/i;

function isSecondHeading(line: OutlineLine): boolean {
  return line.kind === 'heading' && !line.label && (line.marks.hashes > 0 || line.marks.bold || line.marks.capitals);
}

function nextContent(lines: OutlineLine[], from: number): number {
  let i = from;
  while (i < lines.length && (lines[i]?.kind === 'blank' || lines[i]?.kind === 'furniture')) i++;
  return i;
}

/** A title this long was broken at the page's width if the next line begins in small letters. */
const MIN_WRAPPED_TITLE = 55;

function continuesTitle(lines: OutlineLine[], at: number, last: OutlineLine): boolean {
  const line = lines[at] as OutlineLine;
  if (line.kind === 'blank' || line.kind === 'furniture' || line.kind === 'table' || line.kind === 'bullet')
    return false;
  if (openerAt(line.text, 0) || /^present\b/i.test(line.text) || isItemLine(line.text)) return false;
  if (line.marks.bold && last.marks.bold && !readLabel(line.text)) return true;
  if (readLabel(line.text) || line.marks.hashes > 0) return false;
  if (isCapitals(last.text)) return isCapitals(line.text);
  if (last.marks.bold || last.marks.hashes > 0 || /[.:;?]$/.test(line.text)) return false;
  if (last.text.length >= MIN_WRAPPED_TITLE && /^\p{Ll}/u.test(line.text) && line.text.length < last.text.length)
    return true;
  const below = lines[at + 1];
  const alone = below === undefined || below.kind === 'blank' || isItemLine(below.text);
  return (
    alone && last.text.length >= 40 && line.text.length <= 70 && !/\b(?:was|were|had|noted|agreed)\b/i.test(line.text)
  );
}
