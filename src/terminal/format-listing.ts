import type { Access } from '../audience.ts';
import { formatDate } from '../citation.ts';
import type { IndexStatus, MeetingListing, PaperListing } from '../listing.ts';
import type { PaperStatus } from '../paper.ts';
import { plainForTerminal } from './plain-for-terminal.ts';
import { paintFor, type Screen } from './screen.ts';
import { wrapText } from './wrap-text.ts';

type Sheet = Pick<Screen, 'width' | 'colour'>;

const MEGABYTE = 1_000_000;
/** The longest date, "30 September 2025", and two spaces. */
const DATE_CHARS = 19;

/** Papers under the file they came from: what each is, whose and when, its status, and what was found in it. */
export function formatPapers(papers: PaperListing[], sheet: Sheet): string {
  if (papers.length === 0) return 'No papers yet: minutebook ingest PATH';
  const { strong } = paintFor(sheet);
  const sources = [...new Set(papers.map((paper) => paper.source))];
  return sources
    .map((source) => {
      const lines = papers.filter((paper) => paper.source === source).map((paper) => paperLine(paper, sheet));
      return [strong(plainForTerminal(source)), ...lines].join('\n');
    })
    .join('\n');
}

function paperLine(paper: PaperListing, sheet: Sheet): string {
  const title = [paper.label, paper.title].filter(Boolean).join(': ');
  const date = paper.meetingDate === undefined ? undefined : formatDate(paper.meetingDate);
  const notes = [statusWords(paper.status), accessWords(paper.access), countWords(paper.counts)];
  const words = [title, paper.committee, date, ...notes].filter(Boolean).join(', ');
  return wrapText(plainForTerminal(`${paper.kind}: ${words}`), { ...sheet, first: '  ', indent: '      ' });
}

function countWords(counts: PaperListing['counts']): string {
  const names: [number, string, string][] = [
    [counts.items, 'item', 'items'],
    [counts.minutes, 'minute', 'minutes'],
    [counts.limbs, 'limb', 'limbs'],
    [counts.recommendations, 'recommendation', 'recommendations'],
    [counts.measures, 'measure', 'measures'],
    [counts.tables, 'table', 'tables'],
  ];
  return names
    .filter(([number]) => number > 0)
    .map(([number, one, many]) => `${number} ${number === 1 ? one : many}`)
    .join(', ');
}

/** A paper's status in words; a published one needs none. */
export function statusWords(status: PaperStatus): string | undefined {
  switch (status.kind) {
    case 'published':
      return undefined;
    case 'draft':
      return 'draft';
    case 'confirmed':
    case 'corrected': {
      const by = status.byMinute === undefined ? '' : ` by Minute ${status.byMinute}`;
      const of = status.byMeetingDate === undefined ? '' : ` of ${formatDate(status.byMeetingDate)}`;
      return `${status.kind}${by}${of}`;
    }
  }
}

function accessWords(access: Access): string | undefined {
  if (access.kind !== 'exempt') return access.kind === 'public' ? undefined : 'confidential';
  return access.paragraphs.length === 0 ? 'exempt' : `exempt under paragraph ${access.paragraphs.join(', ')}`;
}

/** Meetings by committee, in order of date, each with what of it is in the index. */
export function formatMeetings(meetings: MeetingListing[], sheet: Sheet): string {
  if (meetings.length === 0) return 'No meetings yet: minutebook ingest PATH';
  const { strong } = paintFor(sheet);
  const committees = [...new Set(meetings.map((meeting) => meeting.committee))].sort();
  return committees
    .map((committee) => {
      const lines = meetings.filter((meeting) => meeting.committee === committee).map(meetingLine);
      return [strong(plainForTerminal(committee)), ...lines].join('\n');
    })
    .join('\n');
}

function meetingLine(meeting: MeetingListing): string {
  const status = meeting.hasMinutes && meeting.status ? statusWords(meeting.status) : undefined;
  const minutes = meeting.hasMinutes ? `minutes${status ? ` (${status})` : ''}` : 'no minutes here';
  const papers = `${meeting.papers} paper${meeting.papers === 1 ? '' : 's'}`;
  const parts = [meeting.hasAgenda ? 'agenda' : undefined, minutes, papers].filter(Boolean).join(', ');
  const date = plainForTerminal(formatDate(meeting.date)).padEnd(DATE_CHARS);
  return `  ${date}${plainForTerminal(parts)}`;
}

/** How the index stands, a line for each fact. */
export function formatStatus(status: IndexStatus, sheet: Sheet): string {
  if (!status.exists) return plainForTerminal(`No index in ${status.folder} yet: minutebook ingest PATH`);
  const lines: [string, string][] = [
    ['Index', status.folder],
    ['Files', `${status.files}, holding ${status.papers} papers`],
    ['Committees', status.committees.join('; ') || 'none recognised'],
    ['Meetings', String(status.meetings)],
    ['Passages', String(status.passages)],
    ['Size', `${(status.bytes / MEGABYTE).toFixed(1)} MB`],
    ...status.missing.map((missing): [string, string] => ['Missing', missing]),
  ];
  const indent = ' '.repeat(16);
  return lines
    .map(([name, value]) => wrapText(plainForTerminal(value), { ...sheet, first: name.padEnd(16), indent }))
    .join('\n');
}
