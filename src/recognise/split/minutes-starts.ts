import type { OutlineLine } from '../outline-line.ts';
import { findDate } from '../read-date.ts';
import { isBodyName, isDateLine, isHeadLine } from './head-line.ts';
import { linesNear, type PaperStart } from './paper-start.ts';

const PRESENT =
  /^\W*(?:[\p{L} ]{3,40} \/ (?=present|in attend))?(?:(?:members?|councillors|committee members?|those|also)\s+)?(?:present|in attendance|attendance|attendees|attended)\b(?!\s+(?:and voting|at the meeting were invited))|^P(?: ?[rR] ?[eE] ?[sS] ?[eE] ?[nN] ?[tT])\b/iu;
const MINUTES_TITLE =
  /^\W*(?:(?:draft|unconfirmed|confirmed|approved|public)\W+)?(?:minutes?(?=\s+of\b)|minutes|notes|record)(?:\s+(?:and decisions|of proceedings))?(?:\s+(?:of|from)\b|\s*[-–:]|\W*$)/i;
const MEETING_OF = /^\W*(?:a|an|the)?\W*(?:\p{L}+\s){0,3}[Mm](?:eeting|EETING) (?:of|OF) (?:the |THE )?\p{Lu}/u;
/** A sentence or item about minutes, not the title of minutes. */
const ABOUT_MINUTES =
  /\b(?:previous|last|next|approv\w*|confirm|consider|agree|sign|correct record|accuracy|resolved|arising)\b/i;
const ATTENDANCE_WORD =
  /^\W*(?:[\p{L} ]{3,40} \/ )?(?:present|in attendance|attendance|attendees|apologies|(?:committee )?members present|councillors present|councillors?|cllrs?)\b/iu;
/** A minute's number on the line over its title. */
const NUMBER_ALONE = /^\(?\d{1,4}(?:\/\d{2,4})?[).]?$/;
/** A title may name two meetings, each with its place. */
const MAX_TITLE_CHARS = 400;
/** How far over the title of minutes their date may stand alone. */
const MAX_LINES_TO_DATE = 2;
/** How far above the list of those present a head may begin. */
const MAX_HEAD_LINES = 12;

/** Where minutes begin: a head with body and date above the list of those present, or a title "Minutes of …". */
export function minutesStarts(lines: OutlineLine[]): PaperStart[] {
  const starts: PaperStart[] = [];
  for (const line of lines) {
    const start = PRESENT.test(line.text) ? headAbovePresent(lines, line) : titledMinutes(lines, line);
    if (start !== undefined && starts.at(-1)?.index !== start)
      starts.push({ index: start, kind: 'minutes', weight: 3 });
  }
  return starts;
}

function headAbovePresent(lines: OutlineLine[], present: OutlineLine): number | undefined {
  const head = headLinesAbove(lines, present.index);
  const named = head.some(
    (line) => isBodyName(line.text) || MINUTES_TITLE.test(line.text) || MEETING_OF.test(line.text),
  );
  const dated = head.some((line, at) => isDated(line, head[at - 1]));
  return named && dated ? head.at(-1)?.index : undefined;
}

/** True if a line holds a date, or one that goes on right below. */
function isDated(line: OutlineLine, below: OutlineLine | undefined): boolean {
  if (findDate(line.text) !== undefined) return true;
  return below?.index === line.index + 1 && findDate(`${line.text} ${below.text}`) !== undefined;
}

/** The head's lines above a line, nearest first; one stray short line (a part of an address) may stand among them. */
function headLinesAbove(lines: OutlineLine[], index: number): OutlineLine[] {
  const head: OutlineLine[] = [];
  let strays: OutlineLine[] = [];
  for (const line of linesNear(lines, index, { step: -1, count: MAX_HEAD_LINES })) {
    if (/^\W*a ?g ?e ?n ?d ?a\W*$/i.test(line.text)) break;
    if (isHeadLine(line)) {
      head.push(...strays, line);
      strays = [];
    } else {
      strays.push(line);
      const stray =
        line.text.length <= 80 && line.label === undefined && line.kind !== 'bullet' && !/[.;]$/.test(line.text);
      if (!stray || strays.length > 2) break;
    }
  }
  return head;
}

function titledMinutes(lines: OutlineLine[], line: OutlineLine): number | undefined {
  if (line.kind === 'blank' || line.kind === 'furniture' || line.kind === 'table' || line.text.length > MAX_TITLE_CHARS)
    return undefined;
  if (
    line.label !== undefined ||
    NUMBER_ALONE.test(linesNear(lines, line.index, { step: -1, count: 1 })[0]?.text ?? '')
  )
    return undefined;
  if (/\b(?:will|is to) be held\b|\bsummon|\bhereby\b/i.test(line.text)) return undefined;
  const title = MINUTES_TITLE.test(line.text) || MEETING_OF.test(line.text);
  if (!title || ABOUT_MINUTES.test(line.text.split(/\bheld\b/i)[0] ?? '')) return undefined;
  const after = linesNear(lines, line.index, { step: 1, count: 14 });
  const above = headLinesAbove(lines, line.index);
  const dated =
    isDated(line, after[0]) ||
    after.slice(0, 5).some((next) => findDate(next.text) && isHeadLine(next)) ||
    above.slice(0, MAX_LINES_TO_DATE).some((over) => isDateLine(over.text));
  const attended = after.some((next) => ATTENDANCE_WORD.test(next.text) || ATTENDANCE_WORD.test(next.rest));
  if (!dated || !attended) return undefined;
  return above.at(-1)?.index ?? line.index;
}
