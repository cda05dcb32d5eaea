import { PUBLIC_ACCESS } from '../audience.ts';
import type { Minute } from '../minute.ts';
import type { Paper, PaperText } from '../paper.ts';
import { settleStatus } from '../paper-status.ts';
import { closedRows, narrowedByRow } from './access/closed-rows.ts';
import { minutesAccess } from './access/exclusions.ts';
import { exemptAppendices } from './access/exempt-appendices.ts';
import { segmentAccess } from './access/segment-access.ts';
import { readItems } from './agenda/read-items.ts';
import { meetingHead } from './head/meeting-head.ts';
import { reportMeeting } from './head/report-meeting.ts';
import { inheritFromPack } from './inherit-from-pack.ts';
import type { OutlineLine, Segment } from './outline-line.ts';
import { outlineLines } from './outline-lines.ts';
import { readAttendance } from './people/read-attendance.ts';
import { readDeclarations } from './people/read-declarations.ts';
import { recogniseMinutes } from './recognise-minutes.ts';
import { recogniseModernGov } from './recognise-modern-gov.ts';
import { recogniseReport } from './recognise-report.ts';
import { recogniseTables } from './recognise-tables.ts';
import { splitPapers } from './split-papers.ts';

/**
 * The papers in a file, in the order they stand in it; together their spans cover the whole text. Reports and
 * appendices that print no meeting have their pack's; the status is settled among the papers of this file alone.
 */
export function recognisePapers(source: PaperText): Paper[] {
  const lines = outlineLines(source);
  const papers = recogniseModernGov(source, lines) ?? papersOfFile(source, lines);
  const statuses = settleStatus(papers.map((paper, id) => ({ id, paper })));
  return papers.map((paper, id) => ({ ...paper, status: statuses.get(id) ?? paper.status }));
}

function papersOfFile(source: PaperText, lines: OutlineLine[]): Paper[] {
  const segments = splitPapers(source, lines);
  return inheritFromPack(
    segments.map((segment) => recognisePaper(source, segment)),
    segments.map(exemptAppendices),
  );
}

function recognisePaper(source: PaperText, segment: Segment): Paper {
  switch (segment.kind) {
    case 'minutes':
      return minutesPaper(source, segment);
    case 'agenda':
      return agendaPaper(source, segment);
    case 'restricted':
      return blankPaper(segment);
    default:
      return reportPaper(source, segment);
  }
}

function blankPaper(segment: Segment): Paper {
  return {
    kind: segment.kind,
    ...(segment.title === undefined ? {} : { title: segment.title }),
    ...(segment.label === undefined ? {} : { label: segment.label }),
    span: segment.span,
    status: segment.kind === 'minutes' ? { kind: 'draft' } : { kind: 'published' },
    access: segmentAccess(segment),
    attendance: [],
    declarations: [],
    items: [],
    minutes: [],
    tables: [],
  };
}

function minutesPaper(source: PaperText, segment: Segment): Paper {
  const meeting = meetingHead(segment);
  const { minutes } = recogniseMinutes(source, segment);
  const access = minutesAccess(minutes);
  const inRows = closedRows(source, segment.span);
  const accessOf = ({ number, item }: Minute, at: number) =>
    narrowedByRow(access[at] ?? PUBLIC_ACCESS, inRows.get(number ?? '') ?? inRows.get(item ?? ''));
  return {
    ...blankPaper(segment),
    ...(meeting ? { meeting } : {}),
    attendance: readAttendance(source, { segment, minutes }),
    declarations: readDeclarations(minutes, source),
    minutes: minutes.map((minute, at) => ({ ...minute, access: accessOf(minute, at) })),
    tables: recogniseTables(source, segment),
  };
}

function agendaPaper(source: PaperText, segment: Segment): Paper {
  const meeting = meetingHead(segment);
  return { ...blankPaper(segment), ...(meeting ? { meeting } : {}), items: readItems(source, segment) };
}

/** Papers whose head or title slide may name the meeting they are for. */
const MEETING_PAPERS: ReadonlySet<Segment['kind']> = new Set(['report', 'presentation']);

function reportPaper(source: PaperText, segment: Segment): Paper {
  const meeting = MEETING_PAPERS.has(segment.kind) ? reportMeeting(source, segment) : undefined;
  const { report, tables } = recogniseReport(source, segment);
  const title = segment.title ?? report.title;
  return { ...blankPaper(segment), ...(title ? { title } : {}), ...(meeting ? { meeting } : {}), report, tables };
}
