import type { Minute } from './minute.ts';
import type { Paper, PaperStatus } from './paper.ts';

type Entry = { id: number; paper: Paper };
type Approval = { minute: Minute; date: string; text: string };

const ABOUT_MINUTES = /\bminutes\b|\b(?:previous|last) meeting\b/i;
const APPROVED =
  /\b(?:approv\w*|confirm\w*|agreed|accept\w*|sign\w*|adopt\w*|correct record|accurate record|true record)\b/i;
const NOT_APPROVED =
  /\bdefer\w*|\bnot (?:approved|agreed|confirmed|accepted|available)\b|\bto (?:the|a) (?:next|future) meeting for approval\b/i;
const CORRECTED =
  /\b(?:subject to|with|following|after)\b(?!\s+(?:the\s+)?(?:signature|signing))[^.:;]{0,60}?\b(?:corrections?|amendments?|alterations?|changes?|additions?|inclusion|deletion|rewording|following)\b[\s\S]*$|\b(?:as amended|amended to (?:read|show|include))\b[\s\S]*$|\bsubject to (?!signature|signing)[\s\S]*$/i;
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

/**
 * The status of every paper. Minutes are draft until later minutes of the same committee approve them, by their date
 * or, where it prints none or one that no known meeting has, by running on from them without a gap in the numbers.
 */
export function settleStatus(papers: { id: number; paper: Paper }[]): Map<number, PaperStatus> {
  const minutes = papers.filter(({ paper }) => paper.kind === 'minutes');
  const dates = new Map<string, Set<string>>();
  for (const { paper } of minutes) {
    const date = paper.meeting?.date?.iso;
    if (date) dates.set(committeeOf(paper), (dates.get(committeeOf(paper)) ?? new Set()).add(date));
  }
  return new Map(
    papers.map((entry) => [
      entry.id,
      entry.paper.kind === 'minutes' ? minutesStatus(entry, minutes, dates) : entry.paper.status,
    ]),
  );
}

function minutesStatus({ paper }: Entry, all: Entry[], dates: Map<string, Set<string>>): PaperStatus {
  const date = paper.meeting?.date?.iso;
  const committee = committeeOf(paper);
  if (!date || committee === '') return { kind: 'draft' };
  const later = all
    .filter(({ paper: other }) => committeeOf(other) === committee && (other.meeting?.date?.iso ?? '') > date)
    .sort((a, b) => (a.paper.meeting?.date?.iso ?? '').localeCompare(b.paper.meeting?.date?.iso ?? ''));
  for (const { paper: approving } of later) {
    const known = dates.get(committee) ?? new Set<string>();
    const approval = approvals(approving).find((one) => approves(one, { paper, approving, known }));
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
function approvals(paper: Paper): Approval[] {
  const date = paper.meeting?.date?.iso ?? '';
  return paper.minutes.flatMap((minute) => {
    const text = minuteWords(minute);
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

function approves(approval: Approval, context: { paper: Paper; approving: Paper; known: Set<string> }): boolean {
  const date = context.paper.meeting?.date?.iso ?? '';
  const deciding = approval.text;
  if (namesDate(deciding, date, approval.date)) return true;
  const namesKnown = [...context.known].some(
    (other) => other < approval.date && namesDate(deciding, other, approval.date),
  );
  if (namesKnown) return false;
  const slip = ANY_DATE.test(deciding);
  return (slip || /\b(?:previous|last)\b/i.test(deciding)) && runsOn(context.paper, context.approving);
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
