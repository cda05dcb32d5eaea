import type { Span } from '../../paper.ts';
import type { OutlineLine } from '../outline-line.ts';
import { type CleanText, cleanText } from './clean-text.ts';
import { bulletLength, type Label, readLabel } from './read-label.ts';

/** A paragraph, bullet, labelled item, sub-heading or table of the minutes, over line and page breaks. */
export type Block = CleanText & {
  kind: 'text' | 'bullet' | 'heading' | 'table';
  label?: Label | undefined;
  /** Where the words begin in `text`, after bullet and label. */
  body: number;
  lines: OutlineLine[];
};

/** Groups lines into blocks in order. Blank lines and furniture are left out; a sentence broken by a page is one block. */
export function groupBlocks(source: string, lines: OutlineLine[]): Block[] {
  const groups: OutlineLine[][] = [];
  const fullWidth = isWrapped(lines) ? usualWidth(lines) : Number.POSITIVE_INFINITY;
  let gap = 'blank' as Gap;
  for (const line of lines) {
    if (line.kind === 'blank' || line.kind === 'furniture') {
      gap = line.kind === 'furniture' || gap === 'page' ? 'page' : 'blank';
      continue;
    }
    const group = groups.at(-1);
    if (group && belongsTo(group, line, gap, fullWidth)) group.push(line);
    else groups.push([line]);
    gap = 'none';
  }
  return groups.map((group) => blockOf(source, group));
}

/** The share of lines that stop in mid-sentence above which a text is taken to be wrapped. */
const MANY = 0.35;
/** What ends minutes is set apart from what was resolved last. */
const CLOSING =
  /^(?:The meeting (?:closed|ended|finished|concluded|started)|There being no|(?:Chair|Chairman|Chairperson|Signed|CHAIR|CHAIRMAN|SIGNED)\b.{0,12}(?:[.…_]{3}|$))/;
/** Words over a part of a minute that begin a paragraph wherever they stand. */
const STARTS_PART = /^(?:Actions?|Reasons?(?: for (?:the )?decisions?)?|Voting|Discussion|Recommendations?)\s?:/i;
type Gap = 'none' | 'blank' | 'page';

const ENDS_SENTENCE = /[.!?:;]["”’')\]]*$/;
const OPENER_ALONE =
  /^(?:RESOLVED|AGREED|RECOMMENDED|Resolved|Agreed|Recommended|Decisions?|DECISIONS?)\s?[:;–—-]{0,3}$/;
const STARTS_RESOLUTION =
  /^\W{0,4}(?:It was (?:then |unanimously )?(?:resolved|agreed)|RESOLVED|AGREED|RECOMMENDED|Resolved|Agreed|Decision|DECISION|Recommended)\b/;

function belongsTo(group: OutlineLine[], line: OutlineLine, gap: Gap, fullWidth: number): boolean {
  const last = group.at(-1) as OutlineLine;
  if (line.kind === 'table' || last.kind === 'table') return line.kind === last.kind && gap === 'none';
  if (isDressed(line) || isDressed(last))
    return gap === 'none' && isDressed(line) && isDressed(last) && sameDress(line, last);
  const text = line.text.trim();
  const before = last.text.trim();
  const ended = ENDS_SENTENCE.test(before);
  if (bulletLength(text) > 0) return false;
  if (CLOSING.test(text) || (ended && STARTS_PART.test(text))) return false;
  if (OPENER_ALONE.test(text) || OPENER_ALONE.test(before)) return false;
  const short = before.length < fullWidth * 0.6;
  if (STARTS_RESOLUTION.test(text) && (ended || gap !== 'none' || short)) return false;
  const label = readLabel(text);
  if (gap !== 'none')
    return !ended && !label && (/^[a-z]/.test(text) || (gap === 'page' && before.length > Math.min(fullWidth, 80) / 2));
  if (label && (ended || /\b(?:and|or)$/.test(before) || startsList(label) || readLabel(group[0]?.text ?? '')))
    return false;
  return !(ended && /^["“(]?[A-Z0-9]/.test(text) && before.length < fullWidth * 0.75);
}

function startsList(label: Label): boolean {
  return /^(?:1|a|A|i|I)$/.test(label.printed) && label.dress !== 'bare';
}

function isDressed(line: OutlineLine): boolean {
  return line.kind === 'heading' && (line.marks.hashes > 0 || line.marks.bold || line.marks.capitals);
}

function sameDress(a: OutlineLine, b: OutlineLine): boolean {
  return a.marks.hashes === 0 && b.marks.hashes === 0 && a.marks.bold === b.marks.bold;
}

/** Lines are broken at a width, not at paragraphs, if many stop in the middle of a sentence. */
function isWrapped(lines: OutlineLine[]): boolean {
  const followed = lines.filter((line, at) => line.kind === 'text' && lines[at + 1]?.kind === 'text');
  const broken = followed.filter((line) => !ENDS_SENTENCE.test(line.text.trim()));
  return broken.length > followed.length * MANY;
}

/** The width wrapped text is set to: nine lines of ten are no longer. */
function usualWidth(lines: OutlineLine[]): number {
  const widths = lines.filter((line) => line.kind === 'text').map((line) => line.text.length);
  widths.sort((a, b) => a - b);
  return Math.min(widths[Math.floor(widths.length * 0.9)] ?? 0, 200);
}

function blockOf(source: string, lines: OutlineLine[]): Block {
  const clean = cleanText(source, runsOf(source, lines));
  const bullet = bulletLength(clean.text);
  const first = lines[0] as OutlineLine;
  const table = first.kind === 'table';
  const label = table ? undefined : readLabel(clean.text);
  const kind = table
    ? 'table'
    : isDressed(first)
      ? 'heading'
      : bullet > 0 || first.kind === 'bullet'
        ? 'bullet'
        : 'text';
  return { ...clean, kind, label, body: label?.end ?? bullet, lines };
}

/** Lines that follow one another make one run, from the first's first character to the last's last. */
function runsOf(source: string, lines: OutlineLine[]): Span[] {
  const runs: Span[] = [];
  let previous: OutlineLine | undefined;
  for (const line of lines) {
    const raw = source.slice(line.start, line.end);
    const start = line.start + (raw.length - raw.trimStart().length);
    const end = start + raw.trim().length;
    const run = runs.at(-1);
    if (run && previous && line.index === previous.index + 1) run.end = end;
    else runs.push({ start, end });
    previous = line;
  }
  return runs;
}
