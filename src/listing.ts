import type { Access } from './audience.ts';
import type { Paper, PaperKind, PaperStatus } from './paper.ts';

/** A paper as a list shows it: what was recognised in it, counted. */
export type PaperListing = {
  source: string;
  kind: PaperKind;
  title?: string;
  label?: string;
  committee?: string;
  /** YYYY-MM-DD. */
  meetingDate?: string;
  status: PaperStatus;
  access: Access;
  counts: { items: number; minutes: number; limbs: number; recommendations: number; measures: number; tables: number };
};

/** A meeting the index knows, with what of it is there. */
export type MeetingListing = {
  committee: string;
  date: string;
  hasAgenda: boolean;
  hasMinutes: boolean;
  status?: PaperStatus;
  papers: number;
};

/** How the index stands. `exists` is false before the first ingestion; the rest is zero then. */
export type IndexStatus = {
  folder: string;
  exists: boolean;
  files: number;
  papers: number;
  meetings: number;
  committees: string[];
  passages: number;
  /** Size of the index on disk. */
  bytes: number;
  /** Meetings whose minutes are not in the index, in words. */
  missing: string[];
};

/** A recognised paper as a listing: its records counted. */
export function listPaper(source: string, paper: Paper): PaperListing {
  const { kind, title, label, meeting, status, access, report } = paper;
  return {
    source,
    kind,
    ...(title === undefined ? {} : { title }),
    ...(label === undefined ? {} : { label }),
    ...(meeting?.committee === undefined ? {} : { committee: meeting.committee }),
    ...(meeting?.date?.iso === undefined ? {} : { meetingDate: meeting.date.iso }),
    status,
    access,
    counts: {
      items: paper.items.length,
      minutes: paper.minutes.length,
      limbs: paper.minutes.reduce((sum, minute) => sum + minute.limbs.length, 0),
      recommendations: report?.recommendations.length ?? 0,
      measures: report?.measures.length ?? 0,
      tables: paper.tables.length,
    },
  };
}
