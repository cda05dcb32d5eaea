import type Database from 'better-sqlite3';
import { type Access, type Audience, mayRead } from '../audience.ts';
import type { Paper, PaperStatus, Span } from '../paper.ts';
import { redactPaper } from './redact-paper.ts';
import type { IndexedMeeting, IndexedPaper } from './search-index.ts';

type PaperRow = { id: number; path: string; sha256: string; status: string; record: string };

/**
 * Papers the audience may read, of one source or of all, in order of meeting date, those without one last; closed
 * records taken out.
 */
export function readPapers(db: Database.Database, audience: Audience, source?: string): IndexedPaper[] {
  return allPapers(db, source)
    .filter(({ paper }) => mayRead(audience, paper.access, { committee: paper.meeting?.committee }))
    .map((indexed) => ({ ...indexed, paper: redactPaper(indexed.paper, audience) }));
}

/** Every paper with every record: for the index's own use, never for a face. */
export function allPapers(db: Database.Database, source?: string): IndexedPaper[] {
  const rows = db
    .prepare(
      `SELECT q.id, s.path, s.sha256, q.status, q.record FROM papers q JOIN sources s ON s.id = q.source_id
       WHERE $source IS NULL OR s.path = $source ORDER BY q.meeting_date IS NULL, q.meeting_date, s.path, q.ordinal`,
    )
    .all({ source: source ?? null }) as PaperRow[];
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
      `SELECT s.id, s.text, a.access, q.committee FROM papers q JOIN sources s ON s.id = q.source_id
       JOIN accesses a ON a.id = q.access_id WHERE q.id = ?`,
    )
    .get(paperId) as ({ id: number; text: string } & Closure) | undefined;
  if (!row || !isOpenTo(audience, row)) return undefined;
  const spans = db
    .prepare(
      `SELECT p.span_start AS start, p.span_end AS end, a.access, q.committee FROM passages p
       JOIN papers q ON q.id = p.paper_id JOIN accesses a ON a.id = p.access_id WHERE p.source_id = ?`,
    )
    .all(row.id) as (Span & Closure)[];
  return blankOut(
    row.text,
    spans.filter((span) => !isOpenTo(audience, span)),
  );
}

/** What decides who may read a row: its access, as JSON, and the committee of its paper. */
type Closure = { access: string; committee: string | null };

function isOpenTo(audience: Audience, { access, committee }: Closure): boolean {
  return mayRead(audience, JSON.parse(access) as Access, { committee: committee ?? undefined });
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
