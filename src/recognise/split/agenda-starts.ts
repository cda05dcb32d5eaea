import type { OutlineLine } from '../outline-line.ts';
import { isHeadLine } from './head-line.ts';
import { linesNear, type PaperStart } from './paper-start.ts';

const AGENDA = /^\W*(?:agenda|a\s?g\s?e\s?n\s?d\s?a)(?:\s*(?:[-–:]|(?:for|of)\b).{0,80})?\W*$/i;
const SUMMONS =
  /^\W*(?:notice of (?:a |the )?(?:\p{L}+ ){0,3}meeting|summons|(?:you|members|councillors|all members) (?:of .{3,60} )?(?:are|is) (?:hereby )?(?:summoned|invited) to)/iu;
/** "A meeting of the Board will be held …" */
const CALLED = /^.{0,120}\bmeeting of\b.{3,100}\b(?:will|is to) be held\b/i;
const FIRST_ITEM = /apologies|declarations? of|exclusion of|minutes of|press and public|welcome|urgen/i;
const MAX_HEAD_LINES = 24;

/** Where agendas begin: the word Agenda, or a summons, with the usual items below it, and the head above it. */
export function agendaStarts(lines: OutlineLine[]): PaperStart[] {
  const starts: PaperStart[] = [];
  for (const line of lines) {
    if (line.kind === 'furniture' || line.label !== undefined) continue;
    if (!AGENDA.test(line.text) && !SUMMONS.test(line.text) && !CALLED.test(line.text)) continue;
    if (!hasItems(lines, line)) continue;
    const index = headStart(lines, line);
    const last = starts.at(-1);
    if (last && line.index - last.index < 60) continue;
    starts.push({ index, kind: 'agenda', weight: 3 });
  }
  return starts;
}

function hasItems(lines: OutlineLine[], line: OutlineLine): boolean {
  const after = linesNear(lines, line.index, { step: 1, count: 40 });
  const items = after.filter((next) => FIRST_ITEM.test(next.text) && next.text.length < 240);
  const minuted = after.findIndex((next) => /^\W*(?:resolved|present)\b\W/i.test(next.text));
  return items.length >= 2 && (minuted < 0 || minuted > 4);
}

function headStart(lines: OutlineLine[], line: OutlineLine): number {
  const above = linesNear(lines, line.index, { step: -1, count: MAX_HEAD_LINES });
  let start = line.index;
  let strays = 0;
  for (const before of above) {
    if (isHeadLine(before)) {
      start = before.index;
      strays = 0;
    } else if (++strays > 6) break;
  }
  return above.length < MAX_HEAD_LINES ? 0 : start;
}
