import { type Briefing, type BriefingItem, type BriefingLine, partsFor } from '../briefing.ts';
import type { PartName } from '../role.ts';
import { openCiter } from './open-citer.ts';

/** Lines of print on the pages of a briefing, after its head and contents, measured on the PDF it is printed as. */
const MAX_PRINT_LINES = 196;
const CHARS_A_LINE = 108;
/** A citation is set smaller. */
const CITATION_CHARS_A_LINE = 130;
const HEADING_LINES = 2.2;

/** What gives way first where there is no room; what is asked and what matters most never do. */
const GIVES_WAY: PartName[] = ['worries', 'decidedBefore', 'figures', 'questions'];

/** A briefing of at most four pages: lines are left out, the last of the longest item first, and how many is said. */
export function fitBriefing(briefing: Briefing): Briefing {
  const items = briefing.items.map((item) => ({ ...item }));
  const rest = { ...briefing, items, outstanding: [...briefing.outstanding], declarations: [...briefing.declarations] };
  const dropped = new Map<string, number>();
  const names = new Map(partsFor(briefing.role).map(({ part, name }) => [part, name]));
  const drop = (lines: BriefingLine[], what: string): BriefingLine[] => {
    dropped.set(what, (dropped.get(what) ?? 0) + 1);
    return lines.slice(0, -1);
  };
  // Each part gives up what is beyond its first lines before any gives up all.
  for (const least of [2, 1, 0]) {
    for (const part of GIVES_WAY) {
      const name = names.get(part) ?? part;
      for (let item = longest(items, part, least); item && printLines(rest) > MAX_PRINT_LINES; ) {
        item[part] = drop(item[part], name);
        item = longest(items, part, least);
      }
    }
    while (rest.outstanding.length > least + 2 && printLines(rest) > MAX_PRINT_LINES) {
      rest.outstanding = drop(rest.outstanding, 'Outstanding matters');
    }
    while (rest.declarations.length > least && printLines(rest) > MAX_PRINT_LINES) {
      rest.declarations = drop(rest.declarations, 'Declarations');
    }
  }
  const told = [...dropped].map(([what, count]) => `${what}: ${count} ${count === 1 ? 'line' : 'lines'}`);
  return { ...rest, leftOut: [...briefing.leftOut, ...told] };
}

function longest(items: BriefingItem[], part: PartName, least: number): BriefingItem | undefined {
  const over = items.filter((item) => item[part].length > least);
  return over.reduce<BriefingItem | undefined>(
    (most, item) => (most && charsOf(most) >= charsOf(item) ? most : item),
    undefined,
  );
}

function charsOf(item: BriefingItem): number {
  const all = [item.asked, item.decidedBefore, item.figures, item.worries, item.questions].flat();
  return all.reduce((sum, { text }) => sum + text.length, 0);
}

/** How many lines of print a briefing takes, near enough. */
export function printLines(briefing: Briefing): number {
  const { mattersMost, running, items, outstanding, declarations, missing, leftOut, role } = briefing;
  const cite = openCiter();
  const lengthOf = ({ text, traces }: BriefingLine): number =>
    Math.ceil(text.length / CHARS_A_LINE) + Math.ceil(cite(traces).length / CITATION_CHARS_A_LINE);
  const linesOf = (lines: BriefingLine[]) => lines.reduce((sum, line) => sum + lengthOf(line), 0);
  const itemLines = (item: BriefingItem): number => {
    const parts = partsFor(role)
      .map(({ part }) => item[part])
      .filter((lines) => lines.length > 0);
    if (parts.length === 0 && !item.closed) return 1;
    return HEADING_LINES + parts.reduce((sum, lines) => sum + 1 + linesOf(lines), 0);
  };
  const parts = [mattersMost, running, outstanding, declarations].filter((lines) => lines.length > 0);
  const notes = [...missing, ...leftOut].reduce((sum, note) => sum + Math.ceil(note.length / CHARS_A_LINE), 0);
  return (
    parts.reduce((sum, lines) => sum + HEADING_LINES + linesOf(lines), 0) +
    items.reduce((sum, item) => sum + itemLines(item), 0) +
    notes
  );
}
