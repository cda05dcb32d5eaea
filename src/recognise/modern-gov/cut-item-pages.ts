import type { PaperText } from '../../paper.ts';
import type { OutlineLine } from '../outline-line.ts';
import { openPart, type WebItem, type WebPart } from './cut-web-items.ts';
import { isDecisionField, isItemTitle, isMeetingOfIssue, MEETING_OF_ISSUE, withoutFileSize } from './web-page-lines.ts';

/** One item on a page of its own: `head` are the lines that name its meeting, `lines` all that are its. */
export type ItemPage = { item: WebItem; head: OutlineLine[]; lines: OutlineLine[] };

const DECIDED_AT = /^Decided at meeting:\s*(\d{1,2}\/\d{1,2}\/\d{4})\s*[-–]\s*(.{3,120})$/i;

const MEETING_OF_ITEM = /^(?:[-•]\s*)?meeting of .{5,200}\(item\s/i;

/** The items of a page about one item: one, or one for each meeting that dealt with it ("Issue - meetings"). */
export function cutItemPages(source: PaperText, lines: OutlineLine[]): ItemPage[] {
  const meetings = lines.filter((line) => isMeetingOfIssue(line.text));
  if (meetings.length === 0) return itemOfPage(source, lines);
  const above = lines.slice(0, lines.indexOf(meetings[0] as OutlineLine));
  const issue = above.findIndex((line) => ISSUE.test(line.text));
  const title = above.slice(issue + 1).find(isTitleLine)?.text ?? '';
  return meetings.map((meeting, at) => {
    const from = at === 0 ? 0 : meeting.index;
    const own = lines.filter((line) => line.index >= from && line.index < (meetings[at + 1]?.index ?? lines.length));
    return itemOfMeeting(own, meeting, withoutFileSize(title));
  });
}

/** "Issue - meetings", over the issue's title. */
const ISSUE = /^issue\b.{0,20}$/i;

function isTitleLine(line: OutlineLine): boolean {
  return line.kind !== 'blank' && line.kind !== 'furniture';
}

/** "Meeting: 16/03/2023 - Cabinet (Item 8)" over "8 Quarter 3 Performance", "Decision:" and "Minutes:". */
function itemOfMeeting(lines: OutlineLine[], meeting: OutlineLine, title: string): ItemPage {
  const [, date = '', body = '', printed] = MEETING_OF_ISSUE.exec(meeting.text) ?? [];
  const below = lines.filter((line) => line.index > meeting.index);
  const named = below.find((line) => line.kind !== 'blank');
  const number = /^(\w{1,8})\.?\s+\S/.exec(named?.text ?? '')?.[1];
  const isNamed = named !== undefined && number !== undefined && /\d/.test(number);
  const item: WebItem = {
    ...(isNamed ? { number } : {}),
    title,
    ...(printed === undefined ? {} : { item: printed }),
    heading: { ...(isNamed ? named : meeting), kind: 'heading' },
    parts: [{ kind: 'agenda', lines: [] }],
  };
  for (const line of below.filter((own) => own !== named || !isNamed)) addLine(item, line);
  return { item, head: headOf(meeting, { date, body }), lines };
}

/** The page of one item names it in its second heading, and its number beside the meeting ("(Item 5.)"). */
function itemOfPage(source: PaperText, lines: OutlineLine[]): ItemPage[] {
  const content = lines.filter((line) => line.kind !== 'blank' && line.kind !== 'furniture');
  const page = content.findIndex((line) => isItemTitle(line.text));
  const below = content.slice(page + 1);
  const first = source.format === 'html' ? below.find((line) => line.kind === 'heading') : below[0];
  if (!first) return [];
  const titled = !isDecisionField(first.text);
  const title = titled ? withoutFileSize(first.text) : '';
  const item: WebItem = { title, heading: first, parts: [{ kind: 'agenda', lines: [] }] };
  for (const line of lines.filter(({ index }) => (titled ? index > first.index : index >= first.index))) {
    addLine(item, line, source.format !== 'html');
  }
  item.parts = item.parts.flatMap((part) => splitField(part, content));
  const printed = item.parts[0]?.lines
    .map((line) => /\(item\s+([\w.]{1,10}?)\.?\)/i.exec(line.text)?.[1])
    .find(Boolean);
  const decided = content.find((line) => DECIDED_AT.test(line.text));
  const [, date = '', body = ''] = DECIDED_AT.exec(decided?.text ?? '') ?? [];
  const meeting = content.filter((line) => MEETING_OF_ITEM.test(line.text));
  const above = lines.filter((line) => line.index < first.index);
  const head = decided ? headOf(decided, { date, body }) : meeting.length > 0 ? meeting : above;
  return [{ item: printed ? { ...item, item: printed } : item, head, lines }];
}

/** "Is subject to call in?: Yes" has its value beside it: what stands below is the decision. */
function splitField(part: WebPart, content: OutlineLine[]): WebPart[] {
  const [value, ...below] = part.lines;
  const isField = part.kind === 'other' && part.label === undefined;
  const isDetails = isField && content.some((line) => /^decision (?:maker|status)\b/i.test(line.text));
  if (!value || !isDetails || !below.some((line) => line.kind !== 'blank')) return [part];
  return [
    { kind: 'other', lines: [value] },
    { kind: 'decision', lines: below },
  ];
}

function addLine(item: WebItem, line: OutlineLine, blanks = true): void {
  if (line.kind === 'furniture' || (line.kind === 'blank' && !blanks)) return;
  if (!openPart(item, line)) item.parts.at(-1)?.lines.push(line);
}

/** A line that names body and date, as the two lines of a head. */
function headOf(line: OutlineLine, { date, body }: { date: string; body: string }): OutlineLine[] {
  const { label: _label, labelDress: _dress, ...own } = line;
  return [
    { ...own, text: body, rest: body },
    { ...own, text: date, rest: date, index: own.index + 0.5 },
  ];
}
