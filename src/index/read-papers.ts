import type Database from 'better-sqlite3';
import { type Access, type Audience, mayRead } from '../audience.ts';
import type { Paper, PaperStatus, Span } from '../paper.ts';
import { redactPaper } from './redact-paper.ts';
import type { IndexedMeeting, IndexedPaper } from './search-index.ts';

type PaperRow = { id: number; path: string; sha256: string; status: string; record: string };

/** Papers the audience may read, in order of meeting date, those without one last; closed records taken out. */
export function readPapers(db: Database.Database, audience: Audience): IndexedPaper[] {
  return allPapers(db)
    .filter(({ paper }) => mayRead(audience, paper.access))
    .map((indexed) => ({ ...indexed, paper: redactPaper(indexed.paper, audience) }));
}

/** Every paper with every record: for the index's own use, never for a face. */
export function allPapers(db: Database.Database): IndexedPaper[] {
  const rows = db
    .prepare(
      `SELECT q.id, s.path, s.sha256, q.status, q.record FROM papers q JOIN sources s ON s.id = q.source_id
       ORDER BY q.meeting_date IS NULL, q.meeting_date, s.path, q.ordinal`,
    )
    .all() as PaperRow[];
  return rows.map(({ id, path, sha256, status, record }) => ({
    id,
    source: path,
    sha256,
    paper: { ...(JSON.parse(record) as Paper), status: JSON.parse(status) as PaperStatus },
  }));
}

/** Meetings of which the audience may read a paper, in order of date, with what of each is there. */
export function readMeetings(db: Database.Database, audience: Audience): IndexedMeeting[] {
  const meetings = new Map<string, IndexedMeeting>();
  for (const { id, paper } of readPapers(db, audience)) {
    const { committee, date } = paper.meeting ?? {};
    if (committee === undefined || date?.iso === undefined) continue;
    const key = `${date.iso} ${committee}`;
    const known = meetings.get(key) ?? emptyMeeting(committee, date.iso);
    known.paperIds.push(id);
    known.hasMinutes ||= paper.kind === 'minutes';
    known.hasAgenda ||= paper.kind === 'agenda';
    if (paper.kind === 'minutes') known.status = paper.status;
    meetings.set(key, known);
  }
  return [...meetings.values()];
}

function emptyMeeting(committee: string, date: string): IndexedMeeting {
  return { committee, date, hasMinutes: false, hasAgenda: false, paperIds: [] };
}

/**
 * The text of the file a paper is in, every offset as it was read; what the audience may not read of the file is
 * blanked out. Undefined if it may not read the paper.
 */
export function readPaperText(db: Database.Database, paperId: number, audience: Audience): string | undefined {
  const row = db
    .prepare(
      `SELECT s.id, s.text, a.access FROM papers q JOIN sources s ON s.id = q.source_id
       JOIN accesses a ON a.id = q.access_id WHERE q.id = ?`,
    )
    .get(paperId) as { id: number; text: string; access: string } | undefined;
  if (!row || !mayRead(audience, JSON.parse(row.access) as Access)) return undefined;
  const spans = db
    .prepare(
      `SELECT p.span_start AS start, p.span_end AS end, a.access FROM passages p
       JOIN accesses a ON a.id = p.access_id WHERE p.source_id = ?`,
    )
    .all(row.id) as (Span & { access: string })[];
  return blankOut(
    row.text,
    spans.filter(({ access }) => !mayRead(audience, JSON.parse(access) as Access)),
  );
}

function blankOut(text: string, spans: Span[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    parts.push(text.slice(at, Math.max(at, start)), text.slice(Math.max(at, start), end).replace(/[^\n]/g, ' '));
    at = end;
  }
  return parts.join('') + text.slice(at);
}
