import type { Minute } from './minute.ts';
import type { Paper, PaperStatus } from './paper.ts';

type Entry = { id: number; paper: Paper };
type Approval = { minute: Minute; date: string; text: string };
type Meeting = Entry & { date: string; approvals: Approval[] };

const ABOUT_MINUTES = /\bminutes\b|\b(?:previous|last) meeting\b/i;
const APPROVED =
  /\b(?:approv\w*|confirm\w*|agreed|accept\w*|sign\w*|adopt\w*|correct record|accurate record|true record)\b/i;
const NOT_APPROVED =
  /\bdefer\w*|\bnot (?:approved|agreed|confirmed|accepted|available)\b|\bto (?:the|a) (?:next|future) meeting for approval\b/i;
const CORRECTED =
  /\b(?:subject to|with|following|after)\b(?!\s+(?:the\s+)?(?:signature|signing))[^.:;]{0,60}?\b(?:corrections?|amendments?|alterations?|changes?|additions?|inclusion|deletion|rewording|following)\b[\s\S]*$|\b(?:as amended|amended to (?:read|show|include))\b[\s\S]*$|\bsubject to\b(?!:?\s*(?:signature|signing))[\s\S]*$/i;
const ARISING = /\bmatters? arising\b/i;
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const ANY_DATE = new RegExp(
  `\\b\\d{1,2}(?:st|nd|rd|th)?\\s{1,3}(?:of\\s)?(?:${MONTHS.map((month) => `${month}|${month.slice(0, 3)}`).join('|')})\\b|\\b\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}\\b`,
  'i',
);
/** A date without a year names a meeting of the year before the one it is printed at. */
const MAX_DAYS_WITHOUT_YEAR = 366;
/** Minutes are approved at one of the next meetings; a committee that meets weekly has no more in half a year. */
const MAX_MEETINGS_LATER = 26;
/** An approval is short; past this a minute speaks of other things. */
const MAX_APPROVAL_CHARS = 4000;

/**
 * The status of every paper. Minutes are draft until later minutes of the same committee approve them, by their date
 * or, where it prints none or one that no known meeting has, by running on from them without a gap in the numbers.
 */
export function settleStatus(papers: { id: number; paper: Paper }[]): Map<number, PaperStatus> {
  const statuses = new Map<number, PaperStatus>(papers.map(({ id, paper }) => [id, paper.status]));
  for (const meetings of meetingsByCommittee(papers).values()) {
    meetings.forEach((meeting, at) => {
      statuses.set(
        meeting.id,
        minutesStatus(meeting, { later: meetings.slice(at + 1, at + 1 + MAX_MEETINGS_LATER), meetings }),
      );
    });
  }
  return statuses;
}

/** Minutes of each committee by date; those without committee or date stay draft. */
function meetingsByCommittee(papers: Entry[]): Map<string, Meeting[]> {
  const meetings = new Map<string, Meeting[]>();
  for (const { id, paper } of papers) {
    const date = paper.meeting?.date?.iso;
    const committee = committeeOf(paper);
    if (paper.kind !== 'minutes' || !date || committee === '') continue;
    const entry = { id, paper, date, approvals: approvals(paper, date) };
    const known = meetings.get(committee);
    if (known) known.push(entry);
    else meetings.set(committee, [entry]);
  }
  for (const of of meetings.values()) of.sort((a, b) => a.date.localeCompare(b.date));
  return meetings;
}

function minutesStatus(meeting: Meeting, context: { later: Meeting[]; meetings: Meeting[] }): PaperStatus {
  for (const approving of context.later) {
    if (approving.date === meeting.date) continue;
    const approval = approving.approvals.find((one) =>
      approves(one, { meeting, approving, meetings: context.meetings }),
    );
    if (approval) return approvedStatus(approval);
  }
  return { kind: 'draft' };
}

function committeeOf(paper: Paper): string {
  return (paper.meeting?.committee ?? '')
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

/** The minutes of a meeting that approve earlier ones. */
function approvals(paper: Paper, date: string): Approval[] {
  return paper.minutes.flatMap((minute) => {
    const text = minuteWords(minute).slice(0, MAX_APPROVAL_CHARS);
    const about = ABOUT_MINUTES.test(minute.title) || /\bminutes of (?:the|a|its)\b/i.test(text.slice(0, 600));
    return about && APPROVED.test(text) && !NOT_APPROVED.test(text) ? [{ minute, date, text }] : [];
  });
}

/** Title, limbs and discussion of a minute in the order they are printed, up to the matters arising. */
function minuteWords(minute: Minute): string {
  const parts = [...minute.limbs, ...minute.discussion].sort(
    (a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0),
  );
  const words = parts.map(({ text }) => text);
  const arising = words.findIndex((text) => ARISING.test(text.slice(0, 40)));
  return [minute.title, ...(arising < 0 ? words : words.slice(0, arising))].join('\n');
}

function approves(approval: Approval, context: { meeting: Meeting; approving: Meeting; meetings: Meeting[] }): boolean {
  const { meeting, approving, meetings } = context;
  if (namesDate(approval.text, meeting.date, approval.date)) return true;
  const named = ANY_DATE.test(approval.text);
  if (!named && !/\b(?:previous|last)\b/i.test(approval.text)) return false;
  if (!runsOn(meeting.paper, approving.paper)) return false;
  return !named || !meetings.some(({ date }) => date < approval.date && namesDate(approval.text, date, approval.date));
}

/** True if the text prints this day in any of the ways minutes do; without a year only for a meeting of the year before. */
function namesDate(text: string, iso: string, before: string): boolean {
  const [year, month, day] = iso.split('-').map(Number);
  if (!year || !month || !day) return false;
  const name = MONTHS[month - 1] ?? '';
  const monthWord = `(?:${name}|${name.slice(0, 3)}t?)\\b\\.?`;
  const dayWord = `0?${day}\\s{0,2}(?:st|nd|rd|th)?`;
  const yearWord = `(?:[,.]?\\s{0,3}(\\d{4}))?`;
  const worded = new RegExp(
    `(?<!\\d)${dayWord}\\s{1,3}(?:of\\s{1,3})?${monthWord}${yearWord}|${monthWord}\\s{1,3}${dayWord}(?!\\d)${yearWord}`,
    'gi',
  );
  for (const match of text.matchAll(worded)) {
    const printed = match[1] ?? match[2];
    if (printed === undefined ? daysBetween(iso, before) <= MAX_DAYS_WITHOUT_YEAR : Number(printed) === year)
      return true;
  }
  return (
    new RegExp(`(?<!\\d)0?${day}[/.-]0?${month}[/.-](?:${year}|${String(year).slice(2)})(?!\\d)`).test(text) ||
    text.includes(iso)
  );
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** The approving minutes' first number follows the approved minutes' last one. */
function runsOn(paper: Paper, approving: Paper): boolean {
  const numbers = (of: Paper) =>
    of.minutes
      .map(({ number }) => (/^\d+$/.test(number ?? '') ? Number(number) : undefined))
      .filter((number) => number !== undefined);
  const last = numbers(paper).at(-1);
  const first = numbers(approving)[0];
  return last !== undefined && first === last + 1;
}

function approvedStatus({ minute, date, text }: Approval): PaperStatus {
  const by = { ...(minute.number === undefined ? {} : { byMinute: minute.number }), byMeetingDate: date };
  const corrections = CORRECTED.exec(text.slice(minute.title.length))?.[0];
  return corrections ? { kind: 'corrected', ...by, corrections: corrections.trim() } : { kind: 'confirmed', ...by };
}
